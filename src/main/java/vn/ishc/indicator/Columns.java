package vn.ishc.indicator;

import static org.jooq.impl.DSL.count;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Small words of the questions. */
final class Columns {
  private Columns() {}

  /** How many rows hold. */
  static Field<Integer> countWhere(Condition condition) {
    return count().filterWhere(condition);
  }

  /** A column that a derived table has. */
  static <T> Field<T> of(Table<?> table, Field<T> column) {
    return Objects.requireNonNull(
        table.field(column), () -> table.getName() + " has no " + column.getName());
  }

  /** A derived column that is true or not; not when there was no row. */
  static Condition holds(Table<?> table, Field<Boolean> column) {
    return DSL.coalesce(of(table, column), DSL.inline(false)).isTrue();
  }

  /** Codes as an array of the database. */
  static Field<String[]> array(List<String> codes) {
    return DSL.val(codes.toArray(String[]::new)).cast(SQLDataType.CLOB.array());
  }

  /** From one per cent of the whole to another, inclusive, in whole numbers. */
  static Condition percent(Field<Integer> part, Field<Integer> whole, int from, int to) {
    return part.mul(100).between(whole.mul(from), whole.mul(to));
  }

  /** Whether a date lies in the calendar year of an as-of date, and not after it. */
  static Condition inYear(Field<LocalDate> day) {
    return day.between(Scratch.Dates.YEAR_START, Scratch.Dates.AS_OF);
  }

  /** Whether a half-year lies in the calendar year of an as-of date, and not after it. */
  static Condition periodInYear(Field<Integer> periodKey) {
    return periodKey.between(Scratch.Dates.YEAR_START_KEY, Scratch.Dates.PERIOD_KEY);
  }
}
