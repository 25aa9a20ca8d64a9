package vn.ishc.conform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ishc.clean.Reading;
import vn.ishc.clean.Reading.Note;
import vn.ishc.row.Value;
import vn.ishc.feed.Column;
import vn.ishc.feed.ColumnType;
import vn.ishc.row.Cell;
import vn.ishc.row.Finding;
import vn.ishc.row.FindingCode;
import vn.ishc.row.RawRow;
import vn.ishc.row.Severity;

/** One row while it is read: its cells by sheet column, and what is found out. */
final class RowReading {
  private final RawRow raw;
  private final Cell[] cells;
  private final String sheet;
  private @Nullable List<Finding> findings;
  private @Nullable Map<String, String> written;
  private Map<String, String> kept = Map.of();
  private @Nullable String sexHint;
  private Value spilled = Value.ABSENT;

  RowReading(RawRow raw, Cell[] cells, String sheet) {
    this.raw = raw;
    this.cells = cells;
    this.sheet = sheet;
  }

  RawRow raw() {
    return raw;
  }

  Cell cell(int sheetColumn) {
    return sheetColumn < cells.length ? cells[sheetColumn] : Cell.BLANK;
  }

  void hintSex(String sex) {
    sexHint = sex;
  }

  @Nullable String sexHint() {
    return sexHint;
  }

  /** A value that one cell tells of the next column as well. */
  void spill(Value value) {
    spilled = value;
  }

  Value takeSpilled() {
    Value value = spilled;
    spilled = Value.ABSENT;
    return value;
  }

  /** Keeps the words of a free text as they were written. */
  void keep(String columnName, String words) {
    if (kept.isEmpty()) {
      kept = new HashMap<>();
    }
    kept.put(columnName, words);
  }

  Map<String, String> kept() {
    return kept;
  }

  void add(Finding finding) {
    if (findings == null) {
      findings = new ArrayList<>(2);
    }
    findings.add(finding);
  }

  /**
   * Turns the notes of a reading into findings. An unreadable required value refuses the row; an impossible date keeps its own code, everything
   * else unreadable becomes {@link FindingCode#REQUIRED_UNREADABLE}.
   *
   * @param examples of what the column takes, as {@link Examples} gives them
   */
  void note(Column column, int sheetColumn, Cell cell, Reading<?> reading, List<String> examples) {
    if (reading.notes().isEmpty()) {
      return;
    }
    String found = ShownCell.text(cell);
    boolean unreadable = reading.isUnreadable();
    if (unreadable) {
      if (written == null) {
        written = new HashMap<>();
      }
      written.put(column.name(), found);
    }
    boolean personal = column.type().personal() || ((unreadable || column.type() == ColumnType.PROSE) && mayNameSomebody(found));
    for (Note note : reading.notes()) {
      FindingCode code = note.code();
      Severity severity = code.severity();
      List<String> details = note.details();
      if (unreadable && severity == Severity.WARNING && column.isRequired()) {
        severity = Severity.ERROR;
        if (code != FindingCode.DATE_IMPOSSIBLE) {
          code = FindingCode.REQUIRED_UNREADABLE;
          details = examples;
        }
      } else if (code == FindingCode.VALUE_NOT_KNOWN || code == FindingCode.NUMBER_UNREADABLE) {
        details = examples;
      }
      add(new Finding(code, severity, sheet, raw.number(), sheetColumn, column.name(), found, details, personal));
    }
  }

  /** Words and long numbers in a cell that wants something else may be a name, a telephone, a card: who knows. {@code 31/4/1950} and {@code 12,5} are not. */
  private static boolean mayNameSomebody(String text) {
    int letters = 0;
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      letters = Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK ? letters + 1 : 0;
      digits += Character.isDigit(c) ? 1 : 0;
      if (letters >= 2 || digits >= 9) {
        return true;
      }
    }
    return false;
  }

  boolean hasError(Column column) {
    return findings != null
        && findings.stream().anyMatch(f -> f.severity() == Severity.ERROR && f.columnName().equals(column.name()));
  }

  List<Finding> findings() {
    return findings == null ? new ArrayList<>(0) : findings;
  }

  Map<String, String> written() {
    return written == null ? Map.of() : written;
  }
}
