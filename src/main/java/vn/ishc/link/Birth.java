package vn.ishc.link;

import java.time.LocalDate;

/**
 * A birth as far as it was written: its first and last possible day. The first of January stands for the year alone, as lists write it for those whose day is
 * unknown.
 *
 * @param from first possible day, counted from 1970-01-01
 * @param to last possible day
 */
public record Birth(int from, int to) {
  private static final int UNKNOWN_DAY = Integer.MIN_VALUE;
  private static final int YEAR_DAYS = 366;

  /** Nothing is known. */
  public static final Birth UNKNOWN = new Birth(UNKNOWN_DAY, UNKNOWN_DAY);

  /** From first and last possible day. */
  public static Birth of(LocalDate from, LocalDate to) {
    boolean convention = from.equals(to) && from.getDayOfYear() == 1;
    LocalDate last = convention ? from.withDayOfYear(from.lengthOfYear()) : to;
    return new Birth((int) from.toEpochDay(), (int) last.toEpochDay());
  }

  /** Whether anything is known. */
  public boolean known() {
    return from != UNKNOWN_DAY;
  }

  /** Whether the day is known. */
  public boolean isDay() {
    return known() && from == to;
  }

  /** Whether it is known to a year or better. */
  boolean isYear() {
    return known() && to - from < YEAR_DAYS;
  }

  /** The year of the first possible day. */
  public int year() {
    return LocalDate.ofEpochDay(from).getYear();
  }

  LocalDate day() {
    return LocalDate.ofEpochDay(from);
  }
}
