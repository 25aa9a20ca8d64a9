package vn.ishc.link;

/**
 * One distinct way in which files write a person. Texts are empty and keys 0 where nothing is said. Numbers are opaque: they are only held against each other
 * for equality, so that a keyed hash serves as well as the number.
 *
 * @param key made of everything that is written, see {@code sql/linkage}
 * @param name the name
 * @param birth the birth
 * @param sex {@code male}, {@code female} or empty
 * @param nationalId the 12-digit number
 * @param oldId the 9-digit number
 * @param insuranceNo the last ten digits of the health card
 * @param phone the phone number
 * @param hamlet the hamlet, folded
 * @param house the household, as {@link Address#house()} writes it
 * @param commune the commune of 2025 that the commune became
 * @param club the club
 * @param rosters the rosters in force that hold a row written so, ascending
 * @param loans the loans that rows written so speak of, each {@code where|number} and, behind a tab, the lender where the row tells it
 * @param firstPeriod the earliest half-year in which the person is written so
 * @param namedOnly whether only books of repayments write so, with nothing but a name
 */
public record PersonProfile(
    long key,
    WrittenName name,
    Birth birth,
    String sex,
    String nationalId,
    String oldId,
    String insuranceNo,
    String phone,
    String hamlet,
    String house,
    String commune,
    long club,
    long[] rosters,
    String[] loans,
    String firstPeriod,
    boolean namedOnly) {

  /** Whether both stand in one roster of one half-year. */
  boolean sharesRoster(PersonProfile other) {
    long[] a = rosters;
    long[] b = other.rosters;
    for (int i = 0, j = 0; i < a.length && j < b.length; ) {
      if (a[i] == b[j]) {
        return true;
      }
      if (a[i] < b[j]) {
        i++;
      } else {
        j++;
      }
    }
    return false;
  }

  /** Whether both speak of one loan: the same number, and the same lender where both tell it. */
  boolean sharesLoan(PersonProfile other) {
    for (String a : loans) {
      for (String b : other.loans) {
        if (sameLoan(a, b)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean sameLoan(String a, String b) {
    int lenderA = a.indexOf('\t');
    int lenderB = b.indexOf('\t');
    if (lenderA >= 0 && lenderB >= 0) {
      return a.equals(b);
    }
    int lengthA = lenderA < 0 ? a.length() : lenderA;
    int lengthB = lenderB < 0 ? b.length() : lenderB;
    return lengthA == lengthB && a.startsWith(b.substring(0, lengthB));
  }
}
