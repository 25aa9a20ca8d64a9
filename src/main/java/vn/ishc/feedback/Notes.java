package vn.ishc.feedback;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.ishc.row.Severity;

/** What is told about one file: doubts and refusals one by one up to a limit, silent corrections summed by kind. */
public final class Notes {
  /** A workbook with more notes than this helps nobody, and takes Excel minutes to open. */
  public static final int MAX = 20_000;

  private static final int EXAMPLES_MAX = 3;

  /**
   * Silent corrections of one kind.
   *
   * @param code for example {@code C17}
   * @param count how many
   * @param examples the first ones
   */
  public record Tidied(String code, int count, List<Note> examples) {}

  private final List<Note> told = new ArrayList<>();
  private final Map<String, List<Note>> examples = new TreeMap<>();
  private final Map<String, Integer> counts = new TreeMap<>();
  private int beyond;

  /** Adds one. */
  public void add(Note note) {
    if (note.severity() == Severity.INFO) {
      counts.merge(note.code(), 1, Integer::sum);
      List<Note> own = examples.computeIfAbsent(note.code(), code -> new ArrayList<>());
      if (own.size() < EXAMPLES_MAX) {
        own.add(note);
      }
    } else if (told.size() < MAX) {
      told.add(note);
    } else {
      beyond++;
    }
  }

  /** Refusals and doubts, in the order they were told. */
  List<Note> told() {
    return told;
  }

  /** How many refusals and doubts are not among {@link #told}. */
  int beyond() {
    return beyond;
  }

  /** Whether nothing is wrong. */
  boolean clean() {
    return told.isEmpty();
  }

  /** Silent corrections by code. */
  List<Tidied> tidied() {
    return counts.entrySet().stream().map(each -> new Tidied(each.getKey(), each.getValue(), examples.getOrDefault(each.getKey(), List.of()))).toList();
  }
}
