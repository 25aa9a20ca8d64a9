package vn.ishc.sheet;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import vn.ishc.row.Cell;
import vn.ishc.row.NumberStyle;
import vn.ishc.row.RawRow;

/** Streams the rows of a worksheet part. */
final class XlsxRows implements Rows {
  private final XmlScanner xml;
  private final StyleTable styles;
  private final SharedTexts texts;
  private final RowBuilder row;
  private final ByteText value;
  private final ByteText scratch;
  private final OoxmlText inline;
  private final RecentTexts recent = new RecentTexts();
  private int number;
  private int column;

  XlsxRows(InputStream part, StyleTable styles, SharedTexts texts, ReadLimits limits)
      throws IOException {
    this.xml = new XmlScanner(part, OoxmlNames.listener());
    this.styles = styles;
    this.texts = texts;
    this.row = new RowBuilder(limits);
    this.value = new ByteText(limits.textLengthMax());
    this.scratch = new ByteText(limits.textLengthMax());
    this.inline = new OoxmlText(limits.textLengthMax());
  }

  @Override
  public @Nullable RawRow next() throws IOException {
    for (int event = xml.next(); event != XmlScanner.END_OF_DOCUMENT; event = xml.next()) {
      if (event == XmlScanner.START && xml.name() == OoxmlNames.ROW) {
        RawRow found = readRow();
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private @Nullable RawRow readRow() throws IOException {
    int before = number;
    number = xml.attributeInt(OoxmlNames.R, before + 1);
    if (number <= before) {
      throw Refusal.damaged();
    }
    boolean hidden = xml.attributeFlag(OoxmlNames.HIDDEN);
    int level = xml.depth();
    column = -1;
    for (int event = xml.next();
        event != XmlScanner.END || xml.depth() >= level;
        event = xml.next()) {
      if (event == XmlScanner.START && xml.name() == OoxmlNames.C) {
        readCell();
      }
    }
    return row.finish(number, hidden);
  }

  private void readCell() throws IOException {
    column = columnOf(xml.attributeAt(OoxmlNames.R), column + 1);
    int style = xml.attributeInt(OoxmlNames.S, -1);
    int type = typeOf(xml.attributeAt(OoxmlNames.T));
    int level = xml.depth();
    boolean inlined = false;
    value.clear();
    while (true) {
      int event = xml.next();
      if (event == XmlScanner.END && xml.depth() < level) {
        break;
      }
      if (event == XmlScanner.START && xml.name() == OoxmlNames.V) {
        xml.elementText(value);
      } else if (event == XmlScanner.START && xml.name() == OoxmlNames.IS) {
        inline.read(xml);
        inlined = true;
      }
    }
    // Some writers leave the former inline text behind when they put a shared one in its place.
    boolean shared = type == 's' && value.length() > 0;
    row.put(column, inlined && !shared ? inlineCell(style) : cell(type, style));
  }

  private int columnOf(int place, int otherwise) throws IOException {
    if (place < 0) {
      return otherwise;
    }
    int found = 0;
    byte[] bytes = xml.bytes();
    int i = xml.from(place);
    for (; i < xml.to(place) && bytes[i] >= 'A' && bytes[i] <= 'Z' && found < 1 << 20; i++) {
      found = found * 26 + bytes[i] - 'A' + 1;
    }
    if (found == 0) {
      throw Refusal.damaged();
    }
    return found - 1;
  }

  /** The type as one letter: s shared, i inline, f text of a formula, b, e, d, n. */
  private int typeOf(int place) {
    if (place < 0) {
      return 'n';
    }
    byte[] bytes = xml.bytes();
    int from = xml.from(place);
    int length = xml.to(place) - from;
    return length == 3 ? 'f' : length == 0 ? 'n' : bytes[from];
  }

  private Cell inlineCell(int style) throws IOException {
    String font = inline.font();
    return recent.cell(inline.words(), font == null ? styles.cellFont(style) : font);
  }

  private Cell cell(int type, int style) throws IOException {
    if (value.length() == 0) {
      return Cell.BLANK;
    }
    return switch (type) {
      case 's' ->
          texts.cell(
              ByteNumbers.parseInt(value.bytes(), 0, value.length(), -1), styles.cellFont(style));
      case 'f' -> textCell(style);
      case 'b' -> new Cell.Bool(value.is("1") || value.is("true"));
      case 'e' -> new Cell.Failure(value.text());
      case 'd' -> isoDate(style);
      default -> number(style);
    };
  }

  private Cell textCell(int style) throws IOException {
    OoxmlText.unescape(value, scratch);
    return recent.cell(value, styles.cellFont(style));
  }

  /** A date written as ISO 8601, in strict workbooks. */
  private Cell isoDate(int style) throws IOException {
    NumberStyle shown = styles.numberStyle(style);
    double serial = DateSerials.parseIso(value.text(), shown.epoch1904());
    return Double.isNaN(serial)
        ? textCell(style)
        : new Cell.Numeric(serial, DateSerials.asDate(shown));
  }

  private Cell number(int style) throws IOException {
    double parsed = ByteNumbers.parse(value.bytes(), 0, value.length());
    return Double.isNaN(parsed)
        ? textCell(style)
        : new Cell.Numeric(parsed, styles.numberStyle(style));
  }

  @Override
  public void close() throws IOException {
    xml.close();
  }
}
