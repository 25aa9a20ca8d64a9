package vn.ishc.clean;

import vn.ishc.row.Cell;
import vn.ishc.row.NumberStyle;

/** Short ways to write cells in tests. */
final class Cells {
  private Cells() {}

  static Cell text(String text) {
    return text == null || text.isEmpty() ? Cell.BLANK : new Cell.Text(text, null);
  }

  static Cell number(double value) {
    return new Cell.Numeric(value, NumberStyle.GENERAL);
  }

  static Cell date(double serial) {
    return new Cell.Numeric(serial, new NumberStyle("dd/mm/yyyy", true, false));
  }

  static Cell shown(double serial, String code) {
    return new Cell.Numeric(serial, new NumberStyle(code, true, false));
  }

  static Cell failed() {
    return new Cell.Failure("#REF!");
  }
}
