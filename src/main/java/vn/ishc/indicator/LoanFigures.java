package vn.ishc.indicator;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static vn.ishc.db.core.Tables.DIM_LENDER;
import static vn.ishc.db.core.Tables.FACT_CLUB_PERIOD;
import static vn.ishc.db.core.Tables.FACT_LOAN;
import static vn.ishc.db.core.Tables.FACT_LOAN_PERIOD;
import static vn.ishc.db.core.Tables.FACT_MEMBER_PERIOD;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record6;
import org.jooq.Select;
import org.jooq.Table;
import vn.ishc.db.core.tables.FactClubPeriod;
import vn.ishc.db.core.tables.FactMemberPeriod;
import vn.ishc.indicator.Scratch.Dates;

/**
 * I14c, and the loans that I13c and I16b need: readings of the loan clauses that the flags of
 * members do not tell.
 */
final class LoanFigures implements FigureFamily {
  private static final FactMemberPeriod M = FACT_MEMBER_PERIOD;
  private static final FactClubPeriod C = FACT_CLUB_PERIOD;
  static final Field<LocalDate> FIRST_ON = min(FACT_LOAN.DISBURSED_ON).as("first_on");
  static final Field<BigDecimal> STATED = sum(FACT_LOAN_PERIOD.OVERDUE_STATED).as("stated");
  private static final Field<Integer> BORROWERS = count().as("borrowers");
  private static final Field<Integer> CLUBS = count().as("clubs");
  private static final Field<Integer> MEETING = count().as("meeting");

  private final List<String> clubFund;

  LoanFigures(IndicatorDefinitions definitions) {
    clubFund = definitions.codes("I13c", "lender");
  }

  @Override
  public List<Select<Record6<String, LocalDate, String, String, BigDecimal, BigDecimal>>> figures(
      Touched touched) {
    return Grouping.wide(C.PLAN_DISTRICT, touched).stream().map(this::ofClubs).toList();
  }

  private Select<Record6<String, LocalDate, String, String, BigDecimal, BigDecimal>> ofClubs(
      Grouping grouping) {
    Table<?> borrowers = borrowers();
    Table<?> counted =
        select(
                Dates.AS_OF,
                grouping.areaCode(),
                CLUBS,
                Columns.countWhere(half(borrowers)).as(MEETING))
            .from(C)
            .join(Dates.TABLE)
            .on(C.PERIOD_KEY.eq(Dates.PERIOD_KEY))
            .leftJoin(borrowers)
            .on(ofClub(borrowers))
            .where(C.ROSTER_PERIOD.isNotNull())
            .and(grouping.scope())
            .groupBy(grouping.by(Dates.AS_OF))
            .asTable("counted");
    return Figure.rows(grouping.level(), counted, List.of(Figure.share("I14c", MEETING, CLUBS)));
  }

  /** How many members of each club have ever borrowed from a club fund. */
  Table<?> borrowers() {
    Table<?> first = firstLoans();
    return select(M.PERIOD_KEY, M.CLUB_KEY, BORROWERS)
        .from(M)
        .join(Dates.TABLE)
        .on(M.PERIOD_KEY.eq(Dates.PERIOD_KEY))
        .join(first)
        .on(Columns.of(first, FACT_LOAN.PERSON_KEY).eq(M.PERSON_KEY))
        .where(Columns.of(first, FIRST_ON).le(Dates.AS_OF))
        .groupBy(M.PERIOD_KEY, M.CLUB_KEY)
        .asTable("borrowers");
  }

  /** Whether a row of them is that of the club at hand. */
  static Condition ofClub(Table<?> borrowers) {
    return Columns.of(borrowers, M.PERIOD_KEY)
        .eq(C.PERIOD_KEY)
        .and(Columns.of(borrowers, M.CLUB_KEY).eq(C.CLUB_KEY));
  }

  /** Whether they are at least half of its members. */
  static Condition half(Table<?> borrowers) {
    return coalesce(Columns.of(borrowers, BORROWERS), inline(0))
        .mul(2)
        .ge(C.MEMBERS)
        .and(C.MEMBERS.gt(0));
  }

  /** Whether the member at hand has ever borrowed from a club fund; for a single as-of date. */
  Condition everBorrowed() {
    Table<?> first = firstLoans();
    return M.PERSON_KEY.in(
        select(Columns.of(first, FACT_LOAN.PERSON_KEY))
            .from(first)
            .join(Dates.TABLE)
            .on(Columns.of(first, FIRST_ON).le(Dates.AS_OF)));
  }

  /**
   * Whether a loan is from a club fund. As an array, because a join makes the planner expect a loan
   * or two.
   */
  Condition fromClubFund() {
    return FACT_LOAN.LENDER_KEY.eq(
        any(
            array(
                select(DIM_LENDER.LENDER_KEY)
                    .from(DIM_LENDER)
                    .where(DIM_LENDER.LENDER.in(clubFund)))));
  }

  /** When each person first borrowed from a club fund. */
  Table<?> firstLoans() {
    return select(FACT_LOAN.PERSON_KEY, FIRST_ON)
        .from(FACT_LOAN)
        .where(fromClubFund())
        .groupBy(FACT_LOAN.PERSON_KEY)
        .asTable("first_loan");
  }

  /** What the ledgers themselves call overdue, of each person. */
  static Table<?> statedOverdue() {
    return select(FACT_LOAN_PERIOD.PERIOD_KEY, FACT_LOAN_PERIOD.PERSON_KEY, STATED)
        .from(FACT_LOAN_PERIOD)
        .where(FACT_LOAN_PERIOD.OVERDUE_STATED.gt(0L))
        .groupBy(FACT_LOAN_PERIOD.PERIOD_KEY, FACT_LOAN_PERIOD.PERSON_KEY)
        .asTable("stated_overdue");
  }
}
