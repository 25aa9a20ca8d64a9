package vn.ishc.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.carrotsearch.hppc.LongHashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The linkage on open data made by others, of persons of another country. What each figure says stands in {@code src/docs/linkage.md}. */
class FebrlTest {
  private static final double LIKELIER_THAN_NOT = 0.5;

  private final LinkWorld.Written written = Febrl.written();

  @Test
  void theSetIsWhole() {
    assertThat(written.profiles()).hasSize(5000);
    assertThat(written.truth().stream().distinct()).hasSize(2000);
    long pairs = written.truth().stream().collect(java.util.stream.Collectors.groupingBy(p -> p, java.util.stream.Collectors.counting())).values().stream().mapToLong(n -> n * (n - 1) / 2).sum();
    assertThat(pairs).isEqualTo(6538);
  }

  @Test
  void withWeightsEstimatedFromTheSetNearlyAllAreFound() {
    LinkQuality quality = estimated(written);
    assertThat(quality.f1()).as("%s", quality).isGreaterThanOrEqualTo(0.98);
    assertThat(quality.precision()).as("%s", quality).isGreaterThanOrEqualTo(0.998);
  }

  @Test
  void withTheWeightsOfOurListsAllThatIsListedOrLinkedIsRight() {
    LinkQuality quality = listed(written);
    assertThat(quality.f1()).as("%s", quality).isGreaterThanOrEqualTo(0.97);
    assertThat(quality.precision()).as("%s", quality).isEqualTo(1);
  }

  @Test
  void whatIsLinkedWithoutAskingIsRight() {
    LinkQuality quality = LinkQuality.of(written);
    assertThat(quality.precision()).as("%s", quality).isEqualTo(1);
  }

  /** Keys and comparisons of the product, weights estimated from the set without its truth. */
  static LinkQuality estimated(LinkWorld.Written written) {
    List<ScoredPair> candidates = Febrl.candidates(written);
    EstimatedWeights weights = EstimatedWeights.of(written.profiles(), candidates.stream().map(ScoredPair::score).toList());
    return LinkQuality.ofChains(written, candidates.stream().filter(pair -> weights.probability(pair.score()) > LIKELIER_THAN_NOT).toList());
  }

  /** Keys, comparisons and weights of the product; pairs in doubt taken as decided. */
  static LinkQuality listed(LinkWorld.Written written) {
    return LinkQuality.ofChains(written, Candidates.pairs(new PairScorer(), written.profiles(), new LongHashSet()));
  }
}
