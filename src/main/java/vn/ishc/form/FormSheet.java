package vn.ishc.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.IgnoredErrorType;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import vn.ishc.feed.Column.Required;
import vn.ishc.feed.ColumnType;
import vn.ishc.feed.Contract;
import vn.ishc.form.FormColumns.FormColumn;
import vn.ishc.recognise.FormIds;
import vn.ishc.row.Period;

/** One sheet of a form. */
final class FormSheet {
  /** Rows with lines around their cells, below what is filled in. */
  private static final int ROWS_OFFERED = 30;

  /** Drop-downs reach further: whoever has more rows copies the lines. */
  private static final int ROWS_CHOOSING = 2_000;

  private static final int LETTER = 256;
  private static final int NOTE_LETTERS = 44;
  private static final float LINE_POINTS = 17;
  private static final double MARGIN_INCHES = 0.4;

  private final XSSFSheet sheet;
  private final FormLooks looks;
  private final FormTexts texts;
  private final ChoiceLists choices;
  private int at;

  FormSheet(XSSFSheet sheet, FormLooks looks, FormTexts texts, ChoiceLists choices) {
    this.sheet = sheet;
    this.looks = looks;
    this.texts = texts;
    this.choices = choices;
  }

  /** Writes the sheet; says which title lines it printed. */
  List<String> write(FormBook form, FormBook.Page page, List<FormColumn> columns, FormColumns values) {
    List<String> titles = titles(form, page, columns);
    at++;
    int head = at;
    head(columns);
    List<Map<String, Object>> rows = page.rows();
    for (int i = 0; i < rows.size() + ROWS_OFFERED; i++) {
      row(columns, i < rows.size() ? Optional.of(rows.get(i)) : Optional.empty(), i + 1, values);
    }
    choosing(columns, head + 1);
    // Years and numbers of cards stand as text on purpose: no green corners.
    sheet.addIgnoredErrors(new CellRangeAddress(head + 1, head + ROWS_CHOOSING, 0, columns.size() - 1), IgnoredErrorType.NUMBER_STORED_AS_TEXT);
    print(columns.size(), head);
    return titles;
  }

  private List<String> titles(FormBook form, FormBook.Page page, List<FormColumn> columns) {
    List<String> lines = new ArrayList<>();
    Contract contract = form.contract();
    title(form.body().isEmpty() ? "ĐƠN VỊ: ……………………………………" : "HỘI NGƯỜI CAO TUỔI " + form.body().toUpperCase(Locale.ROOT), looks.body(), lines);
    page.ids().ifPresent(ids -> title(FormIds.title(ids.mark()), looks.mark(), lines));
    title(contract.titleVi().toUpperCase(Locale.ROOT), looks.title(), lines);
    page.about().forEach(line -> title(line, looks.line(), lines));
    if (contract.unit() != Contract.Unit.PLAN) {
      title(form.period().map((Period half) -> "Kỳ báo cáo: " + half.label(true)).orElseGet(() -> texts.of("period.blank")), looks.line(), lines);
    }
    if (columns.stream().anyMatch(column -> column.column().type() == ColumnType.MONEY)) {
      title("Đơn vị tính tiền: đồng", looks.line(), lines);
    }
    title(texts.of("hint"), looks.hint(), lines);
    return lines;
  }

  private void title(String line, XSSFCellStyle look, List<String> lines) {
    XSSFRow row = sheet.createRow(at++);
    row.setHeightInPoints(LINE_POINTS + (look.getFont().getFontHeightInPoints() > 12 ? 4 : 0));
    XSSFCell cell = row.createCell(0);
    cell.setCellValue(line);
    cell.setCellStyle(look);
    lines.add(line);
  }

  private void head(List<FormColumn> columns) {
    XSSFRow row = sheet.createRow(at++);
    XSSFDrawing drawing = sheet.createDrawingPatriarch();
    int lines = 1;
    for (int i = 0; i < columns.size(); i++) {
      FormColumn column = columns.get(i);
      XSSFCell cell = row.createCell(i);
      cell.setCellValue(column.heading());
      cell.setCellStyle(looks.head(column.column().required() != Required.NO));
      sheet.setColumnWidth(i, column.width() * LETTER);
      sheet.setDefaultColumnStyle(i, looks.beyond(column));
      lines = Math.max(lines, 1 + column.heading().length() / Math.max(column.width() - 2, 1));
      if (!column.note().isEmpty()) {
        note(drawing, row.getRowNum(), i, column.note());
      }
    }
    row.setHeightInPoints(LINE_POINTS * lines + 4);
  }

  private static void note(XSSFDrawing drawing, int row, int column, String words) {
    int lines = words.lines().mapToInt(line -> 1 + line.length() / NOTE_LETTERS).sum();
    XSSFComment comment = drawing.createCellComment(new XSSFClientAnchor(0, 0, 0, 0, column + 1, row, column + 4, row + lines + 1));
    comment.setString(new XSSFRichTextString(words));
    comment.setAuthor("ISHC");
    comment.setAddress(row, column);
  }

  private void row(List<FormColumn> columns, Optional<Map<String, Object>> known, int number, FormColumns values) {
    XSSFRow row = sheet.createRow(at++);
    for (int i = 0; i < columns.size(); i++) {
      FormColumn column = columns.get(i);
      XSSFCell cell = row.createCell(i);
      cell.setCellStyle(looks.of(column));
      if (known.isPresent()) {
        fill(cell, column.isRowNumber() ? Integer.valueOf(number) : known.get().getOrDefault(column.column().name(), ""), column, values);
      }
    }
  }

  private static void fill(XSSFCell cell, Object value, FormColumn column, FormColumns values) {
    switch (values.shown(column.column(), value)) {
      case BigDecimal number when column.isNumber() -> cell.setCellValue(number.doubleValue());
      case Number number when column.isNumber() -> cell.setCellValue(number.doubleValue());
      case Object other -> {
        if (!other.toString().isEmpty()) {
          cell.setCellValue(other.toString());
        }
      }
    }
  }

  private void choosing(List<FormColumn> columns, int first) {
    DataValidationHelper helper = sheet.getDataValidationHelper();
    for (int i = 0; i < columns.size(); i++) {
      FormColumn column = columns.get(i);
      if (!column.choices().isEmpty()) {
        DataValidation choice =
            helper.createValidation(helper.createFormulaListConstraint(choices.range(column.choices())), new CellRangeAddressList(first, first + ROWS_CHOOSING, i, i));
        choice.setSuppressDropDownArrow(true);
        choice.setEmptyCellAllowed(true);
        choice.setShowErrorBox(column.strict());
        choice.setErrorStyle(DataValidation.ErrorStyle.WARNING);
        choice.createErrorBox(texts.of("choose.title"), texts.of("choose.text"));
        sheet.addValidationData(choice);
      }
    }
  }

  private void print(int columns, int head) {
    sheet.createFreezePane(0, head + 1);
    sheet.setRepeatingRows(new CellRangeAddress(head, head, 0, columns - 1));
    sheet.setFitToPage(true);
    for (PageMargin side : List.of(PageMargin.LEFT, PageMargin.RIGHT, PageMargin.TOP, PageMargin.BOTTOM)) {
      sheet.setMargin(side, MARGIN_INCHES);
    }
    sheet.getPrintSetup().setLandscape(true);
    sheet.getPrintSetup().setPaperSize(org.apache.poi.ss.usermodel.PrintSetup.A4_PAPERSIZE);
    sheet.getPrintSetup().setFitWidth((short) 1);
    sheet.getPrintSetup().setFitHeight((short) 0);
  }
}
