package vn.ishc.benchmark;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.parsers.SAXParserFactory;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.xml.sax.InputSource;
import org.xml.sax.XMLReader;
import vn.ishc.row.Cell;
import vn.ishc.row.RawRow;
import vn.ishc.sheet.ReadLimits;
import vn.ishc.sheet.RowCursor;
import vn.ishc.sheet.Sheet;
import vn.ishc.sheet.UnreadableFile;
import vn.ishc.sheet.Workbook;
import vn.ishc.sheet.Workbooks;

/**
 * How many cells a second we read, beside POI's own streaming reader on the same file in the same
 * run.
 *
 * <pre>
 * java -cp target/test-classes:target/classes:… vn.ishc.benchmark.ReadBenchmark
 *                                     100,000 rows of 20 columns, both readers
 *   … ReadBenchmark both ROWS         another size
 *   … ReadBenchmark unique FILE ROWS COLUMNS
 *                                     writes a workbook in which every text is shared and unique
 *   … ReadBenchmark ours FILE         our reader on a file of any format, three times;
 *                                     run it under -Xmx to find the smallest heap
 *   … ReadBenchmark poi FILE          POI's reader on an xlsx
 * </pre>
 */
public final class ReadBenchmark {
  private static final int COLUMNS = 20;
  private static final int ROUNDS = 3;

  private ReadBenchmark() {}

  /** Reads a file and counts its cells. */
  private interface Reader {
    long cells(Path file) throws Exception;
  }

  /** See the class. */
  public static void main(String... arguments) throws Exception {
    switch (arguments.length == 0 ? "both" : arguments[0]) {
      case "unique" ->
          writeUnique(
              Path.of(arguments[1]),
              Integer.parseInt(arguments[2]),
              Integer.parseInt(arguments[3]));
      case "ours" -> measure("ours", Path.of(arguments[1]), ReadBenchmark::readOurs);
      case "poi" -> measure("poi", Path.of(arguments[1]), ReadBenchmark::readPoi);
      default -> both(arguments.length < 2 ? 100_000 : Integer.parseInt(arguments[1]));
    }
  }

  private static void both(int rows) throws Exception {
    Path file = Files.createTempFile("read-benchmark-", ".xlsx");
    try {
      write(file, rows);
      measure("ours", file, ReadBenchmark::readOurs);
      measure("poi", file, ReadBenchmark::readPoi);
    } finally {
      Files.delete(file);
    }
  }

  private static void measure(String name, Path file, Reader reader) throws Exception {
    for (int round = 1; round <= ROUNDS; round++) {
      long start = System.nanoTime();
      long cells = reader.cells(file);
      double seconds = (System.nanoTime() - start) / 1e9;
      Runtime runtime = Runtime.getRuntime();
      System.out.printf(
          Locale.ROOT,
          "%s round %d: %,d cells in %.2f s, %.2f M cells/s; heap in use %d MB, committed %d MB,"
              + " most allowed %d MB%n",
          name,
          round,
          cells,
          seconds,
          cells / seconds / 1e6,
          (runtime.totalMemory() - runtime.freeMemory()) >> 20,
          runtime.totalMemory() >> 20,
          runtime.maxMemory() >> 20);
    }
  }

  static long readOurs(Path file) throws IOException, UnreadableFile {
    long cells = 0;
    try (Workbook workbook = Workbooks.open(file, ReadLimits.DEFAULT)) {
      for (Sheet sheet : workbook.sheets()) {
        sheet.merges();
        try (RowCursor rows = sheet.rows()) {
          for (RawRow row = rows.next(); row != null; row = rows.next()) {
            cells += count(row);
          }
        }
      }
    }
    return cells;
  }

  private static long count(RawRow row) {
    long filled = 0;
    for (Cell cell : row.cells()) {
      filled += cell == Cell.BLANK ? 0 : 1;
    }
    return filled;
  }

  static long readPoi(Path file) throws Exception {
    long[] cells = new long[1];
    try (OPCPackage parts = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
      XSSFReader reader = new XSSFReader(parts);
      SAXParserFactory factory = SAXParserFactory.newInstance();
      factory.setNamespaceAware(true);
      XMLReader xml = factory.newSAXParser().getXMLReader();
      xml.setContentHandler(
          new XSSFSheetXMLHandler(
              reader.getStylesTable(),
              new ReadOnlySharedStringsTable(parts),
              new Counter(cells),
              new DataFormatter(),
              false));
      var sheets = reader.getSheetsData();
      while (sheets.hasNext()) {
        try (InputStream sheet = sheets.next()) {
          xml.parse(new InputSource(sheet));
        }
      }
    }
    return cells[0];
  }

