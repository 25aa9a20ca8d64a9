package vn.ishc.indicator;

import static org.jooq.impl.DSL.boolOr;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static vn.ishc.db.core.Tables.FACT_CLUB_PERIOD;
import static vn.ishc.db.core.Tables.FACT_HEALTH_CHECK;
import static vn.ishc.db.core.Tables.FACT_LOAN;
import static vn.ishc.db.core.Tables.FACT_LOAN_PERIOD;
import static vn.ishc.db.core.Tables.FACT_MEMBER_PERIOD;
import static vn.ishc.db.core.Tables.PENDING_LINK;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import vn.ishc.db.core.tables.FactMemberPeriod;
import vn.ishc.indicator.Behind.Place;
import vn.ishc.indicator.Scratch.Dates;

/**
 * How far a figure of members could move if pairs of persons in doubt turned out to be one person: they are counted as two until somebody decides.
 */
final class PendingLinks {
  private static final FactMemberPeriod M = FACT_MEMBER_PERIOD;
  private static final Set<String> OF_LOANS_NOW = Set.of("I13b", "I15");

  /** One pair in doubt, of which at least one is counted. */
  private record Pair(long person, long other, Standing ofPerson, Standing ofOther) {}

  /**
   * How a person stands to a figure.
   *
   * @param listed in the denominator
   * @param counted in the numerator
   * @param supported a loan or check-up of theirs would make a member count
   */
  private record Standing(boolean listed, boolean counted, boolean supported) {}

  private final MemberEvidence members;
  private final LoanFigures loans;

  PendingLinks(IndicatorDefinitions definitions, MemberEvidence members) {
    this.members = members;
    this.loans = new LoanFigures(definitions);
  }

  /** The doubt about a figure; empty for figures that do not count members, and where no pair is in doubt. */
  Optional<PendingDoubt> about(DSLContext dsl, IndicatorRow figure, Place place, CommonTableExpression<?> date) {
    String indicator = figure.definition().code();
    if (indicator.startsWith("I16")) {
      return Optional.empty();
    }
    return members.counting(indicator).map(counting -> pairs(dsl, indicator, counting, place, date)).filter(pairs -> !pairs.isEmpty()).map(pairs -> doubt(figure, pairs));
  }

  private List<Pair> pairs(DSLContext dsl, String indicator, MemberEvidence.Counting counting, Place place, CommonTableExpression<?> date) {
    CommonTableExpression<?> listed =
        name("members")
            .as(
                select(M.PERSON_KEY, boolOr(counting.part()).as("is_counted"), boolOr(counting.whole().orElse(counting.part())).as("is_listed"))
                    .from(M)
                    .join(Dates.TABLE)
                    .on(M.PERIOD_KEY.eq(Dates.PERIOD_KEY))
                    .join(FACT_CLUB_PERIOD)
                    .on(FACT_CLUB_PERIOD.PERIOD_KEY.eq(M.PERIOD_KEY).and(FACT_CLUB_PERIOD.CLUB_KEY.eq(M.CLUB_KEY)))
                    .where(place.covers(M.PLAN_DISTRICT, FACT_CLUB_PERIOD.CLUB_CODE))
                    .groupBy(M.PERSON_KEY));
    var left = listed.as("l");
    var right = listed.as("r");
    Field<Boolean> leftListed = flag(left.field("is_listed", Boolean.class));
    Field<Boolean> rightListed = flag(right.field("is_listed", Boolean.class));
    return dsl.with(date)
        .with(listed)
        .select(
            PENDING_LINK.PERSON_KEY,
            PENDING_LINK.OTHER_KEY,
            leftListed,
            flag(left.field("is_counted", Boolean.class)),
            DSL.field(supports(indicator, PENDING_LINK.PERSON_KEY)),
            rightListed,
            flag(right.field("is_counted", Boolean.class)),
            DSL.field(supports(indicator, PENDING_LINK.OTHER_KEY)))
        .from(PENDING_LINK)
        .leftJoin(left)
        .on(left.field(M.PERSON_KEY).eq(PENDING_LINK.PERSON_KEY))
        .leftJoin(right)
        .on(right.field(M.PERSON_KEY).eq(PENDING_LINK.OTHER_KEY))
        .where(DSL.condition(leftListed).or(DSL.condition(rightListed)))
        .orderBy(PENDING_LINK.PERSON_KEY, PENDING_LINK.OTHER_KEY)
        .fetch(PendingLinks::pair);
  }

