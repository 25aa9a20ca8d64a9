package vn.ishc.sample;

import static vn.ishc.sample.Draft.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.ishc.row.FindingCode;
import vn.ishc.row.Period;

/** Home care and check-ups. */
final class CareTables {
  private static final String[] DIAGNOSES = {
    "", "", "THA", "đau lưng", "thoái hóa khớp", "đục thủy tinh thể", "ĐTĐ", "THA; viêm dạ dày"
  };

  private CareTables() {}

  /** Volunteers, and whom they care for. */
  static Table homeCare(FilePlan plan, Chance chance, RosterCells style) {
    List<Table.Line> lines = new ArrayList<>();
    for (Club club : plan.clubs()) {
      List<Person> members =
          club.listedIn(plan.period()).stream()
              .filter(m -> m.memberAt(plan.period()))
              .map(Club.Membership::person)
              .toList();
      List<Person> cared = members.stream().filter(Person::caredFor).toList();
      List<Person> volunteers =
          club.listedIn(plan.period()).stream()
              .filter(m -> m.memberAt(plan.period()) && m.volunteer())
              .map(Club.Membership::person)
              .toList();
      for (int i = 0; i < volunteers.size() && !cared.isEmpty(); i++) {
        lines.add(pair(plan, chance, style, club, volunteers.get(i), cared.get(i % cared.size())));
      }
    }
    return new Table(
        "DANH SÁCH TÌNH NGUYỆN VIÊN CHĂM SÓC TẠI NHÀ",
        "",
        Table.columns(
            "STT",
            "Tên CLB",
            "Xã/phường/thị trấn",
            "Họ tên TNV",
            "Năm sinh TNV",
            "Giới tính TNV",
            "CCCD TNV",
            "Họ tên người được chăm sóc",
            "Năm sinh người được chăm sóc",
            "Số lần thăm",
            "Ghi chú"),
        lines,
        List.of(9));
  }

  private static Table.Line pair(
      FilePlan plan, Chance chance, RosterCells style, Club club, Person volunteer, Person cared) {
    return Table.Line.of(
        plan.body(style.club(club)),
        plan.body(style.commune(club)),
        plan.personName(volunteer.name()),
        MoneyTables.birth(style, volunteer),
        text(volunteer.woman() ? "Nữ" : "Nam"),
        text(volunteer.citizenId()),
        plan.personName(cared.name()),
        MoneyTables.birth(style, cared),
        new Draft.Number(chance.between(4, 26)),
        null);
  }

  /** Whether the health station sees the older members of a club in this half of the year. */
  static boolean examinedIn(Club club, Period period) {
    return club.decision() % 2 == period.half() % 2;
  }

  /** Check-ups at a commune's health station on three days. */
  static Table healthCheck(FilePlan plan, Chance chance, RosterCells style) {
    List<Table.Line> lines = new ArrayList<>();
    LocalDate first =
        LocalDate.of(
            plan.period().year(), plan.period().half() == 1 ? 4 : 10, chance.between(1, 25));
    for (Club club : plan.clubs()) {
      for (Club.Membership member : club.listedIn(plan.period())) {
        boolean older = !member.person().born().plusYears(60).isAfter(plan.period().end());
        if (member.memberAt(plan.period()) && older && chance.percent(80)) {
          lines.add(
              checkUp(
                  plan,
                  chance,
                  style,
                  club,
                  member.person(),
                  first.plusDays(chance.between(0, 2))));
        }
      }
    }
    if (plan.has(Trait.PRESSURE_INVERTED)) {
      Table.spoil(lines, chance, 12, new Draft.Number(45), FindingCode.PRESSURE_INVERTED, false);
    }
    if (plan.has(Trait.IMPOSSIBLE_DAY)) {
      Table.spoil(
          lines,
          chance,
          6,
          text("31/" + (plan.period().half() == 1 ? 4 : 11) + "/" + plan.period().year()),
          FindingCode.DATE_IMPOSSIBLE,
          true);
    }
    return new Table(
        "DANH SÁCH KHÁM SỨC KHỎE ĐỊNH KỲ NGƯỜI CAO TUỔI",
        "",
        Table.columns(
            "STT",
            "Họ và tên",
            "Ngày sinh",
            "Giới tính",
            "Số CCCD",
            "Địa chỉ",
            "Xã",
            "Ngày khám",
            "Nơi khám",
            "Chiều cao (cm)",
            "Cân nặng (kg)",
            "BMI",
            "Mạch",
            "Huyết áp>Tối đa",
            "Huyết áp>Tối thiểu",
            "Bệnh chính",
            "Phân loại SK",
            "Ghi chú"),
        lines,
        List.of());
  }

  private static Table.Line checkUp(
      FilePlan plan, Chance chance, RosterCells style, Club club, Person person, LocalDate day) {
    int height = person.woman() ? chance.between(142, 158) : chance.between(152, 170);
    double weight = chance.between(400, 640) / 10.0;
    double bmi = Math.round(weight / (height * height / 10_000.0) * 10) / 10.0;
    String commune = club.site().at(plan.period()).fullName();
    int systolic = chance.between(105, 165);
    return Table.Line.of(
        plan.personName(person.name()),
        MoneyTables.birth(style, person),
        text(person.woman() ? "Nữ" : "Nam"),
        text(person.citizenId()),
        plan.body(club.hamlet() + ", " + club.site().at(plan.period()).inSentence()),
        plan.body(style.commune(club)),
        style.day(day),
        text("Trạm y tế " + commune),
        new Draft.Number(height),
        new Draft.Number(weight),
        new Draft.Number(bmi),
        new Draft.Number(chance.between(62, 92)),
        new Draft.Number(systolic),
        new Draft.Number(systolic - chance.between(35, 60)),
        text(chance.any(DIAGNOSES)),
        new Draft.Number(chance.between(2, 4)),
        null);
  }
}
