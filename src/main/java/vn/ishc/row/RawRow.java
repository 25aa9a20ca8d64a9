package vn.ishc.row;

/**
 * A row as the file holds it. Not a value object: the array is handed over, not copied, because a million rows walk here.
 *
 * @param number the number a person sees (1-based); for csv the number of the record
 * @param cells left to right from column A; shorter than the sheet is wide when the tail is empty
 * @param hidden whether the file hides the row
 */
@SuppressWarnings("ArrayRecordComponent")
public record RawRow(int number, Cell[] cells, boolean hidden) {
  /** The cell of a 0-based column; {@link Cell#BLANK} beyond the end. */
  public Cell cell(int column) {
    return column < cells.length ? cells[column] : Cell.BLANK;
  }

  /** True when every cell is blank. */
  public boolean isBlank() {
    for (Cell cell : cells) {
      if (!cell.isBlank()) {
        return false;
      }
    }
    return true;
  }
}
