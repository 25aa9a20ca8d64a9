package vn.ishc.clean;

import java.text.Normalizer;

/**
 * Keys by which two spellings of one thing are found equal. Display texts are never rewritten to a
 * key.
 *
 * <p>{@link #fold} keeps tones and đ, for they are meaning (Châu Bính and Châu Bình are two
 * communes); {@link #toneless} drops them and can therefore only suggest.
 */
public final class Spelling {
  private Spelling() {}

  /**
   * The exact key: lower case, NFC, tone on its old-style vowel ({@code hoà} as {@code hòa}, {@code
   * Qúy} as {@code quý}), y as i where both are written ({@code Mỹ} and {@code Mĩ}), apostrophes
   * dropped, other signs as one space. The same for a key again.
   */
  public static String fold(String text) {
    String composed = compose(text);
    char[] out = new char[composed.length()];
    int length = 0;
    int word = 0;
    for (int i = 0; i < out.length; i++) {
      char c = composed.charAt(i);
      if (Letters.isWord(c)) {
        out[length++] = Letters.lower(c);
      } else if (!isDropped(c)) {
        foldWord(out, word, length);
        length = spaced(out, length);
        word = length;
      }
    }
    foldWord(out, word, length);
    return folded(text, out, length > 0 && out[length - 1] == ' ' ? length - 1 : length);
  }

  private static int spaced(char[] out, int length) {
    if (length > 0 && out[length - 1] != ' ') {
      out[length] = ' ';
      return length + 1;
    }
    return length;
  }

  private static void foldWord(char[] out, int start, int end) {
    Tones.canonical(out, start, end);
    foldY(out, start, end);
  }

  private static String folded(String text, char[] out, int length) {
    boolean same = text.length() == length;
    for (int i = 0; i < length && same; i++) {
      same = text.charAt(i) == out[i];
    }
    return same ? text : new String(out, 0, length);
  }

  private static String finish(String text, StringBuilder out) {
    if (!out.isEmpty() && out.charAt(out.length() - 1) == ' ') {
      out.setLength(out.length() - 1);
    }
    return text.contentEquals(out) ? text : out.toString();
  }

  private static void space(StringBuilder out) {
    if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
      out.append(' ');
    }
  }

  private static int wordEnd(String text, int from) {
    int end = from;
    while (end < text.length() && Letters.isWord(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /**
   * The words of a text for patterns: lower case, no marks, đ as d, signs as one space; y stays y.
   */
  public static String words(String text) {
    String composed = withoutApostrophes(compose(text));
    StringBuilder out = new StringBuilder(composed.length());
    for (int i = 0; i < composed.length(); i++) {
      char c = composed.charAt(i);
      if (Letters.isWord(c)) {
        out.append(Letters.plain(Letters.lower(c)));
      } else {
        space(out);
      }
    }
    return finish(text, out);
  }

  /**
   * y as i after qu, and where it is the only vowel and ends the word: kỹ, lý, mỹ, quý, quỳnh; not
   * in y, ay, uy, yên.
   */
  private static void foldY(char[] out, int start, int end) {
    for (int i = start + 1; i < end; i++) {
      if (Letters.shape(out[i]) != 'y') {
        continue;
      }
      boolean afterQu = i == start + 2 && out[start] == 'q' && out[i - 1] == 'u';
      boolean alone =
          i == end - 1 && !Letters.isVowel(out[i - 1]) && Character.isLetter(out[i - 1]);
      if (afterQu || alone) {
        out[i] = Letters.withTone('i', Letters.tone(out[i]));
      }
    }
  }

  /** The loose key: {@link #fold} without any mark, đ as d. Two different names may share it. */
  public static String toneless(String text) {
    String folded = fold(text);
    boolean ascii = true;
    boolean ours = true;
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      ascii &= c < 0x80;
      ours &= c < 0x80 || Letters.isMarked(c);
    }
    return ascii ? folded : ours ? plain(folded) : fold(plain(folded));
  }

  private static String plain(String folded) {
    char[] out = new char[folded.length()];
    for (int i = 0; i < out.length; i++) {
      out[i] = Letters.plain(folded.charAt(i));
    }
    return new String(out);
  }

  /**
   * The text with every tone on its old-style vowel: {@code Hoà}, {@code Thuỷ}, {@code Qúy} become
   * {@code Hòa}, {@code Thủy}, {@code Quý}. {@code Quỳ} stays. Nothing else changes; the same
   * instance when nothing does.
   */
  public static String canonicalTone(String text) {
    String composed = compose(text);
    char[] letters = composed.toCharArray();
    boolean moved = false;
    int i = 0;
    while (i < letters.length) {
      int end = wordEnd(composed, i);
      moved |= Tones.canonical(letters, i, end);
      i = Math.max(end, i + 1);
    }
    return moved ? new String(letters) : composed;
  }

  /** Also without the marks that combine with no letter. */
  private static String withoutApostrophes(String text) {
    int i = 0;
    while (i < text.length() && !isDropped(text.charAt(i))) {
      i++;
    }
    if (i == text.length()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    for (i = 0; i < text.length(); i++) {
      if (!isDropped(text.charAt(i))) {
        out.append(text.charAt(i));
      }
    }
    return out.toString();
  }

  private static boolean isDropped(char c) {
    return Letters.isCombining(c) || isApostrophe(c);
  }

  private static boolean isApostrophe(char c) {
    return c == '\''
        || c == '\u2019'
        || c == '\u2018'
        || c == '`'
        || c == '\u02BC'
        || c == '\u00B4'
        || c == '\u2032';
  }

  private static String compose(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x300 && !Letters.isMarked(c)) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
      }
    }
    return text;
  }
}
