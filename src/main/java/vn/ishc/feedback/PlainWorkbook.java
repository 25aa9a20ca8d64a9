package vn.ishc.feedback;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.util.WorkbookUtil;
import org.jspecify.annotations.Nullable;
import vn.ishc.clean.ColumnEncoding;
import vn.ishc.conform.ShownCell;
import vn.ishc.recognise.FoundTable;
import vn.ishc.recognise.NearMiss;
import vn.ishc.recognise.RowKind;
import vn.ishc.recognise.SheetListener;
import vn.ishc.recognise.TableFinder;
import vn.ishc.row.Cell;
import vn.ishc.row.Finding;
import vn.ishc.row.NumberStyle;
import vn.ishc.row.RawRow;
import vn.ishc.sheet.MergedRanges;
import vn.ishc.sheet.RowCursor;
import vn.ishc.sheet.Sheet;
import vn.ishc.sheet.UnreadableFile;

/**
 * An xlsx of the same content as any file of tables: the cells as our reader reads them, at their places, with number formats, font names, merged ranges
 * and what is hidden; values in the place of formulas. Headings are bold, as they are in most files that tell.
 */
final class PlainWorkbook {
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  private static final int ROWS_LOOKED_AT = 200;
  private static final int WIDTH_MAX = 42;
  private static final int FIRST_OWN_FORMAT = 164;

  /** Capitals are wider than the digits in which the width of a column is counted. */
  private static final int CAPITALS_PER_DIGIT = 4;

  /** Where the file names no font: that of official papers, and of our own pages. */
  private static final String FONT = "Times New Roman";

  private record Style(String font, String format, boolean bold) {}

  private record Font(String name, boolean bold) {}

  private final OutputPackage out;
  private final TableFinder finder;
  private final Map<String, String> names = new LinkedHashMap<>();
  private final List<Boolean> hidden = new ArrayList<>();
  private final Map<Style, Integer> styles = new LinkedHashMap<>(Map.of(new Style(FONT, "", false), 0));
  private final Map<String, Integer> texts = new LinkedHashMap<>();
  private boolean epoch1904;
  private String usual = FONT;

  private PlainWorkbook(OutputPackage out, TableFinder finder) {
    this.out = out;
    this.finder = finder;
  }

  /**
   * Writes the sheets.
   *
   * @param nameless how the sheet of a text file is to be called
   * @param finder knows headings
   * @return the name of each sheet in the new workbook, by its name in the file
   */
  static Map<String, String> write(OutputPackage out, List<Sheet> sheets, String nameless, TableFinder finder) throws IOException, UnreadableFile {
    PlainWorkbook book = new PlainWorkbook(out, finder);
    for (Sheet sheet : sheets) {
      book.sheet(sheet, nameless.isEmpty() ? sheet.name() : nameless);
    }
    book.frame();
    return book.names;
  }

