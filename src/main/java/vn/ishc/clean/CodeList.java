package vn.ishc.clean;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import vn.ishc.row.Cell;
import vn.ishc.row.FindingCode;

/**
 * A code list with the phrases that people write for each code. A cell means the code of the
 * longest phrase found in it as whole words; a phrase of one letter, or one that begins with {@code
 * =}, must be the whole cell (N, CN). A word without any mark matches its marked form (ho ngheo), a
 * marked word only itself: tones are meaning.
 *
 * <p>A phrase for the code {@code none} means nothing is said, and shields shorter phrases: không
 * nghèo is not nghèo.
 */
public final class CodeList {
  /** The code that stands for nothing. */
  public static final String NONE = "none";

  /** The code for words of a free text that the list does not know. */
  public static final String OTHER = "other";

  private static final int REMEMBERED_MAX = 4_096;
  private static final int LENGTH_MAX = 200;

  private record Phrase(String code, String[] words, String[] loose) {}

  /** A code and the index of its first word. */
  private record Match(String code, int at, int words) {}

  private final Set<String> codes;
  private final String example;
  private final Map<String, String> shown = new LinkedHashMap<>();
  private final Map<String, List<Phrase>> byFirstWord = new HashMap<>();
  private final Map<String, String> whole = new HashMap<>();
  private final Map<String, List<Match>> remembered = new ConcurrentHashMap<>();

  /** Builds a list from the phrases of each code, in the order that decides ties. */
  public CodeList(Map<String, List<String>> phrases) {
    codes = Set.copyOf(phrases.keySet());
    phrases.forEach(
        (code, written) -> {
          if (!code.equals(NONE) && !written.isEmpty()) {
            shown.put(code, capital(written.getFirst().replaceFirst("^=", "")));
          }
        });
    example =
        String.join(
            ", ",
            phrases.values().stream()
                .filter(written -> !written.isEmpty())
                .limit(3)
                .map(List::getFirst)
                .toList());
    new LinkedHashMap<>(phrases)
        .forEach((code, written) -> written.forEach(phrase -> add(code, phrase)));
    byFirstWord.values().forEach(list -> list.sort((a, b) -> b.words.length - a.words.length));
  }

  private void add(String code, String phrase) {
    boolean marked = phrase.startsWith("=");
    String key = Spelling.fold(marked ? phrase.substring(1) : phrase);
    if (key.isEmpty()) {
      throw new IllegalArgumentException(
          "the code " + code + " has a phrase without words: " + phrase);
    }
    whole.putIfAbsent(key, code);
    if (!marked && key.length() > 1) {
      String[] words = key.split(" ");
      byFirstWord
          .computeIfAbsent(Spelling.toneless(words[0]), first -> new ArrayList<>())
          .add(new Phrase(code, words, Spelling.toneless(key).split(" ")));
    }
  }

  private static String capital(String phrase) {
    int first = phrase.offsetByCodePoints(0, 1);
    return phrase.substring(0, first).toUpperCase(Locale.ROOT) + phrase.substring(first);
  }

  /** The first phrase of each code but that for nothing, as a person would write it: read again it gives the code. */
  public Map<String, String> shown() {
    return Collections.unmodifiableMap(shown);
  }

  /** The codes of the list. */
  public Set<String> codes() {
    return codes;
  }

  /**
   * Reads the one code of a cell: that of the longest phrase, among equals the first written.
   * Unknown words are VALUE_NOT_KNOWN.
   */
  public Reading<String> read(Cell cell) {
    return switch (cell) {
      case Cell.Blank blank -> Reading.blank();
      case Cell.Failure failure -> CellText.failed(failure);
      case Cell.Numeric number -> one(CellText.of(number));
      case Cell.Bool bool -> one(CellText.of(bool));
      case Cell.Text text -> one(text.text().strip());
    };
  }

  private Reading<String> one(String text) {
    if (CellText.isFiller(text)) {
      return Reading.blank();
    }
    Match best = null;
    for (Match match : matches(text)) {
      best = best == null || isBetter(match, best) ? match : best;
    }
    if (best == null) {
      return Reading.unreadable(FindingCode.VALUE_NOT_KNOWN, example);
    }
    return best.code.equals(NONE) ? Reading.blank() : Reading.of(best.code);
  }

  /** The longer phrase; among equals one that says something. */
  private static boolean isBetter(Match match, Match best) {
    return match.words > best.words
        || (match.words == best.words && best.code.equals(NONE) && !match.code.equals(NONE));
  }

  /** Reads every code of a cell, in the order written: {@code hộ nghèo, khuyết tật}. */
  public Reading<Set<String>> readAll(Cell cell) {
    return switch (cell) {
      case Cell.Blank blank -> Reading.blank();
      case Cell.Failure failure -> CellText.failed(failure);
      case Cell.Numeric number -> all(CellText.of(number));
      case Cell.Bool bool -> all(CellText.of(bool));
      case Cell.Text text -> all(text.text().strip());
    };
  }

  private Reading<Set<String>> all(String text) {
    if (CellText.isFiller(text)) {
      return Reading.blank();
    }
    List<Match> matches = matches(text);
    if (matches.isEmpty()) {
      return Reading.unreadable(FindingCode.VALUE_NOT_KNOWN, example);
    }
    Set<String> found = new LinkedHashSet<>();
    matches.forEach(match -> found.add(match.code));
    found.remove(NONE);
    return found.isEmpty() ? Reading.blank() : Reading.of(found);
  }

  private List<Match> matches(String text) {
    List<Match> known = remembered.get(text);
    if (known != null) {
      return known;
    }
    List<Match> found = text.length() > LENGTH_MAX ? List.of() : List.copyOf(search(text));
    if (remembered.size() < REMEMBERED_MAX) {
      remembered.put(text, found);
    }
    return found;
  }

  /**
   * The parts of a list written with commas are looked at one by one, so that abbreviations may
   * stand beside words.
   */
  private List<Match> search(String text) {
    List<Match> found = new ArrayList<>();
    String code = whole.get(Spelling.fold(text));
    if (code != null) {
      return List.of(new Match(code, 0, 1));
    }
    for (String part : text.split("[,;/+&()\\n]|(?<= )- ")) {
      String key = Spelling.fold(part);
      String wholePart = whole.get(key);
      if (wholePart != null) {
        found.add(new Match(wholePart, found.size(), key.split(" ").length));
      } else if (!key.isEmpty()) {
        addFrom(key.split(" "), found);
      }
    }
    return found;
  }

  private void addFrom(String[] words, List<Match> found) {
    int i = 0;
    while (i < words.length) {
      Phrase phrase = phraseAt(words, i);
      if (phrase != null) {
        found.add(new Match(phrase.code, i, phrase.words.length));
      }
      i += phrase == null ? 1 : phrase.words.length;
    }
  }

  private @Nullable Phrase phraseAt(String[] words, int at) {
    for (Phrase phrase : byFirstWord.getOrDefault(Spelling.toneless(words[at]), List.of())) {
      if (standsAt(phrase, words, at)) {
        return phrase;
      }
    }
    return null;
  }

  private static boolean standsAt(Phrase phrase, String[] words, int at) {
    if (at + phrase.words.length > words.length) {
      return false;
    }
    for (int i = 0; i < phrase.words.length; i++) {
      String word = words[at + i];
      if (!word.equals(phrase.words[i]) && !word.equals(phrase.loose[i])) {
        return false;
      }
    }
    return true;
  }
}
