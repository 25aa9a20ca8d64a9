package vn.ishc.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows in aligned columns, for a person at a terminal. The widths come from the rows gathered before the first is
 * printed; rows added after that are printed at once, so a long answer needs no memory.
 */
public final class TextTable {
  private static final String GAP = "  ";
  private static final int ROWS_MEASURED = 500;

  private final Appendable out;
  private final List<Column> columns;
  private final int[] widths;
  private final List<List<String>> waiting = new ArrayList<>();
  private boolean measured;

  /**
   * A column.
   *
   * @param title its heading
   * @param number whether its cells stand at the right
   */
  public record Column(String title, boolean number) {
    /** A column of words. */
    public static Column text(String title) {
      return new Column(title, false);
    }

    /** A column of numbers. */
    public static Column number(String title) {
      return new Column(title, true);
    }
  }

  /**
   * An empty table.
   *
   * @param out where it is printed
   * @param columns from left to right
   */
  public TextTable(Appendable out, List<Column> columns) {
    this.out = out;
    this.columns = List.copyOf(columns);
    this.widths = columns.stream().mapToInt(column -> TextWidth.of(TextWidth.visible(column.title()))).toArray();
  }

  /** Adds a row; it has a cell for each column. */
  public void row(List<String> cells) throws IOException {
    List<String> visible = cells.stream().map(TextWidth::visible).toList();
    if (measured) {
      print(visible);
      return;
    }
    waiting.add(visible);
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Math.max(widths[i], TextWidth.of(visible.get(i)));
    }
    if (waiting.size() == ROWS_MEASURED) {
      printWaiting();
    }
  }

  /** Adds a row. */
  public void row(String... cells) throws IOException {
    row(Arrays.asList(cells));
  }

  /** Prints what still waits. */
  public void end() throws IOException {
    if (!measured) {
      printWaiting();
    }
  }

  private void printWaiting() throws IOException {
    measured = true;
    print(columns.stream().map(column -> TextWidth.visible(column.title())).toList());
    print(Arrays.stream(widths).mapToObj("─"::repeat).toList());
    for (List<String> row : waiting) {
      print(row);
    }
    waiting.clear();
  }

  private void print(List<String> cells) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = cells.get(i);
      String padding = " ".repeat(Math.max(0, widths[i] - TextWidth.of(cell)));
      line.append(i == 0 ? "" : GAP);
      line.append(columns.get(i).number() ? padding + cell : cell + padding);
    }
    out.append(line.toString().stripTrailing()).append('\n');
  }
}
