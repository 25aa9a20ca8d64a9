package vn.ishc.indicator;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.select;
import static vn.ishc.db.core.Tables.DIM_PLAN_DISTRICT;
import static vn.ishc.db.core.Tables.FACT_CLUB_PERIOD;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record6;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import vn.ishc.db.core.tables.DimPlanDistrict;
import vn.ishc.db.core.tables.FactClubPeriod;
import vn.ishc.indicator.Scratch.Dates;

/** I01, I02: how many of the 21 districts have clubs, and enough of them. */
final class DistrictFigures implements FigureFamily {
  /** Clubs that a district is to have (clause II.1.a). */
  private static final int CLUBS_ENOUGH = 5;

  private static final FactClubPeriod C = FACT_CLUB_PERIOD;
  private static final DimPlanDistrict D = DIM_PLAN_DISTRICT;

  private static final Field<Integer> CLUBS = count(C.CLUB_KEY).as("clubs");
  private static final Field<Integer> NEW_CLUBS =
      count(C.CLUB_KEY).filterWhere(C.COHORT.eq("new")).as("new_clubs");
  private static final Field<Integer> DISTRICTS = count().as("districts");
  private static final Field<Integer> WITH_CLUB = count().as("with_club");
  private static final Field<Integer> WITH_ENOUGH = count().as("with_enough");
  private static final Field<Integer> WITH_ENOUGH_NEW = count().as("with_enough_new");

  @Override
  public List<Select<Record6<String, LocalDate, String, String, BigDecimal, BigDecimal>>> figures(
      Touched touched) {
    return Grouping.wide(D.PLAN_DISTRICT, touched).stream().map(DistrictFigures::rows).toList();
  }

  private static Select<Record6<String, LocalDate, String, String, BigDecimal, BigDecimal>> rows(
      Grouping grouping) {
    Table<?> district = clubsOfDistricts();
    Field<String> code =
        grouping.level() == AreaLevel.PROVINCE
            ? grouping.area()
            : Columns.of(district, D.PLAN_DISTRICT);
    Table<?> counted =
        select(
                code.as("area_code"),
                Columns.of(district, Dates.AS_OF),
                DISTRICTS,
                Columns.countWhere(Columns.of(district, CLUBS).gt(0)).as(WITH_CLUB),
                Columns.countWhere(Columns.of(district, CLUBS).ge(CLUBS_ENOUGH)).as(WITH_ENOUGH),
                Columns.countWhere(Columns.of(district, NEW_CLUBS).ge(CLUBS_ENOUGH))
                    .as(WITH_ENOUGH_NEW))
            .from(district)
            .groupBy(
                grouping.level() == AreaLevel.PROVINCE
                    ? List.of(Columns.of(district, Dates.AS_OF))
                    : List.of(code, Columns.of(district, Dates.AS_OF)))
            .asTable("counted");
    return Figure.rows(
        grouping.level(),
        counted,
        List.of(
            Figure.share("I01", WITH_CLUB, DISTRICTS),
            Figure.share("I02", WITH_ENOUGH, DISTRICTS),
            Figure.share("I02b", WITH_ENOUGH_NEW, DISTRICTS)));
  }

  private static Table<?> clubsOfDistricts() {
    return select(D.PLAN_DISTRICT, Dates.AS_OF, CLUBS, NEW_CLUBS)
        .from(D)
        .crossJoin(Dates.TABLE)
        .leftJoin(C)
        .on(C.PLAN_DISTRICT.eq(D.PLAN_DISTRICT).and(C.PERIOD_KEY.eq(Dates.PERIOD_KEY)))
        .where(D.PLAN_DISTRICT.ne(DSL.inline(Indicators.NO_DISTRICT)))
        .groupBy(D.PLAN_DISTRICT, Dates.AS_OF)
        .asTable("district");
  }
}
