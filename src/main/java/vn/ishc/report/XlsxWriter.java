package vn.ishc.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook: a sheet per table with real numbers, a sheet per chart, the text on the first sheet. */
final class XlsxWriter {
  private static final int HEADER_ROW = 3;
  private static final int SHEET_NAME_MAX = 31;
  private static final int TEXT_COLUMN_WIDTH = 110 * 256;
  private static final float LINE_POINTS = 17;
  private static final float TITLE_POINTS = 20;
  private static final float ROW_POINTS = 15;
  private static final int LINE_LETTERS = 98;
  private static final String FONT = "Times New Roman";

  private record Look(NumberStyle number, Cell.Mark mark, boolean total, boolean words) {}

  private final XSSFWorkbook book = new XSSFWorkbook();
  private final Texts texts;
  private final NativeCharts charts;
  private final Map<Look, XSSFCellStyle> looks = new HashMap<>();
  private final XSSFCellStyle title = wrapped(style(14, true, null));
  private final XSSFCellStyle heading = wrapped(style(13, true, null));
  private final XSSFCellStyle source = wrapped(style(11, false, "444444"));
  private final XSSFCellStyle header = headerStyle();
  private final XSSFCellStyle text = wrapped(style(12, false, null));
  private final XSSFCellStyle link = style(12, false, "0B4F8A");
  private int sheets;

  private XlsxWriter(Texts texts) {
    this.texts = texts;
    this.charts = new NativeCharts(texts);
  }

  static byte[] write(Paper paper) throws IOException {
    XlsxWriter writer = new XlsxWriter(new Texts(paper.language()));
    try (writer.book; ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      writer.fill(paper);
      writer.book.write(out);
      return Packages.settled(out.toByteArray(), paper.writtenOn());
    }
  }

  private void fill(Paper paper) {
    XSSFSheet overview = book.createSheet(name(texts.of("sheet.overview")));
    overview.setColumnWidth(0, TEXT_COLUMN_WIDTH);
    overview.setDisplayGridlines(false);
    int at = 0;
    words(overview, at++, paper.head().name(), heading);
    words(overview, at++, paper.head().subject(), heading);
    words(overview, at++, paper.head().placeAndDate(), text);
    at++;
    for (Block block : paper.all()) {
      switch (block) {
        case Block.Heading line -> words(overview, at++, line.text(), heading);
        case Block.Text body -> words(overview, at++, body.text(), text);
        case Block.Item item -> words(overview, at++, "– " + item.text(), text);
        case Block.Note note -> words(overview, at++, note.text(), text);
        case Block.Appendix appendix -> words(overview, at++, texts.of("appendix", appendix.number()) + ". " + appendix.title(), heading);
        case Block.Grid grid -> link(overview, at++, grid.title(), grid(grid));
        case Block.Graph graph -> {
          if (NativeCharts.has(graph.chart())) {
            link(overview, at++, graph.chart().title(), chart(graph.chart()));
          }
        }
      }
    }
    page(overview, true);
  }

  private void words(XSSFSheet sheet, int row, String words, XSSFCellStyle style) {
    XSSFCell cell = sheet.createRow(row).createCell(0);
    cell.setCellValue(words);
    cell.setCellStyle(style);
    cell.getRow().setHeightInPoints(LINE_POINTS * (words.length() / LINE_LETTERS + 1));
  }

  private void link(XSSFSheet sheet, int row, String words, XSSFSheet to) {
    words(sheet, row, "→ " + words, link);
    XSSFHyperlink hyperlink = book.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
    hyperlink.setAddress("'" + to.getSheetName().replace("'", "''") + "'!A1");
    sheet.getRow(row).getCell(0).setHyperlink(hyperlink);
  }

  /** The number before it makes it unlike any other. */
  private String name(String wanted) {
    String safe = WorkbookUtil.createSafeSheetName(String.format(Locale.ROOT, "%02d %s", sheets++, wanted));
    String name = safe.length() > SHEET_NAME_MAX ? safe.substring(0, SHEET_NAME_MAX) : safe;
    return name.strip();
  }

