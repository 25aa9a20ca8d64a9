package vn.ishc.indicator;

import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectOne;
import static vn.ishc.db.core.Tables.DIM_INDICATOR;
import static vn.ishc.db.core.Tables.FACT_INDICATOR;

import java.math.BigDecimal;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import vn.ishc.db.core.tables.records.DimIndicatorRecord;

/** Keeps {@code core.dim_indicator} equal to {@code jobs/indicators.yml}. */
public final class DimIndicatorLoader {
  private static final List<Field<?>> TEXTS =
      List.of(
          DIM_INDICATOR.INDICATOR_NAME_VI,
          DIM_INDICATOR.INDICATOR_NAME_EN,
          DIM_INDICATOR.DEFINITION,
          DIM_INDICATOR.UNIT,
          DIM_INDICATOR.TARGET,
          DIM_INDICATOR.TARGET_RULE,
          DIM_INDICATOR.TARGET_UPPER,
          DIM_INDICATOR.CLAUSE,
          DIM_INDICATOR.READING_OF,
          DIM_INDICATOR.PER_CLUB);

  private DimIndicatorLoader() {}

  /** Adds, changes and removes indicators; one that a kept publication speaks of stays. */
  public static void sync(DSLContext dsl, IndicatorDefinitions definitions) {
    definitions.forEach(definition -> upsert(dsl, definition));
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

  private static void upsert(DSLContext dsl, IndicatorDefinition definition) {
    DimIndicatorRecord texts = record(definition);
    dsl.insertInto(DIM_INDICATOR)
        .set(texts)
        .set(DIM_INDICATOR.INDICATOR_KEY, key(definition.code()))
        .onConflict(DIM_INDICATOR.INDICATOR_CODE)
        .doUpdate()
        .set(texts)
        .where(row(TEXTS).isDistinctFrom(row(TEXTS.stream().map(field -> excluded(field)).toList())))
        .execute();
  }

  /** A key that depends on the code alone. */
  private static Field<Long> key(String code) {
    return DSL.function(DSL.name("core", "stable_key"), SQLDataType.BIGINT, DSL.val("indicator|" + code));
  }

  private static DimIndicatorRecord record(IndicatorDefinition definition) {
    DimIndicatorRecord texts = new DimIndicatorRecord();
    texts.setIndicatorCode(definition.code());
    texts.setIndicatorNameVi(definition.nameVi());
    texts.setIndicatorNameEn(definition.nameEn());
    texts.setDefinition(definition.definitionVi());
    texts.setUnit(definition.unit().code());
    texts.set(DIM_INDICATOR.TARGET, definition.target().flatMap(Target::value).orElse(missing()));
    texts.set(DIM_INDICATOR.TARGET_RULE, definition.target().map(target -> target.rule().code()).orElse(null));
    texts.set(DIM_INDICATOR.TARGET_UPPER, definition.target().flatMap(Target::upper).orElse(missing()));
    texts.setClause(definition.clause());
    texts.set(DIM_INDICATOR.READING_OF, definition.readingOf().orElse(null));
    texts.setPerClub(definition.perClub());
    return texts;
  }

  @SuppressWarnings("NullAway") // jOOQ writes null as NULL
  private static BigDecimal missing() {
    return null;
  }
}
