package vn.ishc.clean;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;
import vn.ishc.clean.ColumnEncoding.FontFamily;
import vn.ishc.clean.Repair.Kind;
import vn.ishc.row.Whitespace;

/**
 * Brings the text of a cell to Unicode as it was meant: legacy encodings decoded, letters composed,
 * look-alikes and white space put right. Text that is right stays the same instance.
 *
 * <p>Order matters: TCVN3 is decoded before anything is trimmed or composed, because U+00AD is its
 * ư and eight more of its signs change under compatibility normalisation. A cell that holds a
 * letter only Unicode has is Unicode, whatever its font says.
 */
public final class TextRepair {
  private TextRepair() {}

  /** The text as it was meant; see {@link #examine}. */
  public static String repair(String text, @Nullable String font, ColumnEncoding column) {
    return examine(text, font, column).text();
  }

  /**
   * The text as it was meant and what was done for it.
   *
   * @param text as the file holds it
   * @param font of the cell, null when the file tells none
   * @param column what the column has shown so far; learns from this text
   */
  public static Repair examine(String text, @Nullable String font, ColumnEncoding column) {
    FontFamily family = column.family(font);
    int traits = TextTraits.of(text);
    if (family == FontFamily.TCVN3_CAPITALS && (traits & ~TextTraits.SPACE) == 0) {
      return tidy(upper(text), Kind.NONE, traits, text);
    }
    if (traits == 0) {
      return new Repair(text, Kind.NONE);
    }
    if (traits == TextTraits.UNICODE
        || (traits == (TextTraits.UNICODE | TextTraits.LATIN) && !mayBeMojibake(text))) {
      column.sawUnicode(family);
      return new Repair(text, Kind.NONE);
    }
    return family == FontFamily.SYMBOLS
        ? tidy(text, Kind.NONE, TextTraits.SPACE, text)
        : decode(text, family, column, traits);
  }

  /** Only a text with à, Ă or the like before a further odd sign can be. */
  private static boolean mayBeMojibake(String text) {
    return text.indexOf('Ă') >= 0 || text.indexOf('Ã') >= 0 || text.indexOf('á') >= 0;
  }

  private static Repair decode(String text, FontFamily family, ColumnEncoding column, int traits) {
    String plain = (traits & TextTraits.ESCAPE) == 0 ? text : Escapes.decode(text);
    int inside = plain.equals(text) ? traits : TextTraits.of(plain);
    String utf8 = Evidence.mojibake(plain, inside);
    if (utf8 != null) {
      column.sawUnicode(family);
      return tidy(utf8, Kind.MOJIBAKE, TextTraits.of(utf8), text);
    }
    if ((inside & (TextTraits.UNICODE | TextTraits.COMBINING)) != 0) {
      column.sawUnicode(family);
      return tidy(plain, Kind.NONE, inside, text);
    }
    if ((inside & (TextTraits.LATIN | TextTraits.SPECIAL)) != 0) {
      LegacyEncoding encoding = Evidence.encoding(plain, family, column);
      String decoded = encoding == null ? null : encoding.decode(plain);
      if (encoding != null && decoded != null) {
        return tidy(
            cased(plain, decoded, family),
            Kind.valueOf(encoding.name()),
            inside & ~TextTraits.SOFT_HYPHEN,
            text);
      }
    }
    return tidy(plain, Kind.NONE, inside, text);
  }

  private static String cased(String encoded, String decoded, FontFamily family) {
    return family == FontFamily.TCVN3_CAPITALS || isInCapitals(encoded) ? upper(decoded) : decoded;
  }

  /**
   * TCVN3 has no toned capitals; a text with capitals only, several of them in a word, was meant in
   * capitals throughout.
   */
  private static boolean isInCapitals(String encoded) {
    int run = 0;
    int longest = 0;
    for (int i = 0; i < encoded.length(); i++) {
      char c = encoded.charAt(i);
      if (c >= 'a' && c <= 'z') {
        return false;
      }
      run = c >= 'A' && c <= 'Z' ? run + 1 : c < 0x80 ? 0 : run;
      longest = Math.max(longest, run);
    }
    return longest >= 2;
  }

  private static String upper(String text) {
    char[] out = new char[text.length()];
    boolean changed = false;
    for (int i = 0; i < out.length; i++) {
      out[i] = Letters.upper(text.charAt(i));
      changed |= out[i] != text.charAt(i);
    }
    return changed ? new String(out) : text;
  }

  /** Composition, look-alikes and white space, for a text in Unicode. */
  private static Repair tidy(String text, Kind kind, int traits, String given) {
    String out = text;
    Kind done = kind;
    if ((traits & TextTraits.LOOKALIKE) != 0 || out.indexOf('\u0335') >= 0 || hasEth(out)) {
      out = Lookalikes.replace(out);
      done = out.equals(text) ? done : max(done, Kind.LOOKALIKE);
    }
    if ((traits & TextTraits.COMBINING) != 0) {
      String composed = composed(out);
      done = composed.equals(out) ? done : max(done, composition(out));
      out = composed;
    }
    if ((traits & (TextTraits.SPACE | TextTraits.SOFT_HYPHEN)) != 0 || kind != Kind.NONE) {
      String spaced = space(out);
      done = spaced.equals(out) ? done : max(done, Kind.SPACES);
      out = spaced;
    }
    return out.equals(given) ? new Repair(given, Kind.NONE) : new Repair(out, done);
  }

  /** Composed; a sign that stands for another alphabet's letter is that letter only then. */
  private static String composed(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    String replaced = composed.equals(text) ? text : Lookalikes.replace(composed);
    return replaced.equals(composed) ? composed : Normalizer.normalize(replaced, Normalizer.Form.NFC);
  }

  private static Kind max(Kind one, Kind other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static boolean hasEth(String text) {
    return text.indexOf('Ð') >= 0 || text.indexOf('ð') >= 0;
  }

  /**
   * A tone after a letter that has its mark already is the way of windows-1258; everything apart is
   * NFD.
   */
  private static Kind composition(String text) {
    for (int i = 1; i < text.length(); i++) {
      if (Letters.isCombining(text.charAt(i))
          && Letters.isMarked(text.charAt(i - 1))
          && Letters.isVowel(text.charAt(i - 1))) {
        return Kind.WINDOWS_1258;
      }
    }
    return Kind.NFC;
  }

  private static String space(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (TextTraits.isDropped(c) || c == '\u00AD') {
        continue;
      }
      if (!Whitespace.is(c)) {
        out.append(c);
      } else if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
        out.append(' ');
      }
    }
    int end = out.length();
    return !out.isEmpty() && out.charAt(end - 1) == ' '
        ? out.substring(0, end - 1)
        : out.toString();
  }
}
