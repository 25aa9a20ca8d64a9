package vn.ishc.clean;

import java.time.LocalDate;
import java.util.Optional;
import vn.ishc.row.NumberStyle;

/** Date serials: days since the epoch of the workbook, the time of day as a fraction. */
final class Serials {
  private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);

  /** Serial 0 of the 1900 system as it counts from March 1900 on. */
  private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);

  /** The day that the 1900 system has and the calendar has not: 29 February 1900. */
  private static final int PHANTOM_DAY = 60;

  private static final double SERIAL_MAX = 2_958_465;

  private Serials() {}

  /**
   * The day of a serial; empty when it is none: negative, beyond the year 9999, or 29 February
   * 1900.
   */
  static Optional<LocalDate> day(double serial, NumberStyle style) {
    if (!(serial >= 0 && serial <= SERIAL_MAX)) {
      return Optional.empty();
    }
    long days = (long) Math.floor(serial);
    if (style.epoch1904()) {
      return Optional.of(EPOCH_1904.plusDays(days));
    }
    if (days == PHANTOM_DAY || days == 0) {
      return Optional.empty();
    }
    return Optional.of(EPOCH_1900.plusDays(days < PHANTOM_DAY ? days + 1 : days));
  }
}
