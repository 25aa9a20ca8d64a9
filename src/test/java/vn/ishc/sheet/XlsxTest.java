package vn.ishc.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ishc.row.Cell;
import vn.ishc.row.RawRow;

class XlsxTest {
  @TempDir Path folder;

  private List<RawRow> rowsOf(String sheetXml) throws Exception {
    return Opened.rows(Opened.zip(folder, "a.xlsx", Opened.xlsx(sheetXml)));
  }

  private static String sheet(String rows) {
    return "<worksheet xmlns=\""
        + Opened.MAIN
        + "\"><sheetData>"
        + rows
        + "</sheetData></worksheet>";
  }

  @Test
  void everyKindOfCellIsReadAsStored() throws Exception {
    XSSFWorkbook book = new XSSFWorkbook();
    Row row = book.createSheet("Một").createRow(4);
    CellStyle date = book.createCellStyle();
    date.setDataFormat(book.createDataFormat().getFormat("\"ngày\" dd/mm/yyyy"));
    row.createCell(0).setCellValue("Nguyễn Thị Hồng");
    row.createCell(2).setCellValue(40048000123.0);
    row.createCell(3).setCellValue(45000);
    row.getCell(3).setCellStyle(date);
    row.createCell(4).setCellValue(true);
    row.createCell(5).setCellErrorValue((byte) 0x17);
    row.createCell(6).setCellFormula("1+1");
    row.getCell(6).setCellValue(2);
    row.createCell(7).setCellStyle(date);
    List<RawRow> rows = Opened.rows(Opened.save(folder, book, "sai.csv"));
    assertThat(Opened.show(rows))
        .containsExactly("5: Nguyễn Thị Hồng|-|4.0048000123E10|date 45000.0|TRUE|#REF!|2.0");
    assertThat(((Cell.Numeric) rows.get(0).cell(3)).style().code())
        .isEqualTo("\"ngày\" dd/mm/yyyy");
  }

  @Test
  void theFontIsThatOfTheFirstRunElseOfTheCell() throws Exception {
    XSSFWorkbook book = new XSSFWorkbook();
    Font old = book.createFont();
    old.setFontName(".VnTime");
    CellStyle style = book.createCellStyle();
    style.setFont(old);
    Row row = book.createSheet().createRow(0);
    row.createCell(0).setCellValue("NguyÔn");
    row.getCell(0).setCellStyle(style);
    Font other = book.createFont();
    other.setFontName("VNI-Times");
    XSSFRichTextString rich = new XSSFRichTextString("Nguyeãn Thò");
    rich.applyFont(0, 3, other);
    row.createCell(1).setCellValue(rich);
    row.getCell(1).setCellStyle(style);
    row.createCell(2).setCellValue("x");
    RawRow read = Opened.rows(Opened.save(folder, book, "a.xlsx")).get(0);
    assertThat(read.cell(0)).isEqualTo(new Cell.Text("NguyÔn", ".VnTime"));
    assertThat(read.cell(1)).isEqualTo(new Cell.Text("Nguyeãn Thò", "VNI-Times"));
    assertThat(read.cell(2)).isEqualTo(new Cell.Text("x", "Calibri"));
  }

  @Test
  void mergedRangesAreKnownBeforeTheFirstRow() throws Exception {
    XSSFWorkbook book = new XSSFWorkbook();
    var sheet = book.createSheet();
    for (int r = 0; r < 5000; r++) {
      sheet.createRow(r).createCell(0).setCellValue("<mergeCell ref=\"A1:B9\"/> " + r);
    }
    sheet.addMergedRegion(new CellRangeAddress(2, 4, 0, 0));
    sheet.addMergedRegion(new CellRangeAddress(9, 9, 27, 30));
    Path file = Opened.save(folder, book, "a.xlsx");
    try (Workbook opened = Workbooks.open(file, ReadLimits.DEFAULT)) {
      MergedRanges merges = opened.sheets().get(0).merges();
      assertThat(merges.size()).isEqualTo(2);
      assertThat(merges.touching(4)).containsExactly(new MergedRanges.Range(3, 5, 0, 0));
      assertThat(merges.touching(10)).containsExactly(new MergedRanges.Range(10, 10, 27, 30));
    }
  }

