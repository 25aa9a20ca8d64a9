package vn.ishc.indicator;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static vn.ishc.db.core.Tables.DIM_PLAN_DISTRICT;
import static vn.ishc.db.core.Tables.FACT_CLUB_PERIOD;

import java.math.BigDecimal;
import java.sql.Connection;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import vn.ishc.indicator.Scratch.Areas;
import vn.ishc.indicator.Scratch.Dates;
import vn.ishc.indicator.Scratch.Rules;
import vn.ishc.row.Period;

/**
 * Computes {@code core.fact_indicator} (publication {@code current}) from the star: every indicator, at every published as-of date,
 * for the province, the 21 districts of the plan and, where it is defined, every active club.
 */
public final class Indicators {
  /** Code of the district that nobody knows. */
  static final String NO_DISTRICT = "-1";

  /** Key of the unknown member of a dimension. */
  static final long UNKNOWN = -1;

  private final DSLContext dsl;
  private final IndicatorDefinitions definitions;
  private final List<FigureFamily> families;

  /**
   * Works inside the caller's transaction.
   *
   * @param connection not in auto-commit mode
   */
  public Indicators(Connection connection, IndicatorDefinitions definitions) {
    this(DSL.using(connection), definitions);
  }

  /**
   * Works inside the caller's transaction.
   *
   * @param dsl on a connection that is not in auto-commit mode
   */
  public Indicators(DSLContext dsl, IndicatorDefinitions definitions) {
    this.dsl = dsl;
    this.definitions = definitions;
    this.families =
        List.of(
            new DistrictFigures(),
            new ClubFigures(),
            new RegistryFigures(),
            new MemberFigures(),
            new LoanFigures(definitions),
            new ActivityFigures(definitions),
            new FundFigures(definitions),
            new ReportingFigures(definitions));
  }

  /**
   * Brings the current figures up to date. The same star gives the same rows, whatever was touched before; rows that do not change
   * are not written.
   *
   * @param touched where something has changed since the last time
   */
  public void refresh(Touched touched) {
    DimIndicatorLoader.sync(dsl, definitions);
    List<Period> periods = PublishedDates.of(dsl);
    Touched scope = PublishedDates.haveChanged(dsl, periods) ? Touched.everything() : touched;
    Scratch.create(dsl, periods);
    insertRules();
    insertAreas(scope);
    for (FigureFamily family : families) {
      family.figures(scope).forEach(rows -> dsl.insertInto(Figure.TABLE).select(rows).execute());
    }
    dsl.execute("analyze figure");
    dsl.execute("analyze figure_area");
    new FigureWriter(dsl).write(scope);
  }

  private void insertRules() {
    for (IndicatorDefinition definition : definitions) {
      definition.levels().forEach(level -> insertRule(definition, level));
    }
  }

  private void insertRule(IndicatorDefinition definition, AreaLevel level) {
    boolean sameForAll = definition.isShare() || level == AreaLevel.PROVINCE;
    dsl.insertInto(Rules.TABLE)
        .set(Rules.INDICATOR, definition.code())
        .set(Rules.LEVEL, level.code())
        .set(Rules.IS_SHARE, definition.isShare())
        .set(Rules.RULE, definition.target().map(target -> target.rule().code()).orElse(null))
        .set(Rules.TARGET, definition.target().filter(target -> sameForAll).flatMap(Target::value).orElse(missing()))
        .set(Rules.UPPER, definition.target().filter(target -> sameForAll).flatMap(Target::upper).orElse(missing()))
        .set(
            Rules.MEASURE,
            definition.target().filter(target -> level == AreaLevel.DISTRICT).flatMap(Target::districtMeasure).orElse(null))
        .execute();
  }

  @SuppressWarnings("NullAway") // jOOQ writes null as NULL
  private static BigDecimal missing() {
    return null;
  }

  private void insertAreas(Touched touched) {
    dsl.insertInto(Areas.TABLE)
        .select(
            select(Dates.AS_OF, inline("province"), inline(AreaLevel.PROVINCE_CODE), inline(AreaLevel.PROVINCE_NAME), inline(true))
                .from(Dates.TABLE))
        .execute();
    dsl.insertInto(Areas.TABLE)
        .select(
            select(
                    Dates.AS_OF,
                    inline("district"),
                    DIM_PLAN_DISTRICT.PLAN_DISTRICT,
                    DIM_PLAN_DISTRICT.PLAN_DISTRICT_NAME,
                    inline(true))
                .from(DIM_PLAN_DISTRICT)
                .crossJoin(Dates.TABLE)
                .where(DIM_PLAN_DISTRICT.PLAN_DISTRICT.ne(NO_DISTRICT))
                .and(touched.covers(DIM_PLAN_DISTRICT.PLAN_DISTRICT)))
        .execute();
    dsl.insertInto(Areas.TABLE)
        .select(
            select(
                    Dates.AS_OF,
                    inline("club"),
                    FACT_CLUB_PERIOD.CLUB_CODE,
                    FACT_CLUB_PERIOD.CLUB_NAME,
                    DSL.field(FACT_CLUB_PERIOD.ROSTER_PERIOD.isNotNull()))
                .from(FACT_CLUB_PERIOD)
                .join(Dates.TABLE)
                .on(Dates.PERIOD_KEY.eq(FACT_CLUB_PERIOD.PERIOD_KEY))
                .where(touched.covers(FACT_CLUB_PERIOD.PLAN_DISTRICT)))
        .execute();
  }
}
