package vn.ishc.indicator;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import vn.ishc.row.Period;

/** Temporary tables in which figures are put together; they live as long as the transaction. */
final class Scratch {
  /** The publication that every load renews. */
  static final String CURRENT = "current";

  /** One row per published as-of date. */
  static final class Dates {
    static final Table<Record> TABLE = DSL.table(name("figure_date"));
    static final Field<Integer> PERIOD_KEY =
        column("figure_date", "period_key", SQLDataType.INTEGER);
    static final Field<LocalDate> AS_OF = column("figure_date", "as_of", SQLDataType.LOCALDATE);
    static final Field<LocalDate> YEAR_START =
        column("figure_date", "year_start", SQLDataType.LOCALDATE);
    static final Field<Integer> YEAR_START_KEY =
        column("figure_date", "year_start_key", SQLDataType.INTEGER);
    static final Field<LocalDate> YEAR_BEFORE =
        column("figure_date", "year_before", SQLDataType.LOCALDATE);

    private Dates() {}
  }

  /**
   * One row per area and as-of date that gets figures; {@code known} is false for a club without
   * roster.
   */
  static final class Areas {
    static final Table<Record> TABLE = DSL.table(name("figure_area"));
    static final Field<LocalDate> AS_OF = column("figure_area", "as_of", SQLDataType.LOCALDATE);
    static final Field<String> LEVEL = column("figure_area", "area_level", SQLDataType.CLOB);
    static final Field<String> CODE = column("figure_area", "area_code", SQLDataType.CLOB);
    static final Field<String> NAME = column("figure_area", "area_name", SQLDataType.CLOB);
    static final Field<Boolean> KNOWN = column("figure_area", "known", SQLDataType.BOOLEAN);

    private Areas() {}
  }

  /** One row per indicator and level it is told at. */
  static final class Rules {
    static final Table<Record> TABLE = DSL.table(name("figure_rule"));
    static final Field<String> INDICATOR =
        column("figure_rule", "indicator_code", SQLDataType.CLOB);
    static final Field<String> LEVEL = column("figure_rule", "area_level", SQLDataType.CLOB);
    static final Field<Boolean> IS_SHARE = column("figure_rule", "is_share", SQLDataType.BOOLEAN);
    static final Field<String> RULE = column("figure_rule", "rule", SQLDataType.CLOB);
    static final Field<BigDecimal> TARGET = column("figure_rule", "target", SQLDataType.NUMERIC);
    static final Field<BigDecimal> UPPER = column("figure_rule", "upper", SQLDataType.NUMERIC);
    static final Field<String> MEASURE = column("figure_rule", "measure", SQLDataType.CLOB);

    private Rules() {}
  }

  private Scratch() {}

  /** Empty tables, and the dates. */
  static void create(DSLContext dsl, List<Period> periods) {
    create(
        dsl,
        Dates.TABLE,
        Dates.PERIOD_KEY,
        Dates.AS_OF,
        Dates.YEAR_START,
        Dates.YEAR_START_KEY,
        Dates.YEAR_BEFORE);
    create(dsl, Areas.TABLE, Areas.AS_OF, Areas.LEVEL, Areas.CODE, Areas.NAME, Areas.KNOWN);
    create(
        dsl,
        Rules.TABLE,
        Rules.INDICATOR,
        Rules.LEVEL,
        Rules.IS_SHARE,
        Rules.RULE,
        Rules.TARGET,
        Rules.UPPER,
        Rules.MEASURE);
    create(
        dsl,
        Figure.TABLE,
        Figure.INDICATOR,
        Figure.AS_OF,
        Figure.LEVEL,
        Figure.AREA,
        Figure.NUMERATOR,
        Figure.DENOMINATOR);
    periods.forEach(period -> insertDate(dsl, period));
    dsl.execute("analyze figure_date");
  }

  /** Key of a half-year in the star: the year, then 1 or 2. */
  static int key(Period period) {
    return period.year() * 10 + period.half();
  }

  private static void insertDate(DSLContext dsl, Period period) {
    dsl.insertInto(Dates.TABLE)
        .columns(
            Dates.PERIOD_KEY,
            Dates.AS_OF,
            Dates.YEAR_START,
            Dates.YEAR_START_KEY,
            Dates.YEAR_BEFORE)
        .values(
            key(period),
            period.end(),
            LocalDate.of(period.year(), 1, 1),
            key(new Period(period.year(), 1)),
            new Period(period.year() - 1, period.half()).end())
        .execute();
  }

  static <T> Field<T> column(String table, String name, DataType<T> type) {
    return field(name(table, name), type);
  }

  private static void create(DSLContext dsl, Table<Record> table, Field<?>... columns) {
    dsl.dropTableIfExists(table).execute();
    dsl.createTemporaryTable(table).columns(columns).onCommitDrop().execute();
  }
}
