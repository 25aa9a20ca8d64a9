package vn.ishc.clean;

import java.util.Set;
import vn.ishc.row.Cell;

/** Marks that repeat the cell above. */
public final class Ditto {
  private static final Set<String> SIGNS =
      Set.of(
          "\"", "”", "“", "″", "''", "’’", "‘‘", "``", "〃", ",,", "„", "//", "\" \"", "-\"-",
          "- \" -", "-//-", "- // -", "\"\"", "↓");
  private static final Set<String> WORDS =
      Set.of(
          "nt",
          "n t",
          "nhu tren",
          "như tren",
          "nhu tr",
          "như trên",
          "như tr",
          "tuong tu",
          "tương tự");
  private static final int LENGTH_MAX = 14;

  private Ditto() {}

  /** True for {@code "}, {@code ''}, {@code nt}, {@code -nt-}, {@code như trên}, {@code //}, 〃. */
  public static boolean is(Cell cell) {
    if (!(cell instanceof Cell.Text written) || written.text().length() > LENGTH_MAX) {
      return false;
    }
    String text = written.text().strip();
    return SIGNS.contains(text) || WORDS.contains(Spelling.fold(text));
  }
}
