package vn.ishc.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What a picture shows; how it is drawn is the writers' matter. A number that nobody knows is a gap, never a zero. */
sealed interface Chart {
  /** What it shows. */
  String title();

  /**
   * Lines over time.
   *
   * @param labels the times
   * @param lines each with a point per time
   */
  record Trend(String title, NumberStyle style, List<String> labels, List<Line> lines) implements Chart {}

  /**
   * A line.
   *
   * @param target whether it is what the plan wants, not what there is
   */
  record Line(String name, List<Optional<BigDecimal>> points, boolean target) {}

  /**
   * Bars in order of length, held against a threshold.
   *
   * @param threshold what is wanted; empty where nothing is
   */
  record Ranking(String title, NumberStyle style, List<Bar> bars, Optional<BigDecimal> threshold, String thresholdName) implements Chart {}

  /**
   * A bar.
   *
   * @param met whether it reaches what is wanted of it; empty where nothing is
   */
  record Bar(String label, Optional<BigDecimal> value, Optional<Boolean> met) {}

  /** Clubs as dots over the bands they should lie in; shares of 0 to 1. */
  record Bands(String title, List<Band> bands) implements Chart {}

  /** A band and the dots around it. */
  record Band(String label, double lower, double upper, List<Double> dots) {}

  /** Bars that stand on each other, over time. */
  record Stack(String title, NumberStyle style, List<String> labels, List<Line> parts) implements Chart {}

  /** The 21 districts of the plan, each about where it lies. */
  record Tiles(String title, NumberStyle style, List<Tile> tiles) implements Chart {}

  /** A district on the tile map. */
  record Tile(String name, int column, int row, Optional<BigDecimal> value, Optional<Boolean> met) {}
}
