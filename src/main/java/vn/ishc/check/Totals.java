package vn.ishc.check;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import vn.ishc.conform.ShownCell;
import vn.ishc.conform.CleanContext;
import vn.ishc.clean.MoneyUnit;
import vn.ishc.clean.Numbers;
import vn.ishc.clean.Reading;
import vn.ishc.feed.Column;
import vn.ishc.feed.ColumnType;
import vn.ishc.recognise.Binding;
import vn.ishc.recognise.FoundTable;
import vn.ishc.row.Cell;
import vn.ishc.row.Finding;
import vn.ishc.row.FindingCode;
import vn.ishc.row.RawRow;
import vn.ishc.row.Value;

/**
 * Holds the sheet's own sums against the rows they sum: the rows since the last section or total, or all rows of the table, whichever agrees. Refused
 * rows are summed too, as far as they can be read: the sheet counts them.
 */
public final class Totals {
  private final FoundTable table;
  private final CleanContext context;
  private final List<Binding> summed = new ArrayList<>();
  private final long[] sinceSection;
  private final long[] sinceTotal;
  private final long[] all;
  private final boolean[] broken;

  /** For the counts and amounts of a table. */
  public Totals(FoundTable table, CleanContext context) {
    this.table = table;
    this.context = context;
    for (Binding binding : table.bindings()) {
      if (binding.column().type() == ColumnType.COUNT || binding.column().type() == ColumnType.MONEY) {
        summed.add(binding);
      }
    }
    this.sinceSection = new long[summed.size()];
    this.sinceTotal = new long[summed.size()];
    this.all = new long[summed.size()];
    this.broken = new boolean[summed.size()];
  }

  /** A section begins. */
  public void section() {
    java.util.Arrays.fill(sinceSection, 0);
  }

  /** A data row. */
  public void add(Value[] values, boolean unreadable) {
    for (int i = 0; i < summed.size(); i++) {
      if (values[summed.get(i).column().index()] instanceof Value.Whole whole) {
        sinceSection[i] += whole.number();
        sinceTotal[i] += whole.number();
        all[i] += whole.number();
      } else if (unreadable) {
        broken[i] = true;
      }
    }
  }

  /** A row of sums: what differs. Columns with unreadable rows are not held against it. */
  public List<Finding> check(RawRow row) {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < summed.size(); i++) {
      Binding binding = summed.get(i);
      OptionalLong stated = stated(row.cell(binding.sheetColumn()), binding);
      if (stated.isPresent() && !broken[i] && !agrees(stated.getAsLong(), i)) {
        findings.add(finding(row, binding, all[i]));
      }
    }
    java.util.Arrays.fill(sinceTotal, 0);
    java.util.Arrays.fill(sinceSection, 0);
    return findings;
  }

  private boolean agrees(long stated, int i) {
    return stated == all[i] || stated == sinceSection[i] || stated == sinceTotal[i];
  }

  private OptionalLong stated(Cell cell, Binding binding) {
    if (cell.isBlank()) {
      return OptionalLong.empty();
    }
    MoneyUnit unit = MoneyUnit.find(binding.label()).orElse(context.unit());
    Reading<Long> reading =
        binding.column().type() == ColumnType.MONEY ? Numbers.readMoney(cell, unit) : Numbers.readWhole(cell);
    Long value = reading.value();
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }

  private Finding finding(RawRow row, Binding binding, long sum) {
    Column column = binding.column();
    String found = ShownCell.text(row.cell(binding.sheetColumn()));
    String added = column.type() == ColumnType.MONEY ? sum + " đồng" : Long.toString(sum);
    return new Finding(
        FindingCode.TOTAL_DIFFERS,
        FindingCode.TOTAL_DIFFERS.severity(),
        context.sheet(),
        row.number(),
        binding.sheetColumn(),
        column.name(),
        found,
        List.of(added),
        false);
  }

  /** The table it belongs to. */
  public FoundTable table() {
    return table;
  }
}
