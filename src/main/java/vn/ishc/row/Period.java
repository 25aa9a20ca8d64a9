package vn.ishc.row;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A half-year, written {@code 2025-H1}.
 *
 * @param year calendar year
 * @param half 1 (January to June) or 2 (July to December)
 */
public record Period(int year, int half) implements Comparable<Period> {
  private static final Pattern CODE = Pattern.compile("(\\d{4})-H([12])");

  /** Refuses a half other than 1 and 2. */
  public Period {
    if (half != 1 && half != 2) {
      throw new IllegalArgumentException("a year has halves 1 and 2, not " + half);
    }
  }

  /** Reads {@code 2025-H1}; empty when the text is something else. */
  public static Optional<Period> parse(String code) {
    Matcher matcher = CODE.matcher(code);
    return matcher.matches()
        ? Optional.of(new Period(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  /** The half-year a day lies in. */
  public static Period of(LocalDate day) {
    return new Period(day.getYear(), day.getMonthValue() <= 6 ? 1 : 2);
  }

  /** First day. */
  public LocalDate start() {
    return LocalDate.of(year, half == 1 ? 1 : 7, 1);
  }

  /** Last day, the as-of date of its figures. */
  public LocalDate end() {
    return half == 1 ? LocalDate.of(year, 6, 30) : LocalDate.of(year, 12, 31);
  }

  /** Half-years from this one to the other; negative when the other is earlier. */
  public long until(Period other) {
    return ChronoUnit.MONTHS.between(start(), other.start()) / 6;
  }

  /** As people call it: {@code 6 tháng đầu năm 2025}. */
  public String label(boolean vietnamese) {
    if (vietnamese) {
      return (half == 1 ? "6 tháng đầu năm " : "6 tháng cuối năm ") + year;
    }
    return (half == 1 ? "first half of " : "second half of ") + year;
  }

  /** {@code 2025-H1}. */
  public String code() {
    return year + "-H" + half;
  }

  @Override
  public int compareTo(Period other) {
    return start().compareTo(other.start());
  }

  @Override
  public String toString() {
    return code();
  }
}
