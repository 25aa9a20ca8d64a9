package vn.ishc.indicator;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.when;
import static vn.ishc.db.core.Tables.CLUB;
import static vn.ishc.db.core.Tables.DIM_INDICATOR;
import static vn.ishc.db.core.Tables.FACT_INDICATOR;
import static vn.ishc.db.core.Tables.FACT_TARGET;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import vn.ishc.db.core.tables.FactIndicator;
import vn.ishc.indicator.Scratch.Areas;
import vn.ishc.indicator.Scratch.Dates;
import vn.ishc.indicator.Scratch.Rules;

/** Holds the figures against their targets and writes what is new into {@code core.fact_indicator}. */
final class FigureWriter {
  /** Targets are those of the end of this year. */
  private static final short TARGET_YEAR = 2025;

  private static final FactIndicator F = FACT_INDICATOR;
  private static final List<Field<?>> KEY = List.of(F.PUBLICATION, F.INDICATOR_KEY, F.AS_OF, F.AREA_LEVEL, F.AREA_CODE);
  private static final List<Field<?>> TOLD = List.of(F.AREA_NAME, F.NUMERATOR, F.DENOMINATOR, F.VALUE, F.TARGET, F.MET);

  private static final Field<Long> INDICATOR_KEY = field("indicator_key", SQLDataType.BIGINT);
  private static final Field<LocalDate> AS_OF = field("as_of", SQLDataType.LOCALDATE);
  private static final Field<String> LEVEL = field("area_level", SQLDataType.CLOB);
  private static final Field<String> CODE = field("area_code", SQLDataType.CLOB);
  private static final Field<String> NAME = field("area_name", SQLDataType.CLOB);
  private static final Field<BigDecimal> NUMERATOR = field("numerator", SQLDataType.NUMERIC);
  private static final Field<BigDecimal> DENOMINATOR = field("denominator", SQLDataType.NUMERIC);
  private static final Field<BigDecimal> WHOLE = field("whole", SQLDataType.NUMERIC);
  private static final Field<String> RULE = field("rule", SQLDataType.CLOB);
  private static final Field<BigDecimal> TARGET = field("target", SQLDataType.NUMERIC);
  private static final Field<BigDecimal> UPPER = field("upper", SQLDataType.NUMERIC);
  private static final Field<BigDecimal> PART_BEFORE = field("part_before", SQLDataType.NUMERIC);
  private static final Field<BigDecimal> WHOLE_BEFORE = field("whole_before", SQLDataType.NUMERIC);

  /** The rows as they are to be. */
  private static final Table<Record> JUDGED = DSL.table(DSL.name("figure_judged"));

  private final DSLContext dsl;

  FigureWriter(DSLContext dsl) {
    this.dsl = dsl;
  }

  private static <T> Field<T> field(String name, DataType<T> type) {
    return Scratch.column("told", name, type);
  }

  void write(Touched touched) {
    dsl.dropTableIfExists(JUDGED).execute();
    dsl.createTemporaryTable(JUDGED).as(judged()).withData().onCommitDrop().execute();
    dsl.execute("analyze figure_judged");
    deleteGone(touched);
    dsl.insertInto(F)
        .columns(all())
        .select(select(all().stream().map(column -> judged(column)).toList()).from(JUDGED))
        .onConflict(KEY)
        .doUpdate()
        .setAllToExcluded()
        .where(row(TOLD).isDistinctFrom(row(TOLD.stream().map(column -> excluded(column)).toList())))
        .execute();
  }

  private static List<Field<?>> all() {
    return Stream.concat(KEY.stream(), TOLD.stream()).toList();
  }

  private void deleteGone(Touched touched) {
    Condition inScope =
        F.AREA_LEVEL.eq("province")
            .or(F.AREA_LEVEL.eq("district").and(touched.covers(F.AREA_CODE)))
            .or(F.AREA_LEVEL.eq("club").and(not(isClubElsewhere(touched))));
    Condition isJudged =
        exists(
            selectOne()
                .from(JUDGED)
                .where(judged(F.INDICATOR_KEY).eq(F.INDICATOR_KEY))
                .and(judged(F.AS_OF).eq(F.AS_OF))
                .and(judged(F.AREA_LEVEL).eq(F.AREA_LEVEL))
                .and(judged(F.AREA_CODE).eq(F.AREA_CODE)));
    dsl.deleteFrom(F).where(F.PUBLICATION.eq(Scratch.CURRENT)).and(inScope).and(not(isJudged)).execute();
  }

  private static <T> Field<T> judged(Field<T> column) {
    return Scratch.column("figure_judged", column.getName(), column.getDataType());
  }

