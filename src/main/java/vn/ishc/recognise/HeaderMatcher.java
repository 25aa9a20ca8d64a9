package vn.ishc.recognise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.ishc.feed.Column;
import vn.ishc.feed.Contract;
import vn.ishc.recognise.HeaderWords.Entry;
import vn.ishc.clean.Spelling;

/** Holds a block of headings against every contract. */
final class HeaderMatcher {
  private static final double TIE = 0.5;
  private static final double COVERAGE_MIN = 0.4;
  private static final double TITLE_WORD = 2.0;

  /** What our own template says of its feed weighs more than a title, less than a row of headings that says otherwise. */
  private static final double FORM = 4.0;

  /**
   * How well one contract explains a block of headings.
   *
   * @param contract the feed
   * @param bindings what it reads
   * @param score the better the higher
   * @param labelled how many columns have a heading
   * @param missing columns it cannot do without and does not find
   */
  record Fit(Contract contract, List<Binding> bindings, double score, int labelled, List<Column> missing) {
    boolean complete() {
      return missing.isEmpty() && bindings.size() >= 2 && bindings.size() >= COVERAGE_MIN * labelled;
    }
  }

  private record Candidate(int column, Entry entry, double score, String label) {
    /** {@code Ngày khám 12/5/2025} is a day told once, no heading of days. */
    boolean tellsItsDay(String leaf) {
      return entry.column().isDayOfContext() && ToldDay.in(leaf, entry.column()).isPresent();
    }
  }

  private final HeaderWords words;

  HeaderMatcher(HeaderWords words) {
    this.words = words;
  }

  /**
   * Every contract that explains at least one heading, the best first.
   *
   * @param form feed that our own template names; empty for none
   */
  List<Fit> fits(HeaderBlock block, List<String> titles, String form) {
    return fits(block, titles, form, List.of());
  }

  /**
   * The same, where lines right below the headings may tell a day as those above do.
   *
   * @param below lines between the headings and the first row, in their order
   */
  List<Fit> fits(HeaderBlock block, List<String> titles, String form, List<String> below) {
    List<String> told = Stream.concat(titles.stream(), below.stream()).toList();
    List<List<String>> paths = block.paths();
    int labelled = (int) paths.stream().filter(path -> !path.isEmpty()).count();
    Map<Contract, List<Candidate>> candidates = new HashMap<>();
    for (int column = 0; column < paths.size(); column++) {
      for (Candidate candidate : candidates(paths.get(column), column)) {
        if (candidate.tellsItsDay(paths.get(column).getLast())) {
          continue;
        }
        candidates.computeIfAbsent(candidate.entry().contract(), c -> new ArrayList<>()).add(candidate);
      }
    }
    List<Fit> fits = new ArrayList<>();
    String title = Spelling.fold(String.join(" ", titles));
    candidates.forEach((contract, list) -> fits.add(fit(contract, list, labelled, told, titleScore(contract, title) + (contract.feed().equals(form) ? FORM : 0))));
    fits.sort(Comparator.comparing(Fit::complete).reversed().thenComparing(Fit::score, Comparator.reverseOrder())
        .thenComparing(fit -> fit.contract().feed()));
    contradicted(fits, title).ifPresent(better -> {
      fits.remove(better);
      fits.addFirst(better);
    });
    return fits;
  }

  /**
   * What a sheet is rather than the best fit, although a column is missing for it: the title speaks against the one and for the other, and the other
   * explains more columns. A list of check-ups without a day is no roster.
   */
  private static Optional<Fit> contradicted(List<Fit> fits, String title) {
    if (fits.isEmpty() || !fits.getFirst().complete() || !says(fits.getFirst().contract().notWords(), title)) {
      return Optional.empty();
    }
    return fits.stream()
        .filter(fit -> !fit.complete() && says(fit.contract().words(), title))
        .filter(fit -> fit.bindings().size() > fits.getFirst().bindings().size() && fit.score() > fits.getFirst().score())
        .max(Comparator.comparing(Fit::score));
  }

