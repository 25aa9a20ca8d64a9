package vn.ishc.sample;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands around a table: the title block, the header, the signatures. */
final class SheetFrame {
  /**
   * A column of a table.
   *
   * @param title heading
   * @param group heading above it that it shares with its neighbours, or empty
   */
  record Column(String title, String group) {}

  private final FilePlan plan;
  private final Chance chance;
  private final Draft.Sheet sheet;
  private final List<Column> columns;

  SheetFrame(FilePlan plan, Chance chance, Draft.Sheet sheet, List<Column> columns) {
    this.plan = plan;
    this.chance = chance;
    this.sheet = sheet;
    this.columns = columns;
  }

  /**
   * The block above the table.
   *
   * @param title what the table is
   * @param below a line under the title, such as the club, or empty
   * @param unit unit of money, or empty
   */
  void title(String title, String below, String unit) {
    if (plan.form().delimited()) {
      return;
    }
    int right = Math.max(columns.size() - 5, 2);
    String office = plan.issuer().office();
    boolean motto = chance.percent(60);
    if (motto) {
      List<Draft.@Nullable Cell> first = Draft.at(0, new Draft.Text(office, Lettering.UNICODE));
      first.addAll(
          Draft.at(
              right - 1, new Draft.Text("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Lettering.UNICODE)));
      sheet.add(Draft.Kind.NOT_DATA, first);
      sheet.addText(right, "Độc lập - Tự do - Hạnh phúc");
      sheet.addBlank();
    } else {
      wide(office);
    }
    wide(motto ? title : title + " - " + plan.issuer().unitName());
    if (!below.isEmpty()) {
      wide(below);
    }
    if (!plan.has(Trait.LATE_PERIOD)) {
      String period = Written.period(plan.period());
      wide(chance.any("(" + period + ")", "Kỳ báo cáo: " + period, period));
    }
    if (motto) {
      wide("Đơn vị: " + plan.issuer().unitName());
    }
    if (!unit.isEmpty()) {
      sheet.addText(right, "ĐVT: " + unit);
    }
  }

  /** The header, of one to three rows, with the column numbers if the plan wants them. */
  void header() {
    boolean grouped =
        !plan.form().delimited() && columns.stream().anyMatch(c -> !c.group().isEmpty());
    if (plan.has(Trait.HEADER_BAND) && grouped) {
      band();
    }
    if (grouped) {
      grouped();
    } else {
      sheet.add(
          Draft.Kind.NOT_DATA, columns.stream().map(c -> Draft.text(titled(c.title()))).toList());
    }
    if (plan.has(Trait.NUMBER_ROW) && !plan.form().delimited()) {
      List<Draft.@Nullable Cell> numbers = new ArrayList<>();
      for (int i = 1; i <= columns.size(); i++) {
        numbers.add(Draft.text("(" + i + ")"));
      }
      sheet.add(Draft.Kind.NOT_DATA, numbers);
    }
  }

  /** Place, day and signatures, most of the time. */
  void footer(String signer) {
    if (plan.form().delimited() || chance.percent(15)) {
      return;
    }
    int right = Math.max(columns.size() - 4, 2);
    sheet.addBlank();
    sheet.addText(
        right,
        plan.issuer().town()
            + ", ngày "
            + Written.two(plan.receivedOn().getDayOfMonth())
            + " tháng "
            + plan.receivedOn().getMonthValue()
            + " năm "
            + plan.receivedOn().getYear());
    pair("NGƯỜI LẬP BIỂU", signer, right);
    pair("(Ký, họ tên)", "(Ký tên, đóng dấu)", right);
  }

  private void pair(String left, String signer, int right) {
    List<Draft.@Nullable Cell> cells = Draft.at(1, new Draft.Text(left, Lettering.UNICODE));
    cells.addAll(Draft.at(right - 2, new Draft.Text(signer, Lettering.UNICODE)));
    sheet.add(Draft.Kind.NOT_DATA, cells);
  }

  private void wide(String text) {
    int row = sheet.next();
    sheet.addText(0, text);
    if (chance.percent(50)) {
      sheet.merge(row, row, 0, columns.size() - 1);
    }
  }

  private void band() {
    int row = sheet.next();
    int firstGroup = 0;
    while (columns.get(firstGroup).group().isEmpty()) {
      firstGroup++;
    }
    List<Draft.@Nullable Cell> cells =
        Draft.at(0, new Draft.Text("Thông tin chung", Lettering.UNICODE));
    cells.addAll(
        Draft.at(firstGroup - 1, new Draft.Text("Số liệu đến ngày báo cáo", Lettering.UNICODE)));
    sheet.add(Draft.Kind.NOT_DATA, cells);
    sheet.merge(row, row, 0, firstGroup - 1);
    sheet.merge(row, row, firstGroup, columns.size() - 1);
  }

  private void grouped() {
    int row = sheet.next();
    List<Draft.@Nullable Cell> upper = new ArrayList<>();
    List<Draft.@Nullable Cell> lower = new ArrayList<>();
    for (int c = 0; c < columns.size(); c++) {
      Column column = columns.get(c);
      boolean alone = column.group().isEmpty();
      boolean starts = c == 0 || !columns.get(c - 1).group().equals(column.group());
      upper.add(Draft.text(alone ? titled(column.title()) : starts ? column.group() : ""));
      lower.add(alone ? null : Draft.text(titled(column.title())));
      if (alone) {
        sheet.merge(row, row + 1, c, c);
      } else if (starts) {
        sheet.merge(row, row, c, lastOfGroup(c));
      }
    }
    sheet.add(Draft.Kind.NOT_DATA, upper);
    sheet.add(Draft.Kind.NOT_DATA, lower);
  }

  private int lastOfGroup(int first) {
    int last = first;
    while (last + 1 < columns.size()
        && columns.get(last + 1).group().equals(columns.get(first).group())) {
      last++;
    }
    return last;
  }

  private String titled(String title) {
    if (!plan.has(Trait.HEADER_BREAKS)) {
      return title;
    }
    int space = title.indexOf(' ');
    String broken =
        space > 0 && chance.percent(60)
            ? title.substring(0, space) + "\n" + title.substring(space + 1)
            : title;
    return chance.percent(15) ? broken + "\t" : chance.percent(15) ? broken + " (*)" : broken;
  }
}
