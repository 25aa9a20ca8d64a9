package vn.ishc.conform;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import vn.ishc.row.Cell;

/** Cells as a person sees them, for messages and texts. */
public final class ShownCell {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);
  private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
  private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
  private static final double SERIAL_MAX = 200_000;

  private ShownCell() {}

  /** The content as text; dates as dd/MM/yyyy; whole numbers without decimals. */
  public static String text(Cell cell) {
    return switch (cell) {
      case Cell.Blank blank -> "";
      case Cell.Text text -> text.text();
      case Cell.Numeric number when number.style().date() && number.value() >= 1 && number.value() < SERIAL_MAX ->
          DAY.format((number.style().epoch1904() ? EPOCH_1904 : EPOCH_1900).plusDays((long) number.value()));
      case Cell.Numeric number -> plain(number.value());
      case Cell.Bool bool -> bool.value() ? "TRUE" : "FALSE";
      case Cell.Failure failure -> failure.code();
    };
  }

  private static String plain(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return Long.toString((long) value);
    }
    return Double.isFinite(value) ? new BigDecimal(Double.toString(value)).toPlainString() : Double.toString(value);
  }
}
