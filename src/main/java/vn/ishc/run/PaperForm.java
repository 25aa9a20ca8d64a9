package vn.ishc.run;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A small workbook to be read and printed: sheets with a few lines of text above a table. What it is given is text and stays text, never a formula. */
final class PaperForm implements AutoCloseable {
  private static final int UNIT = 256;
  private static final int WIDTH_MIN = 10;
  private static final int WIDTH_MAX = 48;
  private static final String NUMBER = "\\d{1,9}";

  /** That of the heads of tables in answers. */
  private static final byte[] HEADING_FILL = {(byte) 0xE6, (byte) 0xEB, (byte) 0xF0};

  private final XSSFWorkbook workbook = new XSSFWorkbook();
  private final CellStyle title = style(true, false, false);
  private final CellStyle plain = style(false, false, false);
  private final CellStyle heading = style(true, true, true);
  private final CellStyle body = style(false, true, true);
  private final CellStyle digits = style(false, true, false);

  private XSSFCellStyle style(boolean bold, boolean bordered, boolean wrapped) {
    XSSFCellStyle style = workbook.createCellStyle();
    Font font = workbook.createFont();
    font.setFontName("Times New Roman");
    font.setFontHeightInPoints((short) (bold && !bordered ? 14 : 12));
    font.setBold(bold);
    style.setFont(font);
    style.setWrapText(wrapped);
    style.setVerticalAlignment(VerticalAlignment.TOP);
    if (bordered) {
      style.setBorderTop(BorderStyle.THIN);
      style.setBorderBottom(BorderStyle.THIN);
      style.setBorderLeft(BorderStyle.THIN);
      style.setBorderRight(BorderStyle.THIN);
      style.setAlignment(wrapped && !bold ? HorizontalAlignment.LEFT : HorizontalAlignment.CENTER);
      style.setIndention((short) (wrapped && !bold ? 1 : 0));
    }
    if (bold && bordered) {
      style.setFillForegroundColor(new XSSFColor(HEADING_FILL, null));
      style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
      style.setVerticalAlignment(VerticalAlignment.CENTER);
    }
    return style;
  }

  /** Adds a sheet. */
  void sheet(String name, List<String> lead, List<String> headings, List<List<String>> rows) {
    XSSFSheet sheet = workbook.createSheet(name);
    for (int i = 0; i < lead.size(); i++) {
      row(sheet, i, List.of(lead.get(i)), i == 0 ? title : plain);
    }
    int top = lead.size() + 1;
    row(sheet, top, headings, heading);
    for (int i = 0; i < rows.size(); i++) {
      row(sheet, top + 1 + i, rows.get(i), body);
    }
    for (int column = 0; column < headings.size(); column++) {
      int at = column;
      int longest = rows.stream().mapToInt(row -> row.get(at).length() + 1).max().orElse(0);
      sheet.setColumnWidth(column, UNIT * Math.clamp(Math.max(longest, headings.get(column).length()) + 3, WIDTH_MIN, WIDTH_MAX));
    }
    sheet.createFreezePane(0, top + 1);
    sheet.setAutoFilter(new CellRangeAddress(top, top + rows.size(), 0, headings.size() - 1));
    sheet.setRepeatingRows(new CellRangeAddress(top, top, 0, headings.size() - 1));
    sheet.setFitToPage(true);
    sheet.getPrintSetup().setFitHeight((short) 0);
    sheet.getPrintSetup().setLandscape(true);
    sheet.getPrintSetup().setPaperSize(org.apache.poi.ss.usermodel.PrintSetup.A4_PAPERSIZE);
  }

  private void row(XSSFSheet sheet, int number, List<String> cells, CellStyle style) {
    XSSFRow row = sheet.createRow(number);
    for (int i = 0; i < cells.size(); i++) {
      var cell = row.createCell(i);
      cell.setCellStyle(style);
      if (cells.get(i).matches(NUMBER)) {
        cell.setCellValue(Integer.parseInt(cells.get(i)));
        cell.setCellStyle(style == body ? digits : style);
      } else {
        cell.setCellValue(cells.get(i));
      }
    }
  }

  /** Writes it; it lies there whole or not at all. */
  void save(Path target) throws IOException {
    Files.createDirectories(target.getParent());
    Path part = target.resolveSibling("." + target.getFileName() + ".part");
    try (OutputStream out = Files.newOutputStream(part)) {
      workbook.write(out);
    }
    Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void close() throws IOException {
    workbook.close();
  }
}
