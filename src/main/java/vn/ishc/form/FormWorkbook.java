package vn.ishc.form;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.ishc.clean.CodeLists;
import vn.ishc.form.FormColumns.FormColumn;
import vn.ishc.recognise.FormIds;
import vn.ishc.recognise.FormIds.Form;
import vn.ishc.row.Language;

/**
 * Writes forms: title block, headings with notes, drop-downs that suggest and never forbid, units, and a hidden sheet with ids and lists. What is filled in
 * stands as text and numbers, never as a formula, whatever it begins with.
 */
public final class FormWorkbook {
  private static final int SHEET_NAME_MAX = 31;

  private final CodeLists lists;
  private final FormTexts texts;

  /**
   * @param lists code lists, for drop-downs
   * @param language of notes and prompts
   */
  public FormWorkbook(CodeLists lists, Language language) {
    this.lists = lists;
    this.texts = new FormTexts(language);
  }

  /**
   * Writes a form.
   *
   * @param out stays open
   * @param now the moment that the file says it was made
   */
  public void write(FormBook form, Instant now, OutputStream out) throws IOException {
    FormColumns columns = new FormColumns(lists, texts);
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      book.getProperties().getCoreProperties().setCreated(Optional.of(Date.from(now)));
      book.getProperties().getCoreProperties().setCreator("ISHC");
      FormLooks looks = new FormLooks(book);
      ChoiceLists choices = new ChoiceLists();
      List<Form> ids = new ArrayList<>();
      Set<String> taken = new HashSet<>(Set.of(FormIds.SHEET.toLowerCase(Locale.ROOT)));
      for (FormBook.Page page : form.pages()) {
        String name = free(page.name(), taken);
        List<FormColumn> own = columns.of(form.contract(), page);
        FormSheet sheet = new FormSheet(book.createSheet(name), looks, texts, choices);
        List<String> titles = sheet.write(form, page, own, columns);
        page.ids().ifPresent(issued -> ids.add(issued(issued, name, titles)));
      }
      hidden(book, ids, choices);
      book.setActiveSheet(0);
      book.write(out);
    }
  }

  private static Form issued(Form form, String sheet, List<String> titles) {
    return new Form(
        form.mark(), sheet, form.feed(), form.period(), form.planDistrict(), form.communeCode(), form.clubCode(), form.club(), form.founded(), titles);
  }

  /** A name that Excel accepts and no other sheet has. */
  private static String free(String wanted, Set<String> taken) {
    String safe = WorkbookUtil.createSafeSheetName(wanted.strip(), '-');
    String name = safe;
    for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
      String number = " (" + i + ")";
      name = safe.substring(0, Math.min(safe.length(), SHEET_NAME_MAX - number.length())).strip() + number;
    }
    return name;
  }

  private void hidden(XSSFWorkbook book, List<Form> ids, ChoiceLists choices) {
    XSSFSheet sheet = book.createSheet(FormIds.SHEET);
    row(sheet, 0, List.of(FormIds.MARK, FormIds.VERSION, texts.of("ids.text")));
    row(sheet, 1, FormIds.COLUMNS);
    for (int i = 0; i < ids.size(); i++) {
      row(sheet, i + 2, ids.get(i).cells());
    }
    choices.write(sheet);
    book.setSheetVisibility(book.getSheetIndex(sheet), SheetVisibility.HIDDEN);
  }

  private static void row(XSSFSheet sheet, int number, List<String> cells) {
    XSSFRow row = sheet.createRow(number);
    for (int i = 0; i < cells.size(); i++) {
      if (!cells.get(i).isEmpty()) {
        row.createCell(i).setCellValue(cells.get(i));
      }
    }
  }
}
