package vn.ishc.link;

/**
 * How two writings of a person agree and what that weighs. A pure function of the two: no file, no order and no other writing has a part in it.
 *
 * @param name how the names agree
 * @param birth how the births agree
 * @param sex how the sexes agree
 * @param commune how the communes of 2025 agree
 * @param hamlet how the hamlets agree; unknown unless the communes agree
 * @param house how the houses agree; unknown unless the communes agree
 * @param club how the clubs agree
 * @param phone how the phones agree
 * @param nationalId how the 12-digit numbers agree
 * @param oldId how the 9-digit numbers agree
 * @param insuranceNo how the insurance numbers agree
 * @param loan SAME when both speak of one loan
 * @param nameWeight what the agreement of the names weighs, in bits: rarer names weigh more
 * @param weight the sum of all weights less the prior, in bits: the binary logarithm of the odds that both are one person
 * @param zone what follows
 * @param mayJoin whether a grey pair is one person when neither side has another candidate; a pair in the link zone always may
 */
public record PairScore(
    NameAgreement name,
    BirthAgreement birth,
    Sameness sex,
    Sameness commune,
    Sameness hamlet,
    Sameness house,
    Sameness club,
    Sameness phone,
    Sameness nationalId,
    Sameness oldId,
    Sameness insuranceNo,
    Sameness loan,
    double nameWeight,
    double weight,
    Zone zone,
    boolean mayJoin) {

  /** What a weight means. */
  public enum Zone {
    /** One person. */
    LINK,
    /** In doubt: two persons until somebody decides or more is known. */
    GREY,
    /** Two persons, as far as the files tell. */
    NONE
  }

  /** The probability that both are one person. */
  public double probability() {
    return 1 / (1 + Math.pow(2, -weight));
  }

  /** Whether a number agrees: the 12-digit, the 9-digit, the insurance number or the loan. */
  public boolean byNumber() {
    return nationalId == Sameness.SAME || oldId == Sameness.SAME || insuranceNo == Sameness.SAME || loan == Sameness.SAME;
  }

  /** One sign per comparison, in the order of the components, the house last; {@code =} same, {@code x} different, {@code ?} unknown. */
  public String signs() {
    return new String(
        new char[] {
          name.sign(), birth.sign(), sex.sign(), commune.sign(), hamlet.sign(), club.sign(), phone.sign(), nationalId.sign(), oldId.sign(), insuranceNo.sign(), loan.sign(), house.sign()
        });
  }
}
