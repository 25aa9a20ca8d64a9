package vn.ishc.sheet;

import java.io.CharArrayReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Tells the separator from the first records: the one that cuts most of them into equally many
 * fields.
 */
final class SeparatorVote {
  /** A character no text has: the whole line is one field. */
  static final char NONE = '\uFFFF';

  private static final int RECORDS_MAX = 200;
  private static final int FIELDS_COUNTED_MAX = 8;

  /** A tab hardly ever stands in a text, a semicolon seldom, a comma often. */
  private static final char[] CANDIDATES = {'\t', ';', '|', ','};

  private static final int[] WEIGHTS = {4, 2, 2, 1};

  private SeparatorVote() {}

  /** The separator of a sample. */
  static char of(char[] sample, ReadLimits limits) throws IOException {
    char best = vote(sample, limits, false);
    return best == NONE ? vote(sample, limits, true) : best;
  }

  /**
   * @param spaced whether a separator counts before a space, where it is more likely punctuation
   */
  private static char vote(char[] sample, ReadLimits limits, boolean spaced) throws IOException {
    char best = NONE;
    long bestScore = 0;
    for (int i = 0; i < CANDIDATES.length; i++) {
      long score = score(sample, CANDIDATES[i], limits, spaced) * WEIGHTS[i];
      if (score > bestScore) {
        best = CANDIDATES[i];
        bestScore = score;
      }
    }
    return best;
  }

  private static long score(char[] sample, char separator, ReadLimits limits, boolean spaced)
      throws IOException {
    Map<Integer, Integer> recordsByCuts = new HashMap<>();
    int records = 0;
    try (DelimitedScanner scanner =
        new DelimitedScanner(new CharArrayReader(sample), separator, limits)) {
      while (records < RECORDS_MAX && scanner.next()) {
        recordsByCuts.merge(cuts(scanner, spaced), 1, Integer::sum);
        records++;
      }
    }
    recordsByCuts.remove(0);
    long score = 0;
    for (Map.Entry<Integer, Integer> group : recordsByCuts.entrySet()) {
      boolean common = !spaced || group.getValue() * 5 >= records * 4;
      score =
          common
              ? Math.max(
                  score, (long) group.getValue() * Math.min(group.getKey(), FIELDS_COUNTED_MAX))
              : score;
    }
    return score;
  }

  private static int cuts(DelimitedScanner scanner, boolean spaced) {
    int cuts = 0;
    for (int field = 1; field < scanner.fields(); field++) {
      int from = scanner.from(field);
      boolean punctuation = from < scanner.to(field) && scanner.text()[from] == ' ';
      cuts += spaced || !punctuation ? 1 : 0;
    }
    return cuts;
  }
}
