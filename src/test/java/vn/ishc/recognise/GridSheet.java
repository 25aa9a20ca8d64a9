package vn.ishc.recognise;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ishc.row.Cell;
import vn.ishc.row.NumberStyle;
import vn.ishc.row.RawRow;
import vn.ishc.sheet.MergedRanges;
import vn.ishc.sheet.RowCursor;
import vn.ishc.sheet.Sheet;

/**
 * A sheet drawn as lines of cells between bars. Digits alone are numbers, an empty line is a row without cells, a line that begins with {@code ~} is a
 * hidden row.
 */
record GridSheet(List<String> lines, MergedRanges merges) implements Sheet {
  GridSheet {
    lines = List.copyOf(lines);
  }

  static GridSheet of(List<String> lines) {
    return new GridSheet(lines, MergedRanges.NONE);
  }

  static GridSheet of(String... lines) {
    return of(List.of(lines));
  }

  /** The same with merged ranges. */
  GridSheet merged(MergedRanges.Range... ranges) {
    return new GridSheet(lines, new MergedRanges(List.of(ranges)));
  }

  @Override
  public String name() {
    return "Sheet1";
  }

  @Override
  public boolean hidden() {
    return false;
  }

  @Override
  public RowCursor rows() {
    List<RawRow> rows = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isEmpty()) {
        rows.add(row(i + 1, lines.get(i)));
      }
    }
    return new Cursor(rows.iterator());
  }

  private static RawRow row(int number, String line) {
    boolean hidden = line.startsWith("~");
    String[] texts = (hidden ? line.substring(1) : line).split("\\|", -1);
    Cell[] cells = new Cell[texts.length];
    for (int i = 0; i < texts.length; i++) {
      cells[i] = cell(texts[i]);
    }
    return new RawRow(number, cells, hidden);
  }

  private static Cell cell(String text) {
    if (text.isEmpty()) {
      return Cell.BLANK;
    }
    return text.matches("\\d+") ? new Cell.Numeric(Double.parseDouble(text), NumberStyle.GENERAL) : new Cell.Text(text, null);
  }

  private record Cursor(Iterator<RawRow> rows) implements RowCursor {
    @Override
    public @Nullable RawRow next() {
      return rows.hasNext() ? rows.next() : null;
    }

    @Override
    public void close() {}
  }
}
