package vn.ishc.clean;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ishc.clean.Reading.Note;
import vn.ishc.row.FindingCode;
import vn.ishc.row.PartialDate;
import vn.ishc.row.Period;

/**
 * The one to three numbers of a date as written, and what they mean together.
 *
 * @param numbers digits of each, in the order of the text
 * @param plain whether they stood in a usual form, so that nothing needs telling
 */
@SuppressWarnings("ArrayRecordComponent")
record DateParts(String[] numbers, boolean plain) {
  private static final int NUMBERS_MAX = 3;
  private static final int AGE_MAX = 105;

  /**
   * Scans digits apart by one kind of {@code / - .}, of a form that needs no words; null for
   * anything else.
   */
  static @Nullable DateParts scan(String text) {
    int length = text.length();
    if (length < 4
        || length > 10
        || !CellText.isDigit(text.charAt(0))
        || !CellText.isDigit(text.charAt(length - 1))) {
      return null;
    }
    String[] numbers = new String[NUMBERS_MAX];
    char separator = 0;
    int count = 0;
    int from = 0;
    for (int i = 0; i <= length; i++) {
      char c = i == length ? separator : text.charAt(i);
      if (i < length && CellText.isDigit(c)) {
        continue;
      }
      boolean known =
          i == length || ((c == '/' || c == '-' || c == '.') && (separator == 0 || c == separator));
      if (!known || i == from || count == NUMBERS_MAX) {
        return null;
      }
      separator = c;
      numbers[count++] = text.substring(from, i);
      from = i + 1;
    }
    return isRange(numbers, count, separator)
        ? null
        : new DateParts(Arrays.copyOf(numbers, count), true);
  }

  private static boolean isRange(String[] numbers, int count, char separator) {
    return count == 2 && separator == '-' && numbers[0].length() == 4 && numbers[1].length() == 4;
  }

  /** The date, within the limits; the text is for the finding. */
  Reading<PartialDate> resolve(String text, DateText.Context context) {
    if (!areNumbers()) {
      return Reading.unreadable(FindingCode.DATE_UNREADABLE, text);
    }
    try {
      Reading<PartialDate> read =
          switch (numbers.length) {
            case 1 -> one(numbers[0], context);
            case 2 -> two(numbers[0], numbers[1], context);
            default -> three(numbers[0], numbers[1], numbers[2], context);
          };
      return read == null
          ? Reading.unreadable(FindingCode.DATE_UNREADABLE, text)
          : limited(read, text, context);
    } catch (DateTimeException e) {
      return Reading.unreadable(FindingCode.DATE_IMPOSSIBLE, text);
    }
  }

  private boolean areNumbers() {
    for (String number : numbers) {
      if (number.isEmpty() || number.length() > 14) {
        return false;
      }
    }
    return numbers.length <= NUMBERS_MAX;
  }

  private Reading<PartialDate> limited(
      Reading<PartialDate> read, String text, DateText.Context context) {
    PartialDate date = read.value();
    if (date != null && !context.hint().allows(date.year())) {
      return Reading.unreadable(FindingCode.DATE_IMPOSSIBLE, text);
    }
    return date == null || plain || !read.notes().isEmpty() ? read : Dates.tidied(date);
  }

  private static @Nullable Reading<PartialDate> one(String digits, DateText.Context context) {
    return switch (digits.length()) {
      case 4 -> Reading.of(PartialDate.year(Math.max(1, Integer.parseInt(digits))));
      case 1, 2 ->
          context.birth() && digits.length() == 2
              ? twoDigits(PartialDate.year(fullYear(digits, context)))
              : null;
      case 5 -> Dates.lostFormat(Long.parseLong(digits), context);
      case 6 -> six(digits, context);
      case 7 -> eight("0" + digits, context);
      case 8, 12, 14 -> eight(digits.substring(0, 8), context);
      default -> null;
    };
  }

  /** MMyyyy when that is a month, else ddMMyy. */
  private static @Nullable Reading<PartialDate> six(String digits, DateText.Context context) {
    int month = Integer.parseInt(digits.substring(0, 2));
    int year = Integer.parseInt(digits.substring(2));
    boolean isMonth = month >= 1 && month <= 12 && year >= 1900 && context.hint().allows(year);
    return tidied(
        isMonth
            ? Reading.of(PartialDate.month(YearMonth.of(year, month)))
            : three(digits.substring(0, 2), digits.substring(2, 4), digits.substring(4), context));
  }

