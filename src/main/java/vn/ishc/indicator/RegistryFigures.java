package vn.ishc.indicator;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.select;
import static vn.ishc.db.core.Tables.CLUB;
import static vn.ishc.db.core.Tables.FACT_CLUB_REPORT;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record6;
import org.jooq.Select;
import org.jooq.Table;
import vn.ishc.db.core.tables.Club;
import vn.ishc.db.core.tables.FactClubReport;
import vn.ishc.indicator.Scratch.Dates;

/** I03: clubs founded in the plan that any registry in force has named by then, closed ones too. */
final class RegistryFigures implements FigureFamily {
  /** Clubs founded from here on are those of the plan. */
  static final LocalDate PLAN_START = LocalDate.of(2021, 1, 1);

  private static final FactClubReport R = FACT_CLUB_REPORT;
  private static final Club C = CLUB;
  private static final Field<Integer> NEW_CLUBS = count().as("new_clubs");

  @Override
  public List<Select<Record6<String, LocalDate, String, String, BigDecimal, BigDecimal>>> figures(
      Touched touched) {
    return Grouping.wide(C.PLAN_DISTRICT, touched).stream().map(RegistryFigures::rows).toList();
  }

  private static Select<Record6<String, LocalDate, String, String, BigDecimal, BigDecimal>> rows(
      Grouping grouping) {
    Table<?> last = lastWord();
    Field<LocalDate> asOf = Columns.of(last, Dates.AS_OF);
    Table<?> counted =
        select(asOf, grouping.areaCode(), NEW_CLUBS)
            .from(last)
            .join(C)
            .on(C.CLUB_KEY.eq(Columns.of(last, R.CLUB_KEY)))
            .where(foundedInPlan(Columns.of(last, R.FOUNDED_ON), asOf))
            .and(grouping.scope())
            .groupBy(grouping.by(asOf))
            .asTable("counted");
    return Figure.rows(grouping.level(), counted, List.of(Figure.count("I03", NEW_CLUBS)));
  }

  static Condition foundedInPlan(Field<LocalDate> foundedOn, Field<LocalDate> asOf) {
    return foundedOn.ge(PLAN_START).and(foundedOn.le(asOf));
  }

  /** What the last registry said of each club; a correction of the founding date counts. */
  static Table<?> lastWord() {
    return select(
            Dates.AS_OF,
            R.CLUB_KEY,
            R.FOUNDED_ON,
            R.STATUS,
            R.PERIOD,
            R.FILE_ID,
            R.SHEET,
            R.ROW_NUMBER)
        .distinctOn(Dates.AS_OF, R.CLUB_KEY)
        .from(R)
        .join(Dates.TABLE)
        .on(R.PERIOD_KEY.le(Dates.PERIOD_KEY))
        .orderBy(Dates.AS_OF, R.CLUB_KEY, R.PERIOD_KEY.desc())
        .asTable("last_word");
  }
}