  private XSSFSheet grid(Block.Grid grid) {
    XSSFSheet sheet = book.createSheet(name(grid.title()));
    caption(sheet, grid.title(), grid.source());
    int last = grid.columns().size() - 1;
    XSSFRow heads = sheet.createRow(HEADER_ROW);
    int weights = grid.columns().stream().mapToInt(Block.Column::weight).sum();
    for (int i = 0; i < grid.columns().size(); i++) {
      XSSFCell cell = heads.createCell(i);
      cell.setCellValue(grid.columns().get(i).title());
      cell.setCellStyle(header);
      int letters = Math.max(11, 120 * grid.columns().get(i).weight() / weights);
      sheet.setColumnWidth(i, Math.min(letters, 70) * 256);
    }
    heads.setHeightInPoints(48);
    across(sheet, last);
    int at = HEADER_ROW;
    for (Block.Row row : grid.rows()) {
      XSSFRow line = sheet.createRow(++at);
      for (int i = 0; i < row.cells().size(); i++) {
        cell(line.createCell(i), row.cells().get(i), row.total(), grid.columns().get(i).number());
      }
      int lines = lines(sheet, row);
      if (lines > 1) {
        line.setHeightInPoints(ROW_POINTS * lines);
      }
    }
    sheet.createFreezePane(1, HEADER_ROW + 1);
    sheet.setAutoFilter(new CellRangeAddress(HEADER_ROW, Math.max(at, HEADER_ROW + 1), 0, last));
    sheet.setRepeatingRows(CellRangeAddress.valueOf((HEADER_ROW + 1) + ":" + (HEADER_ROW + 1)));
    printed(sheet, last, at);
    return sheet;
  }

  /** How many lines the words of a row take: 6 letters where 5 digits fit. Not every reader of workbooks measures them itself. */
  private static int lines(XSSFSheet sheet, Block.Row row) {
    int lines = 1;
    for (int i = 0; i < row.cells().size(); i++) {
      if (row.cells().get(i) instanceof Cell.Words words) {
        lines = Math.max(lines, (words.text().length() - 1) * 5 / (sheet.getColumnWidth(i) / 256 * 6) + 1);
      }
    }
    return lines;
  }

  /** Title and source as wide as the table, so that they do not make its print smaller. */
  private void across(XSSFSheet sheet, int lastColumn) {
    int letters = 0;
    for (int column = 0; column <= lastColumn; column++) {
      letters += sheet.getColumnWidth(column) / 256;
    }
    for (int row = 0; row < 2; row++) {
      XSSFCell cell = sheet.getRow(row).getCell(0);
      int lines = cell.getStringCellValue().length() / Math.max(1, row == 0 ? letters * 4 / 5 : letters) + 1;
      cell.getRow().setHeightInPoints((row == 0 ? TITLE_POINTS : LINE_POINTS) * lines);
      if (lastColumn > 0) {
        sheet.addMergedRegion(new CellRangeAddress(row, row, 0, lastColumn));
      }
    }
  }

  /** Prints from the top left to a cell, as wide as a page. */
  private void printed(XSSFSheet sheet, int lastColumn, int lastRow) {
    book.setPrintArea(book.getSheetIndex(sheet), 0, lastColumn, 0, lastRow);
    page(sheet, true);
  }

  private void caption(XSSFSheet sheet, String words, String source) {
    XSSFCell cell = sheet.createRow(0).createCell(0);
    cell.setCellValue(words);
    cell.setCellStyle(title);
    XSSFCell from = sheet.createRow(1).createCell(0);
    from.setCellValue(source);
    from.setCellStyle(this.source);
  }

  /** Words are text cells always: what begins with = or + stays words. */
  private void cell(XSSFCell target, Cell cell, boolean total, boolean number) {
    switch (cell) {
      case Cell.Words words -> {
        target.setCellValue(words.text());
        target.setCellStyle(look(NumberStyle.COUNT, Cell.Mark.NONE, total, true));
      }
      case Cell.Number known -> {
        target.setCellValue(known.value().doubleValue());
        target.setCellStyle(look(known.style(), known.mark(), total, false));
      }
      case Cell.Missing nothing -> target.setCellStyle(look(NumberStyle.COUNT, Cell.Mark.NONE, total, !number));
    }
  }

  private XSSFCellStyle look(NumberStyle number, Cell.Mark mark, boolean total, boolean words) {
    return looks.computeIfAbsent(
        new Look(number, mark, total, words),
        look -> {
          XSSFCellStyle style = style(11, total || mark != Cell.Mark.NONE, null);
          border(style);
          style.setVerticalAlignment(VerticalAlignment.TOP);
          style.setWrapText(words);
          if (words) {
            return style;
          }
          String format = number.workbookFormat();
          String sign = mark == Cell.Mark.NONE ? "" : "\"" + mark.sign() + "\"";
          style.setDataFormat(book.createDataFormat().getFormat(format + sign));
          style.setAlignment(HorizontalAlignment.RIGHT);
          if (mark != Cell.Mark.NONE) {
            fill(style, "FBEEDD");
          }
          return style;
        });
  }

  private XSSFCellStyle style(int points, boolean bold, @org.jspecify.annotations.Nullable String colour) {
    XSSFFont font = book.createFont();
    font.setFontName(FONT);
    font.setFontHeightInPoints((short) points);
    font.setBold(bold);
    if (colour != null) {
      font.setColor(new XSSFColor(java.util.HexFormat.of().parseHex(colour)));
    }
    XSSFCellStyle style = book.createCellStyle();
    style.setFont(font);
    return style;
  }

