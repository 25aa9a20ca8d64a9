package vn.ishc.clean;

import java.util.Locale;
import java.util.Set;
import vn.ishc.row.Cell;
import vn.ishc.row.FindingCode;

/** Reads a tick column. */
public final class Ticks {
  private static final Set<String> YES_SIGNS =
      Set.of(
          "+", "✓", "✔", "☑", "☒", "√", "*", "•", "●", "◉", "■", "×", "✗", "✘", "✕", "✖", "⨯", "#",
          "v/", "\uF0FC", "\uF0FE", "\uF052", "\uF050");
  private static final Set<String> YES_WORDS =
      Set.of(
          "x",
          "xx",
          "x x",
          "v",
          "vv",
          "1",
          "co",
          "yes",
          "y",
          "dung",
          "true",
          "ok",
          "da",
          "roi",
          "da co",
          "da tham gia");
  private static final Set<String> NO_SIGNS = Set.of("☐", "□", "○", "◯", "\uF0A8");
  private static final Set<String> NO_WORDS =
      Set.of(
          "0",
          "khong",
          "ko",
          "k",
          "kg",
          "hong",
          "no",
          "n",
          "sai",
          "false",
          "chua",
          "khong co",
          "chua co",
          "khong phai",
          "ko co",
          "khong tham gia");

  private Ticks() {}

  /** Reads a mark without further words; see {@link #read(Cell, Set)}. */
  public static Reading<Boolean> read(Cell cell) {
    return read(cell, Set.of());
  }

  /**
   * Reads x, +, ✓, v, 1, có, TRUE as yes; 0, không, a dash as no; a blank cell as blank.
   *
   * @param cell a cell of the column
   * @param words further words that mean yes, as {@linkplain Spelling#fold folded} keys: the
   *     header's own ({@code nghèo} under Nghèo)
   */
  public static Reading<Boolean> read(Cell cell, Set<String> words) {
    return switch (cell) {
      case Cell.Blank blank -> Reading.blank();
      case Cell.Failure failure -> CellText.failed(failure);
      case Cell.Bool bool -> Reading.of(bool.value());
      case Cell.Numeric number -> readNumber(number);
      case Cell.Text text -> readText(text, words);
    };
  }

  private static Reading<Boolean> readNumber(Cell.Numeric number) {
    if (number.style().date() || (number.value() != 0 && number.value() != 1)) {
      return unknown();
    }
    return Reading.of(number.value() == 1);
  }

  private static Reading<Boolean> readText(Cell.Text cell, Set<String> words) {
    String text = cell.text().strip();
    String sign = isPicture(cell) ? picture(text) : text;
    if (YES_SIGNS.contains(sign)) {
      return Reading.of(true);
    }
    if (CellText.isFiller(sign) || NO_SIGNS.contains(sign)) {
      return text.isEmpty() ? Reading.blank() : Reading.of(false);
    }
    String key = Spelling.fold(sign);
    String loose = Spelling.toneless(sign);
    if (words.contains(key) || words.contains(loose) || YES_WORDS.contains(loose)) {
      return Reading.of(true);
    }
    return NO_WORDS.contains(loose) ? Reading.of(false) : unknown();
  }

  private static boolean isPicture(Cell.Text cell) {
    return cell.font() != null && cell.font().toLowerCase(Locale.ROOT).contains("wingdings");
  }

  /** The ticks and boxes of Wingdings, which are letters to everyone else. */
  private static String picture(String text) {
    return switch (text) {
      case "ü", "þ", "û", "ý", "P", "R", "O", "Q", "S", "T" -> "✓";
      case "o", "¨", "q", "£" -> "☐";
      default -> text;
    };
  }

  private static Reading<Boolean> unknown() {
    return Reading.unreadable(FindingCode.VALUE_NOT_KNOWN, "x");
  }
}
