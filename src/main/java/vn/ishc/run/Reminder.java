package vn.ishc.run;

import java.time.LocalDate;
import java.util.List;

/**
 * What one sender is reminded of. Nothing in it names a person.
 *
 * @param folder the sender's folder
 * @param name what people call the sender
 * @param missing what is due soon or was due and has not come
 * @param faulty files that count and have something to be repaired, and refused ones that nothing has replaced
 */
record Reminder(String folder, String name, List<Missing> missing, List<Faulty> faulty) {
  /** Copies the lists. */
  Reminder {
    missing = List.copyOf(missing);
    faulty = List.copyOf(faulty);
  }

  /**
   * A report that has not come.
   *
   * @param unit name of the district or commune it is due from
   * @param feed code of the feed
   * @param period the half-year
   * @param dueOn the last day for it
   */
  record Missing(String unit, String feed, String period, LocalDate dueOn) {}

  /**
   * A file with something to repair.
   *
   * @param file its name
   * @param feed codes of its feeds; empty when nobody could tell
   * @param period its half-year; empty when nobody could tell
   * @param refused whether nothing of it was taken
   * @param errors refusals
   * @param warnings doubts
   */
  record Faulty(String file, String feed, String period, boolean refused, int errors, int warnings) {}

  boolean isEmpty() {
    return missing.isEmpty() && faulty.isEmpty();
  }
}