  @Test
  void hiddenSheetsAndRowsAreSaid() throws Exception {
    XSSFWorkbook book = new XSSFWorkbook();
    book.createSheet("một");
    var sheet = book.createSheet("hai");
    sheet.createRow(0).createCell(0).setCellValue(1);
    sheet.createRow(1).createCell(0).setCellValue(2);
    sheet.getRow(1).setZeroHeight(true);
    book.setSheetHidden(1, true);
    try (Workbook opened =
        Workbooks.open(Opened.save(folder, book, "a.xlsx"), ReadLimits.DEFAULT)) {
      assertThat(opened.sheets()).extracting(Sheet::name).containsExactly("một", "hai");
      assertThat(opened.sheets()).extracting(Sheet::hidden).containsExactly(false, true);
      assertThat(Opened.rows(opened.sheets().get(1)))
          .extracting(RawRow::hidden)
          .containsExactly(false, true);
      assertThat(opened.format()).isEqualTo(FileFormat.XLSX);
    }
  }

  @Test
  void aSheetCanBeWalkedTwice() throws Exception {
    XSSFWorkbook book = new XSSFWorkbook();
    book.createSheet().createRow(0).createCell(0).setCellValue("a");
    try (Workbook opened =
        Workbooks.open(Opened.save(folder, book, "a.xlsx"), ReadLimits.DEFAULT)) {
      Sheet sheet = opened.sheets().get(0);
      assertThat(Opened.show(Opened.rows(sheet)))
          .isEqualTo(Opened.show(Opened.rows(sheet)))
          .containsExactly("1: a");
    }
  }

