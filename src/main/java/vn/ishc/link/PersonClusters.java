package vn.ishc.link;

import com.carrotsearch.hppc.LongIntHashMap;
import com.carrotsearch.hppc.LongObjectHashMap;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.ishc.link.PairScore.Zone;

/**
 * From pairs to persons. Decisions first, then pairs from the heaviest to the lightest; two clusters become one unless they contradict each other, so that no
 * chain of likenesses makes one person of two. Where two candidates that cannot be one person are about as near, neither is taken, unless one alone is of the
 * same club. The result depends on the set of writings, pairs and decisions only: every choice is made by weight, then by key.
 */
public final class PersonClusters {
  private final List<PersonProfile> profiles;
  private final List<ScoredPair> pairs;
  private final Cluster[] clusters;
  private final String[] match;
  private final BitSet joined = new BitSet();
  private final List<List<ScoredPair>> pairsOf = new ArrayList<>();
  private final LongObjectHashMap<Set<Integer>> forbidden = new LongObjectHashMap<>();

  private PersonClusters(List<PersonProfile> profiles, List<ScoredPair> pairs) {
    this.profiles = profiles;
    this.pairs = pairs.stream().filter(pair -> pair.score().mayJoin()).sorted(HEAVIEST).toList();
    this.clusters = new Cluster[profiles.size()];
    this.match = new String[profiles.size()];
    for (int i = 0; i < clusters.length; i++) {
      clusters[i] = new Cluster(i, profiles.get(i));
      match[i] = own(profiles.get(i));
      pairsOf.add(new ArrayList<>(2));
    }
    for (ScoredPair pair : this.pairs) {
      pairsOf.get(pair.left()).add(pair);
      pairsOf.get(pair.right()).add(pair);
    }
  }

  private static final Comparator<ScoredPair> HEAVIEST =
      Comparator.comparingDouble((ScoredPair pair) -> -pair.score().weight()).thenComparingInt(ScoredPair::left).thenComparingInt(ScoredPair::right);

  /**
   * Who is who.
   *
   * @param profiles in ascending order of their keys
   * @param pairs those found among them
   * @param decisions the latest first; of two that contradict each other the earlier one in the list holds
   * @return one membership per writing, in the order of the writings
   */
  public static List<Membership> of(List<PersonProfile> profiles, List<ScoredPair> pairs, List<Decision> decisions) {
    PersonClusters clusters = new PersonClusters(profiles, pairs);
    clusters.decide(decisions);
    clusters.pairs.forEach(clusters::join);
    return clusters.memberships();
  }

  /**
   * What stands against two persons being one, however much their writings agree.
   *
   * @param one all writings of the one, at least one
   * @param other all writings of the other, at least one
   */
  public static Optional<Contradiction> against(List<PersonProfile> one, List<PersonProfile> other) {
    return Optional.ofNullable(cluster(one).against(cluster(other)));
  }

  private static Cluster cluster(List<PersonProfile> writings) {
    Cluster cluster = new Cluster(0, writings.getFirst());
    writings.stream().skip(1).forEach(writing -> cluster.take(new Cluster(0, writing)));
    return cluster;
  }

  private static String own(PersonProfile profile) {
    if (!profile.nationalId().isEmpty()) {
      return "national_id";
    }
    return !profile.oldId().isEmpty() ? "old_id" : !profile.insuranceNo().isEmpty() ? "insurance_no" : "own";
  }

  private void decide(List<Decision> decisions) {
    LongIntHashMap places = new LongIntHashMap();
    for (int i = 0; i < profiles.size(); i++) {
      places.put(profiles.get(i).key(), i);
    }
    for (Decision decision : decisions) {
      int left = places.getOrDefault(decision.left(), -1);
      int right = places.getOrDefault(decision.right(), -1);
      if (left < 0 || right < 0 || left == right) {
        continue;
      }
      Cluster a = clusters[left].root();
      Cluster b = clusters[right].root();
      if (!decision.samePerson()) {
        forbid(left, right);
      } else if (a != b && !isForbidden(a, b)) {
        learn(left, "decision");
        learn(right, "decision");
        a.take(b);
      }
    }
  }

