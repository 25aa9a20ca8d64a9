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
    String text = written.text();
    int first = letter(text, 0);
    if (first == text.length()) {
      return SIGNS.contains(text.strip());
    }
    return mayBegin(text, first) && WORDS.contains(Spelling.fold(text));
  }

  /**
   * Whether a word of the list may begin there: nt, nh…, tu…, tư…; spares most cells the folding.
   */
  private static boolean mayBegin(String text, int first) {
    char initial = Letters.lower(text.charAt(first));
    char next =
        first + 1 < text.length() ? Letters.plain(Letters.lower(text.charAt(first + 1))) : ' ';
    boolean apart = !Letters.isWord(next);
    return (initial == 'n' && (apart || next == 't' || next == 'h'))
        || (initial == 't' && (apart || next == 'u'));
  }

  private static int letter(String text, int from) {
    int at = from;
    while (at < text.length() && !Letters.isWord(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
