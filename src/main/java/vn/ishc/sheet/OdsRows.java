package vn.ishc.sheet;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ishc.row.Cell;
import vn.ishc.row.NumberStyle;
import vn.ishc.row.RawRow;

/**
 * Streams the rows of one table. Repeated blanks are only counted, repeated content is expanded
 * within a bound.
 */
final class OdsRows implements Rows {
  private static final long EXPANDED_CELLS_MAX = 1 << 24;
  private static final NumberStyle TIME = new NumberStyle("hh:mm:ss", true, false);
  private static final double SECONDS_A_DAY = 86_400;

  /** The default style of cells in columns up to this one (exclusive). */
  private record ColumnStyle(long end, String style) {}

  private final XmlScanner xml;
  private final OdsStyles styles;
  private final ReadLimits limits;
  private final RowBuilder row;
  private final OdsText text;
  private final RecentTexts recent = new RecentTexts();
  private final List<ColumnStyle> columnStyles = new ArrayList<>();
  private final int tableDepth;
  private long number;
  private long column;
  private long expanded;
  private String rowStyle = "";
  private @Nullable RawRow repeated;
  private int repeats;
  private boolean ended;

  /**
   * @param table which table of the contents, from 0
   */
  OdsRows(XmlScanner xml, int table, OdsStyles styles, ReadLimits limits) throws IOException {
    this.xml = xml;
    this.styles = styles;
    this.limits = limits;
    this.row = new RowBuilder(limits);
    this.text = new OdsText(limits.textLengthMax());
    for (int seen = -1; seen < table; ) {
      int event = xml.next();
      if (event == XmlScanner.END_OF_DOCUMENT) {
        throw Refusal.damaged();
      }
      if (event == XmlScanner.START && xml.name() == OdsNames.TABLE) {
        seen++;
        skipUnless(seen == table);
      } else if (event == XmlScanner.START && xml.name() == OdsNames.TABLE_TRACKED_CHANGES) {
        xml.skipElement();
      }
    }
    this.tableDepth = xml.depth();
  }

  private void skipUnless(boolean found) throws IOException {
    if (!found) {
      xml.skipElement();
    }
  }