  /** Counts what POI gives. */
  private record Counter(long[] cells) implements XSSFSheetXMLHandler.SheetContentsHandler {
    @Override
    public void startRow(int row) {}

    @Override
    public void endRow(int row) {}

    @Override
    public void cell(String reference, String value, XSSFComment comment) {
      cells[0]++;
    }
  }

  /** Names that repeat, numbers, dates, identity numbers as text: the mixture of a member list. */
  private static void write(Path file, int rows) throws IOException {
    try (SXSSFWorkbook workbook = new SXSSFWorkbook(null, 100, true, true);
        OutputStream out = Files.newOutputStream(file)) {
      CellStyle date = workbook.createCellStyle();
      date.setDataFormat(workbook.createDataFormat().getFormat("dd/mm/yyyy"));
      var sheet = workbook.createSheet("Danh sách");
      for (int r = 0; r < rows; r++) {
        Row row = sheet.createRow(r);
        for (int c = 0; c < COLUMNS; c++) {
          fill(row.createCell(c), r, c, date);
        }
      }
      workbook.write(out);
    }
  }

  private static void fill(
      org.apache.poi.ss.usermodel.Cell cell, int row, int column, CellStyle date) {
    switch (column % 5) {
      case 0 -> cell.setCellValue(row + column);
      case 1 -> cell.setCellValue("Nguyễn Thị Hồng " + row % 997);
      case 2 -> {
        cell.setCellValue(20_000 + row % 20_000);
        cell.setCellStyle(date);
      }
      case 3 -> cell.setCellValue("0400" + (48_000_000 + row));
      default -> cell.setCellValue(row * 0.25);
    }
  }

  private static void writeUnique(Path file, int rows, int columns) throws IOException {
    try (ZipOutputStream zip =
        new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
      zip.setLevel(3);
      String types = "http://schemas.openxmlformats.org/package/2006/content-types";
      String relations = "http://schemas.openxmlformats.org/package/2006/relationships";
      String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
      String main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
      String ml = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
      part(
          zip,
          "[Content_Types].xml",
          "<Types xmlns=\""
              + types
              + "\"><Override PartName=\"/xl/workbook.xml\" ContentType=\""
              + ml
              + "sheet.main+xml\"/></Types>");
      part(
          zip,
          "_rels/.rels",
          "<Relationships xmlns=\""
              + relations
              + "\"><Relationship Id=\"a\" Type=\""
              + office
              + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
      part(
          zip,
          "xl/_rels/workbook.xml.rels",
          "<Relationships xmlns=\""
              + relations
              + "\"><Relationship Id=\"a\" Type=\""
              + office
              + "/worksheet\" Target=\"sheet1.xml\"/><Relationship Id=\"b\" Type=\""
              + office
              + "/sharedStrings\" Target=\"strings.xml\"/></Relationships>");
      part(
          zip,
          "xl/workbook.xml",
          "<workbook "
              + main
              + " xmlns:r=\""
              + office
              + "\"><sheets><sheet name=\"Tất cả\" sheetId=\"1\" r:id=\"a\"/></sheets></workbook>");
      zip.putNextEntry(new ZipEntry("xl/strings.xml"));
      text(zip, "<sst " + main + ">");
      for (int i = 0; i < rows * columns; i++) {
        text(zip, "<si><t>Nguyễn Thị số " + i + "</t></si>");
      }
      part(zip, "xl/sheet1.xml", "<worksheet " + main + "><sheetData>", "</sst>");
      uniqueRows(zip, rows, columns);
      text(zip, "</sheetData></worksheet>");
      zip.closeEntry();
    }
  }

  private static void uniqueRows(ZipOutputStream zip, int rows, int columns) throws IOException {
    int number = 0;
    for (int r = 1; r <= rows; r++) {
      StringBuilder row = new StringBuilder("<row r=\"" + r + "\">");
      for (int c = 0; c < columns; c++) {
        row.append("<c r=\"")
            .append((char) ('A' + c))
            .append(r)
            .append("\" t=\"s\"><v>")
            .append(number++)
            .append("</v></c>");
      }
      text(zip, row.append("</row>").toString());
    }
  }

  private static void part(ZipOutputStream zip, String name, String content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    text(zip, content);
    zip.closeEntry();
  }

  private static void part(ZipOutputStream zip, String next, String start, String endOfLast)
      throws IOException {
    text(zip, endOfLast);
    zip.closeEntry();
    zip.putNextEntry(new ZipEntry(next));
    text(zip, start);
  }

  private static void text(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
