package vn.ishc.clean;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ishc.clean.Reading.Note;
import vn.ishc.row.Cell;
import vn.ishc.row.FindingCode;
import vn.ishc.row.NumberStyle;
import vn.ishc.row.PartialDate;
import vn.ishc.row.PartialDate.Precision;
import vn.ishc.row.Period;

/**
 * Reads dates as far as they are written: days, ranges, months, quarters, half-years, years. Day
 * comes before month, as in Vietnam, whatever the locale of the machine; a text that can only be
 * month before day is read so with a warning.
 */
public final class Dates {
  private static final int YEAR_MIN = 1900;
  private static final int YEAR_MAX = 2100;

  /** Serials of 1927 to 2099 that lost their date format. */
  private static final int SERIAL_MIN = 10_000;

  private static final int SERIAL_MAX = 73_050;

  private Dates() {}

  /**
   * What is known about the dates of a column.
   *
   * @param period of the file, completes dates without a year and pivots years of two digits; null
   *     when unknown
   * @param yearMin first plausible year
   * @param yearMax last plausible year
   */
  public record Hint(@Nullable Period period, int yearMin, int yearMax) {
    /** Nothing is known: 1900 to 2100. */
    public static final Hint NONE = new Hint(null, YEAR_MIN, YEAR_MAX);

    /** The period of the file, years 1900 to 2100. */
    public static Hint of(Period period) {
      return new Hint(period, YEAR_MIN, YEAR_MAX);
    }

    /** True when a year is within the limits. */
    boolean allows(int year) {
      return year >= yearMin && year <= yearMax;
    }

    /** The last year that can have been written. */
    int yearLast() {
      return period == null ? 2029 : period.year();
    }
  }

  /**
   * Reads a date of something that happened or will happen.
   *
   * @return the date; unreadable with DATE_IMPOSSIBLE for a day that is not in the calendar or
   *     beyond the limits of the hint, with DATE_UNREADABLE for anything that is no date, also for
   *     không rõ; blank for a form's empty places
   */
  public static Reading<PartialDate> read(Cell cell, Hint hint) {
    return read(cell, new DateText.Context(hint, false));
  }

  /**
   * Reads a date of birth: two digits are a year of the last century unless that makes a person
   * older than 105.
   */
  public static Reading<PartialDate> readBirth(Cell cell, Hint hint) {
    return read(cell, new DateText.Context(hint, true));
  }

  private static Reading<PartialDate> read(Cell cell, DateText.Context context) {
    return switch (cell) {
      case Cell.Blank blank -> Reading.blank();
      case Cell.Failure failure -> CellText.failed(failure);
      case Cell.Bool bool -> Reading.unreadable(FindingCode.DATE_UNREADABLE, CellText.of(bool));
      case Cell.Numeric number ->
          number.style().date() ? ofSerial(number, context) : ofNumber(number.value(), context);
      case Cell.Text text -> DateText.read(text.text().strip(), context);
    };
  }

  /** A year typed into a cell that has a date format is kept as a serial of 1905. */
  private static Reading<PartialDate> ofSerial(Cell.Numeric number, DateText.Context context) {
    double value = number.value();
    if (value >= 1850
        && value <= YEAR_MAX
        && value == Math.rint(value)
        && context.hint().allows((int) value)) {
      return tidied(PartialDate.year((int) value));
    }
    Optional<LocalDate> day = Serials.day(value, number.style());
    if (day.isEmpty() || !context.hint().allows(day.get().getYear())) {
      return Reading.unreadable(FindingCode.DATE_IMPOSSIBLE, CellText.of(number));
    }
    return Reading.of(asShown(day.get(), number.style()));
  }

  /** A cell that shows 03/2024 says a month, though it holds a day. */
  private static PartialDate asShown(LocalDate day, NumberStyle style) {
    String code = style.code();
    boolean hasYear = code.indexOf('y') >= 0 || code.indexOf('Y') >= 0;
    boolean hasDay = code.indexOf('d') >= 0 || code.indexOf('D') >= 0;
    boolean hasMonth = code.indexOf('m') >= 0 || code.indexOf('M') >= 0;
    if (!hasYear || hasDay || day.getDayOfMonth() != 1) {
      return PartialDate.day(day);
    }
    return hasMonth
        ? PartialDate.month(YearMonth.from(day))
        : day.getMonthValue() == 1 ? PartialDate.year(day.getYear()) : PartialDate.day(day);
  }

