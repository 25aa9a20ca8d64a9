package vn.ishc.clean;

import vn.ishc.row.Whitespace;

/**
 * What a text holds that plain text does not, as bits found in one pass; most cells have none and
 * cost no more than that pass.
 */
final class TextTraits {
  /** White space to collapse, trim or drop. */
  static final int SPACE = 1;

  /** A mark that combines with the letter before it. */
  static final int COMBINING = 2;

  /** One of the 24-odd letters that are Vietnamese and also codes of the old encodings: é, ô, à. */
  static final int LATIN = 4;

  /** Another sign of U+0080 to U+00FF. */
  static final int SPECIAL = 8;

  /** A Vietnamese letter that no single-byte encoding shows: ễ, đ, ư. */
  static final int UNICODE = 16;

  /** A sign that looks like a Vietnamese letter, a digit or a space and is another. */
  static final int LOOKALIKE = 32;

  /** An underscore or ampersand, which may begin an escape. */
  static final int ESCAPE = 64;

  /**
   * A sign that cp1252 has and Latin-1 has not: part of UTF-8 read wrongly, or honest punctuation.
   */
  static final int CP1252 = 128;

  /** U+00AD, the letter ư of TCVN3, otherwise an invisible hyphen. */
  static final int SOFT_HYPHEN = 256;

  private static final int TABLE = 0x1F00;
  private static final short[] OF = new short[TABLE];

  static {
    for (char c = 0; c < TABLE; c++) {
      OF[c] = (short) classify(c);
    }
  }

  private TextTraits() {}

  /** The traits of the whole text. */
  static int of(String text) {
    int traits = 0;
    char before = ' ';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      traits |= c < TABLE ? OF[c] : classify(c);
      if (c == ' ' && before == ' ') {
        traits |= SPACE;
      }
      before = c;
    }
    return before == ' ' && !text.isEmpty() ? traits | SPACE : traits;
  }

  private static int classify(char c) {
    if (c < 0x80) {
      return c == '_' || c == '&' ? ESCAPE : c < ' ' || c == 0x7F ? SPACE : 0;
    }
    if (c == 0xAD) {
      return SPECIAL | SOFT_HYPHEN;
    }
    if (isDropped(c) || Whitespace.is(c)) {
      return SPACE;
    }
    if (Letters.isMarked(c)) {
      return c < 0x100 ? LATIN : UNICODE;
    }
    if (Letters.isCombining(c)) {
      return COMBINING;
    }
    if (c < 0x100) {
      return SPECIAL;
    }
    return (Lookalikes.of(c) != c ? LOOKALIKE : 0) | (Mojibake.byteOf(c) >= 0 ? CP1252 : 0);
  }

  /** Signs that take no room: zero-width and direction marks, the byte order mark. */
  static boolean isDropped(char c) {
    return (c >= 0x200B && c <= 0x200F)
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2060 && c <= 0x2064)
        || c == 0xFEFF
        || c == 0x7F;
  }
}
