package vn.ishc.feedback;

import java.io.IOException;
import java.io.Writer;
import java.util.regex.Pattern;

/** Text on its way into XML: nothing written in a cell or a name can end an element or begin one. */
final class XmlText {
  /** What a workbook would take for an escaped character (ECMA-376, ST_Xstring). */
  private static final Pattern ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

  private XmlText() {}

  /** Writes text as it was read from XML. */
  static void write(char[] text, int from, int length, Writer out) throws IOException {
    int written = from;
    for (int i = from; i < from + length; i++) {
      String escape = escape(text[i], false);
      if (!escape.isEmpty()) {
        out.write(text, written, i - written);
        out.write(escape);
        written = i + 1;
      }
    }
    out.write(text, written, from + length - written);
  }

  /** An attribute value as it was read from XML, or one of ours without control characters. */
  static String attribute(String value) {
    return escaped(value, true);
  }

  /** Words of our own, or of a sender, as the text of a cell: control characters become blanks. */
  static String words(String text) {
    return escaped(ESCAPED.matcher(clean(text)).replaceAll("_x005F_"), false);
  }

  /** Words as an attribute. */
  static String attributeWords(String text) {
    return escaped(clean(text), true);
  }

  private static String escaped(String text, boolean attribute) {
    StringBuilder xml = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      String escape = escape(text.charAt(i), attribute);
      if (escape.isEmpty()) {
        xml.append(text.charAt(i));
      } else {
        xml.append(escape);
      }
    }
    return xml.toString();
  }

  private static String escape(char c, boolean attribute) {
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> attribute ? "&quot;" : "";
      case '\r' -> "&#13;";
      case '\n' -> attribute ? "&#10;" : "";
      case '\t' -> attribute ? "&#9;" : "";
      default -> "";
    };
  }

  /** XML 1.0 knows neither control characters nor halves of characters. */
  private static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair = Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
      if (pair) {
        clean.append(c).append(text.charAt(++i));
      } else {
        boolean sound = (c >= ' ' && !Character.isSurrogate(c) && c < 0xFFFE) || c == '\n' || c == '\t';
        clean.append(sound ? c : ' ');
      }
    }
    return clean.toString();
  }
}