  private static XSSFCellStyle wrapped(XSSFCellStyle style) {
    style.setWrapText(true);
    style.setVerticalAlignment(VerticalAlignment.TOP);
    return style;
  }

  private XSSFCellStyle headerStyle() {
    XSSFCellStyle style = wrapped(style(11, true, null));
    fill(style, "E6EBF0");
    border(style);
    style.setAlignment(HorizontalAlignment.CENTER);
    style.setVerticalAlignment(VerticalAlignment.CENTER);
    return style;
  }

  private static void fill(XSSFCellStyle style, String colour) {
    style.setFillForegroundColor(new XSSFColor(java.util.HexFormat.of().parseHex(colour)));
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
  }

  private static void border(XSSFCellStyle style) {
    style.setBorderTop(BorderStyle.THIN);
    style.setBorderBottom(BorderStyle.THIN);
    style.setBorderLeft(BorderStyle.THIN);
    style.setBorderRight(BorderStyle.THIN);
  }

  private static void page(XSSFSheet sheet, boolean landscape) {
    sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
    sheet.getPrintSetup().setLandscape(landscape);
    sheet.setFitToPage(true);
    sheet.getPrintSetup().setFitWidth((short) 1);
    sheet.getPrintSetup().setFitHeight((short) 0);
  }

  private XSSFSheet chart(Chart chart) {
    XSSFSheet sheet = book.createSheet(name(chart.title()));
    caption(sheet, chart.title(), texts.of("sheet.chart-data"));
    NativeCharts.Columns columns = charts.columns(chart);
    XSSFRow heads = sheet.createRow(HEADER_ROW);
    heads.createCell(0).setCellStyle(header);
    sheet.setColumnWidth(0, 28 * 256);
    for (int i = 0; i < columns.names().size(); i++) {
      XSSFCell cell = heads.createCell(i + 1);
      cell.setCellValue(columns.names().get(i));
      cell.setCellStyle(header);
      sheet.setColumnWidth(i + 1, 14 * 256);
    }
    for (int row = 0; row < columns.labels().size(); row++) {
      XSSFRow line = sheet.createRow(HEADER_ROW + 1 + row);
      line.createCell(0).setCellValue(columns.labels().get(row));
      for (int i = 0; i < columns.values().size(); i++) {
        Optional<Double> value = columns.values().get(i).get(row);
        if (value.isPresent()) {
          XSSFCell cell = line.createCell(i + 1);
          cell.setCellValue(value.get());
          cell.setCellStyle(look(i > 0 && chart instanceof Chart.Bands ? NumberStyle.PLAIN : plotted(chart), Cell.Mark.NONE, false, false));
        }
      }
    }
    int left = columns.names().size() + 2;
    across(sheet, left + 11);
    int height = chart instanceof Chart.Ranking ranking ? 8 + ranking.bars().size() : 24;
    var anchor = sheet.createDrawingPatriarch().createAnchor(0, 0, 0, 0, left, HEADER_ROW, left + 11, HEADER_ROW + height);
    charts.draw(sheet.getDrawingPatriarch().createChart(anchor), chart, new InSheet(sheet, columns.labels().size()), true);
    // A chart of hundreds of clubs is printed with the first of its numbers only.
    printed(sheet, left + 11, HEADER_ROW + height);
    return sheet;
  }

  /** How the numbers of a chart are written beside it; millions are divided already. */
  private static NumberStyle plotted(Chart chart) {
    return switch (chart) {
      case Chart.Trend trend -> trend.style();
      case Chart.Ranking ranking -> ranking.style();
      case Chart.Bands bands -> NumberStyle.SHARE;
      case Chart.Stack stack -> NumberStyle.COUNT;
      case Chart.Tiles tiles -> tiles.style();
    };
  }

  /** The numbers of a chart beside it on the sheet. */
  private record InSheet(XSSFSheet sheet, int rows) implements NativeCharts.Source {
    private CellRangeAddress range(int column) {
      return new CellRangeAddress(HEADER_ROW + 1, HEADER_ROW + rows, column, column);
    }

    @Override
    public XDDFCategoryDataSource labels() {
      return XDDFDataSourcesFactory.fromStringCellRange(sheet, range(0));
    }

    @Override
    public XDDFNumericalDataSource<Double> values(int series) {
      return XDDFDataSourcesFactory.fromNumericCellRange(sheet, range(series + 1));
    }

    @Override
    public void name(XDDFChartData.Series series, String name, int number) {
      series.setTitle(name, new org.apache.poi.ss.util.CellReference(sheet.getSheetName(), HEADER_ROW, number + 1, true, true));
    }
  }

}
