package vn.ishc.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ishc.row.FindingCode;

/**
 * A plain table of one sheet.
 *
 * @param title what it is
 * @param below a line under the title, or empty
 * @param columns its columns
 * @param lines its rows, without their running number
 * @param sums positions of columns that a total row adds up
 */
record Table(
    String title,
    String below,
    List<SheetFrame.Column> columns,
    List<Line> lines,
    List<Integer> sums) {

  /**
   * A row.
   *
   * @param finding what is wrong with it, or null
   * @param refused whether it is refused for that
   */
  record Line(List<Draft.@Nullable Cell> cells, @Nullable FindingCode finding, boolean refused) {
    /** A row with nothing wrong. */
    static Line of(Draft.@Nullable Cell... cells) {
      return new Line(new ArrayList<>(Arrays.asList(cells)), null, false);
    }

    /** The same with one cell spoiled. */
    Line spoiled(int at, Draft.@Nullable Cell cell, FindingCode code, boolean refused) {
      List<Draft.@Nullable Cell> others = new ArrayList<>(cells);
      others.set(at, cell);
      return new Line(others, code, refused);
    }
  }

  /** Columns by their titles; {@code group>title} puts one under a group. */
  static List<SheetFrame.Column> columns(String... titles) {
    return Arrays.stream(titles)
        .map(
            title -> {
              int mark = title.indexOf('>');
              return mark < 0
                  ? new SheetFrame.Column(title, "")
                  : new SheetFrame.Column(title.substring(mark + 1), title.substring(0, mark));
            })
        .toList();
  }

  /** Spoils one row of many, if there are enough that one bad row does not spoil the file. */
  static void spoil(
      List<Line> lines,
      Chance chance,
      int at,
      Draft.@Nullable Cell cell,
      FindingCode code,
      boolean refused) {
    if (lines.size() >= 8) {
      int row = chance.between(0, lines.size() - 1);
      if (lines.get(row).finding() == null) {
        lines.set(row, lines.get(row).spoiled(at, cell, code, refused));
      }
    }
  }
}
