package vn.ishc.recognise;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
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
  private static final Pattern HALF = Pattern.compile("\\b(?:(?:6|06|sau) thang|nua) (dau|cuoi)\\b");
  private static final Pattern PLAN = Pattern.compile("ke hoach so|kem theo|quyet dinh so|thong tu|nghi dinh");

  private PeriodFinder() {}

  /**
   * The half-year that the lines of a title name, the first of them that names one: by name, by quarter, by the day it counts up to, by month. A line
   * that only cites a plan or a decision names none. A year alone is the half of it that any line names or counts up to, else its second half; the day
   * of a signature is neither.
   */
  public static Optional<Period> inTitle(List<String> lines) {
    List<String> title = lines.stream().map(Spelling::words).toList();
    for (String words : title) {
      Optional<Period> told = told(words);
      if (told.isPresent()) {
        return told;
      }
      Optional<Integer> year = PLAN.matcher(words).find() ? Optional.empty() : first(ONLY_YEAR.matcher(words), m -> Optional.of(Integer.parseInt(m.group(1))));
      if (year.isPresent()) {
        return Optional.of(halfOf(year.get(), title));
      }
    }
    return Optional.empty();
  }

  private static Optional<Period> told(String words) {
    Optional<Period> named = named(words);
    if (named.isPresent() || PLAN.matcher(words).find()) {
      return named;
    }
    return until(words).or(() -> first(MONTH.matcher(words), m -> day("1", m.group(1), m.group(2))));
  }

  private static Optional<Period> until(String words) {
    return first(UNTIL.matcher(words), m -> day(m.group(1), m.group(2), m.group(3)));
  }

  private static Period halfOf(int year, List<String> title) {
    for (String words : title) {
      Optional<Period> told =
          named(words).or(() -> until(words)).filter(period -> period.year() == year)
              .or(() -> first(HALF.matcher(words), m -> Optional.of(new Period(year, m.group(1).equals("dau") ? 1 : 2))));
      if (told.isPresent() && !PLAN.matcher(words).find()) {
        return told.get();
      }
    }
    return new Period(year, 2);
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

  private interface Reader<T> {
    Optional<T> read(Matcher matcher);
  }

  private static <T> Optional<T> first(Matcher matcher, Reader<T> reader) {
    return matcher.find() ? reader.read(matcher) : Optional.empty();
  }
}
