package vn.ishc.form;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.DefaultIndexedColorMap;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** How the cells of a form look: as official papers do, in Times New Roman. */
final class FormLooks {
  private static final String FONT = "Times New Roman";
  private static final byte[] HEAD = {(byte) 0xE6, (byte) 0xEB, (byte) 0xF0};
  private static final byte[] NEEDED = {(byte) 0xFD, (byte) 0xEF, (byte) 0xC9};
  private static final byte[] GREY = {(byte) 0x60, (byte) 0x68, (byte) 0x70};

  private final XSSFWorkbook book;
  private final XSSFCellStyle body;
  private final XSSFCellStyle mark;
  private final XSSFCellStyle title;
  private final XSSFCellStyle line;
  private final XSSFCellStyle hint;
  private final XSSFCellStyle head;
  private final XSSFCellStyle needed;
  private final XSSFCellStyle text;
  private final XSSFCellStyle centred;
  private final XSSFCellStyle number;
  private final XSSFCellStyle textBeyond;
  private final XSSFCellStyle numberBeyond;

  FormLooks(XSSFWorkbook book) {
    this.book = book;
    this.body = style(12, true, false);
    this.mark = style(9, false, true);
    this.title = style(14, true, false);
    this.line = style(12, false, false);
    this.hint = style(11, false, true);
    this.head = headStyle(HEAD);
    this.needed = headStyle(NEEDED);
    this.text = cell("@", HorizontalAlignment.LEFT);
    this.centred = cell("@", HorizontalAlignment.CENTER);
    this.number = cell("#,##0.##########", HorizontalAlignment.RIGHT);
    this.textBeyond = style(12, false, false);
    this.textBeyond.setDataFormat(text.getDataFormat());
    this.numberBeyond = style(12, false, false);
    this.numberBeyond.setDataFormat(number.getDataFormat());
  }

  private XSSFCellStyle style(int points, boolean bold, boolean aside) {
    XSSFFont font = book.createFont();
    font.setFontName(FONT);
    font.setFontHeightInPoints((short) points);
    font.setBold(bold);
    font.setItalic(aside);
    if (aside) {
      font.setColor(new XSSFColor(GREY, new DefaultIndexedColorMap()));
    }
    XSSFCellStyle style = book.createCellStyle();
    style.setFont(font);
    style.setVerticalAlignment(VerticalAlignment.CENTER);
    return style;
  }

  private XSSFCellStyle bordered(XSSFCellStyle style) {
    style.setBorderTop(BorderStyle.THIN);
    style.setBorderBottom(BorderStyle.THIN);
    style.setBorderLeft(BorderStyle.THIN);
    style.setBorderRight(BorderStyle.THIN);
    return style;
  }

  private XSSFCellStyle headStyle(byte[] fill) {
    XSSFCellStyle style = bordered(style(11, true, false));
    style.setFillForegroundColor(new XSSFColor(fill, new DefaultIndexedColorMap()));
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    style.setAlignment(HorizontalAlignment.CENTER);
    style.setWrapText(true);
    return style;
  }

  private XSSFCellStyle cell(String format, HorizontalAlignment alignment) {
    XSSFCellStyle style = bordered(style(12, false, false));
    style.setDataFormat(book.createDataFormat().getFormat(format));
    style.setAlignment(alignment);
    style.setWrapText(alignment == HorizontalAlignment.LEFT);
    return style;
  }

  XSSFCellStyle body() {
    return body;
  }

  XSSFCellStyle mark() {
    return mark;
  }

  XSSFCellStyle title() {
    return title;
  }

  XSSFCellStyle line() {
    return line;
  }

  XSSFCellStyle hint() {
    return hint;
  }

  XSSFCellStyle head(boolean isNeeded) {
    return isNeeded ? needed : head;
  }

  /** The look of cells below the lines: what is typed there is kept as it is typed, as above. */
  XSSFCellStyle beyond(FormColumns.FormColumn column) {
    return of(column).equals(number) ? numberBeyond : textBeyond;
  }

  /** The look of the cells of a column. */
  XSSFCellStyle of(FormColumns.FormColumn column) {
    if (column.isRowNumber()) {
      return centred;
    }
    return switch (column.column().type()) {
      case SEX, TICK, BIRTH, DATE -> centred;
      case COUNT, MONEY, DECIMAL, HEIGHT, GLUCOSE, RATE, MONTHS -> number;
      // A pair such as 120/80 would become a day in a cell of numbers.
      case PRESSURE, TEXT, NOTE, CLUB, COMMUNE, DISTRICT, ADDRESS, PERSON_NAME, NATIONAL_ID, INSURANCE_NO, PHONE, CODE, CODES, PROSE, DECISION, IGNORED -> text;
    };
  }
}
