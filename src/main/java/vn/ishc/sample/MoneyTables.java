package vn.ishc.sample;

import static vn.ishc.sample.Draft.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ishc.row.FindingCode;

/** Loans, repayments and money received. */
final class MoneyTables {
  private static final String[] SOURCES = {
    "Ngân sách nhà nước",
    "Tổ chức, cá nhân",
    "Xã hội hóa",
    "Quỹ địa phương và thành viên",
    "Viện trợ quốc tế"
  };

  private MoneyTables() {}

  /** The ledger of a fund, or of the bank, on the fifteenth of the last month. */
  static Table ledger(FilePlan plan, Chance chance, RosterCells style) {
    boolean bank = plan.folder().startsWith("nhcsxh");
    LocalDate asOf = LocalDate.of(plan.period().year(), plan.period().half() == 1 ? 6 : 12, 15);
    List<Table.Line> lines = new ArrayList<>();
    for (Club club : plan.clubs()) {
      List<Loans.Loan> loans =
          bank ? Loans.ofBank(club, plan.period()) : Loans.ofFund(club, plan.period());
      loans.forEach(loan -> lines.add(loan(plan, style, loan, asOf)));
    }
    if (plan.has(Trait.AMOUNT_NEGATIVE)) {
      Table.spoil(
          lines, chance, 8, new Draft.Number(-5_000_000), FindingCode.AMOUNT_NEGATIVE, true);
    }
    if (plan.has(Trait.DUE_BEFORE_DISBURSED)) {
      Table.spoil(
          lines,
          chance,
          11,
          style.day(LocalDate.of(2016, 1, 15)),
          FindingCode.DUE_BEFORE_DISBURSED,
          false);
    }
    return new Table(
        "DANH SÁCH VAY VỐN",
        "Số liệu đến ngày " + Written.slashed(asOf, false),
        Table.columns(
            "STT",
            "Số khế ước",
            "Họ và tên",
            "Ngày, tháng, năm sinh",
            "Số CCCD",
            "Tên CLB",
            "Xã",
            "Mục đích vay",
            "Ngày vay",
            "Số tiền vay",
            plan.has(Trait.TERM_WORDS) ? "Thời hạn" : "Thời hạn (tháng)",
            plan.has(Trait.RATE_A_YEAR) ? "Lãi suất (%/năm)" : "Lãi suất (%/tháng)",
            "Ngày đến hạn",
            "Dư nợ",
            "Nợ quá hạn",
            "Chương trình vay",
            "Ghi chú"),
        lines,
        List.of(9, 13));
  }

  private static Table.Line loan(
      FilePlan plan, RosterCells style, Loans.Loan loan, LocalDate asOf) {
    Person person = loan.borrower();
    long outstanding = loan.outstanding(asOf);
    return Table.Line.of(
        text(loan.number()),
        plan.personName(person.name()),
        birth(style, person),
        text(person.citizenId()),
        plan.body(style.club(loan.club())),
        plan.body(style.commune(loan.club())),
        text(loan.purpose()),
        style.day(loan.disbursed()),
        money(plan, loan.amount()),
        term(plan, loan.months()),
        new Draft.Number(plan.has(Trait.RATE_A_YEAR) ? Math.round(loan.rate() * 12 * 10_000) / 10_000.0 : loan.rate()),
        style.day(loan.due()),
        money(plan, outstanding),
        money(plan, loan.due().isBefore(asOf) ? outstanding : 0),
        text(loan.programme()),
        null);
  }

  /** The book of repayments in the half-year. */
  static Table repayments(FilePlan plan, Chance chance, RosterCells style) {
    boolean bank = plan.folder().startsWith("nhcsxh");
    LocalDate until = plan.period().end().minusDays(15);
    List<Loans.Repayment> paid = new ArrayList<>();
    for (Club club : plan.clubs()) {
      for (Loans.Loan loan :
          bank ? Loans.ofBank(club, plan.period()) : Loans.ofFund(club, plan.period())) {
        loan.repayments().stream()
            .filter(r -> !r.paid().isBefore(plan.period().start()) && !r.paid().isAfter(until))
            .forEach(paid::add);
      }
    }
    paid.sort(Comparator.comparing(Loans.Repayment::paid).thenComparing(r -> r.loan().number()));
    List<Table.Line> lines = new ArrayList<>();
    for (Loans.Repayment one : paid) {
      lines.add(
          Table.Line.of(
              text(one.loan().number()),
              plan.personName(one.loan().borrower().name()),
              style.day(one.paid()),
              money(plan, one.principal()),
              money(plan, one.interest()),
              text("PT" + one.loan().number().substring(4) + "-" + one.part())));
    }
    return new Table(
        "SỔ THU NỢ",
        "",
        Table.columns(
            "STT", "Số khế ước", "Họ và tên", "Ngày trả", "Trả gốc", "Trả lãi", "Số phiếu thu"),
        lines,
        List.of(4, 5));
  }

  /** Money received by source. */
  static Table funds(FilePlan plan, Chance chance, RosterCells style) {
    boolean province = plan.issuer().code().equals("40");
    String scope = province ? "Tỉnh" : plan.issuer().code().length() == 3 ? "Huyện" : "Xã";
    List<Table.Line> lines = new ArrayList<>();
    for (int i = 0; i < (province ? 2 : SOURCES.length); i++) {
      long planned = chance.between(5, 160) * 250_000L;
      long received = planned * chance.between(6, 10) / 10;
      lines.add(
          Table.Line.of(
              text(scope),
              text("Kinh phí đề án"),
              text(SOURCES[i]),
              money(plan, planned),
              money(plan, received),
              money(plan, received / 2),
              money(plan, received - received / 2)));
    }
    return new Table(
        "TÌNH HÌNH HUY ĐỘNG VÀ SỬ DỤNG KINH PHÍ",
        "",
        Table.columns(
            "STT", "Cấp", "Loại quỹ", "Nguồn kinh phí", "Kế hoạch", "Đã nhận", "Đã chi", "Còn lại"),
        lines,
        List.of(4, 5, 6, 7));
  }

  /** A birth as this file writes it. */
  static Draft.Cell birth(RosterCells style, Person person) {
    return person.dayKnown() ? style.day(person.born()) : new Draft.Number(person.born().getYear());
  }

  private static Draft.@Nullable Cell money(FilePlan plan, long amount) {
    if (plan.has(Trait.MONEY_THOUSANDS)) {
      return new Draft.Number(amount / 1_000.0);
    }
    if (plan.has(Trait.MONEY_MILLIONS)) {
      return new Draft.Number(amount / 1_000_000.0);
    }
    return plan.has(Trait.MONEY_TEXT)
        ? text(Written.grouped(amount, '.'))
        : new Draft.Number(amount);
  }

  private static Draft.@Nullable Cell term(FilePlan plan, int months) {
    if (!plan.has(Trait.TERM_WORDS)) {
      return new Draft.Number(months);
    }
    return text(months % 12 == 0 ? months / 12 + " năm" : months + " tháng");
  }
}
