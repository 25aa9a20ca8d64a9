package vn.ishc.link;

/** How two writings of a name agree, from most to least. */
public enum NameAgreement {
  /** Letter for letter, tones too. */
  SAME('=', true),
  /** Alike but for tone marks, where one writing has none at all or the given name agrees with its tones. */
  SAME_WITHOUT_TONES('~', true),
  /** Family and given name agree, a middle name is abbreviated: Nguyễn T. Hoa. */
  MIDDLE_SHORTENED('.', true),
  /** Family and given name agree, one writing lacks a middle name. */
  MIDDLE_MISSING('-', true),
  /** Family and given name agree, the middle names are others. */
  MIDDLE_DIFFERS('m', false),
  /** Alike but for the tones of the given name, both written with tones: Hoa and Hòa. */
  TONES_DIFFER('t', false),
  /** One letter differs. */
  ONE_LETTER('1', false),
  /** Misspelt in up to two letters of each word, in words long enough to bear it. */
  MISSPELT('2', false),
  /** The same words in another order, perhaps misspelt: given name first. */
  REORDERED('o', false),
  /** Only a given name is written on one side. */
  GIVEN_ONLY('g', false),
  /** The given name agrees, the family name does not. */
  FAMILY_DIFFERS('f', false),
  /** Another given name: speaks against. */
  GIVEN_DIFFERS('x', false),
  /** A name is missing. */
  UNKNOWN('?', false);

  private final char sign;
  private final boolean oneName;

  NameAgreement(char sign, boolean oneName) {
    this.sign = sign;
    this.oneName = oneName;
  }

  char sign() {
    return sign;
  }

  /** Whether both can be writings of one name. Without it no two writings are linked unless a number agrees. */
  public boolean oneName() {
    return oneName;
  }

  /** Compares two names; symmetric. */
  public static NameAgreement of(WrittenName a, WrittenName b) {
    if (a.isAbsent() || b.isAbsent()) {
      return UNKNOWN;
    }
    if (a.key().equals(b.key())) {
      return SAME;
    }
    boolean bare = a.isBare() || b.isBare();
    if (a.bareKey().equals(b.bareKey())) {
      return bare || a.given().equals(b.given()) ? SAME_WITHOUT_TONES : TONES_DIFFER;
    }
    boolean given = bare ? a.bareGiven().equals(b.bareGiven()) : a.given().equals(b.given());
    if (given && (a.family().isEmpty() || b.family().isEmpty())) {
      return GIVEN_ONLY;
    }
    if (given && sameFamily(a, b)) {
      return middle(a, b);
    }
    if (oneLetter(a.bareKey(), b.bareKey())) {
      return ONE_LETTER;
    }
    if (a.words().length == b.words().length && a.words().length > 1) {
      if (misspelt(a.bareWords(), b.bareWords())) {
        return MISSPELT;
      }
      if (reordered(a.bareWords(), b.bareWords())) {
        return REORDERED;
      }
    }
    return given ? FAMILY_DIFFERS : GIVEN_DIFFERS;
  }

  /** The family name agrees even where its tones were lost alone, or it is cut to its first letters: Ng. */
  private static boolean sameFamily(WrittenName a, WrittenName b) {
    return a.bareFamily().equals(b.bareFamily()) || isInitial(a.bareFamily(), b.bareFamily());
  }

  private static NameAgreement middle(WrittenName a, WrittenName b) {
    boolean cut = !a.bareFamily().equals(b.bareFamily());
    if (a.middles() == b.middles()) {
      boolean shortened = cut;
      for (int i = 0; i < a.middles(); i++) {
        if (!a.bareMiddle(i).equals(b.bareMiddle(i))) {
          if (!isInitial(a.bareMiddle(i), b.bareMiddle(i))) {
            return MIDDLE_DIFFERS;
          }
          shortened = true;
        }
      }
      return shortened ? MIDDLE_SHORTENED : SAME_WITHOUT_TONES;
    }
    boolean part = a.middles() < b.middles() ? isPart(a, b) : isPart(b, a);
    return part ? MIDDLE_MISSING : MIDDLE_DIFFERS;
  }

  private static boolean isPart(WrittenName shorter, WrittenName longer) {
    int at = 0;
    for (int i = 0; i < longer.middles() && at < shorter.middles(); i++) {
      String one = shorter.bareMiddle(at);
      String other = longer.bareMiddle(i);
      if (one.equals(other) || isInitial(one, other)) {
        at++;
      }
    }
    return at == shorter.middles();
  }

  /** One is the consonant or two that the other begins with: t of thi, ng of nguyen; but ho is a family name beside hoang. */
  private static boolean isInitial(String a, String b) {
    String shorter = a.length() < b.length() ? a : b;
    String longer = shorter.equals(a) ? b : a;
    return !shorter.isEmpty() && shorter.length() <= 2 && shorter.length() < longer.length() && longer.startsWith(shorter) && shorter.chars().noneMatch(c -> "aeiouy".indexOf(c) >= 0);
  }

  private static boolean misspelt(String[] a, String[] b) {
    for (int i = 0; i < a.length; i++) {
      if (!Misspelling.likely(a[i], b[i])) {
        return false;
      }
    }
    return true;
  }

  /** Whether each word of one name is found in the other, wherever it stands. */
  private static boolean reordered(String[] a, String[] b) {
    boolean[] taken = new boolean[b.length];
    for (String word : a) {
      int at = 0;
      while (at < b.length && (taken[at] || !Misspelling.likely(word, b[at]))) {
        at++;
      }
      if (at == b.length) {
        return false;
      }
      taken[at] = true;
    }
    return true;
  }

  /** One letter more, less, other, or two neighbours exchanged, in names of some length. */
  private static boolean oneLetter(String a, String b) {
    if (Math.abs(a.length() - b.length()) > 1 || Math.min(a.length(), b.length()) < 7) {
      return false;
    }
    int start = 0;
    int shared = Math.min(a.length(), b.length());
    while (start < shared && a.charAt(start) == b.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < shared - start && a.charAt(a.length() - 1 - end) == b.charAt(b.length() - 1 - end)) {
      end++;
    }
    int leftA = a.length() - start - end;
    int leftB = b.length() - start - end;
    if (Math.max(leftA, leftB) <= 1) {
      return a.charAt(Math.min(start, a.length() - 1)) != ' ' && b.charAt(Math.min(start, b.length() - 1)) != ' ';
    }
    return leftA == 2 && leftB == 2 && a.charAt(start) == b.charAt(start + 1) && a.charAt(start + 1) == b.charAt(start);
  }
}
