package vn.ishc.sheet;

import java.io.IOException;
import java.util.Map;
import vn.ishc.row.NumberStyle;

/** The way an OpenDocument style shows a date, written as a format code of Excel. */
final class OdsDateFormat {
  private OdsDateFormat() {}

  /** After the start of a date or time style: reads it whole and keeps it by its name. */
  static void read(XmlScanner xml, Map<String, NumberStyle> into) throws IOException {
    String name = xml.attribute(OdsNames.STYLE_NAME, "");
    StringBuilder code = new StringBuilder();
    int level = xml.depth();
    ByteText literal = new ByteText(1024);
    for (int event = xml.next();
        event != XmlScanner.END || xml.depth() >= level;
        event = xml.next()) {
      if (event == XmlScanner.START && xml.name() == OdsNames.NUMBER_TEXT) {
        xml.elementText(literal);
        code.append(literal.text());
      } else if (event == XmlScanner.START) {
        code.append(part(xml));
      }
    }
    into.put(name, new NumberStyle(code.toString(), true, false));
  }

  private static String part(XmlScanner xml) throws IOException {
    boolean wide = xml.attribute(OdsNames.NUMBER_STYLE, "").equals("long");
    boolean words = xml.attribute(OdsNames.NUMBER_TEXTUAL, "").equals("true");
    return switch (xml.name()) {
      case OdsNames.NUMBER_DAY -> wide ? "dd" : "d";
      case OdsNames.NUMBER_MONTH -> (words ? "mm" : "") + (wide ? "mm" : "m");
      case OdsNames.NUMBER_YEAR -> wide ? "yyyy" : "yy";
      case OdsNames.NUMBER_HOURS -> wide ? "hh" : "h";
      case OdsNames.NUMBER_MINUTES -> wide ? "mm" : "m";
      case OdsNames.NUMBER_SECONDS -> wide ? "ss" : "s";
      default -> "";
    };
  }
}
