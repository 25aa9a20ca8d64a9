package vn.ishc.row;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something worth telling the sender about a file, a sheet, a row or a cell.
 *
 * @param code what kind of thing, with its words in both languages
 * @param severity what it does to the row; the code's own, or heavier where the contract requires the value
 * @param sheet name of the sheet; empty for the file as a whole
 * @param row number a person sees; 0 for the sheet or file as a whole
 * @param column 0-based column; -1 for the row as a whole
 * @param columnName the contract's name of the column; empty for none
 * @param found what the file says there, quoted; may be personal
 * @param details further words for the sentence, in the order of the code's placeholders {@code {0} {1} …}
 * @param personal whether {@code found} or {@code details} may hold a name or an identity number
 */
public record Finding(
    FindingCode code,
    Severity severity,
    String sheet,
    int row,
    int column,
    String columnName,
    String found,
    List<String> details,
    boolean personal) {

  /** Copies the details. */
  public Finding {
    details = List.copyOf(details);
  }

  /** A finding about the file as a whole. */
  public static Finding ofFile(FindingCode code, String found, String... details) {
    return new Finding(code, code.severity(), "", 0, -1, "", found, List.of(details), false);
  }

  /** A finding about a sheet as a whole. */
  public static Finding ofSheet(FindingCode code, String sheet, String found, String... details) {
    return new Finding(code, code.severity(), sheet, 0, -1, "", found, List.of(details), false);
  }

  /** The cell as a person names it, for example {@code F118}; the row number alone without column; empty without row. */
  public String cell() {
    if (row == 0) {
      return "";
    }
    return column < 0 ? Integer.toString(row) : columnLetters(column) + row;
  }

  /** {@code A} for 0, {@code Z} for 25, {@code AA} for 26. */
  public static String columnLetters(int column) {
    StringBuilder letters = new StringBuilder();
    for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
      letters.insert(0, (char) ('A' + rest % 26));
    }
    return letters.toString();
  }

  /** The same finding with another severity. */
  public Finding withSeverity(Severity other) {
    return new Finding(code, other, sheet, row, column, columnName, found, details, personal);
  }

  /** What was found, or null when nothing was. */
  public @Nullable String foundOrNull() {
    return found.isEmpty() ? null : found;
  }
}
