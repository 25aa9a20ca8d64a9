package vn.ishc.sample;

import static vn.ishc.sample.Draft.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.ishc.row.FindingCode;
import vn.ishc.row.Period;

/** Writes the registry of clubs. */
final class RegistryWriter implements FeedWriter {
  private static final String MEMBERS = "Số thành viên";
  private static final String FUNDS = "Quỹ của CLB";
  private static final int SUMS_FROM = 9;

  @Override
  public void write(FilePlan plan, Chance chance, Draft draft, Answer answer) {
    new Book(plan, chance, draft, answer).write();
  }

  /** One file being written. */
  private static final class Book {
    private final FilePlan plan;
    private final Chance chance;
    private final Draft draft;
    private final Answer answer;
    private final List<SheetFrame.Column> columns;
    private final RosterCells style;
    private final boolean withPhone;

    Book(FilePlan plan, Chance chance, Draft draft, Answer answer) {
      this.plan = plan;
      this.chance = chance;
      this.draft = draft;
      this.answer = answer;
      this.withPhone = plan.has(Trait.PHONE_COLUMN);
      this.columns = columns();
      this.style = new RosterCells(plan, chance);
    }

    private List<SheetFrame.Column> columns() {
      List<SheetFrame.Column> all = new ArrayList<>();
      for (String title :
          List.of(
              chance.any("STT", "TT"),
              "Tên CLB",
              chance.any("Xã", "Xã/phường/thị trấn"),
              chance.any("Thôn/xóm/bản", "Xóm"),
              chance.any("Ngày thành lập", "Ngày ra mắt"),
              "Số QĐ",
              "Chủ nhiệm")) {
        all.add(new SheetFrame.Column(title, ""));
      }
      if (withPhone) {
        all.add(new SheetFrame.Column(chance.any("SĐT", "Điện thoại"), ""));
      }
      all.add(new SheetFrame.Column("Tình trạng", ""));
      for (String title : List.of("Tổng số", "Nữ", "NCT", "Hộ nghèo", "Hộ cận nghèo")) {
        all.add(new SheetFrame.Column(title, MEMBERS));
      }
      for (String title : List.of("Quỹ tăng thu nhập", "Quỹ hoạt động", "Tổng quỹ")) {
        all.add(new SheetFrame.Column(title, FUNDS));
      }
      all.add(new SheetFrame.Column("Ghi chú", ""));
      return all;
    }

    void write() {
      Draft.Sheet sheet = draft.sheet(chance.any("Bieu", "Sheet1", "DS CLB"));
      SheetFrame frame = new SheetFrame(plan, chance, sheet, columns);
      frame.title(
          "DANH SÁCH CÂU LẠC BỘ LIÊN THẾ HỆ TỰ GIÚP NHAU",
          "",
          Written.moneyUnit(plan));
      if (plan.has(Trait.TWO_TABLES)) {
        sheet.addText(0, "I. CLB thành lập trước kế hoạch");
        table(
            sheet, frame, plan.clubs().stream().filter(c -> c.founded().getYear() < 2021).toList());
        sheet.addBlank();
        sheet.addText(0, "II. CLB thành lập mới");
        table(
            sheet,
            frame,
            plan.clubs().stream().filter(c -> c.founded().getYear() >= 2021).toList());
      } else {
        table(sheet, frame, plan.clubs());
      }
      frame.footer("THỦ TRƯỞNG ĐƠN VỊ");
      if (plan.has(Trait.HIDDEN_COLUMN)) {
        sheet.hiddenColumns().add(3);
      }
    }

    private void table(Draft.Sheet sheet, SheetFrame frame, List<Club> clubs) {
      frame.header();
      int first = sheet.next();
      long[] sums = new long[8];
      for (int i = 0; i < clubs.size(); i++) {
        if (plan.has(Trait.BLANK_ROWS) && i == 2) {
          sheet.addBlank();
        }
        row(sheet, clubs, i, sums);
      }
      mergeCommunes(sheet, first, clubs);
      if (plan.has(Trait.TOTALS) || plan.has(Trait.TOTAL_WRONG) || plan.has(Trait.TOTAL_FORMULA)) {
        total(sheet, first, sums);
      }
    }

    private void row(Draft.Sheet sheet, List<Club> clubs, int i, long[] sums) {
      Club club = clubs.get(i);
      List<Draft.@Nullable Cell> cells = new ArrayList<>(List.of(new Draft.Number(i + 1)));
      cells.add(plan.body(style.club(club)));
      cells.add(commune(clubs, i));
      cells.add(plan.body(Names.capitalised(club.hamlet())));
      cells.add(founded(club));
      cells.add(text(club.decision() + "/QĐ-UBND ngày " + Written.slashed(club.founded(), false)));
      cells.add(plan.personName(club.head().name()));
      if (withPhone) {
        cells.add(style.of(club, club.memberships().getFirst()).get(RosterField.PHONE));
      }
      cells.add(text(status(club)));
      long[] figures = figures(club, plan.period());
      boolean last = i == clubs.size() - 1;
      FindingCode wrong = spoil(figures, last);
      for (int f = 0; f < figures.length; f++) {
        sums[f] += figures[f];
        cells.add(f < 5 ? new Draft.Number(figures[f]) : money(figures[f]));
      }
      int at = sheet.add(Draft.Kind.ACCEPTED, cells);
      if (wrong != null) {
        answer.find(sheet, at, wrong);
      }
      answer.register(club);
      if (plan.has(Trait.HIDDEN_ROW) && i == 1) {
        sheet.hiddenRows().add(at - 1);
      }
    }

