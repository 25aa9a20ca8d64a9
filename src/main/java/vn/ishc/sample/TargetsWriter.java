package vn.ishc.sample;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the annex of targets by district. */
final class TargetsWriter implements FeedWriter {
  private static final String NEW_CLUBS = "Chỉ tiêu CLB thành lập mới";

  @Override
  public void write(FilePlan plan, Chance chance, Draft draft, Answer answer) {
    List<SheetFrame.Column> columns =
        List.of(
            column("STT"),
            column("Huyện, thành, thị"),
            column("Số CLB đã có"),
            new SheetFrame.Column("Năm 2022", NEW_CLUBS),
            new SheetFrame.Column("Năm 2023", NEW_CLUBS),
            new SheetFrame.Column("Năm 2024", NEW_CLUBS),
            new SheetFrame.Column("Năm 2025", NEW_CLUBS),
            new SheetFrame.Column("Tổng", NEW_CLUBS),
            column("Số thành viên"),
            column("Trong đó NCT"));
    Draft.Sheet sheet = draft.sheet("Sheet1");
    SheetFrame frame =
        new SheetFrame(plan.with(List.of(Trait.LATE_PERIOD)), chance, sheet, columns);
    frame.title(
        "PHỤ LỤC: CHỈ TIÊU THÀNH LẬP MỚI CÂU LẠC BỘ GIAI ĐOẠN 2022-2025",
        "(Kèm theo Kế hoạch số 345/KH-UBND ngày 01/6/2022 của UBND tỉnh)",
        "");
    frame.header();
    Places places = Places.read();
    long[] sums = new long[8];
    int number = 0;
    for (PlanTargets.Line line : PlanTargets.lines(places)) {
      number++;
      List<Draft.@Nullable Cell> cells = new ArrayList<>(List.of(new Draft.Number(number)));
      cells.add(plan.body(name(places.district(line.district()), plan)));
      figures(line, sums).forEach(cells::add);
      sheet.add(Draft.Kind.ACCEPTED, cells);
    }
    total(sheet, sums);
    frame.footer("THỦ TRƯỞNG ĐƠN VỊ");
  }

  private static String name(Places.District district, FilePlan plan) {
    return plan.has(Trait.LOOSE_COMMUNES)
        ? district
            .fullName()
            .replace("Huyện", "H.")
            .replace("Thành phố", "TP")
            .replace("Thị xã", "TX.")
        : district.name();
  }

  private static List<Draft.Cell> figures(PlanTargets.Line line, long[] sums) {
    int[] years = line.perYear();
    int[] figures = {
      line.before(),
      years[0],
      years[1],
      years[2],
      years[3],
      line.newClubs(),
      line.members(),
      line.older()
    };
    List<Draft.Cell> cells = new ArrayList<>();
    for (int i = 0; i < figures.length; i++) {
      sums[i] += figures[i];
      cells.add(new Draft.Number(figures[i]));
    }
    return cells;
  }

  private static void total(Draft.Sheet sheet, long[] sums) {
    List<Draft.@Nullable Cell> cells = Draft.at(1, new Draft.Text("Tổng cộng", Lettering.UNICODE));
    for (long sum : sums) {
      cells.add(new Draft.Number(sum));
    }
    sheet.add(Draft.Kind.NOT_DATA, cells);
  }

  private static SheetFrame.Column column(String title) {
    return new SheetFrame.Column(title, "");
  }
}
