package vn.ishc.sample;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ishc.row.FindingCode;

/** Writes the feeds that are one plain table. */
final class TableWriter implements FeedWriter {
  /** Makes the table of a feed. */
  interface Maker {
    /** The table that a plan asks for. */
    Table of(FilePlan plan, Chance chance, RosterCells style);
  }

  private final Maker maker;

  TableWriter(Maker maker) {
    this.maker = maker;
  }

  @Override
  public void write(FilePlan plan, Chance chance, Draft draft, Answer answer) {
    Table table = maker.of(plan, chance, new RosterCells(plan, chance));
    String name = chance.any("Bieu", "Sheet1");
    Draft.Sheet sheet =
        draft.sheet(draft.sheets().isEmpty() ? name : "Bieu " + (draft.sheets().size() + 1));
    SheetFrame frame = new SheetFrame(plan, chance, sheet, table.columns());
    frame.title(table.title(), table.below(), Written.moneyUnit(plan));
    frame.header();
    for (int i = 0; i < table.lines().size(); i++) {
      line(sheet, table.lines().get(i), i + 1, answer);
    }
    if (plan.has(Trait.TOTALS)
        && !plan.has(Trait.MONEY_TEXT)
        && !table.sums().isEmpty()
        && table.lines().stream().noneMatch(Table.Line::refused)) {
      total(sheet, table);
    }
    frame.footer("THỦ TRƯỞNG ĐƠN VỊ");
  }

  private static void line(Draft.Sheet sheet, Table.Line line, int number, Answer answer) {
    List<Draft.@Nullable Cell> cells = new ArrayList<>(List.of(new Draft.Number(number)));
    cells.addAll(line.cells());
    int at = sheet.add(line.refused() ? Draft.Kind.REFUSED : Draft.Kind.ACCEPTED, cells);
    FindingCode finding = line.finding();
    if (finding != null && line.refused()) {
      answer.refuse(sheet, at, finding);
    } else if (finding != null) {
      answer.find(sheet, at, finding);
    }
  }

  private static void total(Draft.Sheet sheet, Table table) {
    List<Draft.@Nullable Cell> cells = Draft.at(1, new Draft.Text("Tổng cộng", Lettering.UNICODE));
    for (int column = 2; column < table.columns().size(); column++) {
      int at = column - 1;
      cells.add(
          table.sums().contains(column)
              ? new Draft.Number(table.lines().stream().mapToDouble(l -> number(l, at)).sum())
              : null);
    }
    sheet.add(Draft.Kind.NOT_DATA, cells);
  }

  private static double number(Table.Line line, int at) {
    return line.cells().get(at) instanceof Draft.Number number ? number.number() : 0;
  }
}
