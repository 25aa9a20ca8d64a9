package vn.ishc.sample;

import static vn.ishc.sample.Draft.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.ishc.row.FindingCode;

/** Activities, media items and the half-year report. */
final class EventTables {
  private static final String[] KINDS = {
    "Tăng thu nhập",
    "Chăm sóc sức khỏe",
    "Chăm sóc tại nhà",
    "Tự giúp nhau và hỗ trợ cộng đồng",
    "Bảo vệ quyền và lợi ích",
    "Truyền thông, nâng cao nhận thức",
    "Văn nghệ, thể thao",
    "Vận động nguồn lực",
    "Kiểm tra",
    "Giám sát",
    "Tập huấn khuyến nông"
  };

  private static final String[] IN_WORDS = {
    "Sinh hoạt định kỳ, hát dân ca ví giặm",
    "Tập huấn kỹ thuật chăn nuôi gà thả vườn",
    "Phối hợp Trạm y tế khám sức khỏe cho NCT",
    "Thăm hỏi, chăm sóc tại nhà người già neo đơn",
    "Tuyên truyền Luật Người cao tuổi; bảo vệ quyền lợi hội viên",
    "Vận động quỹ giúp nhau vốn vay",
    "UBND xã kiểm tra, giám sát quỹ CLB",
    "Giao lưu bóng chuyền hơi, dưỡng sinh"
  };

  private EventTables() {}

  /** What the clubs did. */
  static Table activities(FilePlan plan, Chance chance, RosterCells style) {
    List<Table.Line> lines = new ArrayList<>();
    LocalDate last = plan.period().end().minusDays(18);
    for (Club club : plan.clubs()) {
      LocalDate first =
          club.founded().isAfter(plan.period().start()) ? club.founded() : plan.period().start();
      if (club.activeAt(plan.period()) && first.isBefore(last)) {
        int count = chance.between(3, 7);
        for (int i = 0; i < count; i++) {
          lines.add(
              activity(
                  chance,
                  text(chance.any(plan.has(Trait.ACTIVITY_WORDS) ? IN_WORDS : KINDS)),
                  plan.body(style.club(club)),
                  plan.body(style.commune(club)),
                  written(plan, chance, style, chance.day(first, last))));
        }
      }
    }
    String unit =
        plan.issuer().code().length() == 3
            ? "Toàn huyện"
            : plan.issuer().code().equals("40") ? "Toàn tỉnh" : "Toàn xã";
    lines.add(
        activity(
            chance,
            text("Tập huấn"),
            text(unit),
            null,
            style.day(chance.day(plan.period().start(), last))));
    if (plan.has(Trait.IMPOSSIBLE_DAY)) {
      Table.spoil(
          lines,
          chance,
          0,
          text("31/" + (plan.period().half() == 1 ? 4 : 9) + "/" + plan.period().year()),
          FindingCode.DATE_IMPOSSIBLE,
          true);
    }
    return new Table(
        "KẾT QUẢ HOẠT ĐỘNG CỦA CÁC CÂU LẠC BỘ",
        "",
        Table.columns(
            "STT",
            "Ngày, tháng",
            "Loại hoạt động",
            "Tên CLB",
            "Xã",
            "Số buổi",
            "Số người tham gia>Tổng",
            "Số người tham gia>Nữ",
            "Số người tham gia>NCT",
            "Kinh phí",
            "Ghi chú"),
        lines,
        List.of(6, 7, 8));
  }

  private static Table.Line activity(
      Chance chance,
      Draft.@Nullable Cell kind,
      Draft.@Nullable Cell club,
      Draft.@Nullable Cell commune,
      Draft.Cell day) {
    int people = chance.between(20, 62);
    return Table.Line.of(
        day,
        kind,
        club,
        commune,
        new Draft.Number(1),
        new Draft.Number(people),
        new Draft.Number(people * chance.between(55, 70) / 100),
        new Draft.Number(people * chance.between(55, 70) / 100),
        new Draft.Number(chance.any(0, 0, 500_000, 1_200_000, 3_000_000)),
        null);
  }

  private static Draft.Cell written(FilePlan plan, Chance chance, RosterCells style, LocalDate day) {
    if (plan.has(Trait.VAGUE_DAYS) && chance.percent(40)) {
      String quarter = "I".repeat(plan.period().half() == 1 ? 2 : 3) + "/" + day.getYear();
      return new Draft.Text(chance.any("quý ", "Quý ") + quarter, Lettering.UNICODE);
    }
    return switch (chance.between(1, 12)) {
      case 1 ->
          new Draft.Text("tháng " + day.getMonthValue() + "/" + day.getYear(), Lettering.UNICODE);
      case 2 -> new Draft.Text("T" + day.getMonthValue() + "/" + day.getYear(), Lettering.UNICODE);
      default -> style.day(day);
    };
  }

