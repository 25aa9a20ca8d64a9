package vn.ishc.sheet;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import vn.ishc.row.Cell;
import vn.ishc.row.RawRow;

/** Gathers the cells of one row after the other, within the limits. */
final class RowBuilder {
  private final ReadLimits limits;
  private Cell[] cells = new Cell[64];
  private int end;

  RowBuilder(ReadLimits limits) {
    this.limits = limits;
    Arrays.fill(cells, Cell.BLANK);
  }

  /** Puts a cell into a 0-based column. */
  void put(int column, Cell cell) throws IOException {
    if (column < 0 || column >= limits.columnsMax()) {
      throw column < 0
          ? Refusal.damaged()
          : Refusal.tooLarge(limits.columnsMax(), "cột", "columns");
    }
    if (cell == Cell.BLANK) {
      return;
    }
    if (column >= cells.length) {
      grow(column);
    }
    cells[column] = cell;
    end = Math.max(end, column + 1);
  }

  private void grow(int column) {
    int before = cells.length;
    cells = Arrays.copyOf(cells, Math.max(column + 1, before * 2));
    Arrays.fill(cells, before, cells.length, Cell.BLANK);
  }

  /** Whether nothing but blanks was put. */
  boolean isEmpty() {
    return end == 0;
  }

  /** How many cells the row would have. */
  int width() {
    return end;
  }

  /** The row, or null when it has no cell; the builder is empty again. */
  @Nullable RawRow finish(int number, boolean hidden) throws IOException {
    checkRow(number);
    if (end == 0) {
      return null;
    }
    Cell[] row = Arrays.copyOf(cells, end);
    Arrays.fill(cells, 0, end, Cell.BLANK);
    end = 0;
    return new RawRow(number, row, hidden);
  }

  /** Refuses a row number nobody can see. */
  void checkRow(int number) throws IOException {
    if (number < 1) {
      throw Refusal.damaged();
    }
    if (number > limits.rowsMax()) {
      throw Refusal.tooLarge(limits.rowsMax(), "dòng", "rows");
    }
  }
}
