package vn.ishc.sheet;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import vn.ishc.row.NumberStyle;

/** Dates as the day numbers that spreadsheets count in. */
final class DateSerials {
  private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
  private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);

  /** Excel believes in a 29 February 1900, so days before it count from one day later. */
  private static final LocalDate MARCH_1900 = LocalDate.of(1900, 3, 1);

  private static final double SECONDS_A_DAY = 86_400;

  private DateSerials() {}

  /**
   * The serial of {@code 2025-06-30}, {@code 2025-06-30T10:00:00} or {@code 10:00:00}; NaN when it
   * is none or before 1900.
   */
  static double parseIso(String iso, boolean epoch1904) {
    try {
      int t = iso.indexOf('T');
      String date = t < 0 ? iso : iso.substring(0, t);
      if (t < 0 && iso.indexOf(':') > 0) {
        return fraction(iso);
      }
      double day = serial(LocalDate.parse(date), epoch1904);
      return t < 0 ? day : day + fraction(iso.substring(t + 1));
    } catch (DateTimeException e) {
      return Double.NaN;
    }
  }

  private static double fraction(String time) {
    int zone = time.indexOf('Z');
    return LocalTime.parse(zone < 0 ? time : time.substring(0, zone)).toNanoOfDay()
        / 1e9
        / SECONDS_A_DAY;
  }

  private static double serial(LocalDate date, boolean epoch1904) {
    if (epoch1904) {
      return ChronoUnit.DAYS.between(EPOCH_1904, date);
    }
    long days = ChronoUnit.DAYS.between(EPOCH_1900, date);
    long counted = date.isBefore(MARCH_1900) ? days - 1 : days;
    return counted < 1 ? Double.NaN : counted;
  }

  /** A style that shows a date for certain. */
  static NumberStyle asDate(NumberStyle style) {
    return style.date() ? style : new NumberStyle("yyyy-mm-dd", true, style.epoch1904());
  }
}
