package vn.ishc.sample;

import vn.ishc.row.Period;

/**
 * What to make up.
 *
 * @param clubs clubs in the whole province at the end, 1 to 5,000; 275 is the size of the plan
 * @param periods half-years to write files for, the last one included, 1 to 20
 * @param seed the same seed gives the same bytes
 * @param last the last half-year
 * @param messiness how badly kept the files are
 */
public record SampleSpec(int clubs, int periods, long seed, Period last, Messiness messiness) {
  /** Refuses sizes out of range. */
  public SampleSpec {
    if (clubs < 1 || clubs > 5_000) {
      throw new IllegalArgumentException("clubs must be 1 to 5000, not " + clubs);
    }
    if (periods < 1 || periods > 20) {
      throw new IllegalArgumentException("periods must be 1 to 20, not " + periods);
    }
  }

  /** The first half-year files are written for. */
  Period first() {
    return before(last, periods - 1);
  }

  private static Period before(Period period, int halfYears) {
    Period at = period;
    for (int i = 0; i < halfYears; i++) {
      at = Period.of(at.start().minusDays(1));
    }
    return at;
  }
}
