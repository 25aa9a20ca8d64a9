package vn.ishc.indicator;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static vn.ishc.db.core.Tables.FACT_CLUB_PERIOD;
import static vn.ishc.db.core.Tables.FACT_HEALTH_CHECK;
import static vn.ishc.db.core.Tables.FACT_LOAN;
import static vn.ishc.db.core.Tables.FACT_LOAN_PERIOD;
import static vn.ishc.db.core.Tables.FACT_LOAN_REPAYMENT;
import static vn.ishc.db.core.Tables.FACT_MEMBER_PERIOD;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import vn.ishc.db.core.tables.FactClubPeriod;
import vn.ishc.db.core.tables.FactHealthCheck;
import vn.ishc.db.core.tables.FactLoan;
import vn.ishc.db.core.tables.FactLoanRepayment;
import vn.ishc.db.core.tables.FactMemberPeriod;
import vn.ishc.indicator.Behind.Place;
import vn.ishc.indicator.EvidenceRow.Kind;
import vn.ishc.indicator.Scratch.Dates;

/**
 * The rows of rosters behind figures of members, and the loans, repayments and check-ups that make
 * some of them count.
 */
final class MemberEvidence {
  private static final FactMemberPeriod M = FACT_MEMBER_PERIOD;
  private static final FactClubPeriod C = FACT_CLUB_PERIOD;
  private static final FactLoan L = FACT_LOAN;
  private static final FactLoanRepayment R = FACT_LOAN_REPAYMENT;
  private static final FactHealthCheck H = FACT_HEALTH_CHECK;
  private static final Table<?> STATED = LoanFigures.statedOverdue();
  private static final Field<BigDecimal> STATED_OVERDUE =
      coalesce(Columns.of(STATED, LoanFigures.STATED), inline(BigDecimal.ZERO));
  private static final Set<String> OF_LOANS = Set.of("I13", "I13b", "I13c", "I15", "I16", "I16b");
  private static final Set<String> OF_OUTSTANDING =
      Set.of("I13b", "I14b", "I15", "I16", "I16b");
  static final Set<String> OF_CHECK_UPS = Set.of("I17", "I17b", "I18");

  /**
   * Which members count.
   *
   * @param part those of the numerator
   * @param whole those of the denominator; empty for counts
   */
  record Counting(Condition part, Optional<Condition> whole) {}

  private final IndicatorDefinitions definitions;

  MemberEvidence(IndicatorDefinitions definitions) {
    this.definitions = definitions;
  }

  /** Questions for an indicator of members; none for any other. */
  List<Select<? extends Record>> questions(String indicator, Place place) {
    List<Select<? extends Record>> questions = new ArrayList<>();
    counting(indicator).ifPresent(counting -> questions.add(members(indicator, counting, place)));
    if (!questions.isEmpty()) {
      questions.add(withoutRoster(indicator, place));
    }
    if (OF_LOANS.contains(indicator)) {
      questions.addAll(loans(indicator, place));
    }
    if (OF_CHECK_UPS.contains(indicator)) {
      questions.add(checkUps(indicator, place));
    }
    return questions;
  }

  /** Which members count for an indicator; none for one that counts no members. */
  Optional<Counting> counting(String indicator) {
    Condition isNew = M.COHORT.eq("new");
    return switch (indicator) {
      case "I05" -> Optional.of(new Counting(isNew, Optional.empty()));
      case "I06" -> Optional.of(new Counting(isNew.and(M.OLDER_60), Optional.empty()));
      case "I06b" -> Optional.of(new Counting(isNew.and(M.OLDER_55), Optional.empty()));
      case "I12" -> share(M.PRIORITY.isTrue());
      case "I13" -> share(M.BORROWED_EVER.isTrue());
      case "I13b", "I15" -> share(M.BORROWING.isTrue());
      case "I13c" -> share(new LoanFigures(definitions).everBorrowed());
      case "I16" ->
          Optional.of(new Counting(M.OVERDUE.gt(0L), Optional.of(M.OUTSTANDING.gt(0L))));
      case "I16b" ->
          Optional.of(
              new Counting(
                  STATED_OVERDUE.gt(BigDecimal.ZERO), Optional.of(M.OUTSTANDING.gt(0L))));
      case "I17" ->
          Optional.of(
              new Counting(
                  M.OLDER_60.isTrue().and(M.CHECKED_IN_YEAR), Optional.of(M.OLDER_60.isTrue())));
      case "I17b" ->
          Optional.of(
              new Counting(
                  M.OLDER_55.isTrue().and(M.CHECKED_IN_YEAR), Optional.of(M.OLDER_55.isTrue())));
      case "I18" -> share(M.CHECKED_IN_YEAR.isTrue());
      case "I29" -> share(M.POOR.isTrue());
      case "I30" -> share(M.WOMAN.isTrue());
      case "I31" -> share(M.OLDER_60.isTrue());
      case "I31b" -> share(M.OLDER_55.isTrue());
      default -> Optional.empty();
    };
  }

