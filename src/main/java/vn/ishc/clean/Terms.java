package vn.ishc.clean;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.ishc.clean.Reading.Note;
import vn.ishc.row.Cell;
import vn.ishc.row.FindingCode;

/** Reads terms of loans. */
public final class Terms {
  private static final Pattern TERM =
      Pattern.compile(
          "(?:(\\d{1,3}(?:[.,]\\d)?) ?(?:nam|n|y)\\b(?: ruoi)?)? ?(?:(?:va )?(\\d{1,3}) ?(?:thang|thg|th|t|"
              + "m)?\\b\\.?)?(?: ?\\(.*\\))?");
  private static final Pattern UNIT = Pattern.compile(" (năm|nam|tháng|thang)$");
  private static final int MONTHS_MAX = 600;

  private Terms() {}

  /** Reads 12, 12 tháng, 18th, 1 năm, 1 năm 6 tháng, 1,5 năm, mười hai tháng into whole months, up to 600. */
  public static Reading<Integer> readMonths(Cell cell) {
    return switch (cell) {
      case Cell.Blank blank -> Reading.blank();
      case Cell.Failure failure -> CellText.failed(failure);
      case Cell.Bool bool -> unreadable(CellText.of(bool));
      case Cell.Numeric number ->
          number.style().date()
              ? unreadable(CellText.of(number))
              : months(CellText.decimal(number.value()), CellText.of(number), false);
      case Cell.Text text -> readText(text.text().strip());
    };
  }

  private static Reading<Integer> unreadable(String found) {
    return Reading.unreadable(FindingCode.NUMBER_UNREADABLE, found);
  }

  private static Reading<Integer> readText(String text) {
    if (CellText.isFiller(text)) {
      return Reading.blank();
    }
    String loose = CellText.loose(text);
    Matcher matcher = TERM.matcher(loose);
    if (!matcher.matches() || (matcher.group(1) == null && matcher.group(2) == null)) {
      return inWords(text);
    }
    BigDecimal years =
        matcher.group(1) == null
            ? BigDecimal.ZERO
            : new BigDecimal(matcher.group(1).replace(',', '.'));
    BigDecimal half = loose.contains("ruoi") ? BigDecimal.valueOf(6) : BigDecimal.ZERO;
    BigDecimal months =
        matcher.group(2) == null ? BigDecimal.ZERO : new BigDecimal(matcher.group(2));
    return months(
        years.multiply(BigDecimal.valueOf(12)).add(half).add(months),
        text,
        !CellText.isDigits(text));
  }

  /** {@code mười hai tháng}, {@code một năm}. */
  private static Reading<Integer> inWords(String text) {
    String folded = Spelling.fold(text);
    Matcher unit = UNIT.matcher(folded);
    Integer number = unit.find() ? NumberWords.read(folded.substring(0, unit.start())) : null;
    if (number == null) {
      return unreadable(text);
    }
    boolean years = unit.group(1).equals("năm") || unit.group(1).equals("nam");
    return months(BigDecimal.valueOf(years ? number * 12L : number), text, true);
  }

  private static Reading<Integer> months(BigDecimal months, String found, boolean tidied) {
    if (months.signum() < 0
        || months.compareTo(BigDecimal.valueOf(MONTHS_MAX)) > 0
        || months.stripTrailingZeros().scale() > 0) {
      return unreadable(found);
    }
    int value = months.intValue();
    return tidied
        ? Reading.of(value, Note.of(FindingCode.NUMBER_TIDIED, Integer.toString(value)))
        : Reading.of(value);
  }
}
