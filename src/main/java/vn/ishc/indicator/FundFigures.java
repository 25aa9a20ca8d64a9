package vn.ishc.indicator;

import static org.jooq.impl.DSL.boolOr;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.trueCondition;
import static vn.ishc.db.core.Tables.DIM_FUND_SOURCE;
import static vn.ishc.db.core.Tables.FACT_CLUB_PERIOD;
import static vn.ishc.db.core.Tables.FACT_FUND;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record6;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.Table;
import vn.ishc.db.core.tables.FactClubPeriod;
import vn.ishc.db.core.tables.FactFund;
import vn.ishc.indicator.Scratch.Dates;

/** I26: clubs with both funds; I27: money received in the year, in all and by source. */
final class FundFigures implements FigureFamily {
  /** The sources of the plan, each an indicator of its own. */
  static final List<String> SOURCES = List.of("I27a", "I27b", "I27c", "I27d", "I27e");

  private static final FactFund F = FACT_FUND;
  private static final FactClubPeriod C = FACT_CLUB_PERIOD;
  private static final Field<Integer> CLUBS = count().as("clubs");
  private static final Field<Integer> WITH_BOTH = count().as("with_both");
  private static final Field<Boolean> INCOME = boolOr(F.COUNTED).as("income");
  private static final Field<Boolean> OPERATING = boolOr(F.COUNTED).as("operating");

  private final IndicatorDefinitions definitions;

  FundFigures(IndicatorDefinitions definitions) {
    this.definitions = definitions;
  }

  @Override
  public List<Select<Record6<String, LocalDate, String, String, BigDecimal, BigDecimal>>> figures(Touched touched) {
    return Stream.concat(
            Grouping.wide(F.PLAN_DISTRICT, touched).stream().map(this::received),
            Grouping.wide(C.PLAN_DISTRICT, touched).stream().map(this::withBothFunds))
        .toList();
  }

  private Select<Record6<String, LocalDate, String, String, BigDecimal, BigDecimal>> received(Grouping grouping) {
    List<SelectField<?>> numbers = new ArrayList<>(List.of(Dates.AS_OF, grouping.areaCode(), amount("I27")));
    SOURCES.forEach(source -> numbers.add(amount(source)));
    Table<?> counted =
        select(numbers)
            .from(F)
            .join(Dates.TABLE)
            .on(Columns.periodInYear(F.PERIOD_KEY))
            .join(DIM_FUND_SOURCE)
            .on(DIM_FUND_SOURCE.FUND_SOURCE_KEY.eq(F.FUND_SOURCE_KEY))
            .where(F.COUNTED)
            .and(grouping.scope())
            .groupBy(grouping.by(Dates.AS_OF))
            .asTable("counted");
    List<Figure> figures =
        Stream.concat(Stream.of("I27"), SOURCES.stream()).map(code -> Figure.count(code, amount(code))).toList();
    return Figure.rows(grouping.level(), counted, figures);
  }

  private Field<BigDecimal> amount(String indicator) {
    return coalesce(sum(F.RECEIVED).filterWhere(ofSource(indicator)), inline(BigDecimal.ZERO)).as(indicator);
  }

  /** Whether money is of the source that an indicator counts. */
  Condition ofSource(String indicator) {
    return indicator.equals("I27")
        ? trueCondition()
        : DIM_FUND_SOURCE.FUND_SOURCE.in(definitions.codes(indicator, "source"));
  }

  private Select<Record6<String, LocalDate, String, String, BigDecimal, BigDecimal>> withBothFunds(Grouping grouping) {
    Table<?> ledger = fundsOfClubs();
    Condition income = C.INCOME_FUND.gt(0L).or(Columns.holds(ledger, INCOME));
    Condition operating = C.OPERATING_FUND.gt(0L).or(Columns.holds(ledger, OPERATING));
    Table<?> counted =
        select(Dates.AS_OF, grouping.areaCode(), CLUBS, Columns.countWhere(income.and(operating)).as(WITH_BOTH))
            .from(C)
            .join(Dates.TABLE)
            .on(C.PERIOD_KEY.eq(Dates.PERIOD_KEY))
            .leftJoin(ledger)
            .on(Columns.of(ledger, Dates.AS_OF).eq(Dates.AS_OF).and(Columns.of(ledger, F.CLUB_KEY).eq(C.CLUB_KEY)))
            .where(grouping.scope())
            .groupBy(grouping.by(Dates.AS_OF))
            .asTable("counted");
    return Figure.rows(grouping.level(), counted, List.of(Figure.share("I26", WITH_BOTH, CLUBS)));
  }

  /** Which funds the ledgers have shown for each club by then. */
  private Table<?> fundsOfClubs() {
    return select(Dates.AS_OF, F.CLUB_KEY, boolOr(isFund("income_fund")).as(INCOME), boolOr(isFund("operating_fund")).as(OPERATING))
        .from(F)
        .join(Dates.TABLE)
        .on(F.PERIOD_KEY.le(Dates.PERIOD_KEY))
        .where(F.CLUB_KEY.ne(Indicators.UNKNOWN))
        .and(F.COUNTED)
        .and(hasMoney())
        .groupBy(Dates.AS_OF, F.CLUB_KEY)
        .asTable("ledger");
  }

  /** Whether a row of a ledger shows an amount above 0. */
  static Condition hasMoney() {
    return greatest(coalesce(F.RECEIVED, inline(0L)), coalesce(F.BALANCE, inline(0L))).gt(0L);
  }

  /** Whether the club at hand has both funds, by its registry or by a ledger. */
  Condition hasBoth() {
    Table<?> ledger = fundsOfClubs();
    Table<?> own =
        select(Columns.of(ledger, INCOME), Columns.of(ledger, OPERATING))
            .from(ledger)
            .where(Columns.of(ledger, Dates.AS_OF).eq(C.AS_OF))
            .and(Columns.of(ledger, F.CLUB_KEY).eq(C.CLUB_KEY))
            .asTable("own");
    Condition income = C.INCOME_FUND.gt(0L).or(exists(selectOne().from(own).where(Columns.of(own, INCOME))));
    Condition operating = C.OPERATING_FUND.gt(0L).or(exists(selectOne().from(own).where(Columns.of(own, OPERATING))));
    return income.and(operating);
  }

  private Condition isFund(String which) {
    return F.FUND.in(definitions.codes("I26", which));
  }
}
