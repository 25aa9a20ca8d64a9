package vn.ishc.sheet;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ishc.row.NumberStyle;

/**
 * The styles of an OpenDocument spreadsheet, as far as they tell fonts, number formats and hidden
 * sheets.
 */
final class OdsStyles {
  private static final int INHERITED_MAX = 16;

  /** How cells of a style look. */
  record Look(@Nullable String font, NumberStyle number) {}

  /** A style as written; null where it says nothing. */
  private record Style(
      @Nullable String parent, @Nullable String font, @Nullable String dataStyle, boolean shown) {}

  private final Map<String, String> fontFaces = new HashMap<>();
  private final Map<String, NumberStyle> dataStyles = new HashMap<>();
  private final Map<String, Style> styles = new HashMap<>();
  private final Map<String, Look> cellLooks = new HashMap<>();
  private final Map<String, Look> textLooks = new HashMap<>();

  /** Takes a style element that has just started; false when it is something else. */
  boolean take(XmlScanner xml) throws IOException {
    switch (xml.name()) {
      case OdsNames.STYLE_FONT_FACE ->
          fontFaces.put(
              xml.attribute(OdsNames.STYLE_NAME, ""),
              firstFamily(xml.attribute(OdsNames.SVG_FONT_FAMILY, "")));
      case OdsNames.STYLE_STYLE, OdsNames.STYLE_DEFAULT_STYLE -> takeStyle(xml);
      case OdsNames.NUMBER_DATE_STYLE, OdsNames.NUMBER_TIME_STYLE ->
          OdsDateFormat.read(xml, dataStyles);
      case OdsNames.NUMBER_PERCENTAGE_STYLE ->
          dataStyles.put(
              xml.attribute(OdsNames.STYLE_NAME, ""), new NumberStyle("0%", false, false));
      default -> {
        return false;
      }
    }
    return true;
  }

  private static String firstFamily(String families) {
    int comma = families.indexOf(',');
    return (comma < 0 ? families : families.substring(0, comma))
        .replace("'", "")
        .replace("\"", "")
        .strip();
  }

  private static String key(String family, String name) {
    return family + ":" + name;
  }

  private void takeStyle(XmlScanner xml) throws IOException {
    String key =
        key(xml.attribute(OdsNames.STYLE_FAMILY, ""), xml.attribute(OdsNames.STYLE_NAME, ""));
    String parent = xml.attribute(OdsNames.STYLE_PARENT_STYLE_NAME);
    String dataStyle = xml.attribute(OdsNames.STYLE_DATA_STYLE_NAME);
    String font = null;
    boolean shown = true;
    int level = xml.depth();
    for (int event = xml.next();
        event != XmlScanner.END || xml.depth() >= level;
        event = xml.next()) {
      if (event == XmlScanner.START && xml.name() == OdsNames.STYLE_TEXT_PROPERTIES) {
        font = fontOf(xml);
      } else if (event == XmlScanner.START && xml.name() == OdsNames.STYLE_TABLE_PROPERTIES) {
        shown = !xml.attribute(OdsNames.TABLE_DISPLAY, "true").equals("false");
      }
    }
    styles.put(key, new Style(parent, font, dataStyle, shown));
  }

  private @Nullable String fontOf(XmlScanner xml) throws IOException {
    String face = xml.attribute(OdsNames.STYLE_FONT_NAME);
    String family =
        face == null ? xml.attribute(OdsNames.FO_FONT_FAMILY) : fontFaces.getOrDefault(face, face);
    return family == null || family.isEmpty() ? null : firstFamily(family);
  }

  /** Whether tables of a style are shown. */
  boolean isShown(String tableStyle) {
    Style style = styles.get(key("table", tableStyle));
    return style == null || style.shown();
  }

  /** The font of a text style alone. */
  @Nullable String textFont(String style) {
    return textLooks.computeIfAbsent(style, name -> inherit("text", name)).font();
  }

  /** How cells of a style look; an empty name for the default. */
  Look cellLook(String style) {
    return cellLooks.computeIfAbsent(style, name -> inherit("table-cell", name));
  }

  private Look inherit(String family, String name) {
    String font = null;
    NumberStyle number = null;
    Style style = styles.get(key(family, name));
    for (int i = 0; style != null && i < INHERITED_MAX; i++) {
      font = font == null ? style.font() : font;
      number =
          number == null && style.dataStyle() != null ? dataStyles.get(style.dataStyle()) : number;
      style = style.parent() == null ? null : styles.get(key(family, style.parent()));
    }
    Style last = styles.get(key(family, ""));
    font = font == null && last != null ? last.font() : font;
    return new Look(font, number == null ? NumberStyle.GENERAL : number);
  }
}
