package vn.ishc.cli;

/** How many places of a terminal a text takes. */
final class TextWidth {
  /** First and last code points of the blocks that take two places: East Asian, full-width forms, pictographs. */
  private static final int[][] WIDE = {
    {0x1100, 0x115F}, {0x2E80, 0x303E}, {0x3041, 0x33FF}, {0x3400, 0x4DBF}, {0x4E00, 0x9FFF}, {0xA000, 0xA4CF},
    {0xAC00, 0xD7A3}, {0xF900, 0xFAFF}, {0xFE30, 0xFE4F}, {0xFF00, 0xFF60}, {0xFFE0, 0xFFE6}, {0x1F300, 0x1F64F},
    {0x1F680, 0x1F6FF}, {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD}
  };

  private static final int ALL_NARROW_BELOW = 0x300;
  private static final char CONTROL_PICTURES = '\u2400';

  private TextWidth() {}

  /** Places taken by the text; accents that sit on their letter take none. */
  static int of(String text) {
    int width = 0;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      width += places(point);
      i += Character.charCount(point);
    }
    return width;
  }

  private static int places(int point) {
    if (point < ALL_NARROW_BELOW) {
      return 1;
    }
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> wide(point) ? 2 : 1;
    };
  }

  private static boolean wide(int point) {
    for (int[] block : WIDE) {
      if (point >= block[0] && point <= block[1]) {
        return true;
      }
    }
    return false;
  }

  /** The text in one line, its control characters as pictures: a cell must not steer the reader's terminal. */
  static String visible(String text) {
    if (text.chars().noneMatch(TextWidth::controls)) {
      return text;
    }
    StringBuilder visible = new StringBuilder(text.length());
    text.chars().forEach(each -> visible.append(controls(each) ? picture(each) : (char) each));
    return visible.toString();
  }

  private static boolean controls(int each) {
    return each < ' ' || (each >= 0x7F && each < 0xA0) || (each >= 0x202A && each <= 0x202E);
  }

  private static char picture(int each) {
    return each < ' ' ? (char) (CONTROL_PICTURES + each) : '\u2421';
  }
}
