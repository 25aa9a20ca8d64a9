package vn.ishc.clean;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ishc.clean.NumberText.Style;
import vn.ishc.clean.Reading.Note;
import vn.ishc.row.Cell;
import vn.ishc.row.FindingCode;

/**
 * Reads counts, measures, shares and amounts. How {@code 1.500} and {@code 1,500} are read is told
 * at {@link NumberText}: thousands in counts and đồng, dot thousands and comma decimals in nghìn,
 * triệu and tỷ, decimals in measures. A number cell is never ambiguous.
 */
public final class Numbers {
  private static final Pattern ABOUT = Pattern.compile("^(?:khoang|gan|hon|tren|~|≈|\\+|=|'|:)+ ?");
  private static final Pattern COUNTED =
      Pattern.compile(
          " ?(?:luot nguoi|luot|nguoi|lan|buoi|clb|hoi vien|thanh vien|hv|tv|nct|ho|cuoc|lop|dot|tin bai|tin|"
              + "bai|the|con|cap|dong chi|d/c|cu|tnv|cai|chiec|to|nhom|xom|ban|khoi|thon|xa|"
              + "cm|kg|mmhg|mmol/l|mg/dl|lan/phut|l/p|l/ph|nhip/phut|ck/p|%)\\.?$");
  private static final int DIGITS_MAX = 15;

  private Numbers() {}

  /** A number in a text and whether it needed more than plain digits. */
  private record Written(BigDecimal number, boolean tidied) {}

  /**
   * Reads a count: whole, not negative. {@code không} is 0, a dash alone is blank, {@code 12 người}
   * and {@code mười hai} are 12.
   */
  public static Reading<Long> readWhole(Cell cell) {
    return switch (cell) {
      case Cell.Blank blank -> Reading.blank();
      case Cell.Failure failure -> CellText.failed(failure);
      case Cell.Bool bool -> unreadable(CellText.of(bool));
      case Cell.Numeric number ->
          isDate(number)
              ? unreadable(CellText.of(number))
              : whole(CellText.decimal(number.value()), false);
      case Cell.Text text -> wholeText(text.text().strip());
    };
  }

  private static Reading<Long> wholeText(String text) {
    if (CellText.isFiller(text)) {
      return Reading.blank();
    }
    if (text.length() <= DIGITS_MAX && CellText.isDigits(text)) {
      return Reading.of(Long.parseLong(text));
    }
    Written written = written(text, Style.WHOLE);
    return written == null ? unreadable(text) : whole(written.number, written.tidied);
  }

  private static Reading<Long> whole(BigDecimal number, boolean tidied) {
    if (number.signum() < 0) {
      return Reading.unreadable(FindingCode.AMOUNT_NEGATIVE, number.toPlainString());
    }
    if (number.stripTrailingZeros().scale() > 0) {
      return Reading.unreadable(FindingCode.NUMBER_NOT_WHOLE, number.toPlainString());
    }
    return number.precision() - number.scale() > DIGITS_MAX
        ? unreadable(number.toPlainString())
        : noted(number.longValue(), tidied);
  }

  private static <T> Reading<T> noted(T value, boolean tidied) {
    return tidied
        ? Reading.of(value, Note.of(FindingCode.NUMBER_TIDIED, value.toString()))
        : Reading.of(value);
  }

  private static <T> Reading<T> unreadable(String found) {
    return Reading.unreadable(FindingCode.NUMBER_UNREADABLE, found);
  }

  /**
   * A date serial is no number; a small number under a date format is one that got the format by
   * mistake.
   */
  private static boolean isDate(Cell.Numeric number) {
    return (number.style().date() && number.value() >= 10_000) || !Double.isFinite(number.value());
  }

  /** Reads a measure or a rate; a single dot or comma is the decimal one. May be negative. */
  public static Reading<BigDecimal> readDecimal(Cell cell) {
    return switch (cell) {
      case Cell.Blank blank -> Reading.blank();
      case Cell.Failure failure -> CellText.failed(failure);
      case Cell.Bool bool -> unreadable(CellText.of(bool));
      case Cell.Numeric number ->
          isDate(number)
              ? unreadable(CellText.of(number))
              : Reading.of(CellText.decimal(number.value()));
      case Cell.Text text -> decimalText(text.text().strip());
    };
  }

  private static Reading<BigDecimal> decimalText(String text) {
    if (CellText.isFiller(text)) {
      return Reading.blank();
    }
    Written written = written(text, Style.DECIMAL);
    return written == null ? unreadable(text) : noted(written.number, written.tidied);
  }

  /**
   * Reads a share or rate in percent: 65,1 % and 65.1 are 65.1; a cell under a percent format that
   * holds 0.651 is 65.1. A bare 0,8 is 0.8 %, for that is how monthly interest is written; the
   * caller knows whether its column holds fractions.
   */
  public static Reading<BigDecimal> readPercent(Cell cell) {
    if (cell instanceof Cell.Numeric number && number.style().code().indexOf('%') >= 0) {
      return Reading.of(plain(CellText.decimal(number.value() * 100)));
    }
    return readDecimal(cell);
  }