  private static Optional<Counting> share(Condition part) {
    return Optional.of(new Counting(part, Optional.of(DSL.trueCondition())));
  }

  private static Select<? extends Record> members(
      String indicator, Counting counting, Place place) {
    Condition whole = counting.whole().orElse(noCondition());
    Condition shown = counting.whole().isPresent() ? noCondition() : counting.part();
    Field<? extends Number> numerator =
        switch (indicator) {
          case "I16" -> sum(M.OVERDUE);
          case "I16b" -> sum(STATED_OVERDUE);
          default -> count().filterWhere(counting.part());
        };
    Field<? extends Number> denominator =
        indicator.startsWith("I16") ? sum(M.OUTSTANDING) : count().filterWhere(whole);
    Behind.Told told =
        new Behind.Told(
            Kind.COUNTED,
            "member-roster",
            C.CLUB_CODE,
            C.CLUB_NAME,
            numerator,
            counting.whole().isPresent() ? denominator : Behind.NO_NUMBER,
            M.FILE_ID,
            M.SHEET,
            Behind.rowsWhere(M.ROW_NUMBER, counting.part()),
            counting.whole().isPresent()
                ? Behind.rowsWhere(M.ROW_NUMBER, whole.and(DSL.not(counting.part())))
                : Behind.noRows(),
            M.ROSTER_PERIOD,
            M.ROSTER_CARRIED_FORWARD);
    return select(told.columns())
        .from(M)
        .join(Dates.TABLE)
        .on(M.PERIOD_KEY.eq(Dates.PERIOD_KEY))
        .join(C)
        .on(C.PERIOD_KEY.eq(M.PERIOD_KEY).and(C.CLUB_KEY.eq(M.CLUB_KEY)))
        .leftJoin(STATED)
        .on(Columns.of(STATED, FACT_LOAN_PERIOD.PERSON_KEY).eq(M.PERSON_KEY))
        .and(Columns.of(STATED, FACT_LOAN_PERIOD.PERIOD_KEY).eq(M.PERIOD_KEY))
        .where(place.covers(M.PLAN_DISTRICT, C.CLUB_CODE))
        .and(shown)
        .groupBy(
            C.CLUB_CODE,
            C.CLUB_NAME,
            M.FILE_ID,
            M.SHEET,
            M.ROSTER_PERIOD,
            M.ROSTER_CARRIED_FORWARD);
  }

  /** Active clubs that no figure of members can speak of. */
  static Select<? extends Record> withoutRoster(String indicator, Place place) {
    Behind.Told told =
        new Behind.Told(
            Kind.WITHOUT_ROSTER,
            "club-registry",
            C.CLUB_CODE,
            C.CLUB_NAME,
            Behind.NO_NUMBER,
            Behind.NO_NUMBER,
            C.FILE_ID,
            C.SHEET,
            DSL.array(C.ROW_NUMBER),
            Behind.noRows(),
            Behind.NO_TEXT,
            Behind.notCarried());
    return select(told.columns())
        .from(C)
        .join(Dates.TABLE)
        .on(C.PERIOD_KEY.eq(Dates.PERIOD_KEY))
        .where(C.ROSTER_PERIOD.isNull())
        .and(Set.of("I05", "I06", "I06b").contains(indicator) ? C.COHORT.eq("new") : noCondition())
        .and(place.covers(C.PLAN_DISTRICT, C.CLUB_CODE));
  }

  /**
   * Loans of members: those ever disbursed, or those with money outstanding; for the latter the
   * repayments too that say how much.
   */
  List<Select<? extends Record>> loans(String indicator, Place place) {
    Select<? extends Record> ledger = ledgerRows(indicator, place);
    return OF_OUTSTANDING.contains(indicator)
        ? List.of(ledger, repayments(place))
        : List.of(ledger);
  }

