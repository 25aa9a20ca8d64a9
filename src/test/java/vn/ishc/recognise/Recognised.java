package vn.ishc.recognise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.ishc.TestDatabase;
import vn.ishc.feed.Contracts;
import vn.ishc.row.RawRow;
import vn.ishc.sheet.Sheet;
import vn.ishc.sheet.UnreadableFile;

/** What was heard of a sheet. */
final class Recognised implements SheetListener {
  private static final Contracts CONTRACTS = contracts();

  final List<FoundTable> tables = new ArrayList<>();
  final List<NearMiss> misses = new ArrayList<>();
  private final List<RowKind> kinds = new ArrayList<>();
  private final List<RawRow> rows = new ArrayList<>();

  private static Contracts contracts() {
    try {
      return Contracts.read(TestDatabase.ROOT.resolve("jobs/feeds"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Recognised of(Sheet sheet) {
    Recognised heard = new Recognised();
    try {
      new TableFinder(CONTRACTS).walk(sheet, heard);
    } catch (UnreadableFile e) {
      throw new IllegalStateException(e);
    }
    return heard;
  }

  static Recognised of(String... lines) {
    return of(GridSheet.of(lines));
  }

  @Override
  public void table(FoundTable table) {
    tables.add(table);
  }

  @Override
  public void row(RowKind kind, RawRow row) {
    kinds.add(kind);
    rows.add(row);
  }

  @Override
  public void unknownTable(NearMiss miss) {
    misses.add(miss);
  }

  /** The kinds of the rows, in order. */
  List<RowKind> kinds() {
    return kinds;
  }

  /** The row numbers of a kind. */
  List<Integer> numbers(RowKind kind) {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < kinds.size(); i++) {
      if (kinds.get(i) == kind) {
        numbers.add(rows.get(i).number());
      }
    }
    return numbers;
  }

  String feeds() {
    return tables.stream().map(table -> table.contract().feed()).collect(Collectors.joining(" "));
  }

  /** What the columns of the first table are read as, left to right. */
  List<String> columns() {
    return tables.getFirst().bindings().stream().map(Recognised::column).toList();
  }

  /** The same whatever the order. */
  TreeSet<String> columnsSorted() {
    return new TreeSet<>(columns());
  }

  private static String column(Binding binding) {
    return binding.part().isEmpty() ? binding.column().name() : binding.column().name() + "/" + binding.part();
  }
}
