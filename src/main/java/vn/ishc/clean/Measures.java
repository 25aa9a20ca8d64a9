package vn.ishc.clean;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ishc.clean.Reading.Note;
import vn.ishc.row.Cell;
import vn.ishc.row.FindingCode;

/** Reads what a health station measures, in the ways it is written there. */
public final class Measures {
  private static final Pattern METRES = Pattern.compile("(\\d) ?m ?(\\d{1,2})(?: ?cm)?");
  private static final Pattern PRESSURE =
      Pattern.compile(
          "(?:ha|huyet ap)?[ :]*(\\d{1,3})(?:[.,](\\d))? "
              + "?[/\\-\\\\|] ?(\\d{1,3})(?:[.,](\\d))? ?(?:mmhg|cmhg)?\\.?");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int CENTIMETRES_OF_MERCURY_MAX = 30;

  private Measures() {}

  /**
   * A blood pressure.
   *
   * @param systolic mmHg
   * @param diastolic mmHg
   */
  public record Pressure(int systolic, int diastolic) {}

  /** Reads a height in cm: 152, 1,52, 1m52, 1m5 (150). A number below 3 is in metres. */
  public static Reading<BigDecimal> readHeight(Cell cell) {
    if (cell instanceof Cell.Text text) {
      Matcher metres = METRES.matcher(CellText.loose(text.text()).strip());
      if (metres.matches()) {
        String part = metres.group(2);
        return tidied(new BigDecimal(metres.group(1) + (part.length() == 1 ? part + "0" : part)));
      }
    }
    Reading<BigDecimal> read = Numbers.readDecimal(cell);
    BigDecimal number = read.value();
    boolean inMetres =
        number != null && number.signum() > 0 && number.compareTo(BigDecimal.valueOf(3)) < 0;
    return inMetres && number != null ? tidied(plain(number.multiply(HUNDRED))) : read;
  }

  private static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private static Reading<BigDecimal> tidied(BigDecimal number) {
    return Reading.of(number, Note.of(FindingCode.NUMBER_TIDIED, number.toPlainString()));
  }

  /**
   * Reads a blood pressure of one cell: 120/80, 120-80, HA: 130/80 mmHg, 12/8 (cmHg, times ten). A
   * cell that Excel made a date is not read.
   */
  public static Reading<Pressure> readPressure(Cell cell) {
    return switch (cell) {
      case Cell.Blank blank -> Reading.blank();
      case Cell.Failure failure -> CellText.failed(failure);
      case Cell.Numeric number -> unreadable(CellText.of(number));
      case Cell.Bool bool -> unreadable(CellText.of(bool));
      case Cell.Text text -> pressure(text.text().strip());
    };
  }

  private static Reading<Pressure> unreadable(String found) {
    return Reading.unreadable(FindingCode.NUMBER_UNREADABLE, found);
  }

  private static Reading<Pressure> pressure(String text) {
    if (CellText.isFiller(text)) {
      return Reading.blank();
    }
    Matcher matcher = PRESSURE.matcher(CellText.loose(text));
    if (!matcher.matches()) {
      return unreadable(text);
    }
    int systolic = Integer.parseInt(matcher.group(1));
    int diastolic = Integer.parseInt(matcher.group(3));
    if (systolic >= CENTIMETRES_OF_MERCURY_MAX) {
      return Reading.of(new Pressure(systolic, diastolic));
    }
    Pressure inMillimetres =
        new Pressure(
            systolic * 10 + digit(matcher.group(2)), diastolic * 10 + digit(matcher.group(4)));
    return Reading.of(
        inMillimetres,
        Note.of(FindingCode.NUMBER_TIDIED, inMillimetres.systolic + "/" + inMillimetres.diastolic));
  }

  private static int digit(@Nullable String decimal) {
    return decimal == null ? 0 : Integer.parseInt(decimal);
  }
}
