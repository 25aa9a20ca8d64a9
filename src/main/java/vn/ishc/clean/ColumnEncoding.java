package vn.ishc.clean;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the cells of one column have shown about its encoding so far. Encoding is a property of a
 * column or a cell, not of a file. One instance per column, for one thread; not a value.
 *
 * <p>Where a file tells no fonts (csv), cells that could be either come before the cells that
 * decide: let a sample of rows be {@linkplain #observe observed} first.
 */
public final class ColumnEncoding {

  /** What a font says about the encoding of its text. */
  enum FontFamily {
    /** Nothing: a Unicode font, or none known. */
    PLAIN,
    TCVN3,
    /** TCVN3, shown in capitals: the name ends in H. */
    TCVN3_CAPITALS,
    VNI,
    /** Pictures, as Wingdings: not letters at all. */
    SYMBOLS
  }

  private int tcvn3;
  private int vni;
  private int unicode;
  private int unicodeInLegacyFont;
  private int legacyInLegacyFont;
  private @Nullable Weighed weighed;
  private @Nullable String lastFont;
  private FontFamily lastFamily = FontFamily.PLAIN;

  /** Takes a text of the column as evidence and nothing more. */
  public void observe(String text, @Nullable String font) {
    var unused = TextRepair.examine(text, font, this);
  }

  /**
   * The encoding that most of the deciding cells without a legacy font speak for; null while
   * Unicode does or nothing is known.
   */
  @Nullable LegacyEncoding leaning() {
    if (tcvn3 <= unicode && vni <= unicode) {
      return null;
    }
    return vni > tcvn3 ? LegacyEncoding.VNI : LegacyEncoding.TCVN3;
  }

  /**
   * True when texts in a legacy font have mostly proved to be Unicode: the font is a leftover of
   * the template.
   */
  boolean ignoresLegacyFont() {
    return unicodeInLegacyFont > legacyInLegacyFont;
  }

  /** How a text fares as it stands; texts that come again soon are weighed once. */
  Evidence.Score score(String text) {
    if (weighed == null) {
      weighed = new Weighed();
    }
    return weighed.score(text);
  }

  /** The texts weighed last. */
  private static final class Weighed {
    private static final int SIZE = 1 << 6;

    private final String[] texts = new String[SIZE];
    private final Evidence.Score[] scores = new Evidence.Score[SIZE];

    Evidence.Score score(String text) {
      int hash = text.hashCode();
      int slot = (hash ^ hash >>> 16) & SIZE - 1;
      if (!text.equals(texts[slot])) {
        scores[slot] = Evidence.score(text);
        texts[slot] = text;
      }
      return scores[slot];
    }
  }

  void sawUnicode(FontFamily family) {
    if (family == FontFamily.PLAIN) {
      unicode++;
    } else {
      unicodeInLegacyFont++;
    }
  }

  void sawLegacy(LegacyEncoding encoding, FontFamily family) {
    if (family != FontFamily.PLAIN) {
      legacyInLegacyFont++;
    } else if (encoding == LegacyEncoding.TCVN3) {
      tcvn3++;
    } else if (encoding == LegacyEncoding.VNI) {
      vni++;
    }
  }

  /**
   * The family of a font by its name; remembers the last one, for fonts hardly change within a
   * column.
   */
  @SuppressWarnings("ReferenceEquality")
  FontFamily family(@Nullable String font) {
    if (font == null) {
      return FontFamily.PLAIN;
    }
    if (font != lastFont) {
      lastFamily = familyOf(font);
      lastFont = font;
    }
    return lastFamily;
  }

  /** Whether a font shows texts as Unicode has them: its name tells of no old encoding, nor of pictures. */
  public static boolean isPlain(String font) {
    return familyOf(font) == FontFamily.PLAIN;
  }

  private static FontFamily familyOf(String font) {
    String name = font.strip().toLowerCase(Locale.ROOT);
    if (name.startsWith(".vn")
        || name.startsWith("vntime")
        || name.startsWith("vnarial")
        || name.startsWith(".tmc")) {
      return name.endsWith("h") ? FontFamily.TCVN3_CAPITALS : FontFamily.TCVN3;
    }
    if (name.startsWith("vni-") || name.startsWith("vni ")) {
      return FontFamily.VNI;
    }
    return name.contains("wingdings") || name.contains("webdings") || name.equals("symbol")
        ? FontFamily.SYMBOLS
        : FontFamily.PLAIN;
  }
}
