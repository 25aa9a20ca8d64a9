package vn.ishc.link;

import static vn.ishc.link.Weights.log2;
import static vn.ishc.link.Weights.of;

import java.util.ArrayList;
import java.util.List;
import vn.ishc.link.PairScore.Zone;

/**
 * Weighs two writings of a person after Fellegi and Sunter: every comparison adds the logarithm of how much more often it comes out so for one person than for
 * two. What agrees in a rare name weighs more than in a common one.
 */
public final class PairScorer {
  private static final double NAME_MOST = 13;
  private static final double ONE_LETTER_MOST = 7;
  private static final double MISSPELT_MOST = 3;
  private static final double AGREES = 0.9;
  private static final double INITIAL = 0.2;

  private final NameFrequencies frequencies = new NameFrequencies();

  /** Compares two writings; symmetric. */
  public PairScore score(PersonProfile a, PersonProfile b) {
    NameAgreement name = NameAgreement.of(a.name(), b.name());
    BirthAgreement birth = BirthAgreement.of(a.birth(), b.birth());
    Sameness sex = Sameness.of(a.sex(), b.sex());
    Sameness commune = Sameness.of(a.commune(), b.commune());
    Sameness hamlet = commune == Sameness.SAME ? Sameness.of(a.hamlet(), b.hamlet()) : Sameness.UNKNOWN;
    Sameness house = commune == Sameness.SAME ? Address.sameHouse(a.house(), b.house(), hamlet) : Sameness.UNKNOWN;
    Sameness club = Sameness.of(a.club(), b.club());
    Sameness phone = Sameness.of(a.phone(), b.phone());
    Sameness nationalId = Sameness.of(a.nationalId(), b.nationalId());
    Sameness oldId = Sameness.of(a.oldId(), b.oldId());
    Sameness insurance = Sameness.of(a.insuranceNo(), b.insuranceNo());
    Sameness loan = a.sharesLoan(b) ? Sameness.SAME : Sameness.UNKNOWN;
    double nameWeight = name(name, a.name(), b.name());
    double weight =
        Weights.PRIOR + nameWeight + birth.weight()
            + of(sex, Weights.SEX_SAME, Weights.SEX_DIFFERENT)
            + place(commune, hamlet, club)
            + of(house, Weights.HOUSE_SAME, Weights.HOUSE_DIFFERENT)
            + of(phone, Weights.PHONE_SAME, Weights.PHONE_DIFFERENT)
            + of(nationalId, Weights.NATIONAL_ID_SAME, Weights.NATIONAL_ID_DIFFERENT)
            + of(oldId, Weights.OLD_ID_SAME, Weights.OLD_ID_DIFFERENT)
            + of(insurance, Weights.INSURANCE_SAME, Weights.INSURANCE_DIFFERENT)
            + of(loan, Weights.LOAN_SAME, 0);
    boolean byNumber = nationalId == Sameness.SAME || oldId == Sameness.SAME || insurance == Sameness.SAME;
    boolean apart = a.sharesRoster(b) && !(nationalId == Sameness.SAME && name.oneName());
    boolean doubtful = doubtful(name, birth, nationalId, oldId, insurance, byNumber);
    Zone zone = zone(weight, apart, doubtful);
    boolean mayJoin = zone == Zone.LINK || (zone == Zone.GREY && !doubtful && weight >= Weights.LIKELY && !contradicted(birth, sex, commune, club, hamlet));
    return new PairScore(name, birth, sex, commune, hamlet, house, club, phone, nationalId, oldId, insurance, loan, nameWeight, weight, zone, mayJoin);
  }

  /**
   * What each comparison weighs, for those that weigh anything.
   *
   * @param what the comparison and how it came out: {@code name.SAME}
   * @param weight in bits
   */
  public record Contribution(String what, double weight) {}

  /** The parts that the weight of a pair is made of, the prior left out. */
  public static List<Contribution> contributions(PairScore score) {
    List<Contribution> all = new ArrayList<>();
    all.add(new Contribution("name." + score.name(), score.nameWeight()));
    all.add(new Contribution("birth." + score.birth(), score.birth().weight()));
    add(all, "sex", score.sex(), of(score.sex(), Weights.SEX_SAME, Weights.SEX_DIFFERENT));
    add(all, "commune", score.commune(), place(score.commune(), Sameness.UNKNOWN, Sameness.UNKNOWN));
    add(all, "club", score.club(), place(score.commune(), Sameness.UNKNOWN, score.club()) - place(score.commune(), Sameness.UNKNOWN, Sameness.UNKNOWN));
    add(all, "hamlet", score.hamlet(), place(score.commune(), score.hamlet(), score.club()) - place(score.commune(), Sameness.UNKNOWN, score.club()));
    add(all, "house", score.house(), of(score.house(), Weights.HOUSE_SAME, Weights.HOUSE_DIFFERENT));
    add(all, "phone", score.phone(), of(score.phone(), Weights.PHONE_SAME, Weights.PHONE_DIFFERENT));
    add(all, "nationalId", score.nationalId(), of(score.nationalId(), Weights.NATIONAL_ID_SAME, Weights.NATIONAL_ID_DIFFERENT));
    add(all, "oldId", score.oldId(), of(score.oldId(), Weights.OLD_ID_SAME, Weights.OLD_ID_DIFFERENT));
    add(all, "insuranceNo", score.insuranceNo(), of(score.insuranceNo(), Weights.INSURANCE_SAME, Weights.INSURANCE_DIFFERENT));
    add(all, "loan", score.loan(), of(score.loan(), Weights.LOAN_SAME, 0));
    return List.copyOf(all);
  }

