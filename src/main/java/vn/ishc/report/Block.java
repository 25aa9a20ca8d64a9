package vn.ishc.report;

import java.util.List;

/** What a paper is made of, from top to bottom. */
sealed interface Block {
  /**
   * A heading.
   *
   * @param level 1 (I.), 2 (1.) or 3 (a)
   */
  record Heading(int level, String text) implements Block {}

  /** A paragraph of the body. */
  record Text(String text) implements Block {}

  /** An item of a list. */
  record Item(String text) implements Block {}

  /** A remark in small print: where figures come from, how sure they are. */
  record Note(String text) implements Block {}

  /**
   * A table.
   *
   * @param id short name, the same in every edition: name of its sheet
   * @param title what it shows
   * @param columns from left to right
   * @param rows from top to bottom
   * @param source where its figures come from
   * @param onPaper how many of its first rows are printed; the workbook and the screen show all
   */
  record Grid(String id, String title, List<Column> columns, List<Row> rows, String source, int onPaper) implements Block {
    Grid(String id, String title, List<Column> columns, List<Row> rows, String source) {
      this(id, title, columns, rows, source, rows.size());
    }

    public Grid {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
      onPaper = Math.min(onPaper, rows.size());
      for (Row row : rows) {
        if (row.cells().size() != columns.size()) {
          throw new IllegalArgumentException("table " + id + " has " + columns.size() + " columns, a row has " + row.cells().size());
        }
      }
    }

    /** The same with not more than so many rows on paper: the first ones, which should be those that matter most. */
    Grid atMost(int rowsOnPaper) {
      return new Grid(id, title, columns, rows, source, rowsOnPaper);
    }

    List<Row> printed() {
      return rows.subList(0, onPaper);
    }

    boolean isCut() {
      return onPaper < rows.size();
    }
  }

  /**
   * A column of a table.
   *
   * @param title its heading
   * @param weight its width beside the others
   * @param number whether its cells stand at the right
   */
  record Column(String title, int weight, boolean number) {
    static Column words(String title, int weight) {
      return new Column(title, weight, false);
    }

    static Column number(String title, int weight) {
      return new Column(title, weight, true);
    }
  }

  /**
   * A row of a table.
   *
   * @param total whether it sums up the others
   */
  record Row(List<Cell> cells, boolean total) {
    public Row {
      cells = List.copyOf(cells);
    }

    static Row of(List<Cell> cells) {
      return new Row(cells, false);
    }

    static Row of(Cell... cells) {
      return new Row(List.of(cells), false);
    }

    static Row total(List<Cell> cells) {
      return new Row(cells, true);
    }
  }

  /** A picture of figures. */
  record Graph(Chart chart) implements Block {}

  /**
   * The begin of an appendix, on a new page in landscape.
   *
   * @param number I, II, III…
   */
  record Appendix(String number, String title) implements Block {}
}
