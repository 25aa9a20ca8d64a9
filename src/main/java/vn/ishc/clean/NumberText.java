package vn.ishc.clean;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number as people write it, taken apart: sign, digits with separators, and what words follow.
 *
 * <p>Separators: of two kinds, the last is the decimal one. A kind that occurs twice or more
 * separates thousands, every group must have three digits. One alone before other than three digits
 * is the decimal one. One alone before three digits is decided by {@link Style}.
 */
final class NumberText {
  /** How one separator before three digits is read: {@code 1.500}, {@code 1,500}. */
  enum Style {
    /** Thousands, whether dot or comma: counts and amounts in đồng, which have no decimals. */
    WHOLE,
    /** Vietnamese: the dot separates thousands, the comma decimals. Amounts in triệu. */
    VIETNAMESE,
    /** Decimals, whether dot or comma: measures and rates. */
    DECIMAL
  }

  private NumberText() {}

  /** The magnitude of digits and separators; null when they make no number. */
  static @Nullable BigDecimal parse(String text, Style style) {
    if (CellText.isDigits(text)) {
      return text.length() > 18 ? new BigDecimal(text) : BigDecimal.valueOf(Long.parseLong(text));
    }
    String body = text.replace('\u2019', '\'');
    if (body.isEmpty() || !hasOnly(body) || body.endsWith(" ")) {
      return null;
    }
    char decimal = decimalSeparator(body, style);
    int at = decimal == 0 ? -1 : body.lastIndexOf(decimal);
    String whole = at < 0 ? body : body.substring(0, at);
    String fraction = at < 0 ? "" : body.substring(at + 1);
    boolean brokenGroups =
        style == Style.WHOLE
            && fraction.length() == 3
            && whole.length() > 3
            && CellText.isDigits(whole);
    if ((at >= 0 && !CellText.isDigits(fraction)) || !isGrouped(whole) || brokenGroups) {
      return null;
    }
    String digits = whole.isEmpty() ? "0" : CellText.digits(whole);
    return new BigDecimal(fraction.isEmpty() ? digits : digits + "." + fraction);
  }

  /** True for digits with dots and commas alone: nothing to strip before parsing. */
  static boolean isPlain(String text) {
    int last = text.length() - 1;
    if (last < 0 || !CellText.isDigit(text.charAt(0)) || !CellText.isDigit(text.charAt(last))) {
      return false;
    }
    for (int i = 1; i < last; i++) {
      char c = text.charAt(i);
      if (!CellText.isDigit(c) && c != '.' && c != ',') {
        return false;
      }
    }
    return true;
  }

  private static boolean hasOnly(String body) {
    for (int i = 0; i < body.length(); i++) {
      if (!CellText.isDigit(body.charAt(i)) && ".,' ".indexOf(body.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /** The sign before the decimals; 0 when there are none. */
  private static char decimalSeparator(String body, Style style) {
    int dot = body.lastIndexOf('.');
    int comma = body.lastIndexOf(',');
    if (dot < 0 && comma < 0) {
      return 0;
    }
    char last = dot > comma ? '.' : ',';
    boolean both = dot >= 0 && comma >= 0;
    boolean several = body.indexOf(last) != body.lastIndexOf(last);
    boolean spaced = body.indexOf(' ') >= 0 || body.indexOf('\'') >= 0;
    if (several) {
      return 0;
    }
    return both || spaced || !couldGroup(body, body.indexOf(last)) || isDecimalBy(style, last)
        ? last
        : 0;
  }

  /** One to three digits without leading zero before, exactly three behind. */
  private static boolean couldGroup(String body, int at) {
    return at >= 1 && at <= 3 && body.length() - at == 4 && body.charAt(0) != '0';
  }

  private static boolean isDecimalBy(Style style, char separator) {
    return style == Style.DECIMAL || (style == Style.VIETNAMESE && separator == ',');
  }

  /** Digits alone, or groups of three after a first of one to three, all apart by the same sign. */
  private static boolean isGrouped(String whole) {
    char separator = 0;
    int group = 0;
    int groups = 0;
    for (int i = 0; i < whole.length(); i++) {
      char c = whole.charAt(i);
      if (CellText.isDigit(c)) {
        group++;
        continue;
      }
      boolean sized = groups == 0 ? group >= 1 && group <= 3 : group == 3;
      if (!sized || (separator != 0 && c != separator)) {
        return false;
      }
      separator = c;
      group = 0;
      groups++;
    }
    return groups == 0 || group == 3;
  }
}
