package vn.ishc.indicator;

import static org.jooq.impl.DSL.arrayOverlap;
import static org.jooq.impl.DSL.boolOr;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static vn.ishc.db.core.Tables.FACT_ACTIVITY;
import static vn.ishc.db.core.Tables.FACT_CLUB_PERIOD;

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
import vn.ishc.db.core.tables.FactActivity;
import vn.ishc.db.core.tables.FactClubPeriod;
import vn.ishc.indicator.Scratch.Dates;

/**
 * I20: persons trained; I22 to I24: clubs with an activity of some kind in the year; I25: clubs
 * with all eight areas.
 */
final class ActivityFigures implements FigureFamily {
  /** The indicators that count clubs with some kind of activity. */
  static final List<String> KINDS = List.of("I22", "I23", "I24");

  private static final FactActivity A = FACT_ACTIVITY;
  private static final FactClubPeriod C = FACT_CLUB_PERIOD;
  private static final Field<BigDecimal> TRAINED =
      coalesce(sum(A.PARTICIPANTS), inline(BigDecimal.ZERO)).as("trained");
  private static final Field<Integer> CLUBS = count().as("clubs");

  private final IndicatorDefinitions definitions;
  private final ActivityAreas areas;

  ActivityFigures(IndicatorDefinitions definitions) {
    this.definitions = definitions;
    this.areas = new ActivityAreas(definitions);
  }

  @Override
  public List<Select<Record6<String, LocalDate, String, String, BigDecimal, BigDecimal>>> figures(
      Touched touched) {
    return Stream.concat(
            Grouping.wide(A.PLAN_DISTRICT, touched).stream().map(this::trained),
            Grouping.wide(C.PLAN_DISTRICT, touched).stream().map(this::clubs))
        .toList();
  }

  private Select<Record6<String, LocalDate, String, String, BigDecimal, BigDecimal>> trained(
      Grouping grouping) {
    Table<?> counted =
        select(Dates.AS_OF, grouping.areaCode(), TRAINED)
            .from(A)
            .join(Dates.TABLE)
            .on(Columns.inYear(A.ACTIVITY_ON))
            .where(ofKind("I20"))
            .and(grouping.scope())
            .groupBy(grouping.by(Dates.AS_OF))
            .asTable("counted");
    return Figure.rows(grouping.level(), counted, List.of(Figure.count("I20", TRAINED)));
  }

  /** Whether an activity is of a kind that an indicator counts. */
  Condition ofKind(String indicator) {
    return arrayOverlap(A.ACTIVITY_KINDS, Columns.array(definitions.codes(indicator, "activity")));
  }

  private Select<Record6<String, LocalDate, String, String, BigDecimal, BigDecimal>> clubs(
      Grouping grouping) {
    Table<?> kinds = kindsOfClubs();
    Table<?> logged = areas.logged();
    Table<?> evident = areas.evident();
    List<SelectField<?>> numbers =
        new ArrayList<>(List.of(Dates.AS_OF, grouping.areaCode(), CLUBS));
    KINDS.forEach(
        kind -> numbers.add(Columns.countWhere(Columns.holds(kinds, has(kind))).as(kind)));
    numbers.add(Columns.countWhere(areas.areAll(logged)).as("I25"));
    numbers.add(Columns.countWhere(areas.areAll(evident)).as("I25b"));
    Table<?> counted =
        select(numbers)
            .from(C)
            .join(Dates.TABLE)
            .on(C.PERIOD_KEY.eq(Dates.PERIOD_KEY))
            .leftJoin(kinds)
            .on(
                Columns.of(kinds, Dates.AS_OF)
                    .eq(Dates.AS_OF)
                    .and(Columns.of(kinds, A.CLUB_KEY).eq(C.CLUB_KEY)))
            .leftJoin(logged)
            .on(areas.of(logged, C.CLUB_KEY))
            .leftJoin(evident)
            .on(areas.of(evident, C.CLUB_KEY))
            .where(grouping.scope())
            .groupBy(grouping.by(Dates.AS_OF))
            .asTable("counted");
    List<Figure> figures =
        Stream.of("I22", "I23", "I24", "I25", "I25b")
            .map(code -> Figure.share(code, count().as(code), CLUBS))
            .toList();
    return Figure.rows(grouping.level(), counted, figures);
  }

  /** Which kinds of activity each club had in the year; those for a whole district are nobody's. */
  private Table<?> kindsOfClubs() {
    return select(Dates.AS_OF, A.CLUB_KEY)
        .select(KINDS.stream().map(kind -> boolOr(ofKind(kind)).as(has(kind))).toList())
        .from(A)
        .join(Dates.TABLE)
        .on(Columns.inYear(A.ACTIVITY_ON))
        .where(ofOneClub())
        .groupBy(Dates.AS_OF, A.CLUB_KEY)
        .asTable("kinds");
  }

  /** Whether an activity is that of a known club. */
  static Condition ofOneClub() {
    return A.CLUB_KEY.ne(Indicators.UNKNOWN).and(A.WHOLE_DISTRICT.isFalse());
  }

  private static Field<Boolean> has(String kind) {
    return boolOr(A.WHOLE_DISTRICT).as("has_" + kind);
  }
}
