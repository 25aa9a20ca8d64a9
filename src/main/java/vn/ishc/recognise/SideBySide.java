package vn.ishc.recognise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.ishc.clean.Spelling;
import vn.ishc.row.Cell;
import vn.ishc.row.RawRow;
import vn.ishc.sheet.MergedRanges;
import vn.ishc.sheet.RowCursor;
import vn.ishc.sheet.Sheet;
import vn.ishc.sheet.UnreadableFile;

/**
 * Tables of one kind beside each other, two months or three columns of names on a page: the same headings over and over in one row. Each is a sheet of
 * its own with the titles above all of them; rows and columns keep their places.
 *
 * @param row number of the row of headings
 * @param first the column at which the first table begins
 * @param width columns from one table to the next
 * @param count how many there are
 */
record SideBySide(int row, int first, int width, int count) {
  private static final int LABELS_MIN = 2;

  /** More do not fit on a page; each is one more walk over the sheet. */
  private static final int COUNT_MAX = 12;

  /** The tables that the headings of a row tell; empty unless all its headings repeat at one distance. */
  static Optional<SideBySide> in(RawRow row) {
    TreeMap<Integer, String> labels = new TreeMap<>();
    for (int column = 0; column < row.cells().length; column++) {
      String label = Spelling.fold(HeaderBlock.textOf(row.cells()[column]));
      if (!label.isEmpty()) {
        labels.put(column, label);
      }
    }
    if (labels.size() < 2 * LABELS_MIN) {
      return Optional.empty();
    }
    int first = labels.firstKey();
    return labels.tailMap(first, false).entrySet().stream()
        .filter(label -> label.getValue().equals(labels.get(first)))
        .findFirst()
        .map(again -> new SideBySide(row.number(), first, again.getKey() - first, 1 + (labels.lastKey() - first) / (again.getKey() - first)))
        .filter(tables -> tables.repeat(labels));
  }

  private boolean repeat(TreeMap<Integer, String> labels) {
    int each = labels.size() / count;
    return each >= LABELS_MIN
        && count <= COUNT_MAX
        && each * count == labels.size()
        && labels.entrySet().stream().allMatch(label -> label.getValue().equals(labels.get(first + (label.getKey() - first) % width)));
  }

  /** The sheet as one of the tables sees it. */
  Sheet part(Sheet sheet, int table) {
    return new Part(sheet, this, table);
  }

  /** The cells of one table; a row of titles stays whole, but for the one right above the headings that tells each table something else. */
  RawRow part(RawRow of, int table) {
    if (of.number() < row - 1 || (of.number() == row - 1 && !speaksToEach(of))) {
      return of;
    }
    Cell[] cells = new Cell[of.cells().length];
    Arrays.setAll(cells, column -> tableOf(column) == table ? of.cells()[column] : Cell.BLANK);
    return new RawRow(of.number(), cells, of.hidden());
  }

  private int tableOf(int column) {
    return Math.clamp((column - first) / width, 0, count - 1);
  }

  private boolean speaksToEach(RawRow of) {
    List<Integer> spoken = new ArrayList<>();
    for (int column = 0; column < of.cells().length; column++) {
      if (!of.cells()[column].isBlank()) {
        spoken.add(tableOf(column));
      }
    }
    return spoken.stream().distinct().count() == count && spoken.size() == count;
  }

  private record Part(Sheet whole, SideBySide tables, int table) implements Sheet {
    @Override
    public String name() {
      return whole.name();
    }

    @Override
    public boolean hidden() {
      return whole.hidden();
    }

    @Override
    public MergedRanges merges() {
      return whole.merges();
    }

    @Override
    public RowCursor rows() throws UnreadableFile {
      RowCursor rows = whole.rows();
      return new RowCursor() {
        @Override
        public @Nullable RawRow next() throws UnreadableFile {
          RawRow row = rows.next();
          return row == null ? null : tables.part(row, table);
        }

        @Override
        public void close() {
          rows.close();
        }
      };
    }
  }
}
