package vn.ishc.indicator;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.unnest;
import static org.jooq.impl.DSL.val;
import static vn.ishc.db.core.Tables.FACT_ACTIVITY;
import static vn.ishc.db.core.Tables.FACT_FUND;
import static vn.ishc.db.core.Tables.FACT_HOME_CARE;
import static vn.ishc.db.core.Tables.FACT_LOAN;
import static vn.ishc.db.core.Tables.FACT_MEMBER_PERIOD;

import java.time.LocalDate;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record3;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import vn.ishc.indicator.Scratch.Dates;

/** In how many of the eight activity areas a club was seen in the year. */
final class ActivityAreas {
  /** Areas that a club works in (Decision 1336 of the Prime Minister). */
  private static final int AREAS = 8;

  private static final Field<Long> CLUB = field(name("area", "club_key"), Long.class);
  private static final Field<LocalDate> AS_OF = field(name("area", "as_of"), LocalDate.class);
  private static final Field<String> CODE = field(name("area", "code"), SQLDataType.CLOB);
  private static final Field<Integer> SEEN = countDistinct(CODE).as("seen");

  private final IndicatorDefinitions definitions;

  ActivityAreas(IndicatorDefinitions definitions) {
    this.definitions = definitions;
  }

  /** Clubs and how many areas the activity log shows them in. */
  Table<?> logged() {
    return counted(activities(), "logged");
  }

  /** The same with what other feeds show too. */
  Table<?> evident() {
    Select<Record3<LocalDate, Long, String>> all = activities();
    for (String code : definitions.codes("I25b", "loan_area")) {
      all = all.union(loans(code));
    }
    for (String code : definitions.codes("I25b", "check_up_area")) {
      all = all.union(checkUps(code));
    }
    for (String code : definitions.codes("I25b", "home_care_area")) {
      all = all.union(homeCare(code));
    }
    for (String code : definitions.codes("I25b", "fund_area")) {
      all = all.union(funds(code));
    }
    return counted(all, "evident");
  }

  /** Whether a row of one of these tables is that of a club, on the as-of date at hand. */
  Condition of(Table<?> table, Field<Long> clubKey) {
    return Columns.of(table, Dates.AS_OF)
        .eq(Dates.AS_OF)
        .and(Columns.of(table, FACT_ACTIVITY.CLUB_KEY).eq(clubKey));
  }

  /** Whether the club was seen in all of them. */
  Condition areAll(Table<?> table) {
    return coalesce(Columns.of(table, SEEN), inline(0)).ge(AREAS);
  }

  private static Table<?> counted(Select<Record3<LocalDate, Long, String>> areas, String name) {
    return select(AS_OF, CLUB, SEEN)
        .from(areas.asTable("area", "as_of", "club_key", "code"))
        .groupBy(AS_OF, CLUB)
        .asTable(name);
  }

  private static Select<Record3<LocalDate, Long, String>> activities() {
    Table<?> one = unnest(FACT_ACTIVITY.AREAS).as("one", "code");
    return select(Dates.AS_OF, FACT_ACTIVITY.CLUB_KEY, field(name("one", "code"), SQLDataType.CLOB))
        .from(FACT_ACTIVITY)
        .crossJoin(one)
        .join(Dates.TABLE)
        .on(Columns.inYear(FACT_ACTIVITY.ACTIVITY_ON))
        .where(ActivityFigures.ofOneClub());
  }

  private static Select<Record3<LocalDate, Long, String>> loans(String area) {
    return select(Dates.AS_OF, FACT_LOAN.CLUB_KEY, text(area))
        .from(FACT_LOAN)
        .join(Dates.TABLE)
        .on(Columns.inYear(FACT_LOAN.DISBURSED_ON))
        .where(FACT_LOAN.CLUB_KEY.ne(Indicators.UNKNOWN));
  }

  private static Select<Record3<LocalDate, Long, String>> checkUps(String area) {
    return select(Dates.AS_OF, FACT_MEMBER_PERIOD.CLUB_KEY, text(area))
        .from(FACT_MEMBER_PERIOD)
        .join(Dates.TABLE)
        .on(FACT_MEMBER_PERIOD.PERIOD_KEY.eq(Dates.PERIOD_KEY))
        .where(FACT_MEMBER_PERIOD.CHECKED_IN_YEAR);
  }

  private static Select<Record3<LocalDate, Long, String>> homeCare(String area) {
    return select(Dates.AS_OF, FACT_HOME_CARE.CLUB_KEY, text(area))
        .from(FACT_HOME_CARE)
        .join(Dates.TABLE)
        .on(Columns.periodInYear(FACT_HOME_CARE.PERIOD_KEY))
        .where(FACT_HOME_CARE.CLUB_KEY.ne(Indicators.UNKNOWN));
  }

  private static Select<Record3<LocalDate, Long, String>> funds(String area) {
    return select(Dates.AS_OF, FACT_FUND.CLUB_KEY, text(area))
        .from(FACT_FUND)
        .join(Dates.TABLE)
        .on(Columns.periodInYear(FACT_FUND.PERIOD_KEY))
        .where(FACT_FUND.CLUB_KEY.ne(Indicators.UNKNOWN))
        .and(FACT_FUND.COUNTED)
        .and(FACT_FUND.RECEIVED.gt(0L));
  }

  private static Field<String> text(String code) {
    return val(code).cast(SQLDataType.CLOB);
  }
}
