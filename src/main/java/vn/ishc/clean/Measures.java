package vn.ishc.clean;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.ishc.clean.Reading.Note;
import vn.ishc.row.Cell;
import vn.ishc.row.FindingCode;

/** Reads what a health station or a bank measures. */
public final class Measures {
  private static final Pattern METRES = Pattern.compile("(\\d) ?m ?(\\d{1,2})?");
  private static final Pattern PAIR =
      Pattern.compile("\\D*?(\\d{1,3}) ?[/\\-–\\\\|] ?(\\d{1,3})\\D*");
  private static final BigDecimal THREE = BigDecimal.valueOf(3);
  private static final BigDecimal MG_PER_MMOL = BigDecimal.valueOf(18);
  private static final BigDecimal MMOL_MAX = BigDecimal.valueOf(40);
  private static final int CENTI_MAX = 30;

  /** A blood pressure in mmHg. */
  public record Pressure(int systolic, int diastolic) {}

  private Measures() {}

  /** A height in centimetres: {@code 152}, {@code 1,52}, {@code 1m52}. */
  public static Reading<BigDecimal> readHeight(Cell cell) {
    if (cell instanceof Cell.Text text) {
      Matcher metres = METRES.matcher(CellText.loose(text.text()).strip());
      if (metres.matches()) {
        String rest =
            metres.group(2) == null
                ? "00"
                : metres.group(2).length() == 1 ? metres.group(2) + "0" : metres.group(2);
        return tidied(new BigDecimal(metres.group(1) + rest));
      }
    }
    Reading<BigDecimal> reading = Numbers.readDecimal(withoutUnit(cell, "cm"));
    BigDecimal value = reading.value();
    return value == null || value.compareTo(THREE) >= 0 ? reading : tidied(value.movePointRight(2));
  }

  private static Reading<BigDecimal> tidied(BigDecimal value) {
    BigDecimal plain = value.stripTrailingZeros();
    BigDecimal whole = plain.scale() < 0 ? plain.setScale(0) : plain;
    return Reading.of(whole, Note.of(FindingCode.NUMBER_TIDIED, whole.toPlainString()));
  }

  private static Cell withoutUnit(Cell cell, String unit) {
    if (cell instanceof Cell.Text text && CellText.loose(text.text()).strip().endsWith(unit)) {
      String stripped = text.text().strip();
      return new Cell.Text(
          stripped.substring(0, stripped.length() - unit.length()).strip(), text.font());
    }
    return cell;
  }

  /** Glucose in mmol/L; values above 40 are mg/dL and divided by 18. */
  public static Reading<BigDecimal> readGlucose(Cell cell) {
    Reading<BigDecimal> reading = Numbers.readDecimal(cell);
    BigDecimal value = reading.value();
    return value == null || value.compareTo(MMOL_MAX) <= 0
        ? reading
        : tidied(value.divide(MG_PER_MMOL, 1, RoundingMode.HALF_UP));
  }

  /** {@code 120/80}, {@code 120-80}, {@code HA: 130/80 mmHg}; {@code 12/8} counts in cmHg. */
  public static Reading<Pressure> readPressure(Cell cell) {
    Matcher pair = PAIR.matcher(CellText.of(cell));
    if (!pair.matches()) {
      return CellText.isFiller(CellText.of(cell))
          ? Reading.blank()
          : Reading.unreadable(FindingCode.NUMBER_UNREADABLE, "120/80");
    }
    int high = millimetres(Integer.parseInt(pair.group(1)));
    int low = millimetres(Integer.parseInt(pair.group(2)));
    return Reading.of(new Pressure(high, low));
  }

  /** One of the two pressures, in a column of its own. */
  public static Reading<Integer> readSinglePressure(Cell cell) {
    Reading<Long> reading = Numbers.readWhole(cell);
    Long value = reading.value();
    return new Reading<>(
        value == null ? null : millimetres((int) Math.min(value, 1000)), reading.notes());
  }

  private static int millimetres(int written) {
    return written <= CENTI_MAX ? written * 10 : written;
  }

  /**
   * An interest rate in percent a year: a rate per month, by heading or cell, times twelve. {@code
   * 0,01} stands for one percent.
   *
   * @param heading of the column
   */
  public static Reading<BigDecimal> readRate(Cell cell, String heading) {
    String text = CellText.loose(CellText.of(cell));
    String loose = CellText.loose(heading);
    boolean cellYear = text.contains("nam");
    boolean month = text.contains("thang") || (!cellYear && loose.contains("thang"));
    Cell number =
        cell instanceof Cell.Text t
            ? new Cell.Text(t.text().replaceAll("(?i)[%/].*", "").strip(), t.font())
            : cell;
    Reading<BigDecimal> reading = Numbers.readDecimal(number);
    BigDecimal value = reading.value();
    if (value == null) {
      return reading;
    }
    BigDecimal percent =
        value.signum() > 0 && value.compareTo(new BigDecimal("0.05")) < 0
            ? value.movePointRight(2)
            : value;
    return Reading.of(month ? percent.multiply(BigDecimal.valueOf(12)) : percent);
  }
}
