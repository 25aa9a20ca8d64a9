package vn.ishc.indicator;

import static org.jooq.impl.DSL.boolOr;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static vn.ishc.db.core.Tables.CLUB;
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
import org.jooq.impl.DSL;
import vn.ishc.db.core.tables.Club;
import vn.ishc.db.core.tables.FactMemberPeriod;
import vn.ishc.indicator.Scratch.Dates;

/** I05, I06, I12, I13, I15 to I18, I29 to I31 and their readings: members, each person once in an area even when in two clubs there. */
final class MemberFigures implements FigureFamily {
  private static final FactMemberPeriod M = FACT_MEMBER_PERIOD;
  private static final Club C = CLUB;

  // What a person is in an area: true when true in any of the clubs.
  private static final Field<Boolean> WOMAN = boolOr(M.WOMAN).as("woman");
  private static final Field<Boolean> OLDER = boolOr(M.OLDER_60).as("older");
  private static final Field<Boolean> OLDER_55 = boolOr(M.OLDER_55).as("older_55");
  private static final Field<Boolean> POOR = boolOr(M.POOR).as("poor");
  private static final Field<Boolean> PRIORITY = boolOr(M.PRIORITY).as("priority");
  private static final Field<Boolean> EVER = boolOr(M.BORROWED_EVER).as("borrowed_ever");
  private static final Field<Boolean> NOW = boolOr(M.BORROWING).as("borrowing");
  private static final Field<Boolean> CHECKED = boolOr(M.CHECKED_IN_YEAR).as("checked");
  private static final Field<Boolean> IN_NEW_CLUB = boolOr(M.COHORT.eq("new")).as("in_new_club");
  private static final Field<Long> OUTSTANDING = max(M.OUTSTANDING).as("outstanding");
  private static final Field<Long> OVERDUE = max(M.OVERDUE).as("overdue");

  private static final Field<Boolean> FROM_FUND = boolOr(M.BORROWED_EVER).as("from_fund");
  private static final Field<BigDecimal> STATED = LoanFigures.STATED;

  private static final Field<Integer> MEMBERS = count().as("members");
  private static final Field<BigDecimal> ALL_OUTSTANDING = sum(M.OUTSTANDING).as("all_outstanding");
  private static final Field<BigDecimal> ALL_OVERDUE = sum(M.OVERDUE).as("all_overdue");

  private final LoanFigures loans;

  MemberFigures(LoanFigures loans) {
    this.loans = loans;
  }

  @Override
  public List<Select<Record6<String, LocalDate, String, String, BigDecimal, BigDecimal>>> figures(Touched touched) {
    return Grouping.deep(M.PLAN_DISTRICT, C.CLUB_CODE, touched).stream().map(this::rows).toList();
  }

  private Select<Record6<String, LocalDate, String, String, BigDecimal, BigDecimal>> rows(Grouping grouping) {
    Table<?> person = persons(grouping);
    Field<LocalDate> asOf = Columns.of(person, Dates.AS_OF);
    Field<String> area = Columns.of(person, grouping.areaCode());
    Condition older = Columns.holds(person, OLDER);
    Condition checked = Columns.holds(person, CHECKED);
    Condition isNew = Columns.holds(person, IN_NEW_CLUB);
    Condition older55 = Columns.holds(person, OLDER_55);
    Table<?> counted =
        select(
                asOf,
                area,
                MEMBERS,
                persons("women", Columns.holds(person, WOMAN)),
                persons("older", older),
                persons("older_55", older55),
                persons("poor", Columns.holds(person, POOR)),
                persons("priority", Columns.holds(person, PRIORITY)),
                persons("ever", Columns.holds(person, EVER)),
                persons("from_fund", Columns.holds(person, FROM_FUND)),
                persons("now", Columns.holds(person, NOW)),
                persons("checked", checked),
                persons("older_checked", older.and(checked)),
                persons("older_55_checked", older55.and(checked)),
                persons("in_new", isNew),
                persons("older_in_new", isNew.and(older)),
                persons("older_55_in_new", isNew.and(older55)),
                sum(Columns.of(person, OUTSTANDING)).as(ALL_OUTSTANDING),
                sum(Columns.of(person, OVERDUE)).as(ALL_OVERDUE),
                coalesce(sum(Columns.of(person, STATED)), inline(BigDecimal.ZERO)).as(STATED))
            .from(person)
            .groupBy(area, asOf)
            .asTable("counted");
    return Figure.rows(grouping.level(), counted, figures());
  }

  private static List<Figure> figures() {
    return List.of(
        Figure.count("I05", named("in_new")),
        Figure.count("I06", named("older_in_new")),
        Figure.count("I06b", named("older_55_in_new")),
        Figure.share("I12", named("priority"), MEMBERS),
        Figure.share("I13", named("ever"), MEMBERS),
        Figure.share("I13b", named("now"), MEMBERS),
        Figure.share("I13c", named("from_fund"), MEMBERS),
        Figure.share("I15", named("now"), MEMBERS),
        Figure.share("I16", ALL_OVERDUE, ALL_OUTSTANDING),
        Figure.share("I16b", STATED, ALL_OUTSTANDING),
        Figure.share("I17", named("older_checked"), named("older")),
        Figure.share("I17b", named("older_55_checked"), named("older_55")),
        Figure.share("I18", named("checked"), MEMBERS),
        Figure.share("I29", named("poor"), MEMBERS),
        Figure.share("I30", named("women"), MEMBERS),
        Figure.share("I31", named("older"), MEMBERS),
        Figure.share("I31b", named("older_55"), MEMBERS));
  }

  private Table<?> persons(Grouping grouping) {
    Table<?> first = loans.firstLoans();
    Table<?> stated = LoanFigures.statedOverdue();
    return select(Dates.AS_OF, grouping.areaCode(), M.PERSON_KEY)
        .select(WOMAN, OLDER, OLDER_55, POOR, PRIORITY, EVER, NOW, CHECKED, IN_NEW_CLUB, OUTSTANDING, OVERDUE)
        .select(boolOr(Columns.of(first, LoanFigures.FIRST_ON).le(Dates.AS_OF)).as(FROM_FUND), max(Columns.of(stated, STATED)).as(STATED))
        .from(M)
        .join(Dates.TABLE)
        .on(M.PERIOD_KEY.eq(Dates.PERIOD_KEY))
        .join(C)
        .on(C.CLUB_KEY.eq(M.CLUB_KEY))
        .leftJoin(first)
        .on(Columns.of(first, FACT_LOAN.PERSON_KEY).eq(M.PERSON_KEY))
        .leftJoin(stated)
        .on(Columns.of(stated, FACT_LOAN_PERIOD.PERSON_KEY).eq(M.PERSON_KEY))
        .and(Columns.of(stated, FACT_LOAN_PERIOD.PERIOD_KEY).eq(M.PERIOD_KEY))
        .where(grouping.scope())
        .groupBy(grouping.by(Dates.AS_OF, M.PERSON_KEY))
        .asTable("person");
  }

  private static Field<Integer> persons(String name, Condition condition) {
    return Columns.countWhere(condition).as(name);
  }

  private static Field<Integer> named(String name) {
    return DSL.field(DSL.name(name), Integer.class);
  }
}
