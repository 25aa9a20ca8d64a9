package vn.ishc.indicator;

import static org.jooq.impl.DSL.boolOr;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
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
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record6;
import org.jooq.Select;
import org.jooq.Table;
import vn.ishc.db.core.tables.FactClubPeriod;
import vn.ishc.db.core.tables.FactMemberPeriod;
import vn.ishc.indicator.Scratch.Dates;

/** I13c, I14c, I16b: readings of the loan clauses that need the loans themselves. */
final class LoanFigures implements FigureFamily {
  private static final FactMemberPeriod M = FACT_MEMBER_PERIOD;
  private static final FactClubPeriod C = FACT_CLUB_PERIOD;
  private static final Field<LocalDate> FIRST_ON = min(FACT_LOAN.DISBURSED_ON).as("first_on");
  private static final Field<Boolean> BORROWED = boolOr(FACT_LOAN.DISBURSED_ON.isNotNull()).as("borrowed");
  private static final Field<BigDecimal> STATED = sum(FACT_LOAN_PERIOD.OVERDUE_STATED).as("stated");
  private static final Field<Long> OUTSTANDING = max(M.OUTSTANDING).as("outstanding");

  private static final Field<Integer> MEMBERS = count().as("members");
  private static final Field<Integer> BORROWERS = count().as("borrowers");
  private static final Field<Integer> CLUBS = count().as("clubs");
  private static final Field<Integer> MEETING = count().as("meeting");

  private final List<String> clubFund;

  LoanFigures(IndicatorDefinitions definitions) {
    clubFund = definitions.codes("I13c", "lender");
  }

  @Override
  public List<Select<Record6<String, LocalDate, String, String, BigDecimal, BigDecimal>>> figures(Touched touched) {
    return Stream.concat(
            Grouping.wide(M.PLAN_DISTRICT, touched).stream().map(this::ofPersons),
            Grouping.wide(C.PLAN_DISTRICT, touched).stream().map(this::ofClubs))
        .toList();
  }

  private Select<Record6<String, LocalDate, String, String, BigDecimal, BigDecimal>> ofPersons(Grouping grouping) {
    Table<?> person = persons(grouping);
    Table<?> counted =
        select(
                Columns.of(person, Dates.AS_OF),
                Columns.of(person, grouping.areaCode()),
                MEMBERS,
                Columns.countWhere(Columns.holds(person, BORROWED)).as(BORROWERS),
                coalesce(sum(Columns.of(person, STATED)), inline(BigDecimal.ZERO)).as(STATED),
                sum(Columns.of(person, OUTSTANDING)).as(OUTSTANDING))
            .from(person)
            .groupBy(Columns.of(person, Dates.AS_OF), Columns.of(person, grouping.areaCode()))
            .asTable("counted");
    return Figure.rows(
        grouping.level(),
        counted,
        List.of(Figure.share("I13c", BORROWERS, MEMBERS), Figure.share("I16b", STATED, OUTSTANDING)));
  }

  private Table<?> persons(Grouping grouping) {
    Table<?> first = firstLoans();
    Table<?> stated = statedOverdue();
    return select(Dates.AS_OF, grouping.areaCode(), M.PERSON_KEY)
        .select(
            boolOr(Columns.of(first, FIRST_ON).le(Dates.AS_OF)).as(BORROWED),
            max(Columns.of(stated, STATED)).as(STATED),
            OUTSTANDING)
        .from(M)
        .join(Dates.TABLE)
        .on(M.PERIOD_KEY.eq(Dates.PERIOD_KEY))
        .leftJoin(first)
        .on(Columns.of(first, FACT_LOAN.PERSON_KEY).eq(M.PERSON_KEY))
        .leftJoin(stated)
        .on(Columns.of(stated, FACT_LOAN_PERIOD.PERSON_KEY).eq(M.PERSON_KEY))
        .and(Columns.of(stated, FACT_LOAN_PERIOD.PERIOD_KEY).eq(M.PERIOD_KEY))
        .where(grouping.scope())
        .groupBy(grouping.by(Dates.AS_OF, M.PERSON_KEY))
        .asTable("person");
  }

  private Select<Record6<String, LocalDate, String, String, BigDecimal, BigDecimal>> ofClubs(Grouping grouping) {
    Table<?> first = firstLoans();
    Table<?> borrowers =
        select(M.PERIOD_KEY, M.CLUB_KEY, BORROWERS)
            .from(M)
            .join(first)
            .on(Columns.of(first, FACT_LOAN.PERSON_KEY).eq(M.PERSON_KEY))
            .where(Columns.of(first, FIRST_ON).le(M.AS_OF))
            .groupBy(M.PERIOD_KEY, M.CLUB_KEY)
            .asTable("borrowers");
    Condition half = coalesce(Columns.of(borrowers, BORROWERS), inline(0)).mul(2).ge(C.MEMBERS).and(C.MEMBERS.gt(0));
    Table<?> counted =
        select(Dates.AS_OF, grouping.areaCode(), CLUBS, Columns.countWhere(half).as(MEETING))
            .from(C)
            .join(Dates.TABLE)
            .on(C.PERIOD_KEY.eq(Dates.PERIOD_KEY))
            .leftJoin(borrowers)
            .on(Columns.of(borrowers, M.PERIOD_KEY).eq(C.PERIOD_KEY))
            .and(Columns.of(borrowers, M.CLUB_KEY).eq(C.CLUB_KEY))
            .where(C.ROSTER_PERIOD.isNotNull())
            .and(grouping.scope())
            .groupBy(grouping.by(Dates.AS_OF))
            .asTable("counted");
    return Figure.rows(grouping.level(), counted, List.of(Figure.share("I14c", MEETING, CLUBS)));
  }

  /** When each person first borrowed from a club fund. */
  private Table<?> firstLoans() {
    return select(FACT_LOAN.PERSON_KEY, FIRST_ON)
        .from(FACT_LOAN)
        .join(DIM_LENDER)
        .on(DIM_LENDER.LENDER_KEY.eq(FACT_LOAN.LENDER_KEY))
        .where(DIM_LENDER.LENDER.in(clubFund))
        .groupBy(FACT_LOAN.PERSON_KEY)
        .asTable("first_loan");
  }

  /** What the ledgers themselves call overdue, of each person. */
  private static Table<?> statedOverdue() {
    return select(FACT_LOAN_PERIOD.PERIOD_KEY, FACT_LOAN_PERIOD.PERSON_KEY, STATED)
        .from(FACT_LOAN_PERIOD)
        .groupBy(FACT_LOAN_PERIOD.PERIOD_KEY, FACT_LOAN_PERIOD.PERSON_KEY)
        .asTable("stated_overdue");
  }
}
