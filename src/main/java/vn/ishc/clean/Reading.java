package vn.ishc.clean;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ishc.row.FindingCode;
import vn.ishc.row.Severity;

/**
 * What became of one cell: a value, nothing because nothing was written, or nothing because it
 * could not be read.
 *
 * @param value the value; null when blank or unreadable
 * @param notes what was corrected, doubted or could not be read, in order
 */
public record Reading<T>(@Nullable T value, List<Note> notes) {

  /**
   * One correction or doubt.
   *
   * @param code kind
   * @param details words for the sentence of the code, in the order of its placeholders; mostly
   *     what was understood
   */
  public record Note(FindingCode code, List<String> details) {
    /** Copies the details. */
    public Note {
      details = List.copyOf(details);
    }

    /** A note with its words. */
    public static Note of(FindingCode code, String... details) {
      return new Note(code, List.of(details));
    }
  }

  /** Copies the notes. */
  public Reading {
    notes = List.copyOf(notes);
  }

  private static final Reading<?> BLANK = new Reading<>(null, List.of());

  /** Nothing was written. */
  @SuppressWarnings("unchecked")
  public static <T> Reading<T> blank() {
    return (Reading<T>) BLANK;
  }

  /** Read without a doubt. */
  public static <T> Reading<T> of(T value) {
    return new Reading<>(value, List.of());
  }

  /** Read, with something to tell. */
  public static <T> Reading<T> of(T value, Note... notes) {
    return new Reading<>(value, List.of(notes));
  }

  /** Something is written that cannot be read. */
  public static <T> Reading<T> unreadable(FindingCode code, String... details) {
    return new Reading<>(null, List.of(Note.of(code, details)));
  }

  /** True when something is written but gave no value. */
  public boolean isUnreadable() {
    return value == null
        && notes.stream().anyMatch(note -> note.code().severity() != Severity.INFO);
  }
}
