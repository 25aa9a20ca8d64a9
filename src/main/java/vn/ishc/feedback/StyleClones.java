package vn.ishc.feedback;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The styles of a workbook with ours added: each marked cell keeps its style but for the fill. Marks of a former answer lose their colour here, all at
 * once, because it is ours alone.
 */
final class StyleClones {
  private static final Pattern OUR_FILL = Pattern.compile("fgColor[^>]*rgb=\"(?:" + Ink.REFUSED.argb() + "|" + Ink.DOUBTFUL.argb() + ")\"", Pattern.CASE_INSENSITIVE);

  private record Clone(int style, Ink ink) {}

  private final int styles;
  private final int fonts;
  private final int fills;
  private final int borders;
  private final Map<Clone, Integer> clones = new LinkedHashMap<>();

  private StyleClones(int styles, int fonts, int fills, int borders) {
    this.styles = styles;
    this.fonts = fonts;
    this.fills = fills;
    this.borders = borders;
  }

  /** Counts what is there. */
  static StyleClones read(InputStream part) throws IOException {
    Map<String, Integer> counts = new HashMap<>();
    try (XmlCopy xml = XmlCopy.begin(part, Writer.nullWriter())) {
      String list = "";
      for (int event = xml.next(); event != XmlCopy.NOTHING_MORE; event = xml.next()) {
        if (event == XmlCopy.START && xml.depth() == 2) {
          list = xml.name();
        } else if (event == XmlCopy.START && xml.depth() == 3) {
          counts.merge(list, 1, Integer::sum);
        }
      }
    }
    return new StyleClones(needed(counts, "cellXfs"), needed(counts, "fonts"), needed(counts, "fills"), needed(counts, "borders"));
  }

  private static int needed(Map<String, Integer> counts, String list) throws Unmarkable {
    int count = counts.getOrDefault(list, 0);
    if (count == 0) {
      throw new Unmarkable("no " + list);
    }
    return count;
  }

  /** The style of a cell, but filled. */
  int marked(int style, Ink ink) {
    return clones.computeIfAbsent(new Clone(style < 0 || style >= styles ? 0 : style, ink), clone -> styles + clones.size());
  }

  /** The style number of one of our own looks. Asked for after the last mark. */
  int look(Look look) {
    return styles + clones.size() + look.ordinal();
  }

  /** Copies the styles part and adds what was asked for. */
  void write(InputStream part, Writer out) throws IOException {
    try (XmlCopy xml = XmlCopy.begin(part, out)) {
      Map<Integer, XmlCopy.Element> bases = new HashMap<>();
      String list = "";
      int number = 0;
      for (int event = xml.next(); event != XmlCopy.NOTHING_MORE; event = xml.next()) {
        if (event == XmlCopy.START && xml.depth() == 2) {
          list = xml.name();
          number = 0;
          xml.copy(count(list));
        } else if (event == XmlCopy.START && xml.depth() == 3 && (list.equals("cellXfs") || list.equals("fills"))) {
          XmlCopy.Element element = xml.take();
          boolean ours = list.equals("fills") && OUR_FILL.matcher(element.inner()).find();
          xml.write(ours ? nothing(element) : element.xml(Map.of()));
          if (list.equals("cellXfs")) {
            bases.put(number, element);
          }
          number++;
        } else {
          if (event == XmlCopy.END && xml.depth() == 1) {
            xml.write(additions(xml.name(), xml.prefix(), bases));
          }
          xml.copy();
        }
      }
    }
  }

  private static String nothing(XmlCopy.Element fill) {
    String prefix = fill.name().substring(0, fill.name().indexOf(':') + 1);
    return "<" + fill.name() + "><" + prefix + "patternFill patternType=\"none\"/></" + fill.name() + ">";
  }

  private Map<String, String> count(String list) {
    return switch (list) {
      case "fonts" -> Map.of("count", Integer.toString(fonts + Look.FONTS.size()));
      case "fills" -> Map.of("count", Integer.toString(fills + Look.FILLS.size()));
      case "borders" -> Map.of("count", Integer.toString(borders + 1));
      case "cellXfs" -> Map.of("count", Integer.toString(styles + clones.size() + Look.values().length));
      default -> Map.of();
    };
  }

  private String additions(String list, String prefix, Map<Integer, XmlCopy.Element> bases) {
    return switch (list) {
      case "fonts" -> String.join("", Look.FONTS).replace("<", "<" + prefix).replace("<" + prefix + "/", "</" + prefix);
      case "fills" -> String.join("", Look.FILLS).replace("<", "<" + prefix).replace("<" + prefix + "/", "</" + prefix);
      case "borders" -> Look.BORDER.replace("<", "<" + prefix).replace("<" + prefix + "/", "</" + prefix);
      case "cellXfs" -> formats(prefix, bases);
      default -> "";
    };
  }

  private String formats(String prefix, Map<Integer, XmlCopy.Element> bases) {
    StringBuilder xml = new StringBuilder();
    for (Clone clone : clones.keySet()) {
      XmlCopy.Element base = bases.getOrDefault(clone.style(), new XmlCopy.Element(prefix + "xf", Map.of(), ""));
      xml.append(base.xml(Map.of("fillId", Integer.toString(fills + clone.ink().ordinal()), "applyFill", "1")));
    }
    for (Look look : Look.values()) {
      xml.append(look.format(prefix, fonts, fills, borders));
    }
    return xml.toString();
  }
}
