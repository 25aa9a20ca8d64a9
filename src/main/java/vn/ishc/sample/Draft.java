package vn.ishc.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A workbook before it has a format: sheets of rows of cells, with what the reader should make of
 * each row.
 */
final class Draft {
  private final List<Sheet> sheets = new ArrayList<>();
  private boolean epoch1904;

  /** A cell. */
  sealed interface Cell {}

  /** Text in a lettering. */
  record Text(String text, Lettering lettering) implements Cell {}

  /** A number. */
  record Number(double number) implements Cell {}

  /** A true date. */
  record Day(LocalDate day) implements Cell {}

  /** A formula with the result that Excel stored beside it. */
  record Formula(String formula, double result) implements Cell {}

  /** A formula that failed, {@code #REF!}. */
  record Failed() implements Cell {}

  /** What a row is to a reader. */
  enum Kind {
    /** Nothing in it: not counted at all. */
    BLANK,
    /** A title, header, section, total or footer. */
    NOT_DATA,
    ACCEPTED,
    REFUSED
  }

  /**
   * A merged area; all four inclusive, from 0.
   *
   * @param firstRow top
   * @param lastRow bottom
   * @param firstColumn left
   * @param lastColumn right
   */
  record Merge(int firstRow, int lastRow, int firstColumn, int lastColumn) {}

  /** A row. */
  record Row(Kind kind, List<@Nullable Cell> cells) {}

  /** A sheet. */
  static final class Sheet {
    private final String name;
    private final List<Row> rows = new ArrayList<>();
    private final List<Merge> merges = new ArrayList<>();
    private final Set<Integer> hiddenRows = new HashSet<>();
    private final Set<Integer> hiddenColumns = new HashSet<>();
    private boolean hidden;

    private Sheet(String name) {
      this.name = name;
    }

    String name() {
      return name;
    }

    List<Row> rows() {
      return rows;
    }

    List<Merge> merges() {
      return merges;
    }

    Set<Integer> hiddenRows() {
      return hiddenRows;
    }

    Set<Integer> hiddenColumns() {
      return hiddenColumns;
    }

    boolean hidden() {
      return hidden;
    }

    void hide() {
      hidden = true;
    }

    /** The number of the next row, from 0. */
    int next() {
      return rows.size();
    }

    /** Adds a row and gives its number as people count, from 1. */
    int add(Kind kind, List<? extends @Nullable Cell> cells) {
      rows.add(new Row(kind, new ArrayList<>(cells)));
      return rows.size();
    }

    /** Adds a row that holds one text. */
    int addText(int column, String text) {
      return add(Kind.NOT_DATA, at(column, new Text(text, Lettering.UNICODE)));
    }

    /** Adds an empty row. */
    void addBlank() {
      rows.add(new Row(Kind.BLANK, List.of()));
    }

    /** Merges, unless it is one cell. */
    void merge(int firstRow, int lastRow, int firstColumn, int lastColumn) {
      if (firstRow != lastRow || firstColumn != lastColumn) {
        merges.add(new Merge(firstRow, lastRow, firstColumn, lastColumn));
      }
    }
  }

  /** A cell alone in its row. */
  static List<@Nullable Cell> at(int column, Cell cell) {
    List<@Nullable Cell> cells = new ArrayList<>();
    for (int i = 0; i < column; i++) {
      cells.add(null);
    }
    cells.add(cell);
    return cells;
  }

  /** Unicode text, or nothing where there is none. */
  static @Nullable Cell text(@Nullable String text) {
    return text == null || text.isEmpty() ? null : new Text(text, Lettering.UNICODE);
  }

  /** A new sheet; the name is cut to what Excel allows. */
  Sheet sheet(String name) {
    String allowed = name.replaceAll("[\\\\/?*\\[\\]:]", " ");
    Sheet sheet = new Sheet(allowed.length() > 31 ? allowed.substring(0, 31) : allowed);
    sheets.add(sheet);
    return sheet;
  }

  List<Sheet> sheets() {
    return sheets;
  }

  /** Whether dates count from 1904, as Excel for Mac once did. */
  boolean epoch1904() {
    return epoch1904;
  }

  void countFrom1904() {
    epoch1904 = true;
  }

  /** Rows of a kind on all sheets. */
  int count(Kind kind) {
    return sheets.stream()
        .mapToInt(s -> (int) s.rows.stream().filter(r -> r.kind == kind).count())
        .sum();
  }
}
