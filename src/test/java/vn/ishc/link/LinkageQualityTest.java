package vn.ishc.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The floor under the quality of the linkage, on made-up provinces of fixed seeds; {@link LinkBenchmark} measures larger ones. */
class LinkageQualityTest {
  private static final int CLUBS = 30;
  private static final int PERIODS = 4;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void fewPersonsAreMixedUpAndFewAreMissed(long seed) {
    LinkQuality quality = LinkQuality.of(new LinkWorld(seed, CLUBS, PERIODS).written());
    assertThat(quality.precision()).as("%s", quality).isGreaterThanOrEqualTo(0.999);
    assertThat(quality.recall()).as("%s", quality).isGreaterThanOrEqualTo(0.98);
    assertThat(quality.blockingRecall()).as("%s", quality).isGreaterThanOrEqualTo(0.98);
  }

  @Test
  void theWorkGrowsWithTheNumberOfWritingsAndNotWithItsSquare() {
    LinkWorld.Written small = new LinkWorld(7, 20, PERIODS).written();
    LinkWorld.Written large = new LinkWorld(7, 160, PERIODS).written();
    double each = (double) LinkQuality.of(small).weighed() / small.profiles().size();
    double eachOfMore = (double) LinkQuality.of(large).weighed() / large.profiles().size();
    assertThat(eachOfMore).isLessThan(1.5 * each);
  }

  @Test
  void theOrderOfPairsAndDecisionsThatDoNotConflictIsNoMatter() {
    LinkWorld.Written written = new LinkWorld(9, 10, PERIODS).written();
    List<ScoredPair> pairs = new ArrayList<>(Candidates.pairs(new PairScorer(), written.profiles(), new com.carrotsearch.hppc.LongHashSet()));
    List<Membership> found = PersonClusters.of(written.profiles(), pairs, List.of());
    for (long seed = 1; seed <= 5; seed++) {
      Collections.shuffle(pairs, new Random(seed));
      assertThat(PersonClusters.of(written.profiles(), pairs, List.of())).isEqualTo(found);
    }
  }
}
