package vn.ishc.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Weights after Fellegi and Sunter for a set whose errors nobody has told: u from pairs drawn at random, m by expectation and maximisation over the pairs that share a
 * key. The truth has no part in it. Unknown comparisons weigh nothing, as in the product.
 */
final class EstimatedWeights {
  private static final int RANDOM_PAIRS = 400_000;
  private static final int ROUNDS = 50;
  private static final double LEAST = 1e-4;

  /** Keys may be so good that nearly every pair is one person. */
  private static final double SHARE_MOST = 0.99;

  private final Map<String, Double> m = new HashMap<>();
  private final Map<String, Double> u = new HashMap<>();
  private double share = 0.1;

  /**
   * Estimates.
   *
   * @param candidates pairs that share a key
   */
  static EstimatedWeights of(List<PersonProfile> profiles, List<PairScore> candidates) {
    EstimatedWeights weights = new EstimatedWeights();
    weights.atRandom(profiles);
    List<List<String>> patterns = candidates.stream().map(EstimatedWeights::pattern).toList();
    for (int round = 0; round < ROUNDS; round++) {
      weights.maximise(patterns);
    }
    return weights;
  }

  private static List<String> pattern(PairScore score) {
    List<String> known = new ArrayList<>();
    String signs = score.signs();
    for (int i = 0; i < signs.length(); i++) {
      if (signs.charAt(i) != '?') {
        known.add(i + "" + signs.charAt(i));
      }
    }
    return known;
  }

  private void atRandom(List<PersonProfile> profiles) {
    PairScorer scorer = new PairScorer();
    Random random = new Random(1);
    Map<String, Double> seen = new HashMap<>();
    for (int i = 0; i < RANDOM_PAIRS; i++) {
      PersonProfile a = profiles.get(random.nextInt(profiles.size()));
      PersonProfile b = profiles.get(random.nextInt(profiles.size()));
      if (a.key() != b.key()) {
        pattern(scorer.score(a, b)).forEach(sign -> seen.merge(sign, 1.0, Double::sum));
      }
    }
    shares(seen, u);
    u.keySet().forEach(sign -> m.put(sign, "=d~".indexOf(sign.charAt(sign.length() - 1)) >= 0 ? 0.9 : 0.1));
  }

  /** The share of each outcome among the known outcomes of its comparison. */
  private static void shares(Map<String, Double> seen, Map<String, Double> into) {
    Map<String, Double> all = new HashMap<>();
    seen.forEach((sign, n) -> all.merge(comparison(sign), n, Double::sum));
    seen.forEach((sign, n) -> into.put(sign, Math.max(LEAST, n / all.getOrDefault(comparison(sign), 1.0))));
  }

  private static String comparison(String sign) {
    return sign.substring(0, sign.length() - 1);
  }

  private void maximise(List<List<String>> patterns) {
    Map<String, Double> seen = new HashMap<>();
    double all = 0;
    for (List<String> pattern : patterns) {
      double one = probability(pattern);
      all += one;
      pattern.forEach(sign -> seen.merge(sign, one, Double::sum));
    }
    share = Math.min(SHARE_MOST, all / patterns.size());
    shares(seen, m);
  }

  private double probability(List<String> pattern) {
    double odds = share / (1 - share);
    for (String sign : pattern) {
      odds *= m.getOrDefault(sign, LEAST) / u.getOrDefault(sign, LEAST);
    }
    return odds / (1 + odds);
  }

  /** The probability that a pair which shares a key is one person. */
  double probability(PairScore score) {
    return probability(pattern(score));
  }
}
