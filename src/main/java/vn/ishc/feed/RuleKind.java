package vn.ishc.feed;

import java.util.Locale;
import java.util.Optional;

/** The kinds of checks over several columns that a contract can ask for. */
public enum RuleKind {
  /** The first count is not above the second: {@code part_of: [women, members]}. */
  PART_OF(2, 2),
  /** The first date is not after the second; both are emptied otherwise: {@code left_after_joined: [joined_on, left_on]}. */
  LEFT_AFTER_JOINED(2, 2),
  /** Due is not before disbursed; both... the due date is emptied otherwise. */
  DUE_AFTER_DISBURSED(2, 2),
  /** A date is not after the end of the period. */
  WITHIN_PERIOD(1, 1),
  /** The written sex agrees with the fourth digit of the 12-digit identity number (NĐ 137/2015 art. 13). */
  SEX_MATCHES_ID(2, 2),
  /** The written birth year agrees with digits 4 to 6 of the 12-digit identity number. */
  BIRTH_MATCHES_ID(2, 2),
  /** The first amount is the sum of the others. */
  SUM_OF(3, 9),
  /** The first amount is not above the second. */
  NOT_ABOVE(2, 2),
  /** The first pressure is above the second. */
  SYSTOLIC_OVER_DIASTOLIC(2, 2),
  /** A body-mass index agrees with height and weight: {@code [bmi, height_cm, weight_kg]}. */
  BMI_MATCHES(3, 3),
  /** Age at the end of the period is plausible: {@code [birth]}. */
  AGE_PLAUSIBLE(1, 1),
  /** At most one of the ticks is set. */
  AT_MOST_ONE(2, 9);

  private final int columnsMin;
  private final int columnsMax;

  RuleKind(int columnsMin, int columnsMax) {
    this.columnsMin = columnsMin;
    this.columnsMax = columnsMax;
  }

  /** Whether it takes so many columns. */
  public boolean takes(int columns) {
    return columnsMin <= columns && columns <= columnsMax;
  }

  /** The spelling in contracts. */
  public String spelling() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads the spelling of contracts. */
  public static Optional<RuleKind> parse(String spelling) {
    for (RuleKind kind : values()) {
      if (kind.spelling().equals(spelling)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