  private Select<? extends Record> ledgerRows(String indicator, Place place) {
    boolean now = OF_OUTSTANDING.contains(indicator);
    boolean fund = Set.of("I13c", "I14c").contains(indicator);
    return select(supporting("loan-ledger", L.FILE_ID, L.SHEET, L.ROW_NUMBER).columns())
        .from(M)
        .join(Dates.TABLE)
        .on(M.PERIOD_KEY.eq(Dates.PERIOD_KEY))
        .join(C)
        .on(C.PERIOD_KEY.eq(M.PERIOD_KEY).and(C.CLUB_KEY.eq(M.CLUB_KEY)))
        .join(L)
        .on(L.PERSON_KEY.eq(M.PERSON_KEY).and(L.DISBURSED_ON.le(Dates.AS_OF)))
        .leftJoin(FACT_LOAN_PERIOD)
        .on(
            FACT_LOAN_PERIOD
                .LOAN_KEY
                .eq(L.LOAN_KEY)
                .and(FACT_LOAN_PERIOD.PERIOD_KEY.eq(Dates.PERIOD_KEY)))
        .where(place.covers(M.PLAN_DISTRICT, C.CLUB_CODE))
        .and(now ? FACT_LOAN_PERIOD.OUTSTANDING.gt(0L) : noCondition())
        .and(fund ? new LoanFigures(definitions).fromClubFund() : noCondition())
        .groupBy(C.CLUB_CODE, C.CLUB_NAME, L.FILE_ID, L.SHEET);
  }

  /** Repayments of loans whose outstanding no ledger tells: it is the amount less what they paid. */
  private static Select<? extends Record> repayments(Place place) {
    return select(supporting("loan-repayment", R.FILE_ID, R.SHEET, R.ROW_NUMBER).columns())
        .from(M)
        .join(Dates.TABLE)
        .on(M.PERIOD_KEY.eq(Dates.PERIOD_KEY))
        .join(C)
        .on(C.PERIOD_KEY.eq(M.PERIOD_KEY).and(C.CLUB_KEY.eq(M.CLUB_KEY)))
        .join(FACT_LOAN_PERIOD)
        .on(FACT_LOAN_PERIOD.PERSON_KEY.eq(M.PERSON_KEY))
        .and(FACT_LOAN_PERIOD.PERIOD_KEY.eq(Dates.PERIOD_KEY))
        .join(R)
        .on(R.LOAN_KEY.eq(FACT_LOAN_PERIOD.LOAN_KEY).and(R.PAID_ON.le(Dates.AS_OF)))
        .where(place.covers(M.PLAN_DISTRICT, C.CLUB_CODE))
        .and(FACT_LOAN_PERIOD.OUTSTANDING.gt(0L))
        .and(FACT_LOAN_PERIOD.OUTSTANDING_SOURCE.eq("repayments"))
        .groupBy(C.CLUB_CODE, C.CLUB_NAME, R.FILE_ID, R.SHEET);
  }

  private static Select<? extends Record> checkUps(String indicator, Place place) {
    Condition older =
        indicator.equals("I17")
            ? M.OLDER_60.isTrue()
            : indicator.equals("I17b") ? M.OLDER_55.isTrue() : noCondition();
    return select(supporting("health-check", H.FILE_ID, H.SHEET, H.ROW_NUMBER).columns())
        .from(M)
        .join(Dates.TABLE)
        .on(M.PERIOD_KEY.eq(Dates.PERIOD_KEY))
        .join(C)
        .on(C.PERIOD_KEY.eq(M.PERIOD_KEY).and(C.CLUB_KEY.eq(M.CLUB_KEY)))
        .join(H)
        .on(H.PERSON_KEY.eq(M.PERSON_KEY).and(Columns.inYear(H.EXAM_ON)))
        .where(place.covers(M.PLAN_DISTRICT, C.CLUB_CODE))
        .and(older)
        .groupBy(C.CLUB_CODE, C.CLUB_NAME, H.FILE_ID, H.SHEET);
  }

  private static Behind.Told supporting(
      String feed, Field<String> file, Field<String> sheet, Field<Integer> rowNumber) {
    return Behind.event(
        Kind.SUPPORTING,
        feed,
        List.of(C.CLUB_CODE, C.CLUB_NAME),
        Behind.NO_NUMBER,
        List.of(file, sheet),
        Behind.rows(rowNumber));
  }
}
