package vn.ishc.indicator;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.select;
import static vn.ishc.db.core.Tables.FACT_CLUB_PERIOD;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record6;
import org.jooq.Select;
import org.jooq.Table;
import vn.ishc.db.core.tables.FactClubPeriod;
import vn.ishc.indicator.Scratch.Dates;

/**
 * I03b, I04, I07 to I11, I14, I19: clubs that are, and clubs that meet a criterion, of those whose
 * roster is known.
 */
final class ClubFigures implements FigureFamily {
  /** Home-care volunteers that a club is to have (clause III.2.đ). */
  private static final int VOLUNTEERS_ENOUGH = 5;

  private static final FactClubPeriod C = FACT_CLUB_PERIOD;

  /** The criteria that a club is held against, by the indicator that counts those who meet it. */
  static Condition meets(String indicator) {
    Condition older55 = Columns.percent(C.OLDER_55, C.MEMBERS, 60, 70).and(C.MEMBERS.gt(0));
    Condition younger55 =
        Columns.percent(C.MEMBERS.sub(C.OLDER_55), C.MEMBERS, 30, 40).and(C.MEMBERS.gt(0));
    return switch (indicator) {
      case "I07" -> C.MEETS_SIZE.isTrue();
      case "I08" -> C.MEETS_WOMEN.isTrue();
      case "I09" -> C.MEETS_OLDER.isTrue();
      case "I09b" -> older55;
      case "I10" -> C.MEETS_YOUNGER.isTrue();
      case "I10b" -> younger55;
      case "I11" -> meets("I07").and(meets("I08")).and(meets("I09")).and(meets("I10"));
      case "I11b" -> meets("I07").and(meets("I08")).and(older55).and(younger55);
      case "I14" -> C.MEETS_LOANS.isTrue();
      case "I14b" -> C.BORROWERS_CURRENT.mul(2).ge(C.MEMBERS).and(C.MEMBERS.gt(0));
      case "I19" -> C.VOLUNTEERS.ge(VOLUNTEERS_ENOUGH);
      default -> throw new IllegalArgumentException("no criterion of clubs: " + indicator);
    };
  }

  /** The indicators that are a share of the clubs with a known roster. */
  static final List<String> CRITERIA =
      List.of("I07", "I08", "I09", "I09b", "I10", "I10b", "I11", "I11b", "I14", "I14b", "I19");

  private static final Field<Integer> CLUBS = count().as("clubs");
  private static final Field<Integer> NEW_CLUBS =
      Columns.countWhere(C.COHORT.eq("new")).as("new_clubs");
  private static final Field<Integer> KNOWN =
      Columns.countWhere(C.ROSTER_PERIOD.isNotNull()).as("known");

  @Override
  public List<Select<Record6<String, LocalDate, String, String, BigDecimal, BigDecimal>>> figures(
      Touched touched) {
    return Grouping.wide(C.PLAN_DISTRICT, touched).stream().map(ClubFigures::rows).toList();
  }

  private static Select<Record6<String, LocalDate, String, String, BigDecimal, BigDecimal>> rows(
      Grouping grouping) {
    Table<?> counted =
        select(Dates.AS_OF, grouping.areaCode(), CLUBS, NEW_CLUBS, KNOWN)
            .select(CRITERIA.stream().map(ClubFigures::meeting).toList())
            .from(C)
            .join(Dates.TABLE)
            .on(C.PERIOD_KEY.eq(Dates.PERIOD_KEY))
            .where(grouping.scope())
            .groupBy(grouping.by(Dates.AS_OF))
            .asTable("counted");
    return Figure.rows(
        grouping.level(),
        counted,
        Stream.concat(
                Stream.of(Figure.count("I04", CLUBS), Figure.count("I03b", NEW_CLUBS)),
                CRITERIA.stream()
                    .map(indicator -> Figure.share(indicator, meeting(indicator), KNOWN)))
            .toList());
  }

  private static Field<Integer> meeting(String indicator) {
    return Columns.countWhere(C.ROSTER_PERIOD.isNotNull().and(meets(indicator))).as(indicator);
  }
}
