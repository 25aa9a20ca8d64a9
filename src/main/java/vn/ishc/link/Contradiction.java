package vn.ishc.link;

/** Why two clusters of writings cannot be one person, whatever they weigh. */
public enum Contradiction {
  /** Two citizen identity numbers of 12 digits. */
  TWO_NATIONAL_IDS,
  /** Two rows of one roster of one half-year. */
  ONE_ROSTER,
  /** Two identity numbers of 9 digits. */
  TWO_OLD_IDS,
  /** Two health insurance numbers. */
  TWO_INSURANCE_NOS,
  /** A man and a woman, and no number in common. */
  TWO_SEXES,
  /** Two births, and no number in common. */
  TWO_BIRTHS,
  /** Two names, and no number in common. */
  TWO_NAMES
}
