package vn.ishc.cli;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import vn.ishc.row.Language;

/**
 * Numbers as the reader writes them: {@code 8.450} and {@code 65,1} in Vietnamese, {@code 8,450} and {@code 65.1} in
 * English, whatever the machine's locale.
 */
public final class Figures {
  private final DecimalFormat format;

  private Figures(char group, char point) {
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
    symbols.setGroupingSeparator(group);
    symbols.setDecimalSeparator(point);
    format = new DecimalFormat("#,##0.##########", symbols);
  }

  /** The style of a language. */
  public static Figures of(Language language) {
    return language == Language.VI ? new Figures('.', ',') : new Figures(',', '.');
  }

  /** A whole number. */
  public String text(long number) {
    return format.format(number);
  }

  /** A number with the decimals it has; trailing zeros of its scale are kept. */
  public String text(BigDecimal number) {
    DecimalFormat scaled = (DecimalFormat) format.clone();
    scaled.setMinimumFractionDigits(Math.max(0, number.scale()));
    scaled.setMaximumFractionDigits(Math.max(0, number.scale()));
    return scaled.format(number);
  }
}
