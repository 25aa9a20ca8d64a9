package vn.ishc.clean;

/**
 * Where the tone stands in a syllable, by the old style of the dictionaries: on the marked vowel (ă
 * â ê ô ơ ư), else before a final consonant on the last vowel, else on the last but one (hòa, khỏe,
 * thủy, mùa). The u of qu and the i of gi belong to the initial.
 */
final class Tones {
  private Tones() {}

  /**
   * Moves the tone of the word in place; words of no or several tones, or of two vowel groups, stay
   * as they are.
   *
   * @return whether the tone moved
   */
  static boolean canonical(char[] text, int from, int to) {
    int at = tonedAt(text, from, to);
    int right = at < 0 ? -1 : rightPlace(text, from, to);
    if (right < 0 || right == at) {
      return false;
    }
    int tone = Letters.tone(text[at]);
    text[at] = Letters.shape(text[at]);
    text[right] = Letters.withTone(Letters.shape(text[right]), tone);
    return true;
  }

  /** The one letter that bears a tone; -1 when none or several do. */
  private static int tonedAt(char[] text, int from, int to) {
    int at = -1;
    for (int i = from; i < to; i++) {
      if (Letters.tone(text[i]) != Letters.LEVEL) {
        if (at >= 0) {
          return -1;
        }
        at = i;
      }
    }
    return at;
  }

  private static int rightPlace(char[] text, int from, int to) {
    int first = firstVowel(text, from, to);
    int last = lastVowel(text, first, to);
    if (last < 0 || hasVowel(text, last + 1, to)) {
      return -1;
    }
    for (int i = last; i >= first; i--) {
      if (Letters.drawsTone(Letters.lower(Letters.shape(text[i])))) {
        return i;
      }
    }
    int count = last - first + 1;
    boolean closed = last + 1 < to;
    return count == 1 ? first : closed ? last : count == 2 ? first : first + 1;
  }

  private static int firstVowel(char[] text, int from, int to) {
    int first = from;
    while (first < to && !Letters.isVowel(text[first])) {
      first++;
    }
    return first + 1 < to && glides(text, from, first) ? first + 1 : first;
  }

  /** The u of qu, the i of gi, when a further vowel follows. */
  private static boolean glides(char[] text, int from, int vowel) {
    if (vowel != from + 1 || !Letters.isVowel(text[vowel + 1])) {
      return false;
    }
    char before = Letters.lower(text[from]);
    char shape = Letters.lower(Letters.shape(text[vowel]));
    return (before == 'q' && shape == 'u')
        || (before == 'g' && shape == 'i' && !isGie(text, vowel));
  }

  /** In giêng, giếng the i is a vowel; the tone goes to ê anyway. */
  private static boolean isGie(char[] text, int vowel) {
    return Letters.lower(Letters.shape(text[vowel + 1])) == 'ê';
  }

  private static int lastVowel(char[] text, int first, int to) {
    int last = -1;
    for (int i = first; i < to && Letters.isVowel(text[i]); i++) {
      last = i;
    }
    return last;
  }

  private static boolean hasVowel(char[] text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (Letters.isVowel(text[i])) {
        return true;
      }
    }
    return false;
  }
}
