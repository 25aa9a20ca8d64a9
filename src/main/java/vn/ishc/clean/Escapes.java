package vn.ishc.clean;

/**
 * Signs written as codes: {@code _x000D_} of a workbook's own XML, {@code &#7877;} and {@code
 * &nbsp;} of a page pasted into a cell.
 */
final class Escapes {
  private Escapes() {}

  /** The text with its codes replaced; the same instance when it holds none. */
  static String decode(String text) {
    String out = text.indexOf("_x") < 0 ? text : decodeHex(text);
    return out.indexOf('&') < 0 || out.indexOf(';') < 0 ? out : decodeEntities(out);
  }

  private static String decodeHex(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      int code = hexAt(text, i);
      out.append(code < 0 ? text.charAt(i) : (char) code);
      i += code < 0 ? 1 : 7;
    }
    return text.contentEquals(out) ? text : out.toString();
  }

  private static int hexAt(String text, int at) {
    if (!text.startsWith("_x", at) || at + 7 > text.length() || text.charAt(at + 6) != '_') {
      return -1;
    }
    int code = 0;
    for (int i = at + 2; i < at + 6; i++) {
      int digit = Character.digit(text.charAt(i), 16);
      if (digit < 0 || text.charAt(i) >= 0x80) {
        return -1;
      }
      code = code << 4 | digit;
    }
    return Character.isSurrogate((char) code) ? -1 : code;
  }

  private static String decodeEntities(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      int end = text.charAt(i) == '&' ? text.indexOf(';', i) : -1;
      int code = end < 0 || end - i > 9 ? -1 : entity(text.substring(i + 1, end));
      if (code < 0) {
        out.append(text.charAt(i++));
      } else {
        out.appendCodePoint(code);
        i = end + 1;
      }
    }
    return text.contentEquals(out) ? text : out.toString();
  }

  private static int entity(String name) {
    return switch (name) {
      case "nbsp" -> ' ';
      case "amp" -> '&';
      case "lt" -> '<';
      case "gt" -> '>';
      case "quot" -> '"';
      default -> name.startsWith("#") ? number(name.substring(1)) : -1;
    };
  }

  private static int number(String digits) {
    boolean hex = digits.startsWith("x");
    String rest = hex ? digits.substring(1) : digits;
    int value = 0;
    for (int i = 0; i < rest.length(); i++) {
      int digit = rest.charAt(i) < 0x80 ? Character.digit(rest.charAt(i), hex ? 16 : 10) : -1;
      if (digit < 0) {
        return -1;
      }
      value = value * (hex ? 16 : 10) + digit;
    }
    boolean sign = value > 0x1F && value <= 0xFFFF && !Character.isSurrogate((char) value);
    return sign && !rest.isEmpty() ? value : -1;
  }
}
