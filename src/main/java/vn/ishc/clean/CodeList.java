package vn.ishc.clean;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.ishc.row.Cell;
import vn.ishc.row.FindingCode;

/** A code list with the phrases people write for each code; the longest phrase that stands in a text as whole words decides. */
public final class CodeList {
  private record Phrase(String words, String code) {}

  private static final int CACHE_MAX = 5000;

  private final Map<String, String> whole = new HashMap<>();
  private final List<Phrase> phrases = new ArrayList<>();
  private final String example;
  private final Map<String, Reading<Set<String>>> many = new HashMap<>();
  private final Map<String, Reading<String>> one = new HashMap<>();

  /**
   * @param phrasesByCode what people write, by code, in the order of the list
   */
  public CodeList(Map<String, List<String>> phrasesByCode) {
    phrasesByCode.forEach((code, texts) -> texts.forEach(text -> add(code, text)));
    phrases.sort(Comparator.comparingInt((Phrase p) -> p.words().length()).reversed());
    this.example = phrasesByCode.values().stream().limit(3).map(List::getFirst).reduce((a, b) -> a + ", " + b).orElse("…");
  }

  private void add(String code, String text) {
    String words = Spelling.toneless(text);
    whole.putIfAbsent(words, code);
    phrases.add(new Phrase(words, code));
  }

  /** The one code a cell means. */
  public synchronized Reading<String> read(Cell cell) {
    if (cell instanceof Cell.Blank) {
      return Reading.blank();
    }
    if (cell instanceof Cell.Failure failure) {
      return CellText.failed(failure);
    }
    if (one.size() > CACHE_MAX) {
      one.clear();
    }
    return one.computeIfAbsent(CellText.of(cell), this::readOne);
  }

  private Reading<String> readOne(String text) {
    if (CellText.isFiller(text)) {
      return Reading.blank();
    }
    String words = Spelling.toneless(text);
    String exact = whole.get(words);
    if (exact != null) {
      return Reading.of(exact);
    }
    String padded = " " + words + " ";
    for (Phrase phrase : phrases) {
      if (phrase.words().length() > 1 && padded.contains(" " + phrase.words() + " ")) {
        return Reading.of(phrase.code());
      }
    }
    return Reading.unreadable(FindingCode.VALUE_NOT_KNOWN, example);
  }

  /** All codes a cell means: {@code tập huấn khuyến nông} is both. */
  public synchronized Reading<Set<String>> readMany(Cell cell) {
    if (cell instanceof Cell.Blank) {
      return Reading.blank();
    }
    if (cell instanceof Cell.Failure failure) {
      return CellText.failed(failure);
    }
    if (many.size() > CACHE_MAX) {
      many.clear();
    }
    return many.computeIfAbsent(CellText.of(cell), this::readAll);
  }

  private Reading<Set<String>> readAll(String text) {
    if (CellText.isFiller(text)) {
      return Reading.blank();
    }
    String rest = " " + Spelling.toneless(text) + " ";
    Set<String> codes = new LinkedHashSet<>();
    for (Phrase phrase : phrases) {
      String words = " " + phrase.words() + " ";
      if (rest.contains(words)) {
        codes.add(phrase.code());
        rest = rest.replace(words, " | ");
      }
    }
    codes.remove("none");
    if (codes.isEmpty() && !rest.contains("|")) {
      return Reading.unreadable(FindingCode.VALUE_NOT_KNOWN, example);
    }
    return codes.isEmpty() ? Reading.blank() : Reading.of(Set.copyOf(codes));
  }
}
