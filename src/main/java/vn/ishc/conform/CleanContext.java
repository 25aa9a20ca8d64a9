package vn.ishc.conform;

import vn.ishc.clean.CodeLists;
import vn.ishc.clean.MoneyUnit;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.ishc.row.Period;
import vn.ishc.sheet.MergedRanges;

/**
 * What the cells of a table are read against.
 *
 * @param sheet name of the sheet
 * @param period the half-year the table speaks of; null when it speaks of none (the plan's targets)
 * @param receivedOn the day the file came in: nothing in it can be later
 * @param unit the unit of money the sheet states
 * @param lists the code lists
 * @param merges merged cells of the sheet
 */
public record CleanContext(
    String sheet, @Nullable Period period, LocalDate receivedOn, MoneyUnit unit, CodeLists lists, MergedRanges merges) {

  /** The last day of the period; the day of receipt without a period. */
  public LocalDate asOf() {
    return period == null ? receivedOn : period.end();
  }
}