  private static boolean says(List<String> words, String title) {
    return words.stream().anyMatch(word -> title.contains(Spelling.fold(word)));
  }

  /** The feeds that fit as well as the best one; empty when it stands alone. */
  static List<Contract> rivals(List<Fit> fits) {
    return fits.stream()
        .skip(1)
        .filter(fit -> fit.complete() && fits.getFirst().score() - fit.score() < TIE)
        .map(Fit::contract)
        .toList();
  }

  private List<Candidate> candidates(List<String> path, int column) {
    if (path.isEmpty()) {
      return List.of();
    }
    String label = String.join(" › ", path);
    List<String> ancestors = path.subList(0, path.size() - 1).stream().map(text -> words.key(text).toneless()).toList();
    HeaderKey leaf = words.key(path.getLast());
    List<Candidate> found = new ArrayList<>();
    for (Entry entry : words.entries(leaf.toneless())) {
      double score = score(entry, leaf, ancestors);
      if (score > 0) {
        found.add(new Candidate(column, entry, score, label));
      }
    }
    if (path.size() > 1) {
      HeaderKey joined = words.key(String.join(" ", path));
      words.entries(joined.toneless()).stream()
          .filter(entry -> !entry.grouped())
          .forEach(entry -> found.add(new Candidate(column, entry, 3.2, label)));
    }
    if (found.isEmpty()) {
      words.beginning(leaf.toneless()).stream()
          .filter(entry -> !entry.grouped())
          .forEach(entry -> found.add(new Candidate(column, entry, 1.6, label)));
    }
    return found;
  }

  private static double score(Entry entry, HeaderKey leaf, List<String> ancestors) {
    double tones = entry.leaf().equals(leaf.bare()) || entry.leaf().equals(leaf.full()) ? 0 : -0.6;
    if (entry.grouped()) {
      boolean under = ancestors.stream().anyMatch(ancestor -> related(ancestor, entry.groupToneless()));
      return under ? 4.0 + tones : 0;
    }
    if (ancestors.isEmpty()) {
      return 3.0 + tones;
    }
    return (entry.leaf().indexOf(' ') > 0 ? 2.7 : 2.3) + tones;
  }

  private static boolean related(String ancestor, String group) {
    return ancestor.equals(group) || (" " + ancestor + " ").contains(" " + group + " ");
  }

  private static Fit fit(Contract contract, List<Candidate> candidates, int labelled, List<String> titles, double said) {
    List<Candidate> ordered = new ArrayList<>(candidates);
    ordered.sort(Comparator.comparingDouble(Candidate::score).reversed().thenComparingInt(Candidate::column));
    Set<Integer> taken = new HashSet<>();
    Set<String> filled = new HashSet<>();
    List<Binding> bindings = new ArrayList<>();
    double score = said;
    for (Candidate candidate : ordered) {
      Column column = candidate.entry().column();
      String part = candidate.entry().spec().part();
      if (!taken.contains(candidate.column()) && filled.add(column.name() + "/" + part)) {
        taken.add(candidate.column());
        bindings.add(new Binding(candidate.column(), column, part, candidate.label()));
        score += candidate.score();
      }
    }
    bindings.sort(Comparator.comparingInt(Binding::sheetColumn));
    return new Fit(contract, bindings, score, labelled, missing(contract, bindings, titles));
  }

  private static double titleScore(Contract contract, String title) {
    double score = 0;
    if (says(contract.words(), title)) {
      score += TITLE_WORD;
    }
    if (says(contract.notWords(), title)) {
      score -= TITLE_WORD;
    }
    return score;
  }

  /** A day that every row needs has a column, or stands in the title. */
  private static List<Column> missing(Contract contract, List<Binding> bindings, List<String> titles) {
    return contract.columns().stream()
        .filter(column -> column.required() == Column.Required.YES || (column.isDayOfContext() && ToldDay.in(titles, column).isEmpty()))
        .filter(column -> bindings.stream().noneMatch(binding -> binding.column().index() == column.index()))
        .toList();
  }
}
