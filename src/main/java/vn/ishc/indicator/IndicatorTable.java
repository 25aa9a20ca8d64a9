package vn.ishc.indicator;

import static org.jooq.impl.DSL.max;
import static vn.ishc.db.core.Tables.DIM_INDICATOR;
import static vn.ishc.db.core.Tables.FACT_INDICATOR;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import vn.ishc.db.core.tables.FactIndicator;
import vn.ishc.row.Period;

/** The current figures of an area on a day, in the order of the plan. */
public final class IndicatorTable {
  private static final FactIndicator F = FACT_INDICATOR;
  private static final FactIndicator BEFORE = FACT_INDICATOR.as("before");

  private final IndicatorDefinitions definitions;

  /** The table of these indicators. */
  public IndicatorTable(IndicatorDefinitions definitions) {
    this.definitions = definitions;
  }

  /** The last day that figures are published for; empty when none are. */
  public Optional<LocalDate> latest(DSLContext dsl) {
    return Optional.ofNullable(
        dsl.select(max(F.AS_OF)).from(F).where(F.PUBLICATION.eq(Scratch.CURRENT)).fetchOne(0, LocalDate.class));
  }

  /** The days that figures are published for, in order. */
  public List<LocalDate> days(DSLContext dsl) {
    return dsl.selectDistinct(F.AS_OF).from(F).where(F.PUBLICATION.eq(Scratch.CURRENT)).orderBy(F.AS_OF).fetch(F.AS_OF);
  }

  /**
   * Reads the lines.
   *
   * @param asOf the end of a half-year
   * @param area {@code 40}, the GSO code of a plan district, or the code of a club
   * @return none when nothing is published for that day and area
   */
  public List<IndicatorRow> read(DSLContext dsl, LocalDate asOf, String area) {
    return dsl.select(DIM_INDICATOR.INDICATOR_CODE, F.AREA_NAME, F.NUMERATOR, F.DENOMINATOR, F.VALUE, F.TARGET, F.MET, BEFORE.VALUE)
        .from(F)
        .join(DIM_INDICATOR)
        .on(DIM_INDICATOR.INDICATOR_KEY.eq(F.INDICATOR_KEY))
        .leftJoin(BEFORE)
        .on(BEFORE.PUBLICATION.eq(F.PUBLICATION))
        .and(BEFORE.INDICATOR_KEY.eq(F.INDICATOR_KEY))
        .and(BEFORE.AREA_LEVEL.eq(F.AREA_LEVEL))
        .and(BEFORE.AREA_CODE.eq(F.AREA_CODE))
        .and(BEFORE.AS_OF.eq(yearBefore(asOf)))
        .where(F.PUBLICATION.eq(Scratch.CURRENT))
        .and(F.AS_OF.eq(asOf))
        .and(F.AREA_CODE.eq(area))
        .orderBy(DIM_INDICATOR.INDICATOR_CODE.collate("C"))
        .fetch()
        .stream()
        .flatMap(row -> definitions.find(row.get(DIM_INDICATOR.INDICATOR_CODE)).map(known -> line(known, row)).stream())
        .toList();
  }

  private static LocalDate yearBefore(LocalDate asOf) {
    Period period = Period.of(asOf);
    return new Period(period.year() - 1, period.half()).end();
  }

  private static IndicatorRow line(IndicatorDefinition definition, Record row) {
    return new IndicatorRow(
        definition,
        row.get(F.AREA_NAME),
        Optional.ofNullable(row.get(F.NUMERATOR)),
        Optional.ofNullable(row.get(F.DENOMINATOR)),
        Optional.ofNullable(row.get(F.VALUE)),
        Optional.ofNullable(row.get(BEFORE.VALUE)),
        Optional.ofNullable(row.get(F.TARGET)),
        Optional.ofNullable(row.get(F.MET)));
  }
}