  private static Field<Boolean> flag(Field<Boolean> told) {
    return coalesce(told, inline(false));
  }

  private static Pair pair(Record row) {
    return new Pair(
        row.get(0, Long.class),
        row.get(1, Long.class),
        new Standing(row.get(2, Boolean.class), row.get(3, Boolean.class), row.get(4, Boolean.class)),
        new Standing(row.get(5, Boolean.class), row.get(6, Boolean.class), row.get(7, Boolean.class)));
  }

  /** Whether a person outside the clubs has what would make a member count. */
  private Condition supports(String indicator, Field<Long> person) {
    if (OF_LOANS_NOW.contains(indicator)) {
      return exists(
          selectOne()
              .from(FACT_LOAN_PERIOD)
              .join(Dates.TABLE)
              .on(FACT_LOAN_PERIOD.PERIOD_KEY.eq(Dates.PERIOD_KEY))
              .where(FACT_LOAN_PERIOD.PERSON_KEY.eq(person))
              .and(FACT_LOAN_PERIOD.OUTSTANDING.gt(0L)));
    }
    if (indicator.startsWith("I13")) {
      Condition fund = indicator.equals("I13c") ? loans.fromClubFund() : DSL.noCondition();
      return exists(
          selectOne().from(FACT_LOAN).join(Dates.TABLE).on(FACT_LOAN.DISBURSED_ON.le(Dates.AS_OF)).where(FACT_LOAN.PERSON_KEY.eq(person)).and(fund));
    }
    if (MemberEvidence.OF_CHECK_UPS.contains(indicator)) {
      return exists(
          selectOne()
              .from(FACT_HEALTH_CHECK)
              .join(Dates.TABLE)
              .on(Columns.inYear(FACT_HEALTH_CHECK.EXAM_ON))
              .where(FACT_HEALTH_CHECK.PERSON_KEY.eq(person)));
    }
    return DSL.falseCondition();
  }

  private static PendingDoubt doubt(IndicatorRow figure, List<Pair> pairs) {
    BigDecimal numerator = figure.numerator().orElse(BigDecimal.ZERO);
    int listedLess = fewer(pairs, Standing::listed);
    int countedLess = fewer(pairs, Standing::counted);
    long countedMore = pairs.stream().mapToLong(PendingLinks::gained).sum();
    BigDecimal low = numerator.subtract(BigDecimal.valueOf(countedLess));
    BigDecimal high = numerator.add(BigDecimal.valueOf(countedMore));
    return figure
        .denominator()
        .map(
            whole ->
                new PendingDoubt(
                    pairs.size(),
                    share(low, whole.subtract(BigDecimal.valueOf(countedLess))),
                    share(high, whole.subtract(BigDecimal.valueOf(listedLess - countedLess)))))
        .orElseGet(() -> new PendingDoubt(pairs.size(), low.doubleValue(), high.doubleValue()));
  }

  private static double share(BigDecimal part, BigDecimal whole) {
    return whole.signum() <= 0 ? 0 : Math.min(1, part.divide(whole, MathContext.DECIMAL64).doubleValue());
  }

  /** A member who does not count would, if the other's loan or check-up were theirs. */
  private static int gained(Pair pair) {
    return gains(pair.ofPerson(), pair.ofOther()) + gains(pair.ofOther(), pair.ofPerson());
  }

  private static int gains(Standing member, Standing other) {
    return member.listed() && !member.counted() && !other.counted() && other.supported() ? 1 : 0;
  }

  private interface Part {
    boolean holds(Standing standing);
  }

  /** By how many persons those that are in the part would be fewer, were all pairs one person each. */
  private static int fewer(List<Pair> pairs, Part part) {
    Map<Long, Long> heads = new HashMap<>();
    int joined = 0;
    for (Pair pair : pairs) {
      if (part.holds(pair.ofPerson()) && part.holds(pair.ofOther())) {
        long head = head(heads, pair.person());
        long other = head(heads, pair.other());
        if (head != other) {
          heads.put(other, head);
          joined++;
        }
      }
    }
    return joined;
  }

  private static long head(Map<Long, Long> heads, long person) {
    long head = person;
    for (Long next = heads.get(head); next != null; next = heads.get(head)) {
      head = next;
    }
    return head;
  }
}
