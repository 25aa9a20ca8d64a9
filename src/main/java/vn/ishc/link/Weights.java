package vn.ishc.link;

/**
 * The weights of all comparisons but name and birth, in bits: log2(m/u), m being the share of pairs of one person that agree so, u that of pairs of two
 * persons. Set from the trade, not fitted to any file; {@code src/docs/linkage.md} gives m and u of each.
 */
final class Weights {
  /** Two writings at random are of one person: one in 16,384. */
  static final double PRIOR = -14;

  /** From here on both are one person (odds of 64 to 1), if nothing forbids it. */
  static final double LINK = 6;

  /** From here on a pair may be joined when neither side has another candidate (odds of 2 to 1). */
  static final double LIKELY = 1;

  /** From here on a pair is listed as in doubt. */
  static final double GREY = -1;

  /** Of two candidates closer than this none is preferred. */
  static final double MARGIN = 3;

  static final double NATIONAL_ID_SAME = 24;
  static final double NATIONAL_ID_DIFFERENT = -18;
  static final double OLD_ID_SAME = 19;
  static final double OLD_ID_DIFFERENT = -6;
  static final double INSURANCE_SAME = 19;
  static final double INSURANCE_DIFFERENT = -6;
  static final double LOAN_SAME = 15;
  static final double PHONE_SAME = 6;
  static final double PHONE_DIFFERENT = -0.5;
  static final double SEX_SAME = 0.85;
  static final double SEX_DIFFERENT = -6;
  static final double COMMUNE_SAME = 6;
  static final double COMMUNE_DIFFERENT = -5;
  static final double CLUB_SAME = 3;
  static final double CLUB_DIFFERENT = -2.5;
  static final double HAMLET_SAME = 2.8;
  /** A club is mostly the club of a hamlet: the hamlet says little more. */
  static final double HAMLET_OF_CLUB_SAME = 0.8;
  static final double HAMLET_DIFFERENT = -2;
  /** One household among the sixty or so of a hamlet; less, for a clan has its names in common. */
  static final double HOUSE_SAME = 4;
  static final double HOUSE_DIFFERENT = -0.5;

  private Weights() {}

  static double of(Sameness sameness, double same, double different) {
    return switch (sameness) {
      case SAME -> same;
      case UNKNOWN -> 0;
      case DIFFERENT -> different;
    };
  }

  static double log2(double ratio) {
    return Math.log(ratio) / Math.log(2);
  }
}
