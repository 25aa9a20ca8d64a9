package vn.ishc.report;

import java.time.LocalDate;

/**
 * Which figure of {@code mart.indicator} a cell shows.
 *
 * @param indicator code of the indicator
 * @param asOf its day
 * @param area code of the area
 * @param part which of its columns
 */
record FigureKey(String indicator, LocalDate asOf, String area, Part part) {
  /** The columns of a figure. */
  enum Part {
    NUMERATOR,
    DENOMINATOR,
    VALUE,
    TARGET
  }

  /** As html carries it: {@code I09 2025-12-31 40 value}. */
  String code() {
    return indicator + " " + asOf + " " + area + " " + part.name().toLowerCase(java.util.Locale.ROOT);
  }
}
