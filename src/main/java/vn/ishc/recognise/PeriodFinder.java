package vn.ishc.recognise;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.ishc.row.Period;
import vn.ishc.clean.Spelling;

/** Reads the half-year a title, a file name or a folder speaks of. */
public final class PeriodFinder {
  private static final String YEAR = "(?:nam )?(20[0-4]\\d)";
  private static final Pattern FIRST =
      Pattern.compile("(?:(?:6|06|sau) thang dau(?: nam)?|6td|nua dau(?: nam)?|(?:hk|hoc ky|ky|dot|h) ?(?:1|i)|(?:6|sau) thang dau) ?(?:cua )?" + YEAR);
  private static final Pattern SECOND =
      Pattern.compile("(?:(?:6|06|sau) thang cuoi(?: nam)?|6tc|nua cuoi(?: nam)?|(?:hk|hoc ky|ky|dot|h) ?(?:2|ii)) ?(?:cua )?" + YEAR);
  private static final Pattern CODE = Pattern.compile("\\b(20[0-4]\\d) ?h([12])\\b");
  private static final Pattern QUARTER = Pattern.compile("\\b(?:quy|q) ?(iv|iii|ii|i|[1-4])\\b ?(?:nam )?(20[0-4]\\d)");
  private static final Pattern DAY = Pattern.compile("\\b(\\d{1,2}) (\\d{1,2}) (20[0-4]\\d)\\b");
  private static final Pattern MONTH = Pattern.compile("\\b(?:thang|t) ?(\\d{1,2}) (?:nam )?(20[0-4]\\d)");
  private static final Pattern UNTIL = Pattern.compile("\\b(?:den|tinh den|het|ngay|thoi diem)(?: ngay| het)? (\\d{1,2}) (\\d{1,2}) (20[0-4]\\d)");
  private static final Pattern ONLY_YEAR = Pattern.compile("\\b(?:nam|ca nam) (20[0-4]\\d)\\b");
  private static final Pattern PLAN = Pattern.compile("ke hoach so|kem theo|quyet dinh so|thong tu|nghi dinh");

  private PeriodFinder() {}

  /**
   * The half-year that a line of a title names: by name, by quarter, by the day it counts up to, by month, and last by the year alone (its second
   * half). A line that only cites a plan or a decision names none.
   */
  public static Optional<Period> inTitle(String line) {
    String words = Spelling.words(line);
    Optional<Period> named = named(words);
    if (named.isPresent() || PLAN.matcher(words).find()) {
      return named;
    }
    return first(UNTIL.matcher(words), m -> day(m.group(1), m.group(2), m.group(3)))
        .or(() -> first(MONTH.matcher(words), m -> day("1", m.group(1), m.group(2))))
        .or(() -> first(ONLY_YEAR.matcher(words), m -> Optional.of(new Period(Integer.parseInt(m.group(1)), 2))));
  }

  /** The half-year that the name of a file or a folder tells. */
  public static Optional<Period> inName(String name) {
    String words = Spelling.words(name.replace('_', ' ').replace('-', ' ').replace('.', ' '));
    return named(words)
        .or(() -> first(DAY.matcher(words), m -> day(m.group(1), m.group(2), m.group(3))))
        .or(() -> first(MONTH.matcher(words), m -> day("1", m.group(1), m.group(2))));
  }

  private static Optional<Period> named(String words) {
    return first(FIRST.matcher(words), m -> Optional.of(new Period(Integer.parseInt(m.group(1)), 1)))
        .or(() -> first(SECOND.matcher(words), m -> Optional.of(new Period(Integer.parseInt(m.group(1)), 2))))
        .or(() -> first(CODE.matcher(words), m -> Optional.of(new Period(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2))))))
        .or(() -> first(QUARTER.matcher(words), m -> Optional.of(new Period(Integer.parseInt(m.group(2)), quarter(m.group(1)) <= 2 ? 1 : 2))));
  }

  private static int quarter(String text) {
    return switch (text) {
      case "i", "1" -> 1;
      case "ii", "2" -> 2;
      case "iii", "3" -> 3;
      default -> 4;
    };
  }

  private static Optional<Period> day(String day, String month, String year) {
    try {
      return Optional.of(Period.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private interface Reader {
    Optional<Period> read(Matcher matcher);
  }

  private static Optional<Period> first(Matcher matcher, Reader reader) {
    return matcher.find() ? reader.read(matcher) : Optional.empty();
  }
}
