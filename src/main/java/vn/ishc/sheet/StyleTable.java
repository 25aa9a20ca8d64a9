package vn.ishc.sheet;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ishc.row.NumberStyle;

/** What the style number of a cell means for us: how a number is shown, and the font. */
final class StyleTable {
  private final List<String> fonts = new ArrayList<>();
  private NumberStyle[] styles = new NumberStyle[0];
  private @Nullable String[] styleFonts = new String[0];
  private NumberStyle plain = NumberStyle.GENERAL;
  private final List<int[]> cellFormats = new ArrayList<>();

  /** The next font; an empty name for none. */
  void addFont(String name) {
    fonts.add(name);
  }

  /** The next cell format: numbers of a number format and of a font. */
  void addCellFormat(int numberFormat, int font) {
    cellFormats.add(new int[] {numberFormat, font});
  }

  /** Ends the building. */
  void freeze(NumberFormats formats, boolean epoch1904) {
    styles = new NumberStyle[cellFormats.size()];
    styleFonts = new String[cellFormats.size()];
    for (int i = 0; i < styles.length; i++) {
      int[] format = cellFormats.get(i);
      styles[i] = formats.style(format[0], epoch1904);
      styleFonts[i] = font(format[1]);
    }
    plain = formats.style(0, epoch1904);
  }

  /** The name of a font by its number. */
  @Nullable String font(int number) {
    String name = number >= 0 && number < fonts.size() ? fonts.get(number) : "";
    return name.isEmpty() ? null : name;
  }

  /** How a cell of this style shows numbers. */
  NumberStyle numberStyle(int style) {
    return style >= 0 && style < styles.length ? styles[style] : plain;
  }

  /** The font of a cell of this style. */
  @Nullable String cellFont(int style) {
    return style >= 0 && style < styleFonts.length ? styleFonts[style] : null;
  }
}
