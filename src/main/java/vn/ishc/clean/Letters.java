package vn.ishc.clean;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * The Vietnamese alphabet as tables: every letter is a shape (ê, ư, đ, a) with one of six tones.
 */
final class Letters {
  /** No tone: ngang. */
  static final int LEVEL = 0;

  /** The tones sắc and nặng, the only ones before a final c, ch, p, t. */
  static final int ACUTE = 4;

  static final int DOT = 5;

  private static final int LIMIT = 0x1F00;
  private static final String VOWELS = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY";
  private static final String[] TONE_MARKS = {"", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"};

  private static final char[] SHAPE = new char[LIMIT];
  private static final byte[] TONE = new byte[LIMIT];
  private static final char[] PLAIN = new char[LIMIT];
  private static final char[] LOWER = new char[LIMIT];
  private static final boolean[] VIETNAMESE = new boolean[LIMIT];
  private static final boolean[] WORD = new boolean[LIMIT];
  private static final char[][] TONED = new char[LIMIT][];

  static {
    for (char c = 0; c < LIMIT; c++) {
      SHAPE[c] = c;
      PLAIN[c] = plainOf(c);
      LOWER[c] = Character.toLowerCase(c);
      WORD[c] = Character.isLetterOrDigit(c);
    }
    LOWER['\u0130'] = 'i';
    for (char shape : VOWELS.toCharArray()) {
      addVowel(shape);
    }
    for (char consonant : "đĐ".toCharArray()) {
      VIETNAMESE[consonant] = true;
      PLAIN[consonant] = consonant == 'đ' ? 'd' : 'D';
    }
  }

  private Letters() {}

  private static char plainOf(char c) {
    if (c < 0x80 || !Character.isLetter(c)) {
      return c;
    }
    String decomposed = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
    return decomposed.charAt(0);
  }

  private static void addVowel(char shape) {
    char[] row = new char[TONE_MARKS.length];
    for (int tone = 0; tone < row.length; tone++) {
      row[tone] = Normalizer.normalize(shape + TONE_MARKS[tone], Normalizer.Form.NFC).charAt(0);
      SHAPE[row[tone]] = shape;
      TONE[row[tone]] = (byte) tone;
      VIETNAMESE[row[tone]] = row[tone] >= 0x80;
    }
    TONED[shape] = row;
  }

  /** The letter without its tone, mark and case kept: ế becomes ê. */
  static char shape(char c) {
    return c < LIMIT ? SHAPE[c] : c;
  }

  /** The tone of a letter, {@link #LEVEL} for all others. */
  static int tone(char c) {
    return c < LIMIT ? TONE[c] : LEVEL;
  }

  /** A shape with a tone; the shape itself when it is no vowel. */
  static char withTone(char shape, int tone) {
    char[] row = shape < LIMIT ? TONED[shape] : null;
    return row == null ? shape : row[tone];
  }

  /** The letter without mark and tone, case kept: Ế becomes E, đ becomes d. */
  static char plain(char c) {
    return c < LIMIT ? PLAIN[c] : c;
  }

  /** Lower case by the character alone: the same in every locale. */
  static char lower(char c) {
    return c < LIMIT ? LOWER[c] : Character.toLowerCase(c);
  }

  /** Upper case by the character alone: the same in every locale. */
  static char upper(char c) {
    return Character.toUpperCase(c);
  }

  /** True for the 134 letters of the alphabet that ASCII lacks. */
  static boolean isMarked(char c) {
    return c < LIMIT && VIETNAMESE[c];
  }

  /** True for letters and digits, the signs that words are made of. */
  static boolean isWord(char c) {
    return c < LIMIT ? WORD[c] : Character.isLetterOrDigit(c);
  }

  /** True for the shapes that bear the tone before all others: ă â ê ô ơ ư, in small letters. */
  static boolean drawsTone(char shape) {
    return shape == 'ă'
        || shape == 'â'
        || shape == 'ê'
        || shape == 'ô'
        || shape == 'ơ'
        || shape == 'ư';
  }

  /** True for a vowel, of any tone and case. */
  static boolean isVowel(char c) {
    char shape = shape(c);
    return shape < LIMIT && TONED[shape] != null;
  }

  /** True for a mark that combines with the letter before it. */
  static boolean isCombining(char c) {
    return c >= 0x300 && c <= 0x36F;
  }

  /** True for A to Z and a to z. */
  static boolean isAscii(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** True when every letter is A to Z or a to z. */
  static boolean isAsciiWord(String word) {
    return word.chars().allMatch(c -> isAscii((char) c));
  }

  /** The letters that are not in ASCII, for tests and generators. */
  static char[] marked() {
    char[] all = new char[LIMIT];
    int count = 0;
    for (char c = 0; c < LIMIT; c++) {
      if (VIETNAMESE[c]) {
        all[count++] = c;
      }
    }
    return Arrays.copyOf(all, count);
  }
}
