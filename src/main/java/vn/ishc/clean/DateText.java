package vn.ishc.clean;

import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ishc.row.FindingCode;
import vn.ishc.row.PartialDate;
import vn.ishc.row.Period;

/**
 * A date in a text. The usual forms ({@code 5/3/1948}, {@code 3/2024}, {@code 1948}) are scanned at
 * once; all others are brought to signs first ({@code ngày 5 tháng 3 năm 1948} to {@code 5/3/1948},
 * {@code từ 5 đến 7/3/2024} to {@code 5-7/3/2024}) and noted as tidied.
 */
final class DateText {
  /**
   * How a column is read.
   *
   * @param hint of the caller
   * @param birth whether the dates are dates of birth
   */
  record Context(Dates.Hint hint, boolean birth) {}

  private static final int LENGTH_MAX = 120;
  private static final String EMPTY = "[ 0?x_.…*\\-]*";
  private static final Pattern WITHOUT_DAY =
      Pattern.compile(
          "("
              + EMPTY
              + "|\\d{1,2} ?)[/\\-]("
              + EMPTY
              + "|0?\\d ?|1[0-2] ?)[/\\-] ?(\\d{4}|\\d{2})");
  private static final Pattern QUARTER =
      Pattern.compile("(?:q|quy|qui)[ .]?(iii|ii|iv|i|[1-4])(?:[ /.,\\-]|nam)*(\\d{4})?");
  private static final Pattern HALF =
      Pattern.compile("(?:6 ?(?:thang|t)|sau thang|nua) (dau|cuoi)(?: nam)?[ /]*(\\d{4})?");
  private static final Pattern MONTH_ALONE =
      Pattern.compile("(?:trong )?(?:thang|thg|th|t)[ .]*(0?[1-9]|1[0-2])");
  private static final Pattern YEAR_ALONE =
      Pattern.compile("(?<!\\d)(1[89]\\d\\d|20\\d\\d|2100)(?!\\d)");

  private DateText() {}

  /** Reads a stripped text. */
  static Reading<PartialDate> read(String text, Context context) {
    DateParts parts = DateParts.scan(text);
    if (parts != null) {
      return parts.resolve(text, context);
    }
    if (isEmptyForm(text)) {
      return Reading.blank();
    }
    Reading<PartialDate> read = text.length() > LENGTH_MAX ? null : slow(text, context);
    return read == null ? Reading.unreadable(FindingCode.DATE_UNREADABLE, text) : read;
  }

  /** {@code .../.../...}, {@code __/__/____}, {@code //}: a place of a form that nobody filled. */
  private static boolean isEmptyForm(String text) {
    return CellText.isFiller(text);
  }

  private static @Nullable Reading<PartialDate> slow(String text, Context context) {
    String loose = CellText.loose(text);
    Reading<PartialDate> named = quarterOrHalf(loose, text, context);
    if (named != null) {
      return named;
    }
    Matcher matcher = WITHOUT_DAY.matcher(CellText.asDigits(loose));
    if (matcher.matches()) {
      return withoutDay(matcher, text, context);
    }
    Reading<PartialDate> read = DateSigns.read(loose, text, context);
    return read == null ? yearAlone(loose, context) : read;
  }

  private static @Nullable Reading<PartialDate> quarterOrHalf(
      String loose, String text, Context context) {
    Matcher half = HALF.matcher(loose);
    if (half.find()) {
      int year = year(half.group(2), context);
      return year == 0
          ? null
          : limited(Dates.halfYear(new Period(year, half.group(1).equals("dau") ? 1 : 2)), context);
    }
    Matcher quarter = QUARTER.matcher(loose);
    if (quarter.matches()) {
      int year = year(quarter.group(2), context);
      return year == 0 ? null : limited(Dates.quarter(year, quarterOf(quarter.group(1))), context);
    }
    Matcher month = MONTH_ALONE.matcher(loose);
    if (!month.matches()) {
      return null;
    }
    int year = year(null, context);
    return year == 0
        ? Reading.unreadable(FindingCode.DATE_UNREADABLE, text)
        : Dates.tidied(PartialDate.month(YearMonth.of(year, Integer.parseInt(month.group(1)))));
  }

  /** As written; else that of the file's half-year ({@code tháng 8}, {@code quý III}), but nobody is born in it; 0 when nothing tells. */
  private static int year(@Nullable String written, Context context) {
    if (written != null) {
      return Integer.parseInt(written);
    }
    Period period = context.hint().period();
    return period == null || context.birth() ? 0 : period.year();
  }

  private static int quarterOf(String written) {
    return switch (written) {
      case "i", "1" -> 1;
      case "ii", "2" -> 2;
      case "iii", "3" -> 3;
      default -> 4;
    };
  }

  private static Reading<PartialDate> limited(PartialDate date, Context context) {
    return context.hint().allows(date.year())
        ? Reading.of(date)
        : Reading.unreadable(FindingCode.DATE_IMPOSSIBLE, Dates.format(date));
  }

  /** {@code ?/?/1948}, {@code xx/3/1948}: unknown places count as zero. */
  private static Reading<PartialDate> withoutDay(Matcher matcher, String text, Context context) {
    String day = known(matcher.group(1));
    String month = known(matcher.group(2));
    return new DateParts(new String[] {day, month, matcher.group(3)}, false).resolve(text, context);
  }

  private static String known(String place) {
    String digits = CellText.digits(place);
    return digits.isEmpty() ? "0" : digits;
  }

  /** A text around one year and no other number: khoảng 1948, 1948 (tuổi Tý), sinh 1948. */
  private static @Nullable Reading<PartialDate> yearAlone(String loose, Context context) {
    Matcher matcher = YEAR_ALONE.matcher(loose);
    if (!matcher.find() || CellText.digits(loose).length() != 4) {
      return null;
    }
    int year = Integer.parseInt(matcher.group());
    return context.hint().allows(year) ? Dates.tidied(PartialDate.year(year)) : null;
  }
}