  private void forbid(int left, int right) {
    forbiddenTo(left).add(right);
    forbiddenTo(right).add(left);
  }

  private Set<Integer> forbiddenTo(int member) {
    Set<Integer> others = forbidden.get(member);
    if (others == null) {
      others = new LinkedHashSet<>();
      forbidden.put(member, others);
    }
    return others;
  }

  private boolean isForbidden(Cluster a, Cluster b) {
    if (forbidden.isEmpty()) {
      return false;
    }
    for (int member : a.members()) {
      Set<Integer> others = forbidden.get(member);
      if (others != null && b.members().stream().anyMatch(others::contains)) {
        return true;
      }
    }
    return false;
  }

  private boolean cannotJoin(Cluster a, Cluster b) {
    return a.contradicts(b) || isForbidden(a, b);
  }

  private void join(ScoredPair pair) {
    Cluster a = clusters[pair.left()].root();
    Cluster b = clusters[pair.right()].root();
    if (a == b || cannotJoin(a, b)) {
      return;
    }
    if (isOpen(pair, a, b) || isOpen(pair, b, a)) {
      return;
    }
    learn(pair.left(), how(pair.score()));
    learn(pair.right(), how(pair.score()));
    if (a.members().size() >= b.members().size()) {
      a.take(b);
    } else {
      b.take(a);
    }
  }

  /** The heaviest pair that joins a writing to others tells how its person was found; who bears a 12-digit number is known by it. */
  private void learn(int member, String how) {
    if (!joined.get(member)) {
      joined.set(member);
      match[member] = match[member].equals("national_id") && !how.equals("decision") ? match[member] : how;
    }
  }

  private static String how(PairScore score) {
    if (score.nationalId() == Sameness.SAME) {
      return "national_id";
    }
    if (score.oldId() == Sameness.SAME) {
      return "old_id";
    }
    if (score.insuranceNo() == Sameness.SAME) {
      return "insurance_no";
    }
    return score.loan() == Sameness.SAME ? "loan" : "name_and_birth";
  }

  /** Whether somebody else is about as near to one side of a pair as the other side is. */
  private boolean isOpen(ScoredPair pair, Cluster one, Cluster candidate) {
    Set<Cluster> rivals = rivals(pair, one, candidate);
    return !rivals.isEmpty() && (!one.sharesClub(candidate) || rivals.stream().anyMatch(one::sharesClub));
  }

  private Set<Cluster> rivals(ScoredPair pair, Cluster one, Cluster candidate) {
    Set<Cluster> rivals = new LinkedHashSet<>();
    boolean certain = pair.score().zone() == Zone.LINK;
    double least = pair.score().weight() - Weights.MARGIN;
    for (int member : one.members()) {
      for (ScoredPair other : pairsOf.get(member)) {
        if (other.score().weight() < least) {
          break;
        }
        Cluster rival = clusters[other.left() == member ? other.right() : other.left()].root();
        if (rival != one && rival != candidate && !cannotJoin(one, rival) && (!certain || cannotJoin(candidate, rival))) {
          rivals.add(rival);
        }
      }
    }
    return rivals;
  }

  private List<Membership> memberships() {
    List<Membership> memberships = new ArrayList<>(clusters.length);
    LongIntHashMap anchors = new LongIntHashMap();
    LongIntHashMap named = new LongIntHashMap();
    for (int i = 0; i < clusters.length; i++) {
      int root = clusters[i].root().members().getFirst();
      int anchor = anchors.getOrDefault(root, i);
      anchors.put(root, profiles.get(i).firstPeriod().compareTo(profiles.get(anchor).firstPeriod()) < 0 ? i : anchor);
      if (!profiles.get(i).namedOnly()) {
        named.put(root, 1);
      }
    }
    for (int i = 0; i < clusters.length; i++) {
      int root = clusters[i].root().members().getFirst();
      memberships.add(new Membership(profiles.get(i).key(), profiles.get(anchors.get(root)).key(), match[i], !named.containsKey(root)));
    }
    return memberships;
  }
}
