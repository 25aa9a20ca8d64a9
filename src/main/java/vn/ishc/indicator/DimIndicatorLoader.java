package vn.ishc.indicator;

import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static vn.ishc.db.core.Tables.DIM_INDICATOR;
import static vn.ishc.db.core.Tables.FACT_INDICATOR;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.RowN;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import vn.ishc.db.core.tables.DimIndicator;

/** Keeps {@code core.dim_indicator} equal to {@code jobs/indicators.yml}. */
public final class DimIndicatorLoader {
  private static final DimIndicator I = DIM_INDICATOR;
  private static final List<Field<?>> TOLD =
      List.of(
          I.INDICATOR_NAME_VI,
          I.INDICATOR_NAME_EN,
          I.DEFINITION,
          I.UNIT,
          I.TARGET,
          I.TARGET_RULE,
          I.TARGET_UPPER,
          I.CLAUSE,
          I.READING_OF,
          I.PER_CLUB);

  private DimIndicatorLoader() {}

  /** Adds, changes and removes indicators; one that a kept publication speaks of stays. */
  public static void sync(DSLContext dsl, IndicatorDefinitions definitions) {
    upsert(dsl, definitions);
    List<String> codes = definitions.all().stream().map(IndicatorDefinition::code).toList();
    dsl.deleteFrom(FACT_INDICATOR)
        .using(DIM_INDICATOR)
        .where(FACT_INDICATOR.INDICATOR_KEY.eq(DIM_INDICATOR.INDICATOR_KEY))
        .and(FACT_INDICATOR.PUBLICATION.eq(Scratch.CURRENT))
        .and(DIM_INDICATOR.INDICATOR_CODE.notIn(codes))
        .execute();
    dsl.deleteFrom(DIM_INDICATOR)
        .where(DIM_INDICATOR.INDICATOR_KEY.ne(-1L))
        .and(DIM_INDICATOR.INDICATOR_CODE.notIn(codes))
        .and(notExists(selectOne().from(FACT_INDICATOR).where(FACT_INDICATOR.INDICATOR_KEY.eq(DIM_INDICATOR.INDICATOR_KEY))))
        .execute();
  }

  private static void upsert(DSLContext dsl, IndicatorDefinitions definitions) {
    List<Field<?>> columns = new ArrayList<>(List.of(I.INDICATOR_KEY, I.INDICATOR_CODE));
    columns.addAll(TOLD);
    dsl.insertInto(I)
        .columns(columns)
        .valuesOfRows(definitions.all().stream().map(DimIndicatorLoader::row).toList())
        .onConflict(I.INDICATOR_CODE)
        .doUpdate()
        .setAllToExcluded()
        .where(DSL.row(TOLD).isDistinctFrom(DSL.row(TOLD.stream().map(column -> excluded(column)).toList())))
        .execute();
  }

  /** A key that depends on the code alone. */
  private static Field<Long> key(String code) {
    return DSL.function(DSL.name("core", "stable_key"), SQLDataType.BIGINT, DSL.val("indicator|" + code));
  }

  private static RowN row(IndicatorDefinition definition) {
    Optional<Target> target = definition.target();
    return DSL.row(
        List.of(
            key(definition.code()),
            DSL.val(definition.code()),
            DSL.val(definition.nameVi()),
            DSL.val(definition.nameEn()),
            DSL.val(definition.definitionVi()),
            DSL.val(definition.unit().code()),
            DSL.val(target.flatMap(Target::value).orElse(null), SQLDataType.NUMERIC),
            DSL.val(target.map(known -> known.rule().code()).orElse(null), SQLDataType.CLOB),
            DSL.val(target.flatMap(Target::upper).orElse(null), SQLDataType.NUMERIC),
            DSL.val(definition.clause()),
            DSL.val(definition.readingOf().orElse(null), SQLDataType.CLOB),
            DSL.val(definition.perClub())));
  }
}
