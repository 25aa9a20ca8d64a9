package vn.ishc.clean;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ishc.clean.Reading.Note;
import vn.ishc.row.Cell;
import vn.ishc.row.FindingCode;
import vn.ishc.row.PartialDate;
import vn.ishc.row.Period;

/**
 * Reads dates as people write them: day before month, as far as they are known. A day that is not in the calendar is {@link
 * FindingCode#DATE_IMPOSSIBLE}, everything else that is no date {@link FindingCode#DATE_UNREADABLE}.
 */
public final class Dates {
  /**
   * What helps to read a date.
   *
   * @param period the half-year the table speaks of
   * @param receivedOn the day the file came in
   */
  public record Hint(@Nullable Period period, LocalDate receivedOn) {}

  private enum Kind {
    BIRTH,
    EVENT
  }

  private static final int YEAR_MIN = 1900;
  private static final int YEAR_MAX = 2100;
  private static final String SEP = " ?[/.\\-–,] ?| ";
  private static final Pattern DAY_MONTH_YEAR = Pattern.compile("(\\d{1,2})(?:" + SEP + ")(\\d{1,2})(?:" + SEP + ")(\\d{4}|\\d{2})(?:\\D.*)?");
  private static final Pattern ISO = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?:[t ].*)?");
  private static final Pattern UNKNOWN_DAY =
      Pattern.compile("(?:[ ?.x_*…-]{0,4}|0{1,2})[/.\\-–]+(?:[ ?.x_*…-]{0,4}|0{1,2})[/.\\-–]+ ?(\\d{4}|\\d{2})");
  private static final Pattern UNKNOWN_DAY_ONLY = Pattern.compile("(?:[ ?.x_*…-]{0,4}|0{1,2})[/.\\-–]+ ?(\\d{1,2}) ?[/.\\-–]+ ?(\\d{4}|\\d{2})");
  private static final Pattern MONTH_YEAR = Pattern.compile("(?:thang |thang|t ?)?(\\d{1,2}) ?(?:[/.\\-–,] ?| nam | )(\\d{4})");
  private static final Pattern QUARTER = Pattern.compile("(?:quy|q) ?(iv|iii|ii|i|[1-4]) ?(?:[/.\\-–,] ?|nam | )(?:nam )?(\\d{4})");
  private static final Pattern HALF =
      Pattern.compile("(?:6|sau) thang (dau|cuoi)(?: nam)?[ /]?(\\d{4})|nua (dau|cuoi) nam (\\d{4})");
  private static final Pattern YEAR = Pattern.compile("(?:sinh )?(?:nam |ns )?(?:sinh )?:? ?(\\d{4})(?: ?\\(.*\\)| ?-)?");
  private static final Pattern WORDS = Pattern.compile("(?:ngay )?(\\d{1,2}) thang (\\d{1,2}),? nam (\\d{4})");
  private static final Pattern COMPACT = Pattern.compile("(19|20)(\\d{2})(\\d{2})(\\d{2})(?:\\d{4})?");
  private static final Pattern RANGE =
      Pattern.compile("(?:tu )?(?:ngay )?(\\d{1,2})(?:/(\\d{1,2}))?(?:/(\\d{4}))? ?(?:-|–|den|den ngay|va|&|,) ?(?:ngay )?(\\d{1,2})/(\\d{1,2})/(\\d{4})");

  private Dates() {}

  /** {@code dd/MM/yyyy}. */
  public static String format(LocalDate day) {
    return "%02d/%02d/%04d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
  }

  /** A date of an event: two-digit years are of this century. */
  public static Reading<PartialDate> read(Cell cell, Hint hint) {
    return read(cell, hint, Kind.EVENT);
  }

  /** A date of birth: two-digit years are of the last century unless the person would be over 105. */
  public static Reading<PartialDate> readBirth(Cell cell, Hint hint) {
    return read(cell, hint, Kind.BIRTH);
  }

  private static Reading<PartialDate> read(Cell cell, Hint hint, Kind kind) {
    return switch (cell) {
      case Cell.Blank blank -> Reading.blank();
      case Cell.Failure failure -> CellText.failed(failure);
      case Cell.Bool bool -> Reading.unreadable(FindingCode.DATE_UNREADABLE, CellText.of(bool));
      case Cell.Numeric number -> number(number);
      case Cell.Text text -> text(text.text(), hint, kind);
    };
  }

  private static Reading<PartialDate> number(Cell.Numeric number) {
    double value = number.value();
    boolean whole = value == Math.rint(value);
    if (whole && value >= YEAR_MIN && value <= YEAR_MAX && !number.style().date()) {
      return Reading.of(PartialDate.year((int) value));
    }
    if (whole && value >= 1_01_1900 && value <= 31_12_2100) {
      String digits = "%08d".formatted((long) value);
      return day(digits.substring(0, 2), digits.substring(2, 4), digits.substring(4), CellText.of(number));
    }
    Optional<LocalDate> day = Serials.day(value, number.style());
    return day.map(d -> Reading.of(PartialDate.day(d))).orElseGet(() -> unreadable(CellText.of(number)));
  }

  private static Reading<PartialDate> unreadable(String found) {
    return Reading.unreadable(FindingCode.DATE_UNREADABLE, found);
  }

  private static Reading<PartialDate> text(String found, Hint hint, Kind kind) {
    String text = CellText.loose(found).strip();
    if (!CellText.hasDigit(text)) {
      return CellText.isFiller(text) ? Reading.blank() : unreadable(found);
    }
    if (text.length() <= 12 && (text.indexOf('o') >= 0 || text.indexOf('l') >= 0)) {
      text = CellText.asDigits(text).replace(' ', ' ');
    }
    Matcher plain = DAY_MONTH_YEAR.matcher(text);
    if (plain.matches() && !plain.group(1).matches("0+") && !plain.group(2).matches("0+")) {
      return dayMonthYear(plain, found, hint, kind);
    }
    return year(text, found).or(() -> unknownDay(text0(found), hint, kind, found)).or(() -> other(text0(found), found)).orElseGet(() -> unreadable(found));
  }

  private static String text0(String found) {
    return CellText.loose(found).strip();
  }

  private static Reading<PartialDate> dayMonthYear(Matcher m, String found, Hint hint, Kind kind) {
    Matcher range = RANGE.matcher(text0(found));
    if (range.matches()) {
      return range(range, found);
    }
    String written = m.group(3);
    if (written.length() == 4) {
      return day(m.group(1), m.group(2), written, found);
    }
    int year = century(Integer.parseInt(written), hint, kind);
    Reading<PartialDate> reading = day(m.group(1), m.group(2), Integer.toString(year), found);
    PartialDate date = reading.value();
    return date == null ? reading : Reading.of(date, Note.of(FindingCode.YEAR_TWO_DIGITS, format(date.from())));
  }

  private static int century(int year, Hint hint, Kind kind) {
    int now = hint.receivedOn().getYear();
    if (kind == Kind.BIRTH) {
      return now - (1900 + year) > 105 ? 2000 + year : 1900 + year;
    }
    return 2000 + year > now + 30 ? 1900 + year : 2000 + year;
  }

  private static Reading<PartialDate> day(String day, String month, String year, String found) {
    int d = Integer.parseInt(day);
    int m = Integer.parseInt(month);
    int y = Integer.parseInt(year);
    if (y < YEAR_MIN || y > YEAR_MAX) {
      return Reading.unreadable(FindingCode.DATE_IMPOSSIBLE, found);
    }
    try {
      if (m > 12 && d <= 12) {
        PartialDate swapped = PartialDate.day(LocalDate.of(y, d, m));
        return Reading.of(swapped, Note.of(FindingCode.DATE_SWAP_SUSPECTED, format(swapped.from())));
      }
      return Reading.of(PartialDate.day(LocalDate.of(y, m, d)));
    } catch (DateTimeException e) {
      return Reading.unreadable(FindingCode.DATE_IMPOSSIBLE, found);
    }
  }

  private static Optional<Reading<PartialDate>> year(String text, String found) {
    Matcher m = YEAR.matcher(text);
    return m.matches() ? Optional.of(ofYear(m.group(1), found)) : Optional.empty();
  }

  private static Reading<PartialDate> ofYear(String year, String found) {
    int y = Integer.parseInt(year);
    return y < YEAR_MIN || y > YEAR_MAX ? Reading.unreadable(FindingCode.DATE_IMPOSSIBLE, found) : Reading.of(PartialDate.year(y));
  }

  private static Optional<Reading<PartialDate>> unknownDay(String text, Hint hint, Kind kind, String found) {
    Matcher all = UNKNOWN_DAY.matcher(text);
    if (all.matches()) {
      String year = all.group(1);
      return Optional.of(
          ofYear(year.length() == 4 ? year : Integer.toString(century(Integer.parseInt(year), hint, kind)), found));
    }
    Matcher day = UNKNOWN_DAY_ONLY.matcher(text);
    if (day.matches() && day.group(2).length() == 4) {
      return Optional.of(ofMonth(day.group(1), day.group(2), found));
    }
    return Optional.empty();
  }

  private static Reading<PartialDate> ofMonth(String month, String year, String found) {
    int m = Integer.parseInt(month);
    int y = Integer.parseInt(year);
    if (m < 1 || m > 12 || y < YEAR_MIN || y > YEAR_MAX) {
      return Reading.unreadable(FindingCode.DATE_IMPOSSIBLE, found);
    }
    return Reading.of(PartialDate.month(YearMonth.of(y, m)));
  }

  private static Optional<Reading<PartialDate>> other(String text, String found) {
    Matcher iso = ISO.matcher(text);
    if (iso.matches()) {
      return Optional.of(day(iso.group(3), iso.group(2), iso.group(1), found));
    }
    Matcher words = WORDS.matcher(text);
    if (words.matches()) {
      return Optional.of(day(words.group(1), words.group(2), words.group(3), found));
    }
    Matcher range = RANGE.matcher(text);
    if (range.matches()) {
      return Optional.of(range(range, found));
    }
    Matcher month = MONTH_YEAR.matcher(text);
    if (month.matches()) {
      return Optional.of(ofMonth(month.group(1), month.group(2), found));
    }
    Matcher quarter = QUARTER.matcher(text);
    if (quarter.matches()) {
      return Optional.of(Reading.of(quarter(quarter.group(1), Integer.parseInt(quarter.group(2)))));
    }
    Matcher half = HALF.matcher(text);
    if (half.matches()) {
      return Optional.of(Reading.of(half(half)));
    }
    Matcher compact = COMPACT.matcher(text);
    return compact.matches() ? Optional.of(compact(compact, found)) : Optional.empty();
  }

  private static Reading<PartialDate> range(Matcher m, String found) {
    Reading<PartialDate> end = day(m.group(4), m.group(5), m.group(6), found);
    String month = m.group(2) == null ? m.group(5) : m.group(2);
    String year = m.group(3) == null ? m.group(6) : m.group(3);
    Reading<PartialDate> start = day(m.group(1), month, year, found);
    PartialDate from = start.value();
    PartialDate to = end.value();
    if (from == null || to == null || to.to().isBefore(from.from())) {
      return Reading.unreadable(FindingCode.DATE_IMPOSSIBLE, found);
    }
    return Reading.of(new PartialDate(from.from(), to.to(), PartialDate.Precision.RANGE));
  }

  private static PartialDate quarter(String text, int year) {
    int quarter =
        switch (text) {
          case "i", "1" -> 1;
          case "ii", "2" -> 2;
          case "iii", "3" -> 3;
          default -> 4;
        };
    LocalDate from = LocalDate.of(year, quarter * 3 - 2, 1);
    return new PartialDate(from, from.plusMonths(3).minusDays(1), PartialDate.Precision.QUARTER);
  }

  private static PartialDate half(Matcher m) {
    boolean first = "dau".equals(m.group(1)) || "dau".equals(m.group(3));
    int year = Integer.parseInt(m.group(2) == null ? m.group(4) : m.group(2));
    Period period = new Period(year, first ? 1 : 2);
    return new PartialDate(period.start(), period.end(), PartialDate.Precision.HALF_YEAR);
  }

  /** {@code yyyymmdd} and the yyyymmddHHMM of QĐ 4750, in which an unknown month and day are 0000. */
  private static Reading<PartialDate> compact(Matcher m, String found) {
    String year = m.group(1) + m.group(2);
    if (m.group(3).equals("00")) {
      return ofYear(year, found);
    }
    return m.group(4).equals("00") ? ofMonth(m.group(3), year, found) : day(m.group(4), m.group(3), year, found);
  }
}
