package vn.ishc.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * Figures as a reader writes them, whatever the machine's locale: {@code 8.450} and {@code 65,1 %},
 * or {@code 8,450} and {@code 65.1%}.
 */
public final class FigureFormat {
  /** Stands where nothing is known. */
  public static final String NOTHING = "–";

  private final boolean vietnamese;
  private final DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);

  private FigureFormat(boolean vietnamese) {
    this.vietnamese = vietnamese;
    symbols.setGroupingSeparator(vietnamese ? '.' : ',');
    symbols.setDecimalSeparator(vietnamese ? ',' : '.');
  }

  /** The style of Vietnamese, or of English. */
  public static FigureFormat of(boolean vietnamese) {
    return new FigureFormat(vietnamese);
  }

  /** A count or an amount in whole numbers: {@code 8.450}. */
  public String number(BigDecimal number) {
    return format("#,##0").format(number);
  }

  /** A share of 0 to 1 with at most one decimal: {@code 65,1 %}, {@code 100 %}. */
  public String share(double share) {
    String percent = format("#,##0.#").format(BigDecimal.valueOf(share).movePointRight(2));
    return percent + (vietnamese ? " %" : "%");
  }

  /** The value of a figure in its unit; {@link #NOTHING} where nothing is known. */
  public String value(IndicatorRow row) {
    return row.value().map(value -> figure(row.definition().unit(), value)).orElse(NOTHING);
  }

  /** A number in the unit of a figure. */
  public String inUnitOf(IndicatorRow row, double value) {
    return figure(row.definition().unit(), value);
  }

  /** The target of a figure in its unit, {@code 60–70 %} between two; {@link #NOTHING} without. */
  public String target(IndicatorRow row) {
    Unit unit = row.definition().unit();
    return row.target().map(target -> bounds(unit, target, row)).orElse(NOTHING);
  }

  private String bounds(Unit unit, double target, IndicatorRow row) {
    String upper =
        row.definition()
            .target()
            .flatMap(Target::upper)
            .map(bound -> figure(unit, bound.doubleValue()))
            .orElse("");
    String lower = figure(unit, target);
    return upper.isEmpty() ? lower : lower.replaceAll(" ?%", "") + "–" + upper;
  }

  private String figure(Unit unit, double value) {
    return unit == Unit.SHARE ? share(value) : number(BigDecimal.valueOf(value));
  }

  private DecimalFormat format(String pattern) {
    DecimalFormat format = new DecimalFormat(pattern, symbols);
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format;
  }
}
