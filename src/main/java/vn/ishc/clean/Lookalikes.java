package vn.ishc.clean;

import java.util.HashMap;
import java.util.Map;

/**
 * Signs of other alphabets that look like Vietnamese ones: Ð (Eth) and Ɖ for Đ, ƣ for ư as some PDF
 * converters write it, Cyrillic and Greek letters, full-width forms, the dotless ı of a Turkish
 * machine.
 */
final class Lookalikes {
  private static final String FROM =
      "ƉɖƢƣǍǎıİ" + "АВЕКМНОРСТУХІЅЈасеорухісѕј" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονι";
  private static final String TO = "ĐđƯưĂăiI" + "ABEKMHOPCTYXISJaceopyxicsj" + "ABEZHIKMNOPTYXovi";
  private static final Map<Character, Character> SAME = new HashMap<>();

  static {
    for (int i = 0; i < FROM.length(); i++) {
      SAME.put(FROM.charAt(i), TO.charAt(i));
    }
    SAME.put('с', 'c');
    SAME.put('і', 'i');
  }

  private Lookalikes() {}

  /** The Vietnamese or ASCII sign that this one is meant to be; itself when it is none. */
  static char of(char c) {
    if (c < 0x100) {
      return c == 'Ð' ? 'Đ' : c == 'ð' ? 'đ' : c;
    }
    if (c >= 0xFF01 && c <= 0xFF5E) {
      return (char) (c - 0xFEE0);
    }
    Character same = c < 0x1E00 ? SAME.get(c) : null;
    return same == null ? c : same;
  }

  /**
   * Every look-alike replaced; a text that also holds true Cyrillic or Greek letters comes back as
   * it is.
   */
  static String replace(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char same = of(c);
      if (same == c && isForeign(c)) {
        return text;
      }
      if (c == '\u0335' || c == '\u0336') {
        cross(out);
      } else {
        out.append(same);
      }
    }
    return text.contentEquals(out) ? text : out.toString();
  }

  private static boolean isForeign(char c) {
    return c >= 0x370 && c < 0x530 && Character.isLetter(c);
  }

  /** A d with an overlaid stroke is a đ; elsewhere the stroke is dropped. */
  private static void cross(StringBuilder out) {
    int last = out.length() - 1;
    if (last >= 0 && (out.charAt(last) == 'd' || out.charAt(last) == 'D')) {
      out.setCharAt(last, out.charAt(last) == 'd' ? 'đ' : 'Đ');
    }
  }
}