  @Test
  void theYearsOfOldMacsAreMarked() throws Exception {
    Map<String, String> parts = Opened.xlsx(sheet("<row><c t=\"d\"><v>2025-06-30</v></c></row>"));
    parts.put(
        "xl/workbook.xml",
        parts.get("xl/workbook.xml").replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>"));
    RawRow row = Opened.rows(Opened.zip(folder, "a.xlsx", parts)).get(0);
    Cell.Numeric cell = (Cell.Numeric) row.cell(0);
    assertThat(cell.style().epoch1904()).isTrue();
    assertThat(cell.style().date()).isTrue();
    assertThat(cell.value()).isEqualTo(45838 - 1462);
  }

  @Test
  void cellsAndRowsWithoutReferenceFollowTheLastOne() throws Exception {
    String xml =
        sheet(
            "<row><c><v>1</v></c><c r=\"C1\"><v>2</v></c><c><v>3</v></c></row><row"
                + " r=\"7\"><c><v>4</v></c></row><row><c><v>5</v></c></row>");
    assertThat(Opened.show(rowsOf(xml))).containsExactly("1: 1.0|-|2.0|3.0", "7: 4.0", "8: 5.0");
  }

  @Test
  void escapesEntitiesCommentsAndCdataAreResolved() throws Exception {
    String xml =
        sheet(
            "<row><!-- <c r='Z1'/> --><c t=\"inlineStr\"><is><t>a_x000D_\n"
                + "b &lt;&#7888;&#x1EAC;&amp;</t><rPh sb=\"0\" eb=\"1\"><t>đọc</t></rPh></is></c><c"
                + " t=\"str\"><f>\"x\"</f><v><![CDATA[<một> _x005F_x0041_]]></v></c></row>");
    assertThat(Opened.show(rowsOf(xml))).containsExactly("1: a\r\nb <ỐẬ&|<một> _x0041_");
  }

  @Test
  void prefixesAndTheStrictNamespaceReadAlike() throws Exception {
    String xml =
        "<x:worksheet xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\"><x:sheetData><x:row"
            + " r=\"2\"><x:c r=\"B2\"><x:v>7</x:v></x:c></x:row></x:sheetData><x:mergeCells"
            + " count=\"1\"><x:mergeCell ref=\"A1:B2\"/></x:mergeCells></x:worksheet>";
    Path file = Opened.zip(folder, "a.xlsx", Opened.xlsx(xml));
    assertThat(Opened.show(Opened.rows(file))).containsExactly("2: -|7.0");
    try (Workbook opened = Workbooks.open(file, ReadLimits.DEFAULT)) {
      assertThat(opened.sheets().get(0).merges().size()).isEqualTo(1);
    }
  }

  @Test
  void anotherEncodingOfXmlIsUnderstood() throws Exception {
    String xml =
        "<?xml version=\"1.0\" encoding=\"UTF-16\"?>"
            + sheet("<row><c t=\"inlineStr\"><is><t>Đặng</t></is></c></row>");
    XmlScanner scanner =
        new XmlScanner(
            new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_16)), OoxmlNames.listener());
    ByteText text = new ByteText(100);
    while (scanner.next() != XmlScanner.TEXT) {
      assertThat(scanner.depth()).isPositive();
    }
    scanner.appendText(text);
    assertThat(text.text()).isEqualTo("Đặng");
  }

  @Test
  void aDocumentTypeIsRefusedInEveryPart() throws Exception {
    String doctype = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>";
    Map<String, String> parts =
        Opened.xlsx(sheet("<row><c t=\"inlineStr\"><is><t>&a;</t></is></c></row>"));
    for (String part : List.copyOf(parts.keySet())) {
      Map<String, String> sick = new HashMap<>(parts);
      sick.put(part, doctype + parts.get(part).replace("&a;", "a"));
      Path file = Opened.zip(folder, "a.xlsx", sick);
      assertThatThrownBy(() -> Opened.readAll(file, ReadLimits.DEFAULT))
          .as(part)
          .hasMessageContaining("FILE_DAMAGED");
    }
    Path file = Opened.zip(folder, "a.xlsx", parts);
    assertThatThrownBy(() -> Opened.readAll(file, ReadLimits.DEFAULT))
        .hasMessageContaining("FILE_DAMAGED");
  }

  @Test
  void rowsColumnsAndTextsHaveLimits() throws Exception {
    assertThatThrownBy(() -> rowsOf(sheet("<row r=\"1048577\"><c><v>1</v></c></row>")))
        .hasMessageContaining("FILE_TOO_LARGE");
    assertThatThrownBy(() -> rowsOf(sheet("<row><c r=\"XFE1\"><v>1</v></c></row>")))
        .hasMessageContaining("FILE_TOO_LARGE");
    String letters = "ế".repeat(32_768);
    assertThatThrownBy(() -> rowsOf(sheet("<row><c t=\"str\"><v>" + letters + "</v></c></row>")))
        .hasMessageContaining("FILE_TOO_LARGE");
    assertThat(rowsOf(sheet("<row><c t=\"str\"><v>" + letters.substring(1) + "</v></c></row>")))
        .hasSize(1);
  }

  @Test
  void brokenXmlIsDamage() {
    for (String xml :
        List.of(
            "", "<a>", "<a></b>", "<a/><b/>", "x<a/>", "<a b></a>", "<a b='<'/>", "<a", "<a>&")) {
      assertThatThrownBy(() -> rowsOf(xml)).as(xml).hasMessageContaining("FILE_DAMAGED");
    }
    for (String reference : List.of("&nbsp;", "&#0;", "&#x110000;", "&#;", "&;", "&amp")) {
      assertThatThrownBy(
              () -> rowsOf(sheet("<row><c t=\"str\"><v>" + reference + "</v></c></row>")))
          .as(reference)
          .hasMessageContaining("FILE_DAMAGED");
    }
    String deep = "<a>".repeat(100_000);
    assertThatThrownBy(() -> rowsOf(deep)).hasMessageContaining("FILE_DAMAGED");
  }
}
