package vn.ishc.link;

/** Whether one word may be a misspelling of another. */
final class Misspelling {
  /** Words shorter than this are other words when a letter differs: Lan, Lai. */
  private static final int ONE_FROM = 4;

  /** From this length on two letters may differ. */
  private static final int TWO_FROM = 6;

  private Misspelling() {}

  /** Whether the words are alike but for a letter, two in a long word; symmetric. */
  static boolean likely(String a, String b) {
    if (a.equals(b)) {
      return true;
    }
    int shorter = Math.min(a.length(), b.length());
    int most = shorter >= TWO_FROM ? 2 : shorter >= ONE_FROM ? 1 : 0;
    return most > 0 && Math.abs(a.length() - b.length()) <= most && distance(a, b) <= most;
  }

  /** Letters put in, left out, replaced, or exchanged with their neighbour (optimal string alignment). */
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      d[i][0] = i;
    }
    for (int j = 0; j <= b.length(); j++) {
      d[0][j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        int other = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + other);
        if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
