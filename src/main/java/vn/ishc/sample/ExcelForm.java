package vn.ishc.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.hssf.record.WriteAccessRecord;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;
import org.jspecify.annotations.Nullable;

/** Saves a draft as an Excel workbook, old or new. */
final class ExcelForm {
  private static final Date WRITTEN = Date.from(Instant.parse("2022-01-01T00:00:00Z"));
  private static final int STREAMED_FROM_ROWS = 400;

  private final Workbook book;
  private final Map<Lettering, CellStyle> styles = new EnumMap<>(Lettering.class);
  private final CellStyle dayStyle;

  private ExcelForm(Workbook book) {
    this.book = book;
    this.dayStyle = book.createCellStyle();
    dayStyle.setDataFormat(book.createDataFormat().getFormat("dd/mm/yyyy"));
    bordered(dayStyle);
  }

  /** An .xlsx or .xlsm. */
  static byte[] newExcel(Draft draft, boolean withMacros) throws IOException {
    XSSFWorkbook book =
        new XSSFWorkbook(withMacros ? XSSFWorkbookType.XLSM : XSSFWorkbookType.XLSX);
    sign(book);
    if (draft.epoch1904()) {
      book.getCTWorkbook().getWorkbookPr().setDate1904(true);
    }
    int rows = draft.sheets().stream().mapToInt(s -> s.rows().size()).sum();
    Workbook target = rows < STREAMED_FROM_ROWS ? book : streamed(book, true);
    return FixedZip.retimed(saved(draft, target));
  }

  /**
   * Rows go to disk as they are written; with shared strings as Excel itself writes them, or
   * without for books of any size.
   */
  static SXSSFWorkbook streamed(XSSFWorkbook book, boolean sharedStrings) {
    SXSSFWorkbook streamed = new SXSSFWorkbook(book, 200, false, sharedStrings);
    // java.util.zip cannot read back the wide entries that POI writes by default
    streamed.setZip64Mode(Zip64Mode.Never);
    return streamed;
  }

  /** An .xls. */
  static byte[] oldExcel(Draft draft) throws IOException {
    HSSFWorkbook book = new HSSFWorkbook();
    // POI would write the name of the user of this machine
    book.getInternalWorkbook().getRecords().stream()
        .filter(WriteAccessRecord.class::isInstance)
        .map(WriteAccessRecord.class::cast)
        .forEach(r -> r.setUsername("ISHC"));
    return saved(draft, book);
  }

  /** Fixed properties: without them POI writes the time of day. */
  static void sign(XSSFWorkbook book) {
    POIXMLProperties.CoreProperties properties = book.getProperties().getCoreProperties();
    properties.setCreator("ISHC sample");
    properties.setCreated(Optional.of(WRITTEN));
    properties.setModified(Optional.of(WRITTEN));
  }

  private static byte[] saved(Draft draft, Workbook book) throws IOException {
    try (book) {
      ExcelForm form = new ExcelForm(book);
      for (Draft.Sheet sheet : draft.sheets()) {
        form.fill(sheet);
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      book.write(out);
      return out.toByteArray();
    }
  }

  private void fill(Draft.Sheet draft) {
    Sheet sheet = book.createSheet(draft.name());
    for (int r = 0; r < draft.rows().size(); r++) {
      Draft.Row row = draft.rows().get(r);
      if (row.kind() != Draft.Kind.BLANK) {
        fill(sheet.createRow(r), row.cells(), draft.hiddenRows().contains(r));
      }
    }
    for (Draft.Merge merge : draft.merges()) {
      sheet.addMergedRegionUnsafe(
          new CellRangeAddress(
              merge.firstRow(), merge.lastRow(), merge.firstColumn(), merge.lastColumn()));
    }
    draft.hiddenColumns().forEach(column -> sheet.setColumnHidden(column, true));
    if (draft.hidden()) {
      book.setSheetHidden(book.getSheetIndex(sheet), true);
    }
  }

  private void fill(Row row, List<Draft.@Nullable Cell> cells, boolean hidden) {
    for (int c = 0; c < cells.size(); c++) {
      Draft.Cell cell = cells.get(c);
      if (cell != null) {
        fill(row.createCell(c), cell);
      }
    }
    if (hidden) {
      row.setZeroHeight(true);
    }
  }

  private void fill(org.apache.poi.ss.usermodel.Cell to, Draft.Cell cell) {
    switch (cell) {
      case Draft.Text text -> {
        to.setCellValue(text.text());
        to.setCellStyle(style(text.lettering()));
      }
      case Draft.Number number -> {
        to.setCellValue(number.number());
        to.setCellStyle(style(Lettering.UNICODE));
      }
      case Draft.Day day -> {
        to.setCellValue(day.day());
        to.setCellStyle(dayStyle);
      }
      case Draft.Formula formula -> {
        to.setCellFormula(formula.formula());
        to.setCellValue(formula.result());
        to.setCellStyle(style(Lettering.UNICODE));
      }
      case Draft.Failed failed -> to.setCellErrorValue(FormulaError.REF.getCode());
    }
  }

  private CellStyle style(Lettering lettering) {
    return styles.computeIfAbsent(
        lettering,
        key -> {
          Font font = book.createFont();
          font.setFontName(key.font());
          font.setFontHeightInPoints((short) 12);
          CellStyle style = book.createCellStyle();
          style.setFont(font);
          style.setWrapText(true);
          bordered(style);
          return style;
        });
  }

  private static void bordered(CellStyle style) {
    style.setBorderBottom(BorderStyle.THIN);
    style.setBorderTop(BorderStyle.THIN);
    style.setBorderLeft(BorderStyle.THIN);
    style.setBorderRight(BorderStyle.THIN);
  }
}
