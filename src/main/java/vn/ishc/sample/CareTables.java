package vn.ishc.sample;

import static vn.ishc.sample.Draft.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ishc.row.FindingCode;
import vn.ishc.row.Period;

/** Home care and check-ups. */
final class CareTables {
  private static final String[] DIAGNOSES = {
    "", "", "THA", "đau lưng", "thoái hóa khớp", "đục thủy tinh thể", "ĐTĐ", "THA; viêm dạ dày"
  };

  private static final String[] DIAGNOSES_IN_WORDS = {
    "Không", "", "Tăng huyết áp độ 2", "THA + ĐTĐ typ 2", "Tiểu đường, đục thủy tinh thể 2 mắt", "thoái hoá cột sống thắt lưng", "Bình thường",
    "di chứng TBMMN, nghe kém", "viêm phế quản mạn", "đau đầu"
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
    if (plan.has(Trait.PRESSURE_INVERTED) && !plan.has(Trait.PRESSURE_PAIR)) {
      invertOnePressure(lines, chance);
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
        Table.columns(examined(plan).toArray(String[]::new)),
        lines,
        List.of());
  }

  private static void invertOnePressure(List<Table.Line> lines, Chance chance) {
    if (lines.size() >= 8) {
      int row = chance.between(0, lines.size() - 1);
      FindingCode inverted = FindingCode.PRESSURE_INVERTED;
      lines.set(row, lines.get(row).spoiled(12, new Draft.Number(85), inverted, false).spoiled(13, new Draft.Number(110), inverted, false));
    }
  }

  private static List<String> examined(FilePlan plan) {
    List<String> titles = new ArrayList<>(List.of("STT", "Họ và tên", "Ngày sinh", "Giới tính", "Số CCCD", "Địa chỉ", "Xã", "Ngày khám", "Nơi khám"));
    titles.add(plan.has(Trait.HEIGHT_FORMS) ? "Chiều cao" : "Chiều cao (cm)");
    titles.addAll(List.of("Cân nặng (kg)", "BMI", "Mạch"));
    titles.addAll(plan.has(Trait.PRESSURE_PAIR) ? List.of("Huyết áp") : List.of("Huyết áp>Tối đa", "Huyết áp>Tối thiểu"));
    if (plan.has(Trait.GLUCOSE_COLUMN)) {
      titles.add("Đường huyết");
    }
    titles.addAll(List.of("Bệnh chính", "Phân loại SK", "Ghi chú"));
    return titles;
  }

  private static Table.Line checkUp(
      FilePlan plan, Chance chance, RosterCells style, Club club, Person person, LocalDate day) {
    int height = person.woman() ? chance.between(142, 158) : chance.between(152, 170);
    double weight = chance.between(400, 640) / 10.0;
    double bmi = Math.round(weight / (height * height / 10_000.0) * 10) / 10.0;
    String commune = club.site().at(plan.period()).fullName();
    List<Draft.@Nullable Cell> cells = new ArrayList<>();
    cells.add(plan.personName(person.name()));
    cells.add(MoneyTables.birth(style, person));
    cells.add(text(person.woman() ? "Nữ" : "Nam"));
    cells.add(text(person.citizenId()));
    cells.add(plan.body(club.hamlet() + ", " + club.site().at(plan.period()).inSentence()));
    cells.add(plan.body(style.commune(club)));
    cells.add(style.day(day));
    cells.add(text("Trạm y tế " + commune));
    cells.add(plan.has(Trait.HEIGHT_FORMS) ? height(chance, height) : new Draft.Number(height));
    cells.add(new Draft.Number(weight));
    cells.add(new Draft.Number(bmi));
    cells.add(new Draft.Number(chance.between(62, 92)));
    int systolic = chance.between(105, 165);
    pressure(plan, chance, systolic, Math.min(systolic - chance.between(35, 60), 118), cells);
    if (plan.has(Trait.GLUCOSE_COLUMN)) {
      cells.add(glucose(chance));
    }
    cells.add(text(plan.has(Trait.DIAGNOSIS_WORDS) ? chance.any(DIAGNOSES_IN_WORDS) : chance.any(DIAGNOSES)));
    cells.add(plan.has(Trait.DIAGNOSIS_WORDS) ? text(chance.any("Loại II", "III", "Loại 4", "B")) : new Draft.Number(chance.between(2, 4)));
    cells.add(null);
    return new Table.Line(cells, null, false);
  }

  private static Draft.@Nullable Cell height(Chance chance, int centimetres) {
    String metres = Integer.toString(centimetres / 100);
    String rest = Integer.toString(centimetres % 100);
    return switch (chance.between(1, 4)) {
      case 1 -> text(metres + "m" + rest);
      case 2 -> text(metres + "," + rest);
      case 3 -> new Draft.Number(centimetres / 100.0);
      default -> new Draft.Number(centimetres);
    };
  }

  private static void pressure(FilePlan plan, Chance chance, int systolic, int diastolic, List<Draft.@Nullable Cell> cells) {
    if (!plan.has(Trait.PRESSURE_PAIR)) {
      cells.add(new Draft.Number(systolic));
      cells.add(new Draft.Number(diastolic));
      return;
    }
    cells.add(
        text(
            switch (chance.between(1, 6)) {
              case 1 -> systolic / 10 + "/" + diastolic / 10;
              case 2 -> systolic + "-" + diastolic + " mmHg";
              case 3 -> "HA: " + systolic + "/" + diastolic;
              case 4 -> systolic + " / " + diastolic;
              default -> systolic + "/" + diastolic;
            }));
  }

  /** Most stations measure in mmol/L; strips of some meters show mg/dL. */
  private static Draft.@Nullable Cell glucose(Chance chance) {
    return switch (chance.between(1, 5)) {
      case 1 -> null;
      case 2 -> new Draft.Number(chance.between(84, 180));
      case 3 -> text(chance.between(4, 9) + "," + chance.between(0, 9) + " mmol/L");
      default -> new Draft.Number(chance.between(40, 95) / 10.0);
    };
  }
}
