package vn.ishc.clean;

import java.util.HashSet;
import java.util.Set;

/**
 * Tells what can be a Vietnamese syllable (initial, rhyme, tone) and which syllables are usual in
 * names, places and these lists. This is how a text in a wrong encoding gives itself away: {@code
 * Thóy} cannot be, {@code Thúy} can.
 */
final class Syllables {
  private static final int LETTERS_MAX = 7;
  private static final String[] INITIALS = {
    "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g", "h",
    "k", "l", "m", "n", "p", "r", "s", "t", "v", "x"
  };
  private static final Set<String> RHYMES =
      Set.of(
          ("a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en "
                  + "eng eo ep et "
                  + "ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu "
                  + "o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo "
                  + "oet oi om on ong ooc oong "
                  + "op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh ui "
                  + "um un ung uơ uôc uôi "
                  + "uôm uôn uông uôt up ut uy uya uych uyên uyêt uyn uynh uyp uyt uyu ư ưa ưc ưi ưm ưn ưng "
                  + "ươc ươi ươm ươn ương "
                  + "ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu ych yn ynh yt")
              .split(" "));
  private static final Set<String> USUAL = new HashSet<>(Tables.lines("syllables.txt"));

  private Syllables() {}

  /**
   * True when the word can be a syllable, in lower case, upper case or with a capital first letter.
   */
  static boolean isPossible(String word) {
    if (word.isEmpty() || word.length() > LETTERS_MAX || hasInnerCapital(word)) {
      return false;
    }
    char[] shape = new char[word.length()];
    int tone = Letters.LEVEL;
    for (int i = 0; i < shape.length; i++) {
      char c = word.charAt(i);
      int here = Letters.tone(c);
      if (here != Letters.LEVEL && tone != Letters.LEVEL) {
        return false;
      }
      tone = Math.max(tone, here);
      shape[i] = Letters.lower(Letters.shape(c));
    }
    return isPossible(new String(shape), tone);
  }

  /** A marked capital after a small letter: {@code NguyÔn}, {@code ThÞ}. */
  private static boolean hasInnerCapital(String word) {
    for (int i = 1; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c >= 0x80 && Character.isUpperCase(c) && Character.isLowerCase(word.charAt(i - 1))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPossible(String shape, int tone) {
    if (shape.startsWith("gi")) {
      String rest = shape.substring(2);
      return rest.isEmpty() || isRhyme(rest, tone) || isRhyme(shape.substring(1), tone);
    }
    return isRhyme(shape.substring(initial(shape).length()), tone);
  }

  /** The initial consonants; empty when it begins with a vowel. */
  static String initial(String shape) {
    for (String initial : INITIALS) {
      if (shape.startsWith(initial)) {
        return initial;
      }
    }
    return "";
  }

  private static boolean isRhyme(String rhyme, int tone) {
    return RHYMES.contains(rhyme)
        && (tone == Letters.ACUTE
            || tone == Letters.DOT
            || !isStopped(rhyme)
            || tone == Letters.LEVEL);
  }

  private static boolean isStopped(String rhyme) {
    char last = rhyme.charAt(rhyme.length() - 1);
    return last == 'c' || last == 'p' || last == 't' || rhyme.endsWith("ch");
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
