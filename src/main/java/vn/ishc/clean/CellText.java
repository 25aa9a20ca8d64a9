package vn.ishc.clean;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Set;
import vn.ishc.row.Cell;
import vn.ishc.row.FindingCode;

/** What the parsers share: how a cell shows, and the ways to write that nothing is there. */
final class CellText {
  private static final Set<String> NOTHING =
      Set.of(
          "khong",
          "khong co",
          "chua co",
          "chua",
          "ko",
          "ko co",
          "k",
          "k co",
          "kg co",
          "chua cap",
          "khong ro",
          "chua ro",
          "trong",
          "n a",
          "null",
          "none");

  private static final Set<String> ZERO =
      Set.of("khong", "khong co", "ko", "ko co", "k", "k co", "kg co", "none");

  private CellText() {}

  /**
   * Text as it is, a number in plain digits, a logical value in English capitals; empty for blank
   * and failed cells.
   */
  static String of(Cell cell) {
    return switch (cell) {
      case Cell.Blank blank -> "";
      case Cell.Text text -> text.text().strip();
      case Cell.Numeric number -> plain(number.value());
      case Cell.Bool bool -> bool.value() ? "TRUE" : "FALSE";
      case Cell.Failure failure -> "";
    };
  }

  /**
   * A number without exponent and without the noise of binary fractions: 15 digits count, as in a
   * spreadsheet.
   */
  static String plain(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return Long.toString((long) value);
    }
    return Double.isFinite(value) ? decimal(value).toPlainString() : "";
  }

  /** A number as the spreadsheet shows it, to 15 significant digits. */
  static BigDecimal decimal(double value) {
    BigDecimal number = new BigDecimal(value).round(new MathContext(15)).stripTrailingZeros();
    return number.scale() < 0 ? number.setScale(0) : number;
  }

  /** A failed formula. */
  static <T> Reading<T> failed(Cell.Failure failure) {
    return Reading.unreadable(FindingCode.FORMULA_FAILED, failure.code());
  }

  /** True for dashes, dots, slashes, underscores and the like alone: an empty place of a form. */
  static boolean isFiller(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (" -–—−_./\\…·:;,|*~'".indexOf(c) < 0 && !Character.isSpaceChar(c)) {
        return false;
      }
    }
    return true;
  }

  /**
   * True for words that say there are none, which for a number is zero: không, không có. Chưa rõ is
   * no number at all.
   */
  static boolean saysZero(String text) {
    return text.length() <= 12 && ZERO.contains(Spelling.toneless(text));
  }

  /** True for words that say there is none: không, chưa có, ko. */
  static boolean saysNothing(String text) {
    return text.length() <= 12 && NOTHING.contains(Spelling.toneless(text));
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean hasDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** True for one digit and more, nothing else. */
  static boolean isDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /** The digits alone. */
  static String digits(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (isDigit(text.charAt(i))) {
        out.append(text.charAt(i));
      }
    }
    return out.toString();
  }

  /** Letters that stand for digits: O, o for 0, l, I for 1. A text with other letters stays. */
  static String asDigits(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char digit = c == 'O' || c == 'o' ? '0' : c == 'l' || c == 'I' ? '1' : c;
      if (Character.isLetter(digit)) {
        return text;
      }
      out.append(digit);
    }
    return out.toString();
  }

  /** Lower case without marks, signs and spaces kept, for patterns. */
  static String loose(String text) {
    char[] out = new char[text.length()];
    for (int i = 0; i < out.length; i++) {
      char c = Letters.plain(Letters.lower(text.charAt(i)));
      out[i] = Character.isSpaceChar(c) ? ' ' : c;
    }
    return new String(out);
  }
}