  @Override
  public @Nullable RawRow next() throws IOException {
    RawRow again = repeated;
    if (again != null && repeats > 0) {
      repeats--;
      number++;
      row.checkRow((int) Math.min(number, Integer.MAX_VALUE));
      return new RawRow((int) number, again.cells().clone(), again.hidden());
    }
    repeated = null;
    while (!ended) {
      int event = xml.next();
      ended = event == XmlScanner.END && xml.depth() < tableDepth;
      RawRow found = event == XmlScanner.START ? element() : null;
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private @Nullable RawRow element() throws IOException {
    switch (xml.name()) {
      case OdsNames.TABLE_ROW -> {
        return readRow();
      }
      case OdsNames.TABLE_COLUMN -> addColumnStyle();
      case OdsNames.TABLE, OdsNames.TABLE_SHAPES -> xml.skipElement();
      default -> {}
    }
    return null;
  }

  private void addColumnStyle() throws IOException {
    long before = columnStyles.isEmpty() ? 0 : columnStyles.getLast().end();
    int count = xml.attributeInt(OdsNames.TABLE_NUMBER_COLUMNS_REPEATED, 1);
    if (columnStyles.size() < limits.columnsMax()) {
      columnStyles.add(
          new ColumnStyle(
              before + count, xml.attribute(OdsNames.TABLE_DEFAULT_CELL_STYLE_NAME, "")));
    }
  }

  private @Nullable RawRow readRow() throws IOException {
    int count = Math.max(1, xml.attributeInt(OdsNames.TABLE_NUMBER_ROWS_REPEATED, 1));
    boolean hidden = !xml.attribute(OdsNames.TABLE_VISIBILITY, "visible").equals("visible");
    rowStyle = xml.attribute(OdsNames.TABLE_DEFAULT_CELL_STYLE_NAME, "");
    column = 0;
    int level = xml.depth();
    for (int event = xml.next();
        event != XmlScanner.END || xml.depth() >= level;
        event = xml.next()) {
      if (event == XmlScanner.START) {
        cell();
      }
    }
    if (row.isEmpty()) {
      number += count;
      return null;
    }
    expand((long) row.width() * (count - 1));
    number++;
    RawRow found = row.finish((int) Math.min(number, Integer.MAX_VALUE), hidden);
    repeated = found;
    repeats = count - 1;
    return found;
  }

  private void expand(long cells) throws IOException {
    expanded += cells;
    if (expanded > EXPANDED_CELLS_MAX) {
      throw Refusal.bomb();
    }
  }

  private void cell() throws IOException {
    int count = Math.max(1, xml.attributeInt(OdsNames.TABLE_NUMBER_COLUMNS_REPEATED, 1));
    if (xml.name() == OdsNames.TABLE_CELL) {
      Cell cell = readCell();
      if (cell != Cell.BLANK) {
        expand(count - 1);
        for (int i = 0; i < count; i++) {
          row.put((int) Math.min(column + i, Integer.MAX_VALUE), cell);
        }
      }
    } else {
      xml.skipElement();
    }
    column += count;
  }

  private Cell readCell() throws IOException {
    int typeAt = xml.attributeAt(OdsNames.OFFICE_VALUE_TYPE);
    int type =
        typeAt < 0 || xml.from(typeAt) == xml.to(typeAt) ? 's' : xml.bytes()[xml.from(typeAt)];
    boolean failed = xml.attribute(OdsNames.CALCEXT_VALUE_TYPE, "").equals("error");
    String style = styleName();
    int valueAt = xml.attributeAt(OdsNames.OFFICE_VALUE);
    double value =
        valueAt < 0
            ? Double.NaN
            : ByteNumbers.parse(xml.bytes(), xml.from(valueAt), xml.to(valueAt));
    String written = writtenValue(type);
    text.read(xml);
    OdsStyles.Look look = styles.cellLook(style);
    if (failed) {
      return new Cell.Failure(text.words().text());
    }
    return switch (type) {
      case 'f', 'p', 'c' ->
          Double.isNaN(value) ? textCell(look, "") : new Cell.Numeric(value, look.number());
      case 'd' ->
          number(DateSerials.parseIso(written, false), DateSerials.asDate(look.number()), look);
      case 't' -> number(timeOf(written), look.number().date() ? look.number() : TIME, look);
      case 'b' -> new Cell.Bool(written.equals("true"));
      default -> textCell(look, written);
    };
  }

  private String writtenValue(int type) throws IOException {
    return switch (type) {
      case 'd' -> xml.attribute(OdsNames.OFFICE_DATE_VALUE, "");
      case 't' -> xml.attribute(OdsNames.OFFICE_TIME_VALUE, "");
      case 'b' -> xml.attribute(OdsNames.OFFICE_BOOLEAN_VALUE, "");
      default -> xml.attribute(OdsNames.OFFICE_STRING_VALUE, "");
    };
  }

  private String styleName() throws IOException {
    String own = xml.attribute(OdsNames.TABLE_STYLE_NAME);
    if (own != null) {
      return own;
    }
    if (!rowStyle.isEmpty()) {
      return rowStyle;
    }
    for (ColumnStyle style : columnStyles) {
      if (column < style.end()) {
        return style.style();
      }
    }
    return "";
  }

  /** A date no serial can tell (before 1900) stays the text that is shown. */
  private Cell number(double value, NumberStyle style, OdsStyles.Look look) throws IOException {
    return Double.isNaN(value) ? textCell(look, "") : new Cell.Numeric(value, style);
  }

  private static double timeOf(String written) {
    try {
      return Duration.parse(written).toMillis() / 1000.0 / SECONDS_A_DAY;
    } catch (DateTimeException | ArithmeticException e) {
      return Double.NaN;
    }
  }

  private Cell textCell(OdsStyles.Look look, String otherwise) throws IOException {
    String span = text.spanStyle();
    String spanFont = span == null ? null : styles.textFont(span);
    String font = spanFont == null ? look.font() : spanFont;
    if (text.words().length() == 0 && !otherwise.isEmpty()) {
      return new Cell.Text(otherwise, font);
    }
    return recent.cell(text.words(), font);
  }

  @Override
  public void close() throws IOException {
    xml.close();
  }
}