  private static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /**
   * Reads an amount into whole đồng; that the unit of a table was scaled is told once, by the
   * caller. A text with a scale of its own ({@code 12,5tr}, {@code 500k}) is in đồng whatever the
   * unit of the column. A negative amount is unreadable; fractions of a đồng in a number cell
   * (interest by formula) are rounded with a note, in a text they are doubted.
   *
   * @param cell the cell
   * @param unit what the title or header states, else {@link MoneyUnit#DONG}
   */
  public static Reading<Long> readMoney(Cell cell, MoneyUnit unit) {
    return switch (cell) {
      case Cell.Blank blank -> Reading.blank();
      case Cell.Failure failure -> CellText.failed(failure);
      case Cell.Bool bool -> unreadable(CellText.of(bool));
      case Cell.Numeric number ->
          isDate(number)
              ? unreadable(CellText.of(number))
              : dong(CellText.decimal(number.value()), unit, true);
      case Cell.Text text -> moneyText(text.text().strip(), unit);
    };
  }

  private static Reading<Long> moneyText(String text, MoneyUnit unit) {
    if (CellText.isFiller(text)) {
      return Reading.blank();
    }
    if (text.length() <= 9 && CellText.isDigits(text)) {
      return dong(BigDecimal.valueOf(Long.parseLong(text)), unit, false);
    }
    Style style =
        unit == MoneyUnit.DONG || unit == MoneyUnit.THOUSAND ? Style.WHOLE : Style.VIETNAMESE;
    if (NumberText.isPlain(text)) {
      BigDecimal number = NumberText.parse(text, style);
      return number == null ? unreadable(text) : dong(number, unit, false);
    }
    String loose = CellText.loose(CellText.asDigits(text));
    if (CellText.saysZero(loose)) {
      return noted(0L, true);
    }
    boolean negative = isNegative(loose);
    Amounts.Amount amount =
        Amounts.parse(withoutSign(ABOUT.matcher(loose).replaceFirst("")), style);
    if (amount == null) {
      return unreadable(text);
    }
    if (negative) {
      return Reading.unreadable(FindingCode.AMOUNT_NEGATIVE, text);
    }
    Reading<Long> read = dong(amount.number(), amount.inDong() ? MoneyUnit.DONG : unit, false);
    Long value = read.value();
    return value == null || !amount.inDong() ? read : noted(value, true);
  }

  private static Reading<Long> dong(BigDecimal number, MoneyUnit unit, boolean rounds) {
    BigDecimal dong = number.multiply(unit.dong()).stripTrailingZeros();
    if (dong.signum() < 0) {
      return Reading.unreadable(FindingCode.AMOUNT_NEGATIVE, number.toPlainString());
    }
    if (dong.precision() - dong.scale() > DIGITS_MAX || (dong.scale() > 0 && !rounds)) {
      return unreadable(number.toPlainString());
    }
    long value = dong.setScale(0, RoundingMode.HALF_UP).longValueExact();
    return noted(value, dong.scale() > 0);
  }

  /**
   * The number of a text with sign, trace words and counted things around it; null when it is none.
   */
  private static @Nullable Written written(String text, Style style) {
    if (NumberText.isPlain(text)) {
      BigDecimal number = NumberText.parse(text, style);
      return number == null ? null : new Written(plain(number), false);
    }
    String loose = CellText.loose(CellText.asDigits(text));
    if (style == Style.WHOLE && CellText.saysZero(loose)) {
      return new Written(BigDecimal.ZERO, true);
    }
    boolean negative = isNegative(loose);
    String body =
        withoutSign(COUNTED.matcher(ABOUT.matcher(loose).replaceFirst("")).replaceFirst(""));
    BigDecimal number = NumberText.parse(body.strip(), style);
    if (number == null) {
      return inWords(text, loose);
    }
    boolean words =
        loose.chars().anyMatch(Character::isLetter) || !loose.equals(CellText.loose(text));
    return new Written(plain(negative ? number.negate() : number), words);
  }

  /** {@code bốn mươi người}: the tones that tell numbers from other words stand in the text itself. */
  private static @Nullable Written inWords(String text, String loose) {
    Integer number = NumberWords.read(text);
    Matcher about = ABOUT.matcher(loose);
    int start = about.lookingAt() ? about.end() : 0;
    Matcher counted = COUNTED.matcher(loose);
    int end = counted.find(start) ? counted.start() : loose.length();
    if (number == null && loose.length() == text.length()) {
      number = NumberWords.read(text.substring(start, end));
    }
    return number == null ? null : new Written(BigDecimal.valueOf(number), true);
  }

  /** A minus before, or behind as book-keepers do, or parentheses around. */
  private static boolean isNegative(String text) {
    char first = text.charAt(0);
    boolean parentheses = first == '(' && text.endsWith(")");
    return parentheses || ((first == '-' || first == '−' || first == '–') && text.length() > 1);
  }

  private static String withoutSign(String text) {
    String body =
        text.startsWith("(") && text.endsWith(")") ? text.substring(1, text.length() - 1) : text;
    return !body.isEmpty() && "-−–".indexOf(body.charAt(0)) >= 0
        ? body.substring(1).strip()
        : body.strip();
  }
}
