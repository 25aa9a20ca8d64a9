package vn.ishc.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Workbook;
import vn.ishc.row.Cell;
import vn.ishc.row.RawRow;

/** Files made and read back by the tests of this package. */
final class Opened {
  private Opened() {}

  /** All rows of a sheet. */
  static List<RawRow> rows(Sheet sheet) throws UnreadableFile {
    List<RawRow> rows = new ArrayList<>();
    try (RowCursor cursor = sheet.rows()) {
      for (RawRow row = cursor.next(); row != null; row = cursor.next()) {
        rows.add(row);
      }
    }
    return rows;
  }

  /** All rows of the first sheet of a file. */
  static List<RawRow> rows(Path file) throws UnreadableFile {
    return rows(file, ReadLimits.DEFAULT);
  }

  static List<RawRow> rows(Path file, ReadLimits limits) throws UnreadableFile {
    try (vn.ishc.sheet.Workbook workbook = Workbooks.open(file, limits)) {
      return rows(workbook.sheets().get(0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads everything there is: every merge and row of every sheet. */
  static int readAll(Path file, ReadLimits limits) throws UnreadableFile {
    int rows = 0;
    try (vn.ishc.sheet.Workbook workbook = Workbooks.open(file, limits)) {
      for (Sheet sheet : workbook.sheets()) {
        rows += sheet.merges().size() + rows(sheet).size();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  /** A row as text: {@code 3: a|2.5|-|TRUE}. */
  static String show(RawRow row) {
    return row.number()
        + ": "
        + Stream.of(row.cells()).map(Opened::show).collect(Collectors.joining("|"));
  }

  static List<String> show(List<RawRow> rows) {
    return rows.stream().map(Opened::show).toList();
  }

  private static String show(Cell cell) {
    return switch (cell) {
      case Cell.Blank blank -> "-";
      case Cell.Text text -> text.text();
      case Cell.Numeric number -> (number.style().date() ? "date " : "") + number.value();
      case Cell.Bool bool -> bool.value() ? "TRUE" : "FALSE";
      case Cell.Failure failure -> failure.code();
    };
  }

  static Path save(Path folder, Workbook workbook, String name) throws IOException {
    Path file = folder.resolve(name);
    try (workbook;
        OutputStream out = Files.newOutputStream(file)) {
      workbook.write(out);
    }
    return file;
  }

  static Path zip(Path folder, String name, Map<String, String> parts) throws IOException {
    Path file = folder.resolve(name);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return file;
  }

  static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/package/2006/relationships";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  /** A package of one worksheet written by hand. */
  static Map<String, String> xlsx(String sheetXml) {
    return new HashMap<>(
        Map.of(
            "[Content_Types].xml",
            "<Types"
                + " xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override"
                + " PartName=\"/xl/workbook.xml\""
                + " ContentType=\"application/vnd.openxmlformats-officedocument."
                + "spreadsheetml.sheet.main+xml\"/></Types>",
            "_rels/.rels",
            relations("officeDocument", "xl/workbook.xml"),
            "xl/_rels/workbook.xml.rels",
            relations("worksheet", "sheet1.xml"),
            "xl/workbook.xml",
            "<workbook xmlns=\""
                + MAIN
                + "\" xmlns:r=\""
                + OFFICE
                + "\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>",
            "xl/sheet1.xml",
            sheetXml));
  }

  static String relations(String type, String target) {
    return "<Relationships xmlns=\""
        + RELATIONS
        + "\"><Relationship Id=\"r1\" Type=\""
        + OFFICE
        + "/"
        + type
        + "\" Target=\""
        + target
        + "\"/></Relationships>";
  }

  /** The start of an OpenDocument content part with its usual namespaces. */
  static String odsContent(String styles, String tables) {
    String urn = "urn:oasis:names:tc:opendocument:xmlns:";
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content xmlns:office=\""
        + urn
        + "office:1.0\" xmlns:table=\""
        + urn
        + "table:1.0\" xmlns:text=\""
        + urn
        + "text:1.0\" xmlns:style=\""
        + urn
        + "style:1.0\" xmlns:fo=\""
        + urn
        + "xsl-fo-compatible:1.0\" xmlns:svg=\""
        + urn
        + "svg-compatible:1.0\" xmlns:number=\""
        + urn
        + "datastyle:1.0\" xmlns:calcext=\""
        + urn
        + "calcext:1.0\">"
        + styles
        + "<office:body><office:spreadsheet>"
        + tables
        + "</office:spreadsheet></office:body></office:document-content>";
  }

  static Path ods(Path folder, String styles, String tables) throws IOException {
    return zip(
        folder,
        "a.ods",
        Map.of(
            "mimetype",
            "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml",
            odsContent(styles, tables)));
  }
}
