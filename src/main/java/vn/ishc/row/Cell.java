package vn.ishc.row;

import org.jspecify.annotations.Nullable;

/** One cell as the file holds it: nothing guessed, nothing trimmed, no encoding repaired. */
public sealed interface Cell {

  /** The one empty cell. */
  Cell BLANK = new Blank();

  /** Nothing written, or a cell that carries a style only. */
  record Blank() implements Cell {}

  /**
   * Written text.
   *
   * @param text as stored; never empty
   * @param font name of the font of the cell (of its first run when rich), when the file tells; decides legacy encodings
   */
  record Text(String text, @Nullable String font) implements Cell {}

  /**
   * A number, or a date kept as a number.
   *
   * @param value as stored
   * @param style how the file shows it
   */
  record Numeric(double value, NumberStyle style) implements Cell {}

  /** A logical value. */
  record Bool(boolean value) implements Cell {}

  /**
   * A formula that failed.
   *
   * @param code as shown: {@code #REF!}, {@code #N/A}
   */
  record Failure(String code) implements Cell {}

  /** True for a cell without content, also when its text is only white space. */
  default boolean isBlank() {
    return switch (this) {
      case Blank b -> true;
      case Text t -> Whitespace.isBlank(t.text());
      case Numeric n -> false;
      case Bool b -> false;
      case Failure f -> false;
    };
  }
}
