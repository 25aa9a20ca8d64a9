package vn.ishc.feedback;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import vn.ishc.row.Finding;

/** One of our own sheets: words and numbers, never a formula, whatever they begin with. */
final class PlainSheet {
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final int TEXT_MAX = 32_000;
  /** Letters of our font to a hundred units of column width. */
  private static final int LETTERS_PERCENT = 112;

  private static final double LINE_POINTS = 15.5;

  private final StyleClones styles;
  private final List<Integer> widths;
  private final StringBuilder rows = new StringBuilder();
  private final StringBuilder links = new StringBuilder();
  private final List<String> merges = new ArrayList<>();
  private int row;

  PlainSheet(StyleClones styles, List<Integer> widths) {
    this.styles = styles;
    this.widths = widths;
  }

  /** A cell of a row. */
  record Cell(String words, long number, Look look, String location) {
    static Cell of(String words, Look look) {
      return new Cell(words, 0, look, "");
    }

    static Cell of(long number) {
      return new Cell("", number, Look.NUMBER, "");
    }

    /** Words that lead to a cell of another sheet. */
    static Cell link(String words, String sheet, String cell) {
      return new Cell(words, 0, Look.LINK, "'" + sheet.replace("'", "''") + "'!" + cell);
    }
  }

  void blank() {
    row++;
  }

  /** One text over the whole width. */
  void line(String words, Look look) {
    int width = widths.stream().mapToInt(Integer::intValue).sum();
    double points = look == Look.TITLE ? 22 : look == Look.HEADING ? 18 : LINE_POINTS * lines(words, width);
    begin(points);
    cell(0, Cell.of(words, look));
    end();
    merges.add("A" + row + ":" + Finding.columnLetters(widths.size() - 1) + row);
  }

  void row(List<Cell> cells) {
    int lines = 1;
    for (int i = 0; i < cells.size(); i++) {
      lines = widths.get(i) == 0 ? lines : Math.max(lines, lines(cells.get(i).words(), widths.get(i)));
    }
    begin(LINE_POINTS * lines);
    for (int i = 0; i < cells.size(); i++) {
      cell(i, cells.get(i));
    }
    end();
  }

  void row(Look look, String... words) {
    row(java.util.Arrays.stream(words).map(text -> Cell.of(text, look)).toList());
  }

  private static int lines(String words, int width) {
    return Math.clamp(words.lines().mapToLong(line -> line.length() * 100L / Math.max(width * LETTERS_PERCENT, 1) + 1).sum(), 1, 26);
  }

  private void begin(double points) {
    row++;
    rows.append("<row r=\"").append(row).append("\" ht=\"").append(points).append("\" customHeight=\"1\">");
  }

  private void cell(int column, Cell cell) {
    String place = Finding.columnLetters(column) + row;
    rows.append("<c r=\"").append(place).append("\" s=\"").append(styles.look(cell.look()));
    if (cell.look() == Look.NUMBER) {
      rows.append("\"><v>").append(cell.number()).append("</v></c>");
    } else if (cell.words().isEmpty()) {
      rows.append("\"/>");
    } else {
      String words = cell.words().length() > TEXT_MAX ? cell.words().substring(0, TEXT_MAX) + "…" : cell.words();
      rows.append("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">").append(XmlText.words(words)).append("</t></is></c>");
    }
    if (!cell.location().isEmpty()) {
      links.append("<hyperlink ref=\"").append(place).append("\" location=\"").append(XmlText.attributeWords(cell.location())).append("\"/>");
    }
  }

  private void end() {
    rows.append("</row>");
  }

  /** The part. */
  String xml(boolean selected) throws IOException {
    StringBuilder xml = new StringBuilder(XmlCopy.DECLARATION).append("<worksheet xmlns=\"").append(MAIN).append("\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>");
    xml.append("<sheetViews><sheetView showGridLines=\"0\"").append(selected ? " tabSelected=\"1\"" : "").append(" workbookViewId=\"0\"/></sheetViews><cols>");
    for (int i = 0; i < widths.size(); i++) {
      String hidden = widths.get(i) == 0 ? " hidden=\"1\"" : "";
      xml.append("<col min=\"%1$s\" max=\"%1$s\" width=\"%2$s\" customWidth=\"1\"%3$s/>".formatted(i + 1, widths.get(i), hidden));
    }
    xml.append("</cols><sheetData>").append(rows).append("</sheetData>");
    if (!merges.isEmpty()) {
      xml.append("<mergeCells count=\"").append(merges.size()).append("\">");
      merges.forEach(range -> xml.append("<mergeCell ref=\"").append(range).append("\"/>"));
      xml.append("</mergeCells>");
    }
    if (!links.isEmpty()) {
      xml.append("<hyperlinks>").append(links).append("</hyperlinks>");
    }
    return xml.append("<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.6\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/><pageSetup paperSize=\"9\" orientation=\"landscape\" fitToWidth=\"1\" fitToHeight=\"0\"/></worksheet>").toString();
  }
}
