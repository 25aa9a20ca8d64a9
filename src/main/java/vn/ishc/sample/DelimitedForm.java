package vn.ishc.sample;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Saves the first sheet of a draft as delimited text. */
final class DelimitedForm {
  private DelimitedForm() {}

  /** The bytes of a .csv, .tsv or .txt. */
  static byte[] save(Draft draft, FileForm form) {
    char separator = form == FileForm.CSV || form == FileForm.CSV_WINDOWS ? ';' : '\t';
    String text = text(draft.sheets().getFirst(), separator);
    return switch (form) {
      case CSV -> ("\ufeff" + text).getBytes(StandardCharsets.UTF_8);
      case CSV_WINDOWS -> Lettering.windows1258(text);
      case UNICODE_TEXT -> ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE);
      case TSV -> text.getBytes(StandardCharsets.UTF_8);
      case XLSX, XLSM, XLS, ODS ->
          throw new IllegalArgumentException(form + " is not delimited text");
    };
  }

  private static String text(Draft.Sheet sheet, char separator) {
    StringBuilder text = new StringBuilder();
    for (Draft.Row row : sheet.rows()) {
      line(row.cells(), separator, text);
      text.append("\r\n");
    }
    return text.toString();
  }

  private static void line(List<Draft.@Nullable Cell> cells, char separator, StringBuilder text) {
    for (int c = 0; c < cells.size(); c++) {
      if (c > 0) {
        text.append(separator);
      }
      text.append(field(shown(cells.get(c)), separator));
    }
  }

  private static String field(String shown, char separator) {
    boolean quoted =
        shown.indexOf(separator) >= 0 || shown.indexOf('"') >= 0 || shown.indexOf('\n') >= 0;
    return quoted ? '"' + shown.replace("\"", "\"\"") + '"' : shown;
  }

  private static String shown(Draft.@Nullable Cell cell) {
    return switch (cell) {
      case null -> "";
      case Draft.Text text -> text.text();
      case Draft.Number number -> Written.plain(number.number()).replace('.', ',');
      case Draft.Day day -> Written.slashed(day.day(), false);
      case Draft.Formula formula -> Written.plain(formula.result()).replace('.', ',');
      case Draft.Failed failed -> "#REF!";
    };
  }
}
