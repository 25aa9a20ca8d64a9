package vn.ishc.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFFont;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ishc.row.Cell;
import vn.ishc.row.RawRow;

class XlsTest {
  @TempDir Path folder;

  @Test
  void everyKindOfCellIsReadAsStored() throws Exception {
    HSSFWorkbook book = new HSSFWorkbook();
    Row row = book.createSheet("Một").createRow(4);
    CellStyle date = book.createCellStyle();
    date.setDataFormat(book.createDataFormat().getFormat("dd/mm/yyyy"));
    row.createCell(0).setCellValue("Nguyễn Thị Hồng");
    row.createCell(1).setCellValue("abc");
    row.createCell(3).setCellValue(1.25);
    row.createCell(4).setCellValue(45000);
    row.getCell(4).setCellStyle(date);
    row.createCell(5).setCellValue(false);
    row.createCell(6).setCellErrorValue((byte) 0x2A);
    row.createCell(7).setCellFormula("\"Cộng\"&\" 1\"");
    row.createCell(8).setCellFormula("2>1");
    row.createCell(9).setCellFormula("1/0");
    row.createCell(10).setCellFormula("20+1");
    book.getCreationHelper().createFormulaEvaluator().evaluateAll();
    List<RawRow> rows = Opened.rows(Opened.save(folder, book, "a.xlsx"));
    assertThat(Opened.show(rows))
        .containsExactly(
            "5: Nguyễn Thị Hồng|abc|-|1.25|date 45000.0|FALSE|#N/A|Cộng 1|TRUE|#DIV/0!|21.0");
  }

  @Test
  void theFontIsThatOfTheFirstRunElseOfTheCell() throws Exception {
    HSSFWorkbook book = new HSSFWorkbook();
    for (int i = 0; i < 6; i++) {
      book.createFont().setFontName("Font " + i);
    }
    HSSFFont old = book.createFont();
    old.setFontName(".VnTime");
    HSSFFont other = book.createFont();
    other.setFontName("VNI-Times");
    CellStyle style = book.createCellStyle();
    style.setFont(old);
    Row row = book.createSheet().createRow(0);
    row.createCell(0).setCellValue("NguyÔn");
    row.getCell(0).setCellStyle(style);
    HSSFRichTextString rich = new HSSFRichTextString("Nguyeãn Thò");
    rich.applyFont(0, 3, other);
    rich.applyFont(4, 6, old);
    row.createCell(1).setCellValue(rich);
    HSSFRichTextString later = new HSSFRichTextString("NguyÔn ThÞ");
    later.applyFont(3, 5, other);
    row.createCell(2).setCellValue(later);
    row.getCell(2).setCellStyle(style);
    RawRow read = Opened.rows(Opened.save(folder, book, "a.xls")).get(0);
    assertThat(read.cell(0)).isEqualTo(new Cell.Text("NguyÔn", ".VnTime"));
    assertThat(read.cell(1)).isEqualTo(new Cell.Text("Nguyeãn Thò", "VNI-Times"));
    assertThat(read.cell(2)).isEqualTo(new Cell.Text("NguyÔn ThÞ", ".VnTime"));
  }

  @Test
  void textsThatRunOverIntoOtherRecordsStayWhole() throws Exception {
    HSSFWorkbook book = new HSSFWorkbook();
    var sheet = book.createSheet();
    String wide = "Đặng Thị Ngọc Hân ";
    String narrow = "plain text of some length ";
    for (int r = 0; r < 400; r++) {
      sheet
          .createRow(r)
          .createCell(0)
          .setCellValue(r + (r % 2 == 0 ? wide : narrow).repeat(1 + r % 90));
    }
    List<RawRow> rows = Opened.rows(Opened.save(folder, book, "a.xls"));
    assertThat(rows).hasSize(400);
    for (int r = 0; r < 400; r++) {
      assertThat(rows.get(r).cell(0))
          .extracting(c -> ((Cell.Text) c).text())
          .isEqualTo(r + (r % 2 == 0 ? wide : narrow).repeat(1 + r % 90));
    }
  }

  @Test
  void mergedRangesHiddenRowsAndHiddenSheetsAreSaid() throws Exception {
    HSSFWorkbook book = new HSSFWorkbook();
    book.createSheet("một");
    var sheet = book.createSheet("hai");
    sheet.createRow(0).createCell(0).setCellValue(1);
    sheet.createRow(1).createCell(0).setCellValue(2);
    sheet.getRow(1).setZeroHeight(true);
    sheet.addMergedRegion(new CellRangeAddress(2, 4, 1, 3));
    book.setSheetHidden(1, true);
    try (Workbook opened = Workbooks.open(Opened.save(folder, book, "a.xls"), ReadLimits.DEFAULT)) {
      assertThat(opened.format()).isEqualTo(FileFormat.XLS);
      assertThat(opened.sheets()).extracting(Sheet::hidden).containsExactly(false, true);
      Sheet hidden = opened.sheets().get(1);
      assertThat(hidden.merges().touching(5)).containsExactly(new MergedRanges.Range(3, 5, 1, 3));
      assertThat(Opened.rows(hidden)).extracting(RawRow::hidden).containsExactly(false, true);
    }
  }

  @Test
  void theYearsOfOldMacsAreMarked() throws Exception {
    HSSFWorkbook book = new HSSFWorkbook();
    book.getInternalWorkbook().getRecords().stream()
        .filter(r -> r instanceof DateWindow1904Record)
        .forEach(r -> ((DateWindow1904Record) r).setWindowing((short) 1));
    book.createSheet().createRow(0).createCell(0).setCellValue(1);
    RawRow row = Opened.rows(Opened.save(folder, book, "a.xls")).get(0);
    assertThat(((Cell.Numeric) row.cell(0)).style().epoch1904()).isTrue();
  }

  @Test
  void aPasswordIsRefusedAsSuch() throws Exception {
    HSSFWorkbook book = new HSSFWorkbook();
    book.createSheet().createRow(0).createCell(0).setCellValue(1);
    Biff8EncryptionKey.setCurrentUserPassword("bí mật");
    try {
      Path file = Opened.save(folder, book, "a.xls");
      assertThatThrownBy(() -> Opened.rows(file)).hasMessageContaining("FILE_PASSWORD");
    } finally {
      Biff8EncryptionKey.setCurrentUserPassword(null);
    }
  }
}
