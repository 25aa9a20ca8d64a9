package vn.ishc.recognise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.ishc.row.Cell;
import vn.ishc.row.RawRow;
import vn.ishc.sheet.MergedRanges;
import vn.ishc.clean.ColumnEncoding;
import vn.ishc.clean.TextRepair;

/**
 * The headings over each column of a block of rows: merged cells spread over what they cover, a group also over the blank cells right of it
 * when the file tells of no merge (csv, or merges lost).
 */
final class HeaderBlock {
  private final List<RawRow> rows;
  private final MergedRanges merges;

  HeaderBlock(List<RawRow> rows, MergedRanges merges) {
    this.rows = rows;
    this.merges = merges;
  }

  /** The headings of each column, top to bottom, without repetition. */
  List<List<String>> paths() {
    int width = rows.stream().mapToInt(row -> row.cells().length).max().orElse(0);
    String[][] grid = grid(width);
    spreadGroups(grid, width);
    List<List<String>> paths = new ArrayList<>(width);
    for (int column = 0; column < width; column++) {
      paths.add(path(grid, column));
    }
    return paths;
  }

  private String[][] grid(int width) {
    String[][] grid = new String[rows.size()][width];
    for (int level = 0; level < rows.size(); level++) {
      for (int column = 0; column < width; column++) {
        grid[level][column] = text(rows.get(level), column);
      }
    }
    return grid;
  }

  private String text(RawRow row, int column) {
    String own = textOf(row.cell(column));
    if (!own.isEmpty()) {
      return own;
    }
    Optional<MergedRanges.Range> range = merges.covering(row.number(), column);
    return range.map(this::anchorText).orElse("");
  }

  private String anchorText(MergedRanges.Range range) {
    for (RawRow row : rows) {
      if (row.number() == range.firstRow()) {
        return textOf(row.cell(range.firstColumn()));
      }
    }
    return "";
  }

  /** Whether the last row holds words only, two or more, each under a heading that spans several columns. */
  boolean lastRowDivides() {
    int width = rows.stream().mapToInt(row -> row.cells().length).max().orElse(0);
    String[][] grid = grid(width);
    spreadGroups(grid, width);
    RawRow last = rows.getLast();
    int divided = 0;
    for (int column = 0; column < last.cells().length; column++) {
      if (last.cell(column).isBlank()) {
        continue;
      }
      if (!(last.cell(column) instanceof Cell.Text) || !spans(grid[grid.length - 2], column)) {
        return false;
      }
      divided++;
    }
    return divided >= 2;
  }

  private static boolean spans(String[] level, int column) {
    String group = level[column];
    return !group.isEmpty() && ((column > 0 && level[column - 1].equals(group)) || (column + 1 < level.length && level[column + 1].equals(group)));
  }

  private void spreadGroups(String[][] grid, int width) {
    for (int level = 0; level + 1 < grid.length; level++) {
      String group = "";
      for (int column = 0; column < width; column++) {
        boolean below = !grid[level + 1][column].isEmpty();
        if (!grid[level][column].isEmpty()) {
          group = below ? grid[level][column] : "";
        } else if (below && !group.isEmpty()) {
          grid[level][column] = group;
        } else {
          group = "";
        }
      }
    }
  }

  private static List<String> path(String[][] grid, int column) {
    List<String> path = new ArrayList<>();
    for (String[] level : grid) {
      String text = level[column];
      if (!text.isEmpty() && (path.isEmpty() || !path.getLast().equals(text))) {
        path.add(text);
      }
    }
    return path;
  }

  /** A heading cell as text, its encoding repaired; a number such as the year 2025 as its digits. */
  static String textOf(Cell cell) {
    return switch (cell) {
      case Cell.Text text -> TextRepair.repair(text.text(), text.font(), new ColumnEncoding());
      case Cell.Numeric number when !number.style().date() && number.value() == Math.rint(number.value()) ->
          Long.toString((long) number.value());
      case Cell.Numeric number -> "";
      case Cell.Blank blank -> "";
      case Cell.Bool bool -> "";
      case Cell.Failure failure -> "";
    };
  }
}