  /** What a paper, a station or a portal published. */
  static Table media(FilePlan plan, Chance chance, RosterCells style) {
    List<Table.Line> lines = new ArrayList<>();
    boolean paper = plan.folder().startsWith("bao-");
    boolean station = plan.folder().startsWith("dai-");
    String outlet = paper ? "Báo Nghệ An" : station ? "Đài PTTH Nghệ An" : "Cổng TTĐT tỉnh Nghệ An";
    int count = chance.between(2, 6);
    for (int i = 0; i < count; i++) {
      String kind =
          paper
              ? chance.any("báo in", "báo điện tử")
              : station ? chance.any("truyền hình", "phát thanh") : "cổng TTĐT";
      String title =
          chance.any(
                  "Hiệu quả từ quỹ tăng thu nhập của CLB liên thế hệ",
                  "Người cao tuổi giúp nhau làm kinh tế",
                  "CLB liên thế hệ tự giúp nhau: điểm tựa của người cao tuổi")
              + " (bài "
              + (i + 1)
              + ")";
      boolean online = kind.endsWith("điện tử") || kind.startsWith("cổng");
      String address =
          "https://vi-du.invalid/"
              + Places.slug(title).toLowerCase(Locale.ROOT)
              + plan.period().code().toLowerCase(Locale.ROOT);
      lines.add(
          Table.Line.of(
              style.day(chance.day(plan.period().start(), plan.period().end().minusDays(15))),
              text(outlet),
              text(kind),
              text(title),
              text(online ? address : "")));
    }
    return new Table(
        "DANH MỤC TIN, BÀI TUYÊN TRUYỀN",
        "",
        Table.columns(
            "STT", "Ngày đăng, phát", "Cơ quan báo chí", "Loại hình", "Tên tin, bài", "Đường dẫn"),
        lines,
        List.of());
  }

  /** The unit's own figures, to be held against its rows. */
  static Table report(FilePlan plan, Chance chance, RosterCells style) {
    long[] sums = new long[8];
    long newClubs = 0;
    long minority = 0;
    long volunteers = 0;
    long borrowers = 0;
    long outstanding = 0;
    List<Club> active = plan.clubs().stream().filter(c -> c.activeAt(plan.period())).toList();
    for (Club club : active) {
      long[] figures = RegistryWriter.figures(club, plan.period());
      for (int i = 0; i < sums.length; i++) {
        sums[i] += figures[i];
      }
      newClubs += club.founded().isBefore(plan.period().start()) ? 0 : 1;
      List<Club.Membership> members =
          club.listedIn(plan.period()).stream().filter(m -> m.memberAt(plan.period())).toList();
      minority += members.stream().filter(m -> m.person().people() != Names.People.KINH).count();
      volunteers += members.stream().filter(Club.Membership::volunteer).count();
      List<Loans.Loan> loans = Loans.ofFund(club, plan.period());
      borrowers += loans.size();
      outstanding += loans.stream().mapToLong(loan -> loan.outstanding(plan.period().end())).sum();
    }
    Table.Line line =
        Table.Line.of(
            text(plan.issuer().unitName()),
            number(active.size()),
            number(newClubs),
            number(sums[0]),
            number(sums[1]),
            number(sums[2]),
            number(sums[3]),
            number(sums[4]),
            number(minority),
            number(borrowers),
            number(outstanding),
            number(sums[2] * 6 / 10),
            number(volunteers),
            number(chance.between(20, 90)),
            number(sums[5] * 1000),
            number(sums[6] * 1000));
    return new Table(
        "BIỂU TỔNG HỢP KẾT QUẢ THỰC HIỆN",
        "",
        Table.columns(
            "STT",
            "Đơn vị",
            "Tổng số CLB",
            "CLB thành lập mới trong kỳ",
            "Số thành viên>Tổng số",
            "Số thành viên>Nữ",
            "Số thành viên>NCT",
            "Số thành viên>Hộ nghèo",
            "Số thành viên>Hộ cận nghèo",
            "Số thành viên>DTTS",
            "Số thành viên vay vốn",
            "Dư nợ cho vay",
            "Số người được khám SK",
            "Số TNV",
            "Số người được tập huấn",
            "Quỹ của CLB>Quỹ tăng thu nhập",
            "Quỹ của CLB>Quỹ hoạt động"),
        List.of(line),
        List.of());
  }

  private static Draft.Cell number(long number) {
    return new Draft.Number(number);
  }
}
