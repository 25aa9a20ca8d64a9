package vn.ishc.recognise;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.ishc.clean.Spelling;
import vn.ishc.feed.Column;
import vn.ishc.row.PartialDate;

/** A day that stands once beside the table instead of in each of its rows: {@code Ngày khám: 22/5/2025} for the column {@code Ngày khám}. */
public final class ToldDay {
  private static final Pattern DAY = Pattern.compile("(?:vào |là |ngày )*+(\\d{1,2}) (?:tháng )?(\\d{1,2}) (?:năm )?(20\\d\\d)\\b.*");
  private static final Pattern MONTH = Pattern.compile("(?:vào |là )*+tháng (\\d{1,2}) (?:năm )?(20\\d\\d)\\b.*");

  private ToldDay() {}

  /** What the lines tell of the column, the line nearest to the table first. */
  public static Optional<PartialDate> in(List<String> lines, Column column) {
    return lines.reversed().stream().flatMap(line -> in(line, column).stream()).findFirst();
  }

  /** What one line tells of the column: one of its headings, and a day or month right behind it. Several days are none. */
  public static Optional<PartialDate> in(String line, Column column) {
    String words = " " + Spelling.fold(line) + " ";
    return column.headers().stream().map(spec -> Spelling.fold(spec.leaf())).flatMap(heading -> behind(words, heading).stream()).findFirst();
  }

  private static Optional<PartialDate> behind(String words, String heading) {
    return after(words, heading).or(() -> heading.startsWith("ngày ") ? after(words, heading.substring(5) + " ngày") : Optional.empty());
  }

  private static Optional<PartialDate> after(String words, String heading) {
    int at = words.indexOf(" " + heading + " ");
    if (at < 0) {
      return Optional.empty();
    }
    String rest = words.substring(at + heading.length() + 2);
    Matcher day = DAY.matcher(rest);
    Matcher month = MONTH.matcher(rest);
    try {
      return day.matches()
          ? Optional.of(PartialDate.day(LocalDate.of(number(day, 3), number(day, 2), number(day, 1))))
          : month.matches() ? Optional.of(PartialDate.month(YearMonth.of(number(month, 2), number(month, 1)))) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }
}
