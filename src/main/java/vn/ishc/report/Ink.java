package vn.ishc.report;

import java.util.List;

/** Colours that stay apart for the colour-blind and in grey print: they differ in lightness first. */
final class Ink {
  /** Reached, and the first line. */
  static final String DARK = "12416B";

  /** Missed, and the second line. */
  static final String LIGHT = "E9A15B";

  /** What the plan wants. */
  static final String TARGET = "5A5A5A";

  /** The band that is wanted. */
  static final String BAND = "DCE6EF";

  /** Nothing is known. */
  static final String EMPTY = "F4F4F4";

  /** Lines and parts, one after the other, from dark to light. */
  static final List<String> SERIES = List.of("12416B", "B5541C", "5B9BC9", "E9C46A", "B9C2C9");

  private Ink() {}

  static String series(int number) {
    return SERIES.get(number % SERIES.size());
  }
}
