package vn.ishc.conform;

import vn.ishc.clean.Ditto;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ishc.feed.ColumnType;
import vn.ishc.recognise.Binding;
import vn.ishc.recognise.FoundTable;
import vn.ishc.row.Cell;
import vn.ishc.row.Finding;
import vn.ishc.row.FindingCode;
import vn.ishc.row.RawRow;
import vn.ishc.row.Severity;
import vn.ishc.sheet.MergedRanges;
import vn.ishc.clean.ColumnEncoding;
import vn.ishc.clean.Repair;
import vn.ishc.clean.TextRepair;

/** The cells of a table's rows: text repaired by column, ditto marks and merged cells filled. */
final class TableCells {
  private final CleanContext context;
  private final int[] columns;
  private final ColumnType[] types;
  private final Binding[] bindings;
  private final int width;
  private final ColumnEncoding[] encodings;
  private final Cell[] above;
  private final int[] aboveRow;
  private final List<Map<Repair.Kind, Integer>> repairs = new ArrayList<>();
  private final int[] dittos;
  private final int[] merged;

  TableCells(FoundTable table, CleanContext context) {
    this.context = context;
    this.bindings = table.bindings().stream().filter(b -> b.column().type() != ColumnType.IGNORED).toArray(Binding[]::new);
    this.columns = new int[bindings.length];
    this.types = new ColumnType[bindings.length];
    int last = 0;
    for (int i = 0; i < bindings.length; i++) {
      columns[i] = bindings[i].sheetColumn();
      types[i] = bindings[i].column().type();
      last = Math.max(last, columns[i]);
      repairs.add(new EnumMap<>(Repair.Kind.class));
    }
    this.width = last + 1;
    this.encodings = new ColumnEncoding[width];
    for (int column : columns) {
      encodings[column] = new ColumnEncoding();
    }
    this.above = new Cell[width];
    this.aboveRow = new int[width];
    this.dittos = new int[bindings.length];
    this.merged = new int[bindings.length];
    forget();
  }

  void forget() {
    java.util.Arrays.fill(above, Cell.BLANK);
  }

  void observe(RawRow raw) {
    for (int column : columns) {
      if (raw.cell(column) instanceof Cell.Text text) {
        encodings[column].observe(text.text(), text.font());
      }
    }
  }

  Cell[] of(RawRow raw) {
    Cell[] cells = new Cell[width];
    java.util.Arrays.fill(cells, Cell.BLANK);
    List<MergedRanges.Range> ranges = context.merges().touching(raw.number());
    for (int i = 0; i < columns.length; i++) {
      cells[columns[i]] = cell(raw, i, ranges);
    }
    return cells;
  }

  private Cell cell(RawRow raw, int i, List<MergedRanges.Range> ranges) {
    int column = columns[i];
    Cell own = raw.cell(column);
    if (own.isBlank()) {
      return fromMerge(raw, i, ranges).orElse(Cell.BLANK);
    }
    if (own instanceof Cell.Text text) {
      if (Ditto.is(text) && !above[column].isBlank() && types[i] != ColumnType.NOTE) {
        dittos[i]++;
        return above[column];
      }
      own = repaired(text, i);
    }
    above[column] = own;
    aboveRow[column] = raw.number();
    return own;
  }

  private Optional<Cell> fromMerge(RawRow raw, int i, List<MergedRanges.Range> ranges) {
    int column = columns[i];
    for (MergedRanges.Range range : ranges) {
      if (range.contains(raw.number(), column) && range.firstRow() < raw.number() && aboveRow[column] == range.firstRow()) {
        merged[i]++;
        return Optional.of(above[column]);
      }
    }
    if (bindings[i].column().fill() && !above[column].isBlank()) {
      merged[i]++;
      return Optional.of(above[column]);
    }
    return Optional.empty();
  }

  private Cell repaired(Cell.Text text, int i) {
    Repair repair = TextRepair.examine(text.text(), text.font(), encodings[columns[i]]);
    if (repair.kind() != Repair.Kind.NONE) {
      repairs.get(i).merge(repair.kind(), 1, Integer::sum);
    }
    return repair.text().equals(text.text()) ? text : repair.text().isEmpty() ? Cell.BLANK : new Cell.Text(repair.text(), text.font());
  }

  /** Any cell of the sheet, repaired with what is known of its column. */
  Cell repaired(Cell cell, int sheetColumn) {
    if (!(cell instanceof Cell.Text text)) {
      return cell;
    }
    @Nullable ColumnEncoding encoding = sheetColumn < width ? encodings[sheetColumn] : null;
    Repair repair = TextRepair.examine(text.text(), text.font(), encoding == null ? new ColumnEncoding() : encoding);
    return repair.text().isEmpty() ? Cell.BLANK : new Cell.Text(repair.text(), text.font());
  }

  List<Finding> summary() {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < bindings.length; i++) {
      int at = i;
      repairs.get(i).forEach((kind, count) -> legacy(kind).ifPresent(name -> findings.add(repairFinding(at, name, count))));
      if (dittos[i] > 0) {
        findings.add(finding(i, FindingCode.DITTO_FILLED, List.of(Integer.toString(dittos[i]))));
      }
      if (merged[i] > 0) {
        findings.add(finding(i, FindingCode.MERGED_FILLED, List.of(Integer.toString(merged[i]))));
      }
    }
    return findings;
  }

  private static Optional<String> legacy(Repair.Kind kind) {
    return switch (kind) {
      case NONE, SPACES -> Optional.empty();
      case NFC -> Optional.of("Unicode tổ hợp");
      case LOOKALIKE -> Optional.of("Ð");
      case WINDOWS_1258 -> Optional.of("windows-1258");
      case TCVN3 -> Optional.of("TCVN3 (.VnTime)");
      case VNI -> Optional.of("VNI");
      case MOJIBAKE -> Optional.of("UTF-8");
    };
  }

  private Finding repairFinding(int i, String name, int count) {
    return finding(i, FindingCode.TEXT_REPAIRED, List.of(name, Integer.toString(count), name));
  }

  private Finding finding(int i, FindingCode code, List<String> details) {
    return new Finding(code, Severity.INFO, context.sheet(), 0, columns[i], bindings[i].column().name(), "", details, false);
  }
}
