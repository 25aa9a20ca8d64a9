package vn.ishc.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import vn.ishc.recognise.FormIds;

/** What the drop-downs offer, each list once, in columns of the hidden sheet to the right of the ids: there they may be as long as they are. */
final class ChoiceLists {
  private static final int FIRST_COLUMN = FormIds.WIDTH + 1;

  private final Map<List<String>, Integer> columns = new LinkedHashMap<>();

  /** The range that will hold a list. */
  String range(List<String> choices) {
    int column = columns.computeIfAbsent(choices, list -> FIRST_COLUMN + columns.size());
    String letters = CellReference.convertNumToColString(column);
    return "'%1$s'!$%2$s$1:$%2$s$%3$d".formatted(FormIds.SHEET, letters, choices.size());
  }

  void write(XSSFSheet sheet) {
    columns.forEach(
        (choices, column) -> {
          for (int i = 0; i < choices.size(); i++) {
            XSSFRow row = sheet.getRow(i) == null ? sheet.createRow(i) : sheet.getRow(i);
            row.createCell(column).setCellValue(choices.get(i));
          }
        });
  }
}
