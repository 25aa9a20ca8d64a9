package vn.ishc.link;

import java.time.LocalDate;

/** How two births agree, with the weight of the agreement in bits: the logarithm of how much more often it is seen of one person than of two. */
public enum BirthAgreement {
  /** The same day: 0.9 of pairs of one person, one in 12,000 of two. */
  SAME_DAY('d', 13.5),
  /** The same month, where one tells no day. */
  SAME_MONTH('m', 8.0),
  /** Day and month exchanged. */
  SWAPPED('s', 7.0),
  /** The same year, where one tells the year alone (also as 1 January): 0.93 against one in 30. */
  SAME_YEAR('y', 4.8),
  /** Day and month agree, the year slipped by one, by a decade or by exchanged digits. */
  YEAR_SLIPPED('Y', 3.5),
  /** One of day, month and year differs in one place. */
  DAY_SLIPPED('D', 2.4),
  /** An age or a range of years that holds the other. */
  WITHIN_RANGE('r', 2.0),
  /** 15 to 60 days apart in the sense of the lunar calendar: one list has the lunar day. */
  LUNAR('l', 0.9),
  /** Nothing known on one side. */
  UNKNOWN('?', 0),
  /** The next year, where one tells the year alone: ages are counted from birth or from conception. */
  NEXT_YEAR('n', -1.1),
  /** The same year, another day. */
  OTHER_DAY('o', -3.0),
  /** Another year. */
  DIFFERENT('x', -14);

  private static final int LUNAR_MIN = 15;
  private static final int LUNAR_MAX = 60;
  private static final int MONTH_DAYS = 31;

  private final char sign;
  private final double weight;

  BirthAgreement(char sign, double weight) {
    this.sign = sign;
    this.weight = weight;
  }

  char sign() {
    return sign;
  }

  double weight() {
    return weight;
  }

  /** Compares two births; symmetric. */
  public static BirthAgreement of(Birth a, Birth b) {
    if (!a.known() || !b.known()) {
      return UNKNOWN;
    }
    if (a.isDay() && b.isDay()) {
      return a.from() == b.from() ? SAME_DAY : days(a, b);
    }
    if (a.from() <= b.to() && b.from() <= a.to()) {
      int wide = Math.max(a.to() - a.from(), b.to() - b.from());
      return wide < MONTH_DAYS ? SAME_MONTH : a.isYear() && b.isYear() ? SAME_YEAR : WITHIN_RANGE;
    }
    int apart = a.from() > b.to() ? a.from() - b.to() : b.from() - a.to();
    boolean years = Math.abs(a.year() - b.year()) <= 1 && a.isYear() && b.isYear();
    return years || apart <= MONTH_DAYS ? NEXT_YEAR : DIFFERENT;
  }

  private static BirthAgreement days(Birth first, Birth second) {
    if (Math.abs(first.from() - second.from()) > 366 * 100) {
      return DIFFERENT;
    }
    LocalDate a = first.day();
    LocalDate b = second.day();
    if (a.getYear() == b.getYear()) {
      if (a.getMonthValue() == b.getDayOfMonth() && a.getDayOfMonth() == b.getMonthValue()) {
        return SWAPPED;
      }
      if (a.getMonthValue() == b.getMonthValue() || a.getDayOfMonth() == b.getDayOfMonth()) {
        return DAY_SLIPPED;
      }
    }
    if (a.getMonthValue() == b.getMonthValue() && a.getDayOfMonth() == b.getDayOfMonth()) {
      return slipped(a.getYear(), b.getYear()) ? YEAR_SLIPPED : DIFFERENT;
    }
    int apart = Math.abs(first.from() - second.from());
    if (apart >= LUNAR_MIN && apart <= LUNAR_MAX) {
      return LUNAR;
    }
    return a.getYear() == b.getYear() ? OTHER_DAY : DIFFERENT;
  }

  private static boolean slipped(int a, int b) {
    boolean decade = a % 10 == b % 10 && Math.abs(a - b) == 10;
    boolean exchanged = a / 100 == b / 100 && a % 10 == b / 10 % 10 && b % 10 == a / 10 % 10;
    return decade || exchanged || Math.abs(a - b) == 1;
  }
}
