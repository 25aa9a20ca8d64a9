package vn.ishc.clean;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.ishc.row.Cell;

/** Reads interest rates, which lists state per month or per year. */
public final class InterestRates {
  private static final Pattern PER =
      Pattern.compile("[ ,]*(?:/|moi|mot|1|tren)? ?(?:mot |1 )?(thang|th|t|" + "nam|n)\\.?$");

  private InterestRates() {}

  /** The span of a rate. */
  public enum Per {
    MONTH,
    YEAR,
    /** The cell does not say; the header may. */
    UNSAID
  }

  /**
   * A rate.
   *
   * @param percent in percent
   * @param per its span
   */
  public record InterestRate(BigDecimal percent, Per per) {}

  /** Reads 6,6%/năm, 0,55 % tháng, 0.8; without a span the number alone, in percent. */
  public static Reading<InterestRate> read(Cell cell) {
    if (!(cell instanceof Cell.Text text)) {
      return rate(Numbers.readPercent(cell), Per.UNSAID);
    }
    String loose = CellText.loose(text.text()).strip();
    Matcher matcher = PER.matcher(loose);
    if (!matcher.find()) {
      return rate(Numbers.readPercent(cell), Per.UNSAID);
    }
    Per per = matcher.group(1).startsWith("t") ? Per.MONTH : Per.YEAR;
    String number = loose.substring(0, matcher.start()).strip();
    return rate(Numbers.readPercent(number.isEmpty() ? cell : new Cell.Text(number, null)), per);
  }

  private static Reading<InterestRate> rate(Reading<BigDecimal> read, Per per) {
    BigDecimal percent = read.value();
    return new Reading<>(percent == null ? null : new InterestRate(percent, per), read.notes());
  }
}