  /**
   * yyyyMMdd when it begins with a plausible year, as the health ministry writes it with 00 for
   * what is unknown; else ddMMyyyy.
   */
  private static @Nullable Reading<PartialDate> eight(String digits, DateText.Context context) {
    int first = Integer.parseInt(digits.substring(0, 4));
    boolean yearFirst =
        first >= 1850
            && context.hint().allows(first)
            && Integer.parseInt(digits.substring(4, 6)) <= 12;
    return tidied(
        yearFirst
            ? three(digits.substring(6), digits.substring(4, 6), digits.substring(0, 4), context)
            : three(digits.substring(0, 2), digits.substring(2, 4), digits.substring(4), context));
  }

  private static @Nullable Reading<PartialDate> tidied(@Nullable Reading<PartialDate> read) {
    PartialDate date = read == null ? null : read.value();
    return date == null || (read != null && !read.notes().isEmpty()) ? read : Dates.tidied(date);
  }

  private static @Nullable Reading<PartialDate> two(
      String first, String second, DateText.Context context) {
    if (first.length() == 4 && second.length() <= 2) {
      return month(second, Integer.parseInt(first));
    }
    if (first.length() > 2) {
      return null;
    }
    if (second.length() == 4) {
      return month(first, Integer.parseInt(second));
    }
    if (second.length() != 2 && !(second.length() == 1 && context.hint().period() != null)) {
      return null;
    }
    boolean yearLast = Integer.parseInt(second) > 12 || context.birth();
    return yearLast && second.length() == 2
        ? withTwoDigits(month(first, fullYear(second, context)))
        : withoutYear(first, second, context);
  }

  private static Reading<PartialDate> month(String month, int year) {
    int number = Integer.parseInt(month);
    return Reading.of(
        number == 0
            ? PartialDate.year(year)
            : PartialDate.month(YearMonth.of(year, month(number))));
  }

  private static int month(int number) {
    if (number > 12) {
      throw new DateTimeException("no such month");
    }
    return number;
  }

  /** A day and a month in a file of a known half-year. */
  private static @Nullable Reading<PartialDate> withoutYear(
      String day, String month, DateText.Context context) {
    Period period = context.hint().period();
    if (period == null || context.birth()) {
      return null;
    }
    return Dates.tidied(
        PartialDate.day(
            LocalDate.of(period.year(), month(Integer.parseInt(month)), Integer.parseInt(day))));
  }

  private static @Nullable Reading<PartialDate> three(
      String first, String second, String third, DateText.Context context) {
    if (first.length() == 4 && second.length() <= 2 && third.length() <= 2) {
      return day(Integer.parseInt(third), Integer.parseInt(second), Integer.parseInt(first));
    }
    if (first.length() > 2 || second.length() > 2 || (third.length() != 4 && third.length() != 2)) {
      return null;
    }
    boolean full = third.length() == 4;
    int year = full ? Integer.parseInt(third) : fullYear(third, context);
    Reading<PartialDate> read = day(Integer.parseInt(first), Integer.parseInt(second), year);
    return full ? read : withTwoDigits(read);
  }

  private static Reading<PartialDate> day(int day, int month, int year) {
    if (month == 0) {
      return Reading.of(PartialDate.year(year));
    }
    if (day == 0) {
      return Reading.of(PartialDate.month(YearMonth.of(year, month(month))));
    }
    if (month > 12 && day <= 12) {
      LocalDate turned = LocalDate.of(year, day, month);
      return Reading.of(
          PartialDate.day(turned), Note.of(FindingCode.DATE_SWAP_SUSPECTED, Dates.format(turned)));
    }
    return Reading.of(PartialDate.day(LocalDate.of(year, month, day)));
  }

  /**
   * The century of a year of two digits: a birth is in the last one unless the person were too old;
   * else not after the file's period.
   */
  static int fullYear(String digits, DateText.Context context) {
    int year = Integer.parseInt(digits);
    int last = context.hint().yearLast();
    if (context.birth()) {
      return last - (1900 + year) > AGE_MAX && 2000 + year <= last ? 2000 + year : 1900 + year;
    }
    return 2000 + year <= last + 5 ? 2000 + year : 1900 + year;
  }

  private static Reading<PartialDate> twoDigits(PartialDate date) {
    return withTwoDigits(Reading.of(date));
  }

  private static Reading<PartialDate> withTwoDigits(Reading<PartialDate> read) {
    PartialDate date = read.value();
    if (date == null) {
      return read;
    }
    List<Note> notes = new ArrayList<>(read.notes());
    notes.add(Note.of(FindingCode.YEAR_TWO_DIGITS, Integer.toString(date.year())));
    return new Reading<>(date, notes);
  }
}
