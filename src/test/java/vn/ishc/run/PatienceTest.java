package vn.ishc.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PatienceTest {
  private long now = Long.MAX_VALUE - 5;
  private final Patience patience = new Patience(() -> now);

  private void fails() {
    assertThatThrownBy(() -> patience.with(() -> {
      throw new IllegalStateException("rehearsal");
    })).isInstanceOf(IllegalStateException.class);
  }

  /** Looks every minute until the work may be tried. */
  private int minutesLeftAlone() {
    int minutes = 1;
    now += TimeUnit.MINUTES.toNanos(1);
    while (patience.asksToWait()) {
      minutes++;
      now += TimeUnit.MINUTES.toNanos(1);
    }
    return minutes;
  }

  @Test
  void whatFailsAgainAndAgainIsTriedMoreAndMoreSeldom() {
    assertThat(patience.asksToWait()).isFalse();
    List<Integer> minutes = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      fails();
      minutes.add(minutesLeftAlone());
    }
    assertThat(minutes).containsExactly(1, 2, 4, 8, 16, 16);
  }

  @Test
  void whatSucceedsIsForgiven() throws Exception {
    fails();
    fails();
    patience.with(() -> new Works.Ended("done", ""));
    assertThat(patience.asksToWait()).isFalse();
    fails();
    assertThat(minutesLeftAlone()).isEqualTo(1);
  }
}
