package vn.ishc.clean;

import java.time.LocalDate;
import java.util.Optional;
import vn.ishc.row.NumberStyle;

/** Days kept as numbers. */
final class Serials {
  private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
  private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
  private static final double LEAP_1900 = 60;
  private static final double SERIAL_MAX = 80_000;

  private Serials() {}

  /** The day of a serial; before March 1900 the 1900 system counts a day that never was. Empty outside 1900 to 2118. */
  static Optional<LocalDate> day(double serial, NumberStyle style) {
    if (!(serial >= 1) || serial > SERIAL_MAX) {
      return Optional.empty();
    }
    long days = (long) serial;
    if (style.epoch1904()) {
      return Optional.of(EPOCH_1904.plusDays(days));
    }
    return Optional.of(EPOCH_1900.plusDays(serial < LEAP_1900 ? days + 1 : days));
  }
}
