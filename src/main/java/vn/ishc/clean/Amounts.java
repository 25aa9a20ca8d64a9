package vn.ishc.clean;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ishc.clean.NumberText.Style;

/**
 * An amount of money in words and digits: {@code 1tr5}, {@code 1 triệu 500 nghìn}, {@code 2 tỷ},
 * {@code 500k}. Digits behind a scale without a scale of their own are its fraction: {@code 1tr5}
 * is 1,5 triệu, {@code 1tr500} and {@code 2 tỷ 500} likewise.
 */
final class Amounts {
  private static final Pattern CURRENCY =
      Pattern.compile("\\.? ?(?:dong|vnd|d|₫|vn d|vnđ)(?: chan)?[.,;]?$");
  private static final Pattern TAIL = Pattern.compile("[.,]?/?-+$|\\.$");
  private static final String SCALE = "ty|ti|trieu|tr|t\\.r|nghin|ngan|ngh|ng|k|tram";
  private static final Pattern PART =
      Pattern.compile(
          "\\G ?([0-9][0-9.,' ]*?|nua|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi)? ?("
              + SCALE
              + ")\\b\\.?|\\G ?([0-9][0-9.,' ]*|ruoi)$");
  private static final Pattern GLUED = Pattern.compile("(?<=[a-z])(?=[0-9])|(?<=[0-9])(?=[a-z])");

  private Amounts() {}

  /**
   * A magnitude in the unit, and whether the text named scales of its own, in which case it is in
   * đồng.
   */
  record Amount(BigDecimal number, boolean inDong) {}

  /** The amount of a text in lower case without marks; null when it is none. */
  static @Nullable Amount parse(String loose, Style style) {
    String body = TAIL.matcher(withoutCurrency(loose)).replaceFirst("").strip();
    BigDecimal plain = NumberText.parse(body, style);
    if (plain != null) {
      return new Amount(plain, false);
    }
    BigDecimal scaled = scaled(GLUED.matcher(body).replaceAll(" "));
    return scaled == null ? null : new Amount(scaled, true);
  }

  private static String withoutCurrency(String text) {
    return CURRENCY.matcher(text).replaceFirst("").strip();
  }

  private static @Nullable BigDecimal scaled(String text) {
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal last = BigDecimal.ZERO;
    Matcher matcher = PART.matcher(text);
    int end = 0;
    while (matcher.find()) {
      BigDecimal part =
          matcher.group(2) != null
              ? scaledPart(matcher.group(1), matcher.group(2))
              : fraction(matcher.group(3), last);
      BigDecimal scale = matcher.group(2) == null ? BigDecimal.ZERO : scale(matcher.group(2));
      boolean falling = last.signum() == 0 || scale.compareTo(last) < 0;
      if (part == null || !falling) {
        return null;
      }
      sum = sum.add(part);
      last = scale;
      end = matcher.end();
    }
    return end == text.length() && end > 0 && sum.signum() > 0 ? sum : null;
  }

  private static @Nullable BigDecimal scaledPart(@Nullable String digits, String scale) {
    BigDecimal number = digits == null ? BigDecimal.ONE : number(digits.strip());
    return number == null ? null : number.multiply(scale(scale));
  }

  private static @Nullable BigDecimal number(String written) {
    return switch (written) {
      case "nua" -> new BigDecimal("0.5");
      case "mot" -> BigDecimal.ONE;
      case "hai" -> BigDecimal.valueOf(2);
      case "ba" -> BigDecimal.valueOf(3);
      case "bon" -> BigDecimal.valueOf(4);
      case "nam" -> BigDecimal.valueOf(5);
      case "sau" -> BigDecimal.valueOf(6);
      case "bay" -> BigDecimal.valueOf(7);
      case "tam" -> BigDecimal.valueOf(8);
      case "chin" -> BigDecimal.valueOf(9);
      case "muoi" -> BigDecimal.TEN;
      default -> NumberText.parse(written, Style.VIETNAMESE);
    };
  }

  /** The digits behind a scale, as its fraction; rưỡi is a half. */
  private static @Nullable BigDecimal fraction(String digits, BigDecimal scale) {
    if (scale.signum() == 0) {
      return null;
    }
    if (digits.equals("ruoi")) {
      return scale.divide(BigDecimal.valueOf(2));
    }
    return CellText.isDigits(digits) && digits.length() <= 3
        ? new BigDecimal("0." + digits).multiply(scale)
        : null;
  }

  private static BigDecimal scale(String word) {
    return switch (word) {
      case "ty", "ti" -> BigDecimal.valueOf(1_000_000_000);
      case "trieu", "tr", "t.r" -> BigDecimal.valueOf(1_000_000);
      case "tram" -> BigDecimal.valueOf(100);
      default -> BigDecimal.valueOf(1_000);
    };
  }
}