  private void sheet(Sheet sheet, String wanted) throws IOException, UnreadableFile {
    names.putIfAbsent(sheet.name(), free(WorkbookUtil.createSafeSheetName(wanted, '-').strip()));
    hidden.add(sheet.hidden());
    usual = usualFont(sheet);
    List<Integer> widths = widths(sheet);
    // What the reader refuses on the way must leave the package by another road than an exception of files.
    List<UnreadableFile> refusals = new ArrayList<>();
    out.part("xl/worksheets/sheet" + hidden.size() + ".xml", writer -> {
      try {
        write(writer, widths, sheet);
      } catch (UnreadableFile e) {
        refusals.add(e);
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
    });
    if (!refusals.isEmpty()) {
      throw refusals.getFirst();
    }
  }

  /** Writes the rows as they are found. */
  private final class Found implements SheetListener {
    private final Writer writer;

    Found(Writer writer) {
      this.writer = writer;
    }

    @Override
    public void table(FoundTable table) {}

    @Override
    public void unknownTable(NearMiss miss) {}

    @Override
    public void row(RowKind kind, RawRow row) {
      try {
        PlainWorkbook.this.row(writer, row, kind == RowKind.HEADER);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private String free(String wanted) {
    String name = wanted.isEmpty() ? "-" : wanted;
    for (int i = 2; names.values().stream().anyMatch(name::equalsIgnoreCase); i++) {
      String number = " (" + i + ")";
      name = wanted.substring(0, Math.min(wanted.length(), 31 - number.length())) + number;
    }
    return name;
  }

  /** As wide as the longest of the first cells, within reason. */
  private static List<Integer> widths(Sheet sheet) throws UnreadableFile {
    List<Integer> widths = new ArrayList<>();
    try (RowCursor rows = sheet.rows()) {
      int looked = 0;
      for (RawRow row = rows.next(); row != null && looked < ROWS_LOOKED_AT; row = rows.next(), looked++) {
        boolean title = java.util.Arrays.stream(row.cells()).filter(cell -> !cell.isBlank()).count() <= 2;
        for (int i = 0; i < row.cells().length && !title; i++) {
          while (widths.size() <= i) {
            widths.add(9);
          }
          widths.set(i, Math.clamp(width(ShownCell.text(row.cells()[i])), widths.get(i), WIDTH_MAX));
        }
      }
    }
    return widths;
  }

  /** The font of most texts, for what names none: numbers, above all. Never one of an old encoding, which would change what texts say. */
  private static String usualFont(Sheet sheet) throws UnreadableFile {
    Map<String, Integer> fonts = new HashMap<>();
    try (RowCursor rows = sheet.rows()) {
      int looked = 0;
      for (RawRow row = rows.next(); row != null && looked < ROWS_LOOKED_AT; row = rows.next(), looked++) {
        for (Cell cell : row.cells()) {
          if (cell instanceof Cell.Text text && text.font() != null && ColumnEncoding.isPlain(text.font())) {
            fonts.merge(text.font(), 1, Integer::sum);
          }
        }
      }
    }
    return fonts.entrySet().stream().max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey())).map(Map.Entry::getKey).orElse(FONT);
  }

  private static int width(String text) {
    return text.length() + 2 + (int) text.chars().filter(Character::isUpperCase).count() / CAPITALS_PER_DIGIT;
  }

  private void write(Writer writer, List<Integer> widths, Sheet sheet) throws IOException, UnreadableFile {
    writer.write(XmlCopy.DECLARATION + "<worksheet xmlns=\"" + MAIN + "\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews><sheetView workbookViewId=\"0\"/></sheetViews>");
    if (!widths.isEmpty()) {
      writer.write("<cols>");
      for (int i = 0; i < widths.size(); i++) {
        writer.write("<col min=\"" + (i + 1) + "\" max=\"" + (i + 1) + "\" width=\"" + widths.get(i) + "\" customWidth=\"1\"/>");
      }
      writer.write("</cols>");
    }
    writer.write("<sheetData>");
    finder.walk(sheet, new Found(writer));
    writer.write("</sheetData>");
    MergedRanges merges = sheet.merges();
    if (merges.size() > 0) {
      writer.write("<mergeCells>");
      for (MergedRanges.Range range : merges.all()) {
        String from = Finding.columnLetters(range.firstColumn()) + range.firstRow();
        writer.write("<mergeCell ref=\"" + from + ":" + Finding.columnLetters(range.lastColumn()) + range.lastRow() + "\"/>");
      }
      writer.write("</mergeCells>");
    }
    // On paper as on the screen: all columns of a row side by side.
    writer.write("<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/></worksheet>");
  }

  private void row(Writer writer, RawRow row, boolean bold) throws IOException {
    writer.write("<row r=\"" + row.number() + (row.hidden() ? "\" hidden=\"1\">" : "\">"));
    for (int i = 0; i < row.cells().length; i++) {
      Cell cell = row.cells()[i];
      String place = "<c r=\"" + Finding.columnLetters(i) + row.number() + "\"";
      switch (cell) {
        case Cell.Blank blank -> { }
        case Cell.Text text -> text(writer, place + style(text.font(), "", bold), text.text());
        case Cell.Numeric number -> writer.write(place + style(null, format(number.style()), bold) + "><v>" + plain(number.value()) + "</v></c>");
        case Cell.Bool bool -> writer.write(place + " t=\"b\"><v>" + (bool.value() ? 1 : 0) + "</v></c>");
        case Cell.Failure failure -> writer.write(place + " t=\"e\"><v>" + XmlText.words(failure.code()) + "</v></c>");
      }
    }
    writer.write("</row>");
  }

  /** Each text once: programs that change a cell know shared texts better than those that stand in the cell. */
  private void text(Writer writer, String start, String text) throws IOException {
    writer.write(start + " t=\"s\"><v>" + texts.computeIfAbsent(text, t -> texts.size()) + "</v></c>");
  }

  private void texts(Writer writer) throws IOException {
    writer.write(XmlCopy.DECLARATION + "<sst xmlns=\"" + MAIN + "\">");
    for (String text : texts.keySet()) {
      boolean plain = text.equals(text.strip()) && text.indexOf('\n') < 0;
      writer.write((plain ? "<si><t>" : "<si><t xml:space=\"preserve\">") + XmlText.words(text) + "</t></si>");
    }
    writer.write("</sst>");
  }

  private static String plain(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15 ? Long.toString((long) value) : Double.toString(value);
  }

  private String format(NumberStyle style) {
    epoch1904 |= style.epoch1904();
    if (style.code().isEmpty()) {
      return style.date() ? "dd/mm/yyyy" : "";
    }
    return style.code().equalsIgnoreCase("General") ? "" : style.code();
  }

  private String style(@Nullable String font, String format, boolean bold) {
    int number = styles.computeIfAbsent(new Style(font == null ? usual : font, format, bold), style -> styles.size());
    return number == 0 ? "" : " s=\"" + number + "\"";
  }

  /** The parts that hold the sheets together. */
  private void frame() throws IOException {
    StringBuilder types = new StringBuilder();
    StringBuilder relations = new StringBuilder();
    StringBuilder sheets = new StringBuilder();
    int number = 0;
    for (String name : names.values()) {
      number++;
      types.append("<Override PartName=\"/xl/worksheets/sheet%d.xml\" ContentType=\"%sworksheet+xml\"/>".formatted(number, TYPE));
      relations.append("<Relationship Id=\"rId%1$s\" Type=\"%2$s/worksheet\" Target=\"worksheets/sheet%1$s.xml\"/>".formatted(number, RELATIONS));
      sheets.append("<sheet name=\"%1$s\" sheetId=\"%2$s\"%3$s r:id=\"rId%2$s\"/>".formatted(XmlText.attributeWords(name), number, hidden.get(number - 1) ? " state=\"hidden\"" : ""));
    }
    out.part("[Content_Types].xml", writer -> writer.write(XmlCopy.DECLARATION
        + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"" + TYPE + "sheet.main+xml\"/>"
        + "<Override PartName=\"/xl/styles.xml\" ContentType=\"" + TYPE + "styles+xml\"/><Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"" + TYPE + "sharedStrings+xml\"/>" + types + "</Types>"));
    out.part("_rels/.rels", writer -> writer.write(relationships("<Relationship Id=\"rId1\" Type=\"" + RELATIONS + "/officeDocument\" Target=\"xl/workbook.xml\"/>")));
    out.part("xl/_rels/workbook.xml.rels", writer -> writer.write(relationships(relations + "<Relationship Id=\"rIdStyles\" Type=\"" + RELATIONS + "/styles\" Target=\"styles.xml\"/>"
        + "<Relationship Id=\"rIdTexts\" Type=\"" + RELATIONS + "/sharedStrings\" Target=\"sharedStrings.xml\"/>")));
    out.part("xl/workbook.xml", writer -> writer.write(XmlCopy.DECLARATION + "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONS + "\">"
        + (epoch1904 ? "<workbookPr date1904=\"1\"/>" : "") + "<bookViews><workbookView/></bookViews><sheets>" + sheets + "</sheets></workbook>"));
    out.part("xl/sharedStrings.xml", this::texts);
    out.part("xl/styles.xml", writer -> writer.write(stylesXml()));
  }

  private static String relationships(String all) {
    return XmlCopy.DECLARATION + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + all + "</Relationships>";
  }

  private String stylesXml() {
    Map<Font, Integer> fonts = new LinkedHashMap<>();
    Map<String, Integer> formats = new HashMap<>();
    StringBuilder formatXml = new StringBuilder();
    StringBuilder fontXml = new StringBuilder();
    StringBuilder cells = new StringBuilder();
    for (Style style : styles.keySet()) {
      Font font = new Font(style.font(), style.bold());
      if (!fonts.containsKey(font)) {
        fonts.put(font, fonts.size());
        fontXml.append(font.bold() ? "<font><b/>" : "<font>").append("<sz val=\"11\"/>").append("<name val=\"").append(XmlText.attributeWords(style.font())).append("\"/></font>");
      }
      if (!style.format().isEmpty() && !formats.containsKey(style.format())) {
        int id = FIRST_OWN_FORMAT + formats.size();
        formats.put(style.format(), id);
        formatXml.append("<numFmt numFmtId=\"").append(id).append("\" formatCode=\"").append(XmlText.attributeWords(style.format())).append("\"/>");
      }
      int format = style.format().isEmpty() ? 0 : formats.getOrDefault(style.format(), 0);
      cells.append(String.format(Locale.ROOT, "<xf numFmtId=\"%d\" fontId=\"%d\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\"/>", format, fonts.get(font)));
    }
    return XmlCopy.DECLARATION + "<styleSheet xmlns=\"" + MAIN + "\">" + (formatXml.isEmpty() ? "" : "<numFmts>" + formatXml + "</numFmts>")
        + "<fonts>" + fontXml + "</fonts><fills><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>"
        + "<borders><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
        + "<cellXfs>" + cells + "</cellXfs><cellStyles><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>";
  }
}
