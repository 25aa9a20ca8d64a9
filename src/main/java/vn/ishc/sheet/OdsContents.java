package vn.ishc.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * One walk through {@code content.xml} before any row is given out: styles, the names of the
 * tables, their merged ranges.
 */
final class OdsContents {
  private static final int RANGES_MAX = 1 << 18;

  /** What is known of a table. */
  record Table(String name, String style, List<MergedRanges.Range> merges) {}

  private final ReadLimits limits;
  private final List<Table> tables = new ArrayList<>();
  private long row;
  private long column;

  private OdsContents(ReadLimits limits) {
    this.limits = limits;
  }

  /** Walks; adds to the styles what the contents bring of their own. */
  static List<Table> read(XmlScanner xml, OdsStyles styles, ReadLimits limits) throws IOException {
    OdsContents contents = new OdsContents(limits);
    for (int event = xml.next(); event != XmlScanner.END_OF_DOCUMENT; event = xml.next()) {
      if (event == XmlScanner.START && !styles.take(xml)) {
        contents.outside(xml);
      }
    }
    return contents.tables;
  }

  private void outside(XmlScanner xml) throws IOException {
    if (xml.name() == OdsNames.TABLE) {
      table(xml);
    } else if (xml.name() == OdsNames.TABLE_TRACKED_CHANGES) {
      xml.skipElement();
    }
  }

  private void table(XmlScanner xml) throws IOException {
    if (tables.size() >= limits.sheetsMax()) {
      throw Refusal.tooLarge(limits.sheetsMax(), "trang tính", "sheets");
    }
    String name = xml.attribute(OdsNames.TABLE_NAME, "");
    Table table = new Table(name, xml.attribute(OdsNames.TABLE_STYLE_NAME, ""), new ArrayList<>());
    tables.add(table);
    row = 0;
    int level = xml.depth();
    for (int event = xml.next();
        event != XmlScanner.END || xml.depth() >= level;
        event = xml.next()) {
      if (event == XmlScanner.START) {
        inside(xml, table);
      }
    }
  }

  private void inside(XmlScanner xml, Table table) throws IOException {
    switch (xml.name()) {
      case OdsNames.TABLE_ROW -> row(xml, table);
      case OdsNames.TABLE, OdsNames.TABLE_SHAPES -> xml.skipElement();
      default -> {}
    }
  }

  private void row(XmlScanner xml, Table table) throws IOException {
    int repeated = xml.attributeInt(OdsNames.TABLE_NUMBER_ROWS_REPEATED, 1);
    column = 0;
    int level = xml.depth();
    for (int event = xml.next();
        event != XmlScanner.END || xml.depth() >= level;
        event = xml.next()) {
      if (event == XmlScanner.START && xml.depth() == level + 1) {
        cell(xml, table);
      }
    }
    row += repeated;
  }

  private void cell(XmlScanner xml, Table table) throws IOException {
    int rows = xml.attributeInt(OdsNames.TABLE_NUMBER_ROWS_SPANNED, 1);
    int columns = xml.attributeInt(OdsNames.TABLE_NUMBER_COLUMNS_SPANNED, 1);
    if ((rows > 1 || columns > 1) && row < limits.rowsMax() && column < limits.columnsMax()) {
      add(table, Math.min(rows, limits.rowsMax()), Math.min(columns, limits.columnsMax()));
    }
    column += xml.attributeInt(OdsNames.TABLE_NUMBER_COLUMNS_REPEATED, 1);
  }

  private void add(Table table, int rows, int columns) throws IOException {
    if (table.merges().size() >= RANGES_MAX) {
      throw Refusal.tooLarge(RANGES_MAX, "ô gộp", "merged ranges");
    }
    int top = (int) row + 1;
    int left = (int) column;
    table.merges().add(new MergedRanges.Range(top, top + rows - 1, left, left + columns - 1));
  }
}
