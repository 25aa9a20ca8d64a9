package vn.ishc.indicator;

import java.util.Optional;

/** What a figure is counted in. */
public enum Unit {
  /** Numerator over denominator, from 0 to 1. */
  SHARE("share", "", ""),
  /** Clubs. */
  CLUBS("clubs", "câu lạc bộ", "clubs"),
  /** Persons. */
  PERSONS("persons", "người", "persons"),
  /** Quarters of a year. */
  QUARTERS("quarters", "quý", "quarters"),
  /** Đồng. */
  DONG("đồng", "đồng", "VND");

  private final String code;
  private final String vi;
  private final String en;

  Unit(String code, String vi, String en) {
    this.code = code;
    this.vi = vi;
    this.en = en;
  }

  /** As the star and {@code jobs/indicators.yml} write it. */
  public String code() {
    return code;
  }

  /** As a reader says it; empty for shares, whose figures carry their own sign. */
  public String label(boolean vietnamese) {
    return vietnamese ? vi : en;
  }

  static Optional<Unit> of(String code) {
    for (Unit unit : values()) {
      if (unit.code.equals(code)) {
        return Optional.of(unit);
      }
    }
    return Optional.empty();
  }
}