  private static void add(List<Contribution> all, String what, Sameness sameness, double weight) {
    if (sameness != Sameness.UNKNOWN) {
      all.add(new Contribution(what + "." + sameness, weight));
    }
  }

  /** What every pair starts from, in bits: the odds that two writings at random are of one person. */
  public static double prior() {
    return Weights.PRIOR;
  }

  /** Weight of the places; the club lies in the commune, so that agreement in both is not counted twice. */
  private static double place(Sameness commune, Sameness hamlet, Sameness club) {
    double same = club == Sameness.SAME && commune != Sameness.SAME ? Weights.COMMUNE_SAME + Weights.CLUB_SAME : of(commune, Weights.COMMUNE_SAME, Weights.COMMUNE_DIFFERENT) + of(club, Weights.CLUB_SAME, Weights.CLUB_DIFFERENT);
    return same + of(hamlet, club == Sameness.SAME ? Weights.HAMLET_OF_CLUB_SAME : Weights.HAMLET_SAME, Weights.HAMLET_DIFFERENT);
  }

  /** What no weight may overcome: such a pair is in doubt at most. */
  private static boolean doubtful(NameAgreement name, BirthAgreement birth, Sameness nationalId, Sameness oldId, Sameness insurance, boolean byNumber) {
    if (nationalId == Sameness.DIFFERENT || name == NameAgreement.GIVEN_DIFFERS) {
      return true;
    }
    if (nationalId == Sameness.SAME) {
      return false;
    }
    boolean otherNumber = (oldId == Sameness.DIFFERENT && insurance != Sameness.SAME) || (insurance == Sameness.DIFFERENT && oldId != Sameness.SAME);
    return otherNumber || (!byNumber && (!name.oneName() || birth == BirthAgreement.DIFFERENT));
  }

  private static boolean contradicted(BirthAgreement birth, Sameness sex, Sameness commune, Sameness club, Sameness hamlet) {
    return birth.weight() < 0 || sex == Sameness.DIFFERENT || commune == Sameness.DIFFERENT || club == Sameness.DIFFERENT || hamlet == Sameness.DIFFERENT;
  }

  private static Zone zone(double weight, boolean apart, boolean doubtful) {
    if (apart || weight < Weights.GREY) {
      return Zone.NONE;
    }
    return weight >= Weights.LINK && !doubtful ? Zone.LINK : Zone.GREY;
  }

  private double name(NameAgreement agreement, WrittenName a, WrittenName b) {
    boolean tones = !a.isBare() && !b.isBare();
    return switch (agreement) {
      case SAME -> most(AGREES / (a.isBare() ? frequencies.bare(a) : frequencies.exact(a)));
      case SAME_WITHOUT_TONES -> most(AGREES / Math.max(frequencies.bare(a), frequencies.bare(b)));
      case MIDDLE_SHORTENED -> most(AGREES / ends(a, b, tones) / INITIAL);
      case MIDDLE_MISSING -> most(AGREES / ends(a, b, tones));
      case MIDDLE_DIFFERS -> most(0.02 / ends(a, b, tones));
      case TONES_DIFFER -> most(0.01 / frequencies.bare(a));
      case ONE_LETTER -> Math.min(ONE_LETTER_MOST, log2(0.02 / (40 * Math.max(frequencies.bare(a), frequencies.bare(b)))));
      case MISSPELT -> Math.min(MISSPELT_MOST, log2(0.005 / (400 * Math.max(frequencies.bare(a), frequencies.bare(b)))));
      case REORDERED -> Math.min(MISSPELT_MOST, log2(0.002 / Math.max(frequencies.bare(a), frequencies.bare(b))));
      case GIVEN_ONLY -> log2(0.3 / frequencies.given(a));
      case FAMILY_DIFFERS -> -4;
      case GIVEN_DIFFERS -> -14;
      case UNKNOWN -> 0;
    };
  }

  private double ends(WrittenName a, WrittenName b, boolean tones) {
    return Math.max(frequencies.ends(a, tones), frequencies.ends(b, tones));
  }

  private static double most(double ratio) {
    return Math.min(NAME_MOST, log2(ratio));
  }
}
