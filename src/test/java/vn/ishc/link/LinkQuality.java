package vn.ishc.link;

import com.carrotsearch.hppc.LongHashSet;
import com.carrotsearch.hppc.LongIntHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How well the persons that were found match the true ones, over all pairs of rows.
 *
 * @param precision of the pairs held to be one person, the share that is
 * @param recall of the pairs that are one person, the share held to be
 * @param blockingRecall of the pairs of different writings of one person, the share that was weighed at all
 * @param falsePairs pairs of rows wrongly held to be one person
 * @param inDoubt pairs of writings in doubt between the persons found
 * @param weighed pairs of writings weighed
 * @param seconds for keys, pairs and persons
 */
public record LinkQuality(double precision, double recall, double blockingRecall, long falsePairs, long inDoubt, long weighed, double seconds) {

  /** Finds the persons of a made-up province and holds them against the truth. */
  public static LinkQuality of(LinkWorld.Written written) {
    long start = System.nanoTime();
    Candidates candidates = Candidates.of(new PairScorer(), written.profiles(), new LongHashSet());
    List<Membership> found = PersonClusters.of(written.profiles(), candidates.found(), List.of());
    double seconds = (System.nanoTime() - start) / 1e9;
    long inDoubt = candidates.found().stream().filter(pair -> found.get(pair.left()).anchor() != found.get(pair.right()).anchor()).count();
    Counts counts = Counts.of(written, found);
    return new LinkQuality(
        (double) counts.right / counts.held, (double) counts.right / counts.true_, blocking(written), counts.held - counts.right, inDoubt, candidates.weighed(), seconds);
  }

  /** The same for pairs that were judged elsewhere: writings are one person that a chain of such pairs ties together. */
  static LinkQuality ofChains(LinkWorld.Written written, List<ScoredPair> oneByOne) {
    int[] anchors = new int[written.profiles().size()];
    Arrays.setAll(anchors, i -> i);
    for (ScoredPair pair : oneByOne) {
      anchors[anchor(anchors, pair.left())] = anchor(anchors, pair.right());
    }
    List<Membership> found = new ArrayList<>();
    for (int i = 0; i < anchors.length; i++) {
      found.add(new Membership(written.profiles().get(i).key(), written.profiles().get(anchor(anchors, i)).key(), "own", false));
    }
    Counts counts = Counts.of(written, found);
    return new LinkQuality((double) counts.right / counts.held, (double) counts.right / counts.true_, blocking(written), counts.held - counts.right, 0, oneByOne.size(), 0);
  }

  private static int anchor(int[] anchors, int i) {
    int root = i;
    while (anchors[root] != root) {
      root = anchors[root];
    }
    return root;
  }

  /** The harmonic mean of precision and recall. */
  public double f1() {
    return 2 * precision * recall / (precision + recall);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "precision %.5f, recall %.5f, F1 %.5f, blocking recall %.5f, false pairs %d, in doubt %d, weighed %,d, %.2f s", precision, recall, f1(),
        blockingRecall, falsePairs, inDoubt, weighed, seconds);
  }

  private record Counts(long held, long right, long true_) {
    static Counts of(LinkWorld.Written written, List<Membership> found) {
      Map<Long, Map<Integer, Long>> rows = new HashMap<>();
      Map<Integer, Long> ofPerson = new HashMap<>();
      for (int i = 0; i < found.size(); i++) {
        if (found.get(i).nameless()) {
          continue;
        }
        Map<Integer, Long> here = rows.computeIfAbsent(found.get(i).anchor(), k -> new TreeMap<>());
        written.truth().get(i).forEach((person, n) -> {
          here.merge(person, (long) n, Long::sum);
          ofPerson.merge(person, (long) n, Long::sum);
        });
      }
      long held = 0;
      long right = 0;
      for (Map<Integer, Long> here : rows.values()) {
        held += pairs(here.values().stream().mapToLong(Long::longValue).sum());
        right += here.values().stream().mapToLong(Counts::pairs).sum();
      }
      return new Counts(held, right, ofPerson.values().stream().mapToLong(Counts::pairs).sum());
    }

    private static long pairs(long n) {
      return n * (n - 1) / 2;
    }
  }

  private static double blocking(LinkWorld.Written written) {
    LongIntHashMap sizes = new LongIntHashMap();
    Map<Integer, Set<Integer>> writings = new HashMap<>();
    for (int i = 0; i < written.profiles().size(); i++) {
      for (long key : BlockKeys.of(written.profiles().get(i))) {
        sizes.addTo(key, 1);
      }
      for (int person : written.truth().get(i).keySet()) {
        writings.computeIfAbsent(person, p -> new HashSet<>()).add(i);
      }
    }
    long all = 0;
    long met = 0;
    for (Set<Integer> of : writings.values()) {
      List<Integer> list = List.copyOf(of);
      for (int i = 0; i < list.size(); i++) {
        for (int j = i + 1; j < list.size(); j++) {
          all++;
          met += meet(written.profiles().get(list.get(i)), written.profiles().get(list.get(j)), sizes) ? 1 : 0;
        }
      }
    }
    return (double) met / all;
  }

  private static boolean meet(PersonProfile a, PersonProfile b, LongIntHashMap sizes) {
    LongHashSet keys = LongHashSet.from(BlockKeys.of(a));
    for (long key : BlockKeys.of(b)) {
      if (keys.contains(key) && sizes.get(key) <= BlockKeys.MOST) {
        return true;
      }
    }
    return false;
  }
}
