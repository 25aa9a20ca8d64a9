package vn.ishc.indicator;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static vn.ishc.db.core.Tables.DIM_PLAN_DISTRICT;
import static vn.ishc.db.core.Tables.FACT_CLUB_PERIOD;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.RowN;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import vn.ishc.indicator.Scratch.Areas;
import vn.ishc.indicator.Scratch.Dates;
import vn.ishc.indicator.Scratch.Rules;
import vn.ishc.row.Period;

/**
 * Computes {@code core.fact_indicator} (publication {@code current}) from the star: every
 * indicator, at every published as-of date, for the province, the 21 districts of the plan and,
 * where it is defined, every active club.
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
    LoanFigures loans = new LoanFigures(definitions);
    this.families =
        List.of(
            new DistrictFigures(),
            new ClubFigures(),
            new RegistryFigures(),
            new MemberFigures(loans),
            loans,
            new ActivityFigures(definitions),
            new FundFigures(definitions),
            new ReportingFigures(definitions));
  }

  /**
   * Brings the current figures up to date. The same star gives the same rows, whatever was touched
   * before; rows that do not change are not written.
   *
   * @param touched where something has changed since the last time
   */
  public void refresh(Touched touched) {
    DimIndicatorLoader.sync(dsl, definitions);
    List<Period> periods = PublishedDates.of(dsl);
    Touched scope = PublishedDates.haveChanged(dsl, periods) ? Touched.everything() : touched;
    Scratch.create(dsl, periods);
    dsl.execute("set local work_mem = '64MB'");
    dsl.execute("set local jit = off");
    insertRules();
    insertAreas(scope);
    for (FigureFamily family : families) {
      family.figures(scope).forEach(rows -> dsl.insertInto(Figure.TABLE).select(rows).execute());
    }
    dsl.execute("analyze figure");
    dsl.execute("analyze figure_area");
    dsl.execute("analyze figure_rule");
    new FigureWriter(dsl).write(scope);
  }

  private void insertRules() {
    List<RowN> rules = new ArrayList<>();
    for (IndicatorDefinition definition : definitions) {
      definition.levels().forEach(level -> rules.add(rule(definition, level)));
    }
    dsl.insertInto(Rules.TABLE)
        .columns(
            List.of(
                Rules.INDICATOR,
                Rules.LEVEL,
                Rules.IS_SHARE,
                Rules.RULE,
                Rules.TARGET,
                Rules.UPPER,
                Rules.MEASURE))
        .valuesOfRows(rules)
        .execute();
  }

  private static RowN rule(IndicatorDefinition definition, AreaLevel level) {
    boolean sameForAll = definition.isShare() || level == AreaLevel.PROVINCE;
    Optional<Target> target = definition.target();
    Optional<Target> told = target.filter(known -> sameForAll);
    Optional<String> measure =
        target.filter(known -> level == AreaLevel.DISTRICT).flatMap(Target::districtMeasure);
    return DSL.row(
        List.of(
            DSL.val(definition.code()),
            DSL.val(level.code()),
            DSL.val(definition.isShare()),
            DSL.val(target.map(known -> known.rule().code()).orElse(null), SQLDataType.CLOB),
            DSL.val(told.flatMap(Target::value).orElse(null), SQLDataType.NUMERIC),
            DSL.val(told.flatMap(Target::upper).orElse(null), SQLDataType.NUMERIC),
            DSL.val(measure.orElse(null), SQLDataType.CLOB)));
  }

  private void insertAreas(Touched touched) {
    dsl.insertInto(Areas.TABLE)
        .select(
            select(
                    Dates.AS_OF,
                    inline("province"),
                    inline(AreaLevel.PROVINCE_CODE),
                    inline(AreaLevel.PROVINCE_NAME),
                    inline(true))
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
