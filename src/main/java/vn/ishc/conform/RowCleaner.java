package vn.ishc.conform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ishc.feed.Column;
import vn.ishc.feed.ColumnType;
import vn.ishc.feed.Contract;
import vn.ishc.recognise.Binding;
import vn.ishc.recognise.FoundTable;
import vn.ishc.recognise.ToldDay;
import vn.ishc.row.Cell;
import vn.ishc.row.Finding;
import vn.ishc.row.FindingCode;
import vn.ishc.row.RawRow;
import vn.ishc.row.Severity;
import vn.ishc.row.Value;

/** Turns the data rows of one table into typed values, top to bottom: ditto marks and merged cells need the row above. */
public final class RowCleaner {
  private static final Pattern DID_NOT_COME =
      Pattern.compile("(?:không|ko|chưa|k) (?:đi |đến |được |tham gia )?khám|vắng(?: mặt| khám)?", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Value[] NO_VALUES = {};

  private final Contract contract;
  private final CleanContext context;
  private final TableCells cells;
  private final ColumnReader[] readers;
  private final int sexColumn;
  private final Leaving leaving;
  private final Map<Column, Value> told = new HashMap<>();

  /** Prepares the readers of a table. */
  public RowCleaner(FoundTable table, CleanContext context) {
    this.contract = table.contract();
    this.context = context;
    this.cells = new TableCells(table, context);
    this.readers = new ColumnReader[contract.columns().size()];
    Map<Integer, List<Binding>> bindings = new HashMap<>();
    table.bindings().forEach(b -> bindings.computeIfAbsent(b.column().index(), i -> new ArrayList<>()).add(b));
    for (Column column : contract.columns()) {
      List<Binding> own = bindings.getOrDefault(column.index(), List.of());
      if (!own.isEmpty() && column.type() != ColumnType.IGNORED) {
        readers[column.index()] = new ColumnReader(column, own, context);
      }
    }
    this.sexColumn = contract.firstOf(ColumnType.SEX).map(Column::index).orElse(-1);
    this.leaving = new Leaving(table, context);
    contract.columns().stream().filter(Column::isDayOfContext).forEach(column -> ToldDay.in(table.titles(), column).ifPresent(day -> told.put(column, new Value.Date(day))));
  }

  /** A line between the rows: what it tells of a column holds from here on. */
  public void told(String line) {
    contract.columns().stream().filter(Column::isDayOfContext).forEach(column -> ToldDay.in(line, column).ifPresent(day -> told.put(column, new Value.Date(day))));
  }

  /** Sees rows ahead of cleaning, so that the encoding of a column, and what its rates are per, is known from its first cell on. */
  public void observe(RawRow raw) {
    cells.observe(raw);
    for (@Nullable ColumnReader reader : readers) {
      if (reader != null) {
        reader.observe(raw.cell(reader.sheetColumn()));
      }
    }
  }

  /** A section row ends what ditto marks may repeat, and may tell a code of the rows below it. */
  public void section(String text) {
    cells.forget();
    told(text);
    for (Column column : contract.columns()) {
      if (column.sections()) {
        told.remove(column);
        String code = context.lists().of(column.list().orElseThrow()).read(new Cell.Text(text, null)).value();
        if (code != null) {
          told.put(column, new Value.Code(code));
        }
      }
    }
  }

  /** Reads one data row. */
  public CleanRow clean(RawRow raw) {
    RowReading row = new RowReading(raw, cells.of(raw), context.sheet());
    Value[] values = contract.columns().isEmpty() ? NO_VALUES : new Value[contract.columns().size()];
    for (int index = 0; index < values.length; index++) {
      @Nullable ColumnReader reader = readers[index];
      values[index] = reader == null ? row.takeSpilled() : reader.read(row);
    }
    if (sexColumn >= 0 && values[sexColumn].isAbsent() && row.sexHint() != null) {
      values[sexColumn] = new Value.Code(row.sexHint());
    }
    leaving.complete(values, row);
    for (Column column : contract.columns()) {
      if (values[column.index()].isAbsent() && !row.written().containsKey(column.name())) {
        values[column.index()] = column.isDayOfContext() && isAbsent(values) ? Value.ABSENT : told.getOrDefault(column, Value.ABSENT);
      }
      requireValue(column, values[column.index()], row);
    }
    return new CleanRow(raw, values, row.written(), row.kept(), row.findings());
  }

  /** Whoever did not come was not there on the day that is told for all. */
  private boolean isAbsent(Value[] values) {
    return contract.columns().stream()
        .filter(column -> column.type() == ColumnType.NOTE)
        .anyMatch(column -> values[column.index()] instanceof Value.Text note && DID_NOT_COME.matcher(note.text().strip()).matches());
  }

  private void requireValue(Column column, Value value, RowReading row) {
    boolean required = column.required() == Column.Required.YES || column.required() == Column.Required.ROW || column.isDayOfContext();
    if (!required || !value.isAbsent() || row.hasError(column)) {
      return;
    }
    ColumnReader reader = readers[column.index()];
    int at = reader == null ? -1 : reader.sheetColumn();
    row.add(
        new Finding(
            FindingCode.REQUIRED_MISSING, Severity.ERROR, context.sheet(), row.raw().number(), at, column.name(), "", List.of(), false));
  }

  /** Findings about the table as a whole, once its rows are read: what was repaired or filled in silence. */
  public List<Finding> summary() {
    return cells.summary();
  }

  /** A cell of the table as text, repaired; for sections and totals. */
  public Cell cell(RawRow raw, int sheetColumn) {
    return cells.repaired(raw.cell(sheetColumn), sheetColumn);
  }
}