    private @Nullable FindingCode spoil(long[] figures, boolean last) {
      if (last && plan.has(Trait.WOMEN_OVER_MEMBERS)) {
        figures[1] = figures[0] + 7;
        return FindingCode.PART_OVER_WHOLE;
      }
      if (last && plan.has(Trait.FUND_SUM_WRONG)) {
        figures[7] += 1_000;
        return FindingCode.SUM_DIFFERS;
      }
      return null;
    }

    private Draft.@Nullable Cell commune(List<Club> clubs, int i) {
      String name = style.commune(clubs.get(i));
      if (i > 0 && style.commune(clubs.get(i - 1)).equals(name)) {
        return plan.has(Trait.DITTO) ? text("\"") : mergesCommunes() ? null : plan.body(name);
      }
      return plan.body(name);
    }

    private boolean mergesCommunes() {
      return plan.has(Trait.MERGED_BODY) && !plan.form().delimited() && !plan.has(Trait.BLANK_ROWS);
    }

    private void mergeCommunes(Draft.Sheet sheet, int first, List<Club> clubs) {
      int start = 0;
      for (int i = 1; mergesCommunes() && i <= clubs.size(); i++) {
        if (i == clubs.size()
            || !style.commune(clubs.get(i)).equals(style.commune(clubs.get(start)))) {
          sheet.merge(first + start, first + i - 1, 2, 2);
          start = i;
        }
      }
    }

    private Draft.Cell founded(Club club) {
      if (club.yearOnly()) {
        return new Draft.Number(club.founded().getYear());
      }
      return style.day(club.founded());
    }

    private String status(Club club) {
      if (club.closed() != null && !club.activeAt(plan.period())) {
        return "Giải thể ngày " + Written.slashed(Objects.requireNonNull(club.closed()), false);
      }
      return "Hoạt động";
    }

    private Draft.Cell money(long thousands) {
      if (plan.has(Trait.MONEY_MILLIONS)) {
        return plan.has(Trait.MONEY_TEXT)
            ? new Draft.Text(Written.plain(thousands / 1000.0).replace('.', ','), Lettering.UNICODE)
            : new Draft.Number(thousands / 1000.0);
      }
      if (plan.has(Trait.MONEY_THOUSANDS)) {
        return new Draft.Number(thousands);
      }
      if (plan.has(Trait.MONEY_WORDS)) {
        return new Draft.Text(inWords(thousands), Lettering.UNICODE);
      }
      return plan.has(Trait.MONEY_TEXT)
          ? new Draft.Text(Written.grouped(thousands * 1000, '.'), Lettering.UNICODE)
          : new Draft.Number(thousands * 1000.0);
    }

    private String inWords(long thousands) {
      long millions = thousands / 1000;
      long hundreds = thousands % 1000 / 100;
      if (millions == 0) {
        return hundreds + "00k";
      }
      String comma = hundreds == 0 ? "" : "," + hundreds;
      return hundreds == 0
          ? millions + " triệu"
          : chance.any(
              millions + "tr" + hundreds,
              millions + comma + " triệu",
              Written.grouped(thousands * 1000, ','),
              Written.grouped(thousands * 1000, '.') + " đ");
    }

    private void total(Draft.Sheet sheet, int first, long[] sums) {
      List<Draft.@Nullable Cell> cells =
          Draft.at(1, new Draft.Text("Tổng cộng", Lettering.UNICODE));
      int from = withPhone ? SUMS_FROM : SUMS_FROM - 1;
      while (cells.size() < from) {
        cells.add(null);
      }
      boolean wrong = plan.has(Trait.TOTAL_WRONG);
      for (int f = 0; f < sums.length; f++) {
        if (f < 5 && plan.has(Trait.TOTAL_FORMULA)) {
          String column = Character.toString('A' + from + f);
          cells.add(
              new Draft.Formula(
                  "SUM(" + column + (first + 1) + ":" + column + sheet.next() + ")", sums[f]));
        } else {
          long sum = sums[f] + (wrong && f == 0 ? 5 : 0);
          cells.add(f < 5 ? new Draft.Number(sum) : money(sum));
        }
      }
      int at = sheet.add(Draft.Kind.NOT_DATA, cells);
      if (wrong) {
        answer.find(sheet, at, FindingCode.TOTAL_DIFFERS);
      }
    }
  }

  /**
   * Members, women, older, poor, near-poor; income fund, operating fund and their sum in thousands
   * of đồng.
   */
  static long[] figures(Club club, Period period) {
    Map<String, Long> count = new LinkedHashMap<>();
    for (Club.Membership member : club.listedIn(period)) {
      if (member.memberAt(period)) {
        Person person = member.person();
        count.merge("members", 1L, Long::sum);
        count.merge("women", person.woman() ? 1L : 0L, Long::sum);
        count.merge(
            "older", person.born().plusYears(60).isAfter(period.end()) ? 0L : 1L, Long::sum);
        count.merge("poor", person.economy() == Person.Economy.POOR ? 1L : 0L, Long::sum);
        count.merge("nearPoor", person.economy() == Person.Economy.NEAR_POOR ? 1L : 0L, Long::sum);
      }
    }
    long grown = Math.max(0, Period.of(club.founded()).until(period)) * 900;
    long income = club.incomeFund() + grown;
    return new long[] {
      count.getOrDefault("members", 0L),
      count.getOrDefault("women", 0L),
      count.getOrDefault("older", 0L),
      count.getOrDefault("poor", 0L),
      count.getOrDefault("nearPoor", 0L),
      income,
      club.operatingFund(),
      income + club.operatingFund()
    };
  }
}
