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

  /** Whether the next one of this kind would be told in words; if not, {@link #count} is enough. */
  public boolean wants(Severity severity, String code) {
    return severity == Severity.INFO ? examples.getOrDefault(code, List.of()).size() < EXAMPLES_MAX : told.size() < MAX;
  }

  /** Adds one. */
  public void add(Note note) {
    if (!wants(note.severity(), note.code())) {
      count(note.severity(), note.code());
    } else if (note.severity() == Severity.INFO) {
      count(note.severity(), note.code());
      examples.computeIfAbsent(note.code(), code -> new ArrayList<>()).add(note);
    } else {
      told.add(note);
    }
  }

  /** Counts one without its words. */
  public void count(Severity severity, String code) {
    if (severity == Severity.INFO) {
      counts.merge(code, 1, Integer::sum);
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

  /** Whether there is a silent correction or a note of this kind. */
  public boolean told(String code) {
    return counts.containsKey(code);
  }

  /** Whether something is asked. */
  boolean asks() {
    return told.stream().anyMatch(Note::isQuestion);
  }

  /** Whether nothing is wrong. */
  public boolean isClean() {
    return told.isEmpty();
  }

  /** All that is told, for {@link Answer#fingerprint()}. */
  @Override
  public String toString() {
    return told + "|" + counts + "|" + examples + "|" + beyond;
  }

  /** Silent corrections by code. */
  List<Tidied> tidied() {
    return counts.entrySet().stream().map(each -> new Tidied(each.getKey(), each.getValue(), examples.getOrDefault(each.getKey(), List.of()))).toList();
  }
}
