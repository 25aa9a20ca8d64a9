package vn.ishc.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.ishc.row.Period;

/** What the members of a club borrowed: the same every time it is asked. */
final class Loans {
  private static final String[] PURPOSES = {
    "chăn nuôi gà", "nuôi lợn", "trồng rau", "buôn bán nhỏ", "mua phân bón", "nuôi bò", "trồng keo"
  };

  /**
   * A loan.
   *
   * @param amount đồng
   * @param rate per cent a month
   */
  record Loan(
      String number,
      Person borrower,
      Club club,
      LocalDate disbursed,
      long amount,
      int months,
      double rate,
      String purpose,
      String programme) {
    LocalDate due() {
      return disbursed.plusMonths(months);
    }

    /** Half of it half-way, the rest when it is due. */
    List<Repayment> repayments() {
      LocalDate halfWay = disbursed.plusMonths(months / 2);
      long half = amount / 2;
      return List.of(
          new Repayment(this, 1, halfWay, half), new Repayment(this, 2, due(), amount - half));
    }

    /** What is still owed at the end of a day. */
    long outstanding(LocalDate day) {
      return amount
          - repayments().stream()
              .filter(r -> !r.paid().isAfter(day))
              .mapToLong(Repayment::principal)
              .sum();
    }
  }

  /**
   * A repayment.
   *
   * @param part first or second
   */
  record Repayment(Loan loan, int part, LocalDate paid, long principal) {
    long interest() {
      return Math.round(principal * loan.rate() / 100 * (loan.months() / 2.0) * part / 1000) * 1000;
    }
  }

  private Loans() {}

  /**
   * Loans from a club's own fund, disbursed by the end of the half-year and not repaid before it
   * began.
   */
  static List<Loan> ofFund(Club club, Period period) {
    return of(club, period, 55, false);
  }

  /** Loans of the policy bank to members. */
  static List<Loan> ofBank(Club club, Period period) {
    return of(club, period, 14, true);
  }

  private static List<Loan> of(Club club, Period period, int percent, boolean bank) {
    List<Loan> loans = new ArrayList<>();
    LocalDate until = period.end().minusDays(15);
    for (int i = 0; i < club.memberships().size(); i++) {
      Club.Membership member = club.memberships().get(i);
      Chance chance =
          Chance.of(
              club.decision(),
              (bank ? "bank " : "fund ") + club.hamlet() + club.site().in460().code() + i);
      if (chance.percent(percent) && member.left() == null) {
        Loan loan = one(club, member, chance, i, bank);
        if (!loan.disbursed().isAfter(until) && !loan.due().isBefore(period.start())) {
          loans.add(loan);
        }
      }
    }
    return loans;
  }

  private static Loan one(Club club, Club.Membership member, Chance chance, int i, boolean bank) {
    LocalDate disbursed = member.joined().plusDays(chance.between(30, 1_500));
    String number =
        bank
            ? "660000" + club.site().in460().code() + three(club.decision() % 1000) + two(i)
            : club.site().district().code()
                + "/"
                + club.site().in460().code().substring(2)
                + three(club.decision() % 1000)
                + two(i);
    long amount = bank ? chance.between(4, 20) * 5_000_000L : chance.between(4, 20) * 500_000L;
    int months = bank ? chance.any(24, 36, 60) : chance.any(6, 12, 12, 18, 24);
    String programme = bank ? chance.any("Hộ nghèo", "Hộ cận nghèo", "Hộ mới thoát nghèo") : "";
    double rate =
        !bank
            ? chance.any(0.5, 0.8, 1.0)
            : programme.equals("Hộ nghèo")
                ? 0.55
                : programme.equals("Hộ cận nghèo") ? 0.66 : 0.6875;
    return new Loan(
        number,
        member.person(),
        club,
        disbursed,
        amount,
        months,
        rate,
        chance.any(PURPOSES),
        programme);
  }

  private static String three(int number) {
    return (number < 10 ? "00" : number < 100 ? "0" : "") + number;
  }

  private static String two(int number) {
    return three(number).substring(number < 100 ? 1 : 0);
  }
}
