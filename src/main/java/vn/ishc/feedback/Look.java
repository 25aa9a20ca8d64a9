package vn.ishc.feedback;

import java.util.List;
import java.util.Locale;

/** How the cells of our own sheets look; fonts and fills are counted from the first that is ours. */
enum Look {
  TITLE(1, -1, false, false),
  HEADING(2, -1, false, false),
  TEXT(0, -1, false, true),
  HEAD(3, 2, true, true),
  CELL(0, -1, true, true),
  NUMBER(0, -1, true, false),
  LINK(4, -1, true, true),
  REFUSED(0, 0, true, true),
  DOUBTFUL(0, 1, true, true),
  /** To be written into. */
  ANSWER(3, 3, true, true);

  /** Fills: one for each {@link Ink}, then those of table heads and of cells to be written into. */
  static final List<String> FILLS = List.of(fill(Ink.REFUSED.argb()), fill(Ink.DOUBTFUL.argb()), fill("FFE6EBF0"), fill("FFFFF6CC"));

  static final List<String> FONTS =
      List.of(font(11, ""), font(16, "<b/>"), font(12, "<b/>"), font(11, "<b/>"), font(11, "<u/>"));

  static final String BORDER = "<border>" + side("left") + side("right") + side("top") + side("bottom") + "<diagonal/></border>";

  private final int font;
  private final int fill;
  private final boolean border;
  private final boolean wrap;

  Look(int font, int fill, boolean border, boolean wrap) {
    this.font = font;
    this.fill = fill;
    this.border = border;
    this.wrap = wrap;
  }

  private static String fill(String argb) {
    return "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"" + argb + "\"/><bgColor indexed=\"64\"/></patternFill></fill>";
  }

  private static String font(int points, String traits) {
    String colour = traits.equals("<u/>") ? "FF0B4F8A" : "FF000000";
    return "<font>" + traits + "<sz val=\"" + points + "\"/><color rgb=\"" + colour + "\"/><name val=\"Times New Roman\"/><family val=\"1\"/></font>";
  }

  private static String side(String name) {
    return "<" + name + " style=\"thin\"><color rgb=\"FF8A949E\"/></" + name + ">";
  }

  /** The cell format, given where our fonts, fills and our border begin. */
  String format(String prefix, int fonts, int fills, int borders) {
    String align = this == NUMBER ? "horizontal=\"right\" indent=\"1\" " : this == HEAD ? "horizontal=\"center\" " : border ? "horizontal=\"left\" indent=\"1\" " : "";
    String xml =
        "<%sxf numFmtId=\"0\" fontId=\"%d\" fillId=\"%d\" borderId=\"%d\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\"><%salignment %svertical=\"top\" wrapText=\"%d\"/></%sxf>";
    return String.format(
        Locale.ROOT, xml, prefix, fonts + font, fill < 0 ? 0 : fills + fill, border ? borders : 0, prefix, align, wrap ? 1 : 0, prefix);
  }
}