  private static Reading<PartialDate> ofNumber(double value, DateText.Context context) {
    if (value == Math.rint(value) && value >= 0 && value < 1e14) {
      long whole = (long) value;
      return whole >= SERIAL_MIN && whole <= SERIAL_MAX
          ? lostFormat(whole, context)
          : DateText.read(Long.toString(whole), context);
    }
    long month = (long) Math.floor(value);
    long year = Math.round((value - month) * 10_000);
    boolean isMonth =
        month >= 1 && month <= 12 && year <= YEAR_MAX && context.hint().allows((int) year);
    return isMonth
        ? tidied(PartialDate.month(YearMonth.of((int) year, (int) month)))
        : Reading.unreadable(FindingCode.DATE_UNREADABLE, CellText.plain(value));
  }

  static Reading<PartialDate> lostFormat(long serial, DateText.Context context) {
    Optional<LocalDate> day = Serials.day(serial, NumberStyle.GENERAL);
    return day.isPresent() && context.hint().allows(day.get().getYear())
        ? tidied(PartialDate.day(day.get()))
        : Reading.unreadable(FindingCode.DATE_UNREADABLE, Long.toString(serial));
  }

  static Reading<PartialDate> tidied(PartialDate date) {
    return Reading.of(date, Note.of(FindingCode.DATE_TIDIED, format(date)));
  }

  /**
   * The day that Excel may have turned: when the given day lies outside a window and the day with
   * day and month exchanged lies inside. Told, never applied.
   *
   * @param given a day from a true date cell
   * @param from first day that is plausible
   * @param to last day that is plausible
   */
  public static Optional<LocalDate> swapSuspected(LocalDate given, LocalDate from, LocalDate to) {
    boolean turnable =
        given.getDayOfMonth() <= 12 && given.getDayOfMonth() != given.getMonthValue();
    if (!turnable || isWithin(given, from, to)) {
      return Optional.empty();
    }
    LocalDate turned = LocalDate.of(given.getYear(), given.getDayOfMonth(), given.getMonthValue());
    return isWithin(turned, from, to) ? Optional.of(turned) : Optional.empty();
  }

  /** As {@link #swapSuspected(LocalDate, LocalDate, LocalDate)} with the half-year as window. */
  public static Optional<LocalDate> swapSuspected(LocalDate given, Period window) {
    return swapSuspected(given, window.start(), window.end());
  }

  private static boolean isWithin(LocalDate day, LocalDate from, LocalDate to) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  /** {@code 5/3/1948}. */
  public static String format(LocalDate day) {
    return day.getDayOfMonth() + "/" + day.getMonthValue() + "/" + day.getYear();
  }

  /**
   * As an officer writes it, and as {@link #read} reads it back: 5/3/1948, 3/2024, Quý I/2024, 6
   * tháng đầu năm 2024, 1948.
   */
  public static String format(PartialDate date) {
    LocalDate from = date.from();
    return switch (date.precision()) {
      case DAY -> format(from);
      case RANGE -> format(from) + " - " + format(date.to());
      case MONTH -> from.getMonthValue() + "/" + from.getYear();
      case QUARTER ->
          "Quý " + "I II III IV".split(" ")[(from.getMonthValue() - 1) / 3] + "/" + from.getYear();
      case HALF_YEAR ->
          "6 tháng " + (from.getMonthValue() == 1 ? "đầu" : "cuối") + " năm " + from.getYear();
      case YEAR -> Integer.toString(from.getYear());
    };
  }

  /** The quarter of a year, 1 to 4. */
  public static PartialDate quarter(int year, int quarter) {
    LocalDate from = LocalDate.of(year, quarter * 3 - 2, 1);
    return new PartialDate(from, from.plusMonths(3).minusDays(1), Precision.QUARTER);
  }

  /** A half-year. */
  public static PartialDate halfYear(Period period) {
    return new PartialDate(period.start(), period.end(), Precision.HALF_YEAR);
  }

  /** From one day to another; the day itself when they are one. */
  public static PartialDate range(LocalDate from, LocalDate to) {
    return from.equals(to) ? PartialDate.day(from) : new PartialDate(from, to, Precision.RANGE);
  }
}
