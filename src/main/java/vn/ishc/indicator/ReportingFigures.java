package vn.ishc.indicator;

import static org.jooq.impl.DSL.boolOr;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.nullif;
import static org.jooq.impl.DSL.select;
import static vn.ishc.db.core.Tables.DIM_OUTLET;
import static vn.ishc.db.core.Tables.FACT_MEDIA_ITEM;
import static vn.ishc.db.core.Tables.FACT_SUBMISSION;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record6;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import vn.ishc.db.core.tables.FactMediaItem;
import vn.ishc.db.core.tables.FactSubmission;
import vn.ishc.indicator.Scratch.Dates;

/** I21: what the media told; I28: what the units reported. */
final class ReportingFigures implements FigureFamily {
  private static final FactMediaItem M = FACT_MEDIA_ITEM;
  private static final FactSubmission S = FACT_SUBMISSION;
  private static final Field<Boolean> PRESS = boolOr(M.TITLE.isNotNull()).as("press");
  private static final Field<Boolean> BROADCAST = boolOr(M.TITLE.isNotNull()).as("broadcast");
  private static final Field<Integer> QUARTERS = count().as("quarters");
  private static final Field<Integer> DUE = count().as("due");
  private static final Field<Integer> ON_TIME =
      Columns.countWhere(S.STATE.eq("on_time")).as("on_time");

  private final IndicatorDefinitions definitions;

  ReportingFigures(IndicatorDefinitions definitions) {
    this.definitions = definitions;
  }

  @Override
  public List<Select<Record6<String, LocalDate, String, String, BigDecimal, BigDecimal>>> figures(
      Touched touched) {
    List<Select<Record6<String, LocalDate, String, String, BigDecimal, BigDecimal>>> all =
        new ArrayList<>();
    all.add(quarters());
    Grouping.wide(S.PLAN_DISTRICT, touched).forEach(grouping -> all.add(onTime(grouping)));
    return all;
  }

  private Select<Record6<String, LocalDate, String, String, BigDecimal, BigDecimal>> quarters() {
    Field<Integer> quarter = DSL.quarter(M.PUBLISHED_ON).as("quarter");
    Table<?> told =
        select(
                Dates.AS_OF,
                quarter,
                boolOr(from("newspaper")).as(PRESS),
                boolOr(from("broadcast")).as(BROADCAST))
            .from(M)
            .join(DIM_OUTLET)
            .on(DIM_OUTLET.OUTLET_KEY.eq(M.OUTLET_KEY))
            .join(Dates.TABLE)
            .on(Columns.inYear(M.PUBLISHED_ON))
            .groupBy(Dates.AS_OF, DSL.quarter(M.PUBLISHED_ON))
            .asTable("told");
    Table<?> counted =
        select(
                Columns.of(told, Dates.AS_OF),
                inline(AreaLevel.PROVINCE_CODE).as("area_code"),
                QUARTERS)
            .from(told)
            .where(Columns.holds(told, PRESS))
            .and(Columns.holds(told, BROADCAST))
            .groupBy(Columns.of(told, Dates.AS_OF))
            .asTable("counted");
    return Figure.rows(AreaLevel.PROVINCE, counted, List.of(Figure.count("I21", QUARTERS)));
  }

  /**
   * Whether an item is from such an outlet: its kind tells, that of the item, or how its name
   * begins.
   */
  Condition from(String what) {
    Field<String> kind = coalesce(nullif(DIM_OUTLET.OUTLET_KIND, inline("unknown")), M.MEDIA_KIND);
    Condition byName = DSL.falseCondition();
    for (String beginning : definitions.codes("I21", what + "_names")) {
      byName = byName.or(DIM_OUTLET.OUTLET.startsWith(beginning));
    }
    return kind.in(definitions.codes("I21", what)).or(kind.isNull().and(byName));
  }

  private Select<Record6<String, LocalDate, String, String, BigDecimal, BigDecimal>> onTime(
      Grouping grouping) {
    Table<?> counted =
        select(Dates.AS_OF, grouping.areaCode(), ON_TIME, DUE)
            .from(S)
            .join(Dates.TABLE)
            .on(Columns.periodInYear(S.PERIOD_KEY))
            .where(S.FEED.in(definitions.codes("I28", "feed")))
            .and(grouping.scope())
            .groupBy(grouping.by(Dates.AS_OF))
            .asTable("counted");
    return Figure.rows(grouping.level(), counted, List.of(Figure.share("I28", ON_TIME, DUE)));
  }
}
