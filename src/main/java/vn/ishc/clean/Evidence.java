package vn.ishc.clean;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;
import vn.ishc.clean.ColumnEncoding.FontFamily;

/**
 * Weighs what a text can be. Each reading of it is cut into words, and those with a letter beyond
 * ASCII are held against the laws of the Vietnamese syllable: a reading that makes syllables where
 * the text as it stands has none is taken.
 */
final class Evidence {
  /**
   * How a reading fares.
   *
   * @param text the reading
   * @param possible words beyond ASCII, of two letters and more, that can be syllables
   * @param impossible words beyond ASCII that cannot
   */
  record Score(String text, int possible, int impossible) {
    /** Words that names and lists use often; counted when asked, for it is dear. */
    int usual() {
      return Evidence.usual(text);
    }

    /** True when this reading explains what the text as it stands does not. */
    boolean explains(Score asItStands) {
      return asItStands.impossible > 0
          && possible > asItStands.possible
          && (impossible == 0
              || (impossible * 3 <= possible && impossible < asItStands.impossible));
    }
  }

  private Evidence() {}

  /** The text decoded when it is UTF-8 read as another encoding; null when it is not. */
  static @Nullable String mojibake(String text, int traits) {
    if ((traits
            & (TextTraits.LATIN
                | TextTraits.SPECIAL
                | TextTraits.UNICODE
                | TextTraits.CP1252
                | TextTraits.COMBINING))
        == 0) {
      return null;
    }
    String decoded = Mojibake.decode(text);
    if (decoded == null) {
      return null;
    }
    Score after = score(compose(decoded));
    Score before = score(text);
    boolean trailing =
        after.impossible == 0 && after.usual() > before.usual() && isNoCapital(text);
    return after.explains(before) || trailing ? decoded : null;
  }

  /**
   * {@code Minh HÃ}: à at the end of a word looks like a possible capital, but not after a small
   * letter, nor in a text whose other words begin with one capital only.
   */
  private static boolean isNoCapital(String text) {
    for (int i = 1; i < text.length(); i++) {
      boolean small = text.charAt(i) >= 'a' && text.charAt(i) <= 'z';
      char before = text.charAt(i - 1);
      if (small && before >= 'A' && before <= 'Z') {
        return true;
      }
      if (text.charAt(i) == 'Ã' && before >= 'a' && before <= 'z') {
        return true;
      }
    }
    return false;
  }

  private static String compose(String text) {
    return (TextTraits.of(text) & TextTraits.COMBINING) == 0
        ? text
        : Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /**
   * The legacy encoding of a text that has no letter of Unicode alone; null when it is Unicode. The
   * column learns the answer.
   */
  static @Nullable LegacyEncoding encoding(String text, FontFamily family, ColumnEncoding column) {
    Score asItStands = column.score(text);
    LegacyEncoding byFont = byFont(family);
    LegacyEncoding found =
        byFont != null && byFont.decode(text) != null
            ? inLegacyFont(text, byFont, asItStands, column)
            : inPlainFont(text, asItStands, column);
    if (found != null && (byFont != null || asItStands.impossible > 0)) {
      column.sawLegacy(found, family);
    }
    return found;
  }

  private static @Nullable LegacyEncoding byFont(FontFamily family) {
    return switch (family) {
      case TCVN3, TCVN3_CAPITALS -> LegacyEncoding.TCVN3;
      case VNI -> LegacyEncoding.VNI;
      case PLAIN, SYMBOLS -> null;
    };
  }

  /**
   * The font decides unless the text makes better sense as it stands, or the column has shown the
   * font to be a leftover.
   */
  private static @Nullable LegacyEncoding inLegacyFont(
      String text, LegacyEncoding byFont, Score asItStands, ColumnEncoding column) {
    if (asItStands.impossible > 0) {
      return byFont;
    }
    boolean unicode = column.ignoresLegacyFont() || asItStands.usual() > usual(byFont, text);
    return unicode ? null : byFont;
  }

  private static int usual(LegacyEncoding encoding, String text) {
    String decoded = encoding.decode(text);
    return decoded == null ? -1 : score(decoded).usual();
  }

  private static @Nullable LegacyEncoding inPlainFont(
      String text, Score asItStands, ColumnEncoding column) {
    LegacyEncoding leaning = column.leaning();
    if (asItStands.impossible == 0 && leaning == null) {
      return null;
    }
    LegacyEncoding best = best(text, asItStands, leaning);
    if (best != null || leaning == null) {
      return best;
    }
    int usual = usual(leaning, text);
    boolean likely =
        asItStands.impossible > 0
            ? usual >= 0
            : usual > asItStands.usual() || (usual == asItStands.usual() && fits(leaning, text));
    return likely ? leaning : null;
  }

  private static boolean fits(LegacyEncoding encoding, String text) {
    String decoded = encoding.decode(text);
    return decoded != null && score(decoded).impossible == 0;
  }

  /**
   * The encoding that explains the text best; the column's when several do as well. Ð for Đ is no
   * encoding.
   */
  private static @Nullable LegacyEncoding best(
      String text, Score asItStands, @Nullable LegacyEncoding leaning) {
    Score bar = score(Lookalikes.replace(text));
    LegacyEncoding best = null;
    Score bestScore = bar.impossible < asItStands.impossible ? bar : asItStands;
    for (LegacyEncoding encoding : LegacyEncoding.values()) {
      String decoded = encoding.decode(text);
      Score score = decoded == null ? asItStands : score(decoded);
      if (score.explains(asItStands)
          && (isBetter(score, bestScore) || (encoding == leaning && !isBetter(bestScore, score)))) {
        best = encoding;
        bestScore = score;
      }
    }
    return best;
  }

  private static boolean isBetter(Score one, Score other) {
    int net = (one.possible - one.impossible) - (other.possible - other.impossible);
    return net > 0 || (net == 0 && one.usual() > other.usual());
  }

  /** Counts the words of a text. */
  static Score score(String text) {
    int possible = 0;
    int impossible = 0;
    int i = 0;
    while (i < text.length()) {
      int end = wordEnd(text, i);
      if (end > i && isBeyondAscii(text, i, end)) {
        boolean syllable = Syllables.isPossible(text, i, end);
        possible += syllable && end - i > 1 ? 1 : 0;
        impossible += syllable ? 0 : 1;
      }
      i = Math.max(end, i + 1);
    }
    return new Score(text, possible, impossible);
  }

  private static int usual(String text) {
    int usual = 0;
    int i = 0;
    while (i < text.length()) {
      int end = wordEnd(text, i);
      boolean word = end > i && isBeyondAscii(text, i, end);
      usual += word && Syllables.isUsual(text.substring(i, end)) ? 1 : 0;
      i = Math.max(end, i + 1);
    }
    return usual;
  }

  /** Letters, and any sign beyond ASCII: in a wrong encoding those are letters too. */
  private static int wordEnd(String text, int from) {
    int end = from;
    while (end < text.length() && isWord(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isWord(char c) {
    return Letters.isAscii(c) || (c >= 0x80 && c != 0xA0 && !Character.isSpaceChar(c));
  }

  private static boolean isBeyondAscii(String text, int from, int to) {
    boolean beyond = false;
    boolean ascii = false;
    for (int i = from; i < to; i++) {
      beyond |= text.charAt(i) >= 0x80;
      ascii |= Letters.isAscii(text.charAt(i));
    }
    return beyond && (ascii || to - from > 1);
  }
}