  /** A club whose code is gone belongs to nobody: its figures go whatever was touched. */
  private static Condition isClubElsewhere(Touched touched) {
    return exists(selectOne().from(CLUB).where(CLUB.CLUB_CODE.eq(F.AREA_CODE)).and(not(touched.covers(CLUB.PLAN_DISTRICT))));
  }

  private static Select<? extends Record> judged() {
    Condition known = NUMERATOR.isNotNull().and(WHOLE.ne(BigDecimal.ZERO));
    return select(
            inline(Scratch.CURRENT).as(F.PUBLICATION),
            INDICATOR_KEY,
            AS_OF,
            LEVEL,
            CODE,
            NAME,
            NUMERATOR,
            DENOMINATOR,
            when(known, NUMERATOR.cast(SQLDataType.DOUBLE).div(WHOLE.cast(SQLDataType.DOUBLE))).as(F.VALUE),
            TARGET.cast(SQLDataType.DOUBLE).as(F.TARGET),
            when(known, met()).as(F.MET))
        .from(told());
  }

  /** Compared without dividing, so that 33 of 55 is 60 %. */
  private static Field<Boolean> met() {
    return when(RULE.eq("at_least"), DSL.field(NUMERATOR.ge(TARGET.mul(WHOLE))))
        .when(RULE.eq("more_than"), DSL.field(NUMERATOR.gt(TARGET.mul(WHOLE))))
        .when(RULE.eq("between"), DSL.field(NUMERATOR.between(TARGET.mul(WHOLE), UPPER.mul(WHOLE))))
        .when(RULE.eq("falls").and(WHOLE_BEFORE.ne(BigDecimal.ZERO)), DSL.field(NUMERATOR.mul(WHOLE_BEFORE).lt(PART_BEFORE.mul(WHOLE))));
  }

  private static Table<?> told() {
    Table<Record> before = Figure.TABLE.as("before");
    Field<BigDecimal> numerator =
        when(Areas.KNOWN, coalesce(Figure.NUMERATOR, inline(BigDecimal.ZERO))).cast(SQLDataType.NUMERIC);
    Field<BigDecimal> denominator =
        when(Areas.KNOWN.isTrue().and(Rules.IS_SHARE), coalesce(Figure.DENOMINATOR, inline(BigDecimal.ZERO))).cast(SQLDataType.NUMERIC);
    return select(
            DIM_INDICATOR.INDICATOR_KEY,
            Areas.AS_OF,
            Areas.LEVEL,
            Areas.CODE,
            Areas.NAME,
            numerator.as(NUMERATOR),
            denominator.as(DENOMINATOR),
            when(Rules.IS_SHARE, denominator).otherwise(inline(BigDecimal.ONE)).as(WHOLE),
            Rules.RULE,
            coalesce(FACT_TARGET.TARGET.cast(SQLDataType.NUMERIC), Rules.TARGET).as(TARGET),
            Rules.UPPER,
            Scratch.column("before", "numerator", SQLDataType.NUMERIC).as(PART_BEFORE),
            Scratch.column("before", "denominator", SQLDataType.NUMERIC).as(WHOLE_BEFORE))
        .from(Areas.TABLE)
        .join(Dates.TABLE)
        .on(Dates.AS_OF.eq(Areas.AS_OF))
        .join(Rules.TABLE)
        .on(Rules.LEVEL.eq(Areas.LEVEL))
        .join(DIM_INDICATOR)
        .on(DIM_INDICATOR.INDICATOR_CODE.eq(Rules.INDICATOR))
        .leftJoin(Figure.TABLE)
        .on(Figure.INDICATOR.eq(Rules.INDICATOR))
        .and(Figure.AS_OF.eq(Areas.AS_OF))
        .and(Figure.LEVEL.eq(Areas.LEVEL))
        .and(Figure.AREA.eq(Areas.CODE))
        .leftJoin(before)
        .on(Scratch.column("before", "indicator_code", SQLDataType.CLOB).eq(Rules.INDICATOR))
        .and(Scratch.column("before", "as_of", SQLDataType.LOCALDATE).eq(Dates.YEAR_BEFORE))
        .and(Scratch.column("before", "area_level", SQLDataType.CLOB).eq(Areas.LEVEL))
        .and(Scratch.column("before", "area_code", SQLDataType.CLOB).eq(Areas.CODE))
        .and(Rules.RULE.eq("falls"))
        .leftJoin(FACT_TARGET)
        .on(FACT_TARGET.MEASURE.eq(Rules.MEASURE))
        .and(FACT_TARGET.YEAR.eq(TARGET_YEAR))
        .and(FACT_TARGET.PLAN_DISTRICT.eq(Areas.CODE))
        .asTable("told");
  }
}
