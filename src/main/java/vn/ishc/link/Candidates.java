package vn.ishc.link;

import com.carrotsearch.hppc.LongHashSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the pairs worth weighing, by shared keys, and weighs them. A key with at most {@link BlockKeys#MOST} writings gives all its pairs, one with more gives
 * none: the work grows with the number of writings, never with its square.
 */
public final class Candidates {
  private static final int INDEX_BITS = Long.SIZE - BlockKeys.BITS;
  private static final int INDEX_MASK = (1 << INDEX_BITS) - 1;

  private final PairScorer scorer;
  private final List<PersonProfile> profiles;
  private final long[][] keys;
  private final LongHashSet passedOver;
  private final List<ScoredPair> found = new ArrayList<>();
  private long weighed;

  private Candidates(PairScorer scorer, List<PersonProfile> profiles, long[][] keys, LongHashSet passedOver) {
    this.scorer = scorer;
    this.profiles = profiles;
    this.keys = keys;
    this.passedOver = passedOver;
  }

  /**
   * The pairs of a set of writings that are not plainly of two persons, in the order of their keys.
   *
   * @param profiles in ascending order of their keys
   * @param crowded keys that more writings than {@link BlockKeys#MOST} have, those outside this set counted too
   */
  public static List<ScoredPair> pairs(PairScorer scorer, List<PersonProfile> profiles, LongHashSet crowded) {
    return of(scorer, profiles, crowded).found;
  }

  static Candidates of(PairScorer scorer, List<PersonProfile> profiles, LongHashSet crowded) {
    if (profiles.size() > INDEX_MASK) {
      throw new IllegalArgumentException("too many writings for one run: " + profiles.size());
    }
    long[][] keys = new long[profiles.size()][];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = BlockKeys.of(profiles.get(i));
    }
    Candidates candidates = new Candidates(scorer, profiles, keys, new LongHashSet(crowded));
    candidates.search();
    return candidates;
  }

  /** How many pairs were weighed. */
  long weighed() {
    return weighed;
  }

  List<ScoredPair> found() {
    return found;
  }

  private void search() {
    long[] entries = entries();
    passOver(entries);
    for (int from = 0; from < entries.length; ) {
      int to = end(entries, from);
      if (to - from > 1) {
        block(entries, from, to);
      }
      from = to;
    }
    found.sort((a, b) -> a.left() != b.left() ? Integer.compare(a.left(), b.left()) : Integer.compare(a.right(), b.right()));
  }

  /** Key and place in one number, sorted, so that writings with one key follow each other. */
  private long[] entries() {
    long[] entries = new long[Arrays.stream(keys).mapToInt(k -> k.length).sum()];
    int n = 0;
    for (int i = 0; i < keys.length; i++) {
      for (long key : keys[i]) {
        entries[n++] = key << INDEX_BITS | i;
      }
    }
    Arrays.parallelSort(entries);
    return entries;
  }

  private static int end(long[] entries, int from) {
    long key = entries[from] >>> INDEX_BITS;
    int to = from + 1;
    while (to < entries.length && entries[to] >>> INDEX_BITS == key) {
      to++;
    }
    return to;
  }

  private void passOver(long[] entries) {
    for (int from = 0; from < entries.length; ) {
      int to = end(entries, from);
      if (to - from > BlockKeys.MOST) {
        passedOver.add(entries[from] >>> INDEX_BITS);
      }
      from = to;
    }
  }

  private void block(long[] entries, int from, int to) {
    long key = entries[from] >>> INDEX_BITS;
    if (passedOver.contains(key)) {
      return;
    }
    for (int i = from; i < to; i++) {
      for (int j = i + 1; j < to; j++) {
        int left = (int) (entries[i] & INDEX_MASK);
        int right = (int) (entries[j] & INDEX_MASK);
        if (isFirstShared(key, keys[left], keys[right])) {
          weigh(left, right);
        }
      }
    }
  }

  /** A pair that shares several keys is weighed once, under the smallest of them. */
  private boolean isFirstShared(long key, long[] a, long[] b) {
    for (int i = 0, j = 0; i < a.length && j < b.length; ) {
      if (a[i] == b[j]) {
        if (a[i] == key) {
          return true;
        }
        if (!passedOver.contains(a[i])) {
          return false;
        }
        i++;
        j++;
      } else if (a[i] < b[j]) {
        i++;
      } else {
        j++;
      }
    }
    return false;
  }

  private void weigh(int left, int right) {
    PersonProfile a = profiles.get(left);
    PersonProfile b = profiles.get(right);
    if (a.sharesRoster(b) && (a.nationalId().isEmpty() || !a.nationalId().equals(b.nationalId()))) {
      return;
    }
    weighed++;
    PairScore score = scorer.score(a, b);
    if (score.zone() != PairScore.Zone.NONE) {
      found.add(new ScoredPair(left, right, score));
    }
  }
}
