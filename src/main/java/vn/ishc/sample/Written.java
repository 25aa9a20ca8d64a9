package vn.ishc.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import vn.ishc.row.Period;

/** How people write dates, periods and amounts. */
final class Written {
  private Written() {}

  /** The unit that the line ĐVT tells, or empty. */
  static String moneyUnit(FilePlan plan) {
    return plan.has(Trait.MONEY_MILLIONS) ? "triệu đồng" : plan.has(Trait.MONEY_THOUSANDS) ? "nghìn đồng" : "";
  }

  /** {@code 05/03/1948} or {@code 5/3/1948}. */
  static String slashed(LocalDate day, boolean padded) {
    return padded
        ? two(day.getDayOfMonth()) + "/" + two(day.getMonthValue()) + "/" + day.getYear()
        : day.getDayOfMonth() + "/" + day.getMonthValue() + "/" + day.getYear();
  }

  /** {@code 6 tháng đầu năm 2025}. */
  static String period(Period period) {
    return "6 tháng " + (period.half() == 1 ? "đầu" : "cuối") + " năm " + period.year();
  }

  /** The same in a file name. */
  static String periodInName(Period period) {
    return "6 thang " + (period.half() == 1 ? "dau" : "cuoi") + " nam " + period.year();
  }

  /** {@code 34.200.000}, with the mark given. */
  static String grouped(long amount, char mark) {
    StringBuilder digits = new StringBuilder(Long.toString(amount));
    for (int i = digits.length() - 3; i > 0; i -= 3) {
      digits.insert(i, mark);
    }
    return digits.toString();
  }

  /** A number without exponent and without idle zeros. */
  static String plain(double number) {
    return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
  }

  /** {@code 05}. */
  static String two(int number) {
    return (number < 10 ? "0" : "") + number;
  }
}
