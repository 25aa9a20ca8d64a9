package vn.ishc.feedback;

import vn.ishc.row.Severity;

/**
 * The two colours of marked cells. Orange and light blue stay two colours for every kind of colour-blindness, and differ in lightness (about 70 % and 85 %)
 * so that a black-and-white print tells them apart; black text is readable on both.
 */
enum Ink {
  REFUSED("FFF2A04A"),
  DOUBTFUL("FFBFE0F5");

  private final String argb;

  Ink(String argb) {
    this.argb = argb;
  }

  /** As {@code FFRRGGBB}: also tells our own marks in an answer that comes back. */
  String argb() {
    return argb;
  }

  /** The colour of a finding. */
  static Ink of(Severity severity) {
    return severity == Severity.ERROR ? REFUSED : DOUBTFUL;
  }

  /** The stronger of two marks of one cell. */
  Ink with(Ink other) {
    return this == REFUSED ? this : other;
  }
}
