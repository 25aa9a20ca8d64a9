package vn.ishc.row;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A date as far as it is known. {@code from} and {@code to} are the first and the last day it can be.
 *
 * @param from first possible day
 * @param to last possible day
 * @param precision how much was written
 */
public record PartialDate(LocalDate from, LocalDate to, Precision precision) {

  /** How much of a date was written, from most to least. */
  public enum Precision {
    DAY,
    RANGE,
    MONTH,
    QUARTER,
    HALF_YEAR,
    YEAR
  }

  /** Refuses an end before the start. */
  public PartialDate {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("a date cannot end before it begins");
    }
  }

  /** A full date. */
  public static PartialDate day(LocalDate day) {
    return new PartialDate(day, day, Precision.DAY);
  }

  /** A month of a year. */
  public static PartialDate month(YearMonth month) {
    return new PartialDate(month.atDay(1), month.atEndOfMonth(), Precision.MONTH);
  }

  /** A year alone. */
  public static PartialDate year(int year) {
    return new PartialDate(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), Precision.YEAR);
  }

  /** The year, of the first day. */
  public int year() {
    return from.getYear();
  }
}
