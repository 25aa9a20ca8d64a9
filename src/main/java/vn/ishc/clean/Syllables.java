package vn.ishc.clean;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Tells what can be a Vietnamese syllable (initial, rhyme, tone) and which syllables are usual in
 * names, places and these lists. This is how a text in a wrong encoding gives itself away: {@code
 * Thóy} cannot be, {@code Thúy} can.
 */
final class Syllables {
  private static final int LETTERS_MAX = 7;

  /** No rhyme is longer, so that one fits into a long, 16 bits a letter. */
  private static final int RHYME_MAX = 4;

  private static final String RHYMES =
      "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât "
          + "âu ây e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên "
          + "iêng iêp iêt iêu im in inh ip it iu o oa oac oach oai oam oan oang oanh oao oap "
          + "oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot ô ôc "
          + "ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh ui um "
          + "un ung uơ uôc uôi uôm uôn uông uôt up ut uy uya uych uyên uyêt uyn uynh uyp uyt "
          + "uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng "
          + "yêt yêu ych yn ynh yt";
  private static final long[] PACKED = packed(RHYMES.split(" "));
  private static final Set<String> USUAL = new HashSet<>(Tables.lines("syllables.txt"));

  private Syllables() {}

  private static long[] packed(String[] rhymes) {
    long[] packed = new long[rhymes.length];
    for (int i = 0; i < packed.length; i++) {
      packed[i] = pack(rhymes[i], 0, rhymes[i].length());
    }
    Arrays.sort(packed);
    return packed;
  }

  /** The letters without tone and case as one number; 0 for none or too many. */
  private static long pack(String text, int from, int to) {
    if (to - from > RHYME_MAX) {
      return 0;
    }
    long packed = 0;
    for (int i = from; i < to; i++) {
      packed = packed << 16 | bare(text, i, to);
    }
    return packed;
  }

  private static char bare(String text, int at, int to) {
    return at < to ? Letters.lower(Letters.shape(text.charAt(at))) : 0;
  }

  /**
   * True when the word can be a syllable, in lower case, upper case or with a capital first letter.
   */
  static boolean isPossible(String text, int from, int to) {
    if (from == to || to - from > LETTERS_MAX || hasInnerCapital(text, from, to)) {
      return false;
    }
    int tone = Letters.LEVEL;
    for (int i = from; i < to; i++) {
      int here = Letters.tone(text.charAt(i));
      if (here != Letters.LEVEL && tone != Letters.LEVEL) {
        return false;
      }
      tone = Math.max(tone, here);
    }
    if (bare(text, from, to) == 'g' && bare(text, from + 1, to) == 'i') {
      return to == from + 2
          || isRhyme(text, from + 2, to, tone)
          || isRhyme(text, from + 1, to, tone);
    }
    return isRhyme(text, from + initialLength(text, from, to), to, tone);
  }

  /** As {@link #isPossible(String, int, int)} for a whole word. */
  static boolean isPossible(String word) {
    return isPossible(word, 0, word.length());
  }

  /** A marked capital after a small letter: {@code NguyÔn}, {@code ThÞ}. */
  private static boolean hasInnerCapital(String text, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      char c = text.charAt(i);
      if (c >= 0x80 && Character.isUpperCase(c) && Character.isLowerCase(text.charAt(i - 1))) {
        return true;
      }
    }
    return false;
  }

  /** The length of the initial consonants; 0 when the word begins with a vowel. */
  private static int initialLength(String text, int from, int to) {
    char second = bare(text, from + 1, to);
    return switch (bare(text, from, to)) {
      case 'b', 'd', 'đ', 'h', 'l', 'm', 'r', 's', 'v', 'x' -> 1;
      case 'c', 'g', 'k', 'p' -> second == 'h' ? 2 : 1;
      case 't' -> second == 'h' || second == 'r' ? 2 : 1;
      case 'n' -> second == 'h' ? 2 : second != 'g' ? 1 : bare(text, from + 2, to) == 'h' ? 3 : 2;
      case 'q' -> second == 'u' ? 2 : 0;
      default -> 0;
    };
  }

  /** A known rhyme; one that ends in c, ch, p or t bears sắc, nặng or, unmarked, any tone. */
  private static boolean isRhyme(String text, int from, int to, int tone) {
    long packed = pack(text, from, to);
    if (packed == 0 || Arrays.binarySearch(PACKED, packed) < 0) {
      return false;
    }
    boolean free = tone == Letters.LEVEL || tone == Letters.ACUTE || tone == Letters.DOT;
    return free || !isStopped(bare(text, to - 1, to), to - from > 1 ? bare(text, to - 2, to) : 0);
  }

  private static boolean isStopped(char last, char before) {
    return last == 'c' || last == 'p' || last == 't' || (last == 'h' && before == 'c');
  }

  /** True for a syllable that names, places and lists use often. */
  static boolean isUsual(String word) {
    return USUAL.contains(Spelling.canonicalTone(lower(word)));
  }

  private static String lower(String word) {
    char[] out = new char[word.length()];
    for (int i = 0; i < out.length; i++) {
      out[i] = Letters.lower(word.charAt(i));
    }
    return new String(out);
  }
}
