package vn.ishc.row;

/** White space as spreadsheets hold it: also the no-break, zero-width and ideographic kinds. */
public final class Whitespace {
  private Whitespace() {}

  /**
   * True for every character that shows nothing. U+00AD SOFT HYPHEN is not one of them: in TCVN3 text it is the letter ư.
   */
  public static boolean is(int codePoint) {
    return codePoint <= 0x20
        || codePoint == 0xA0
        || codePoint == 0x200B
        || codePoint == 0x200C
        || codePoint == 0x200D
        || codePoint == 0x2060
        || codePoint == 0xFEFF
        || codePoint == 0x3000
        || Character.isSpaceChar(codePoint);
  }

  /** True when the text shows nothing. */
  public static boolean isBlank(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!is(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
