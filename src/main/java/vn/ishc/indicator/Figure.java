package vn.ishc.indicator;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.values;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record6;
import org.jooq.RowN;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * One figure of a query that has a row per as-of date and area: which indicator, which of its
 * columns.
 *
 * @param indicator code of the indicator
 * @param numerator column that is counted
 * @param denominator column it is a share of; NULL for counts and amounts
 */
record Figure(
    String indicator, Field<? extends Number> numerator, Field<? extends Number> denominator) {
  static final Table<Record> TABLE = table(name("figure"));
  static final Field<String> INDICATOR =
      Scratch.column("figure", "indicator_code", SQLDataType.CLOB);
  static final Field<LocalDate> AS_OF = Scratch.column("figure", "as_of", SQLDataType.LOCALDATE);
  static final Field<String> LEVEL = Scratch.column("figure", "area_level", SQLDataType.CLOB);
  static final Field<String> AREA = Scratch.column("figure", "area_code", SQLDataType.CLOB);
  static final Field<BigDecimal> NUMERATOR =
      Scratch.column("figure", "numerator", SQLDataType.NUMERIC);
  static final Field<BigDecimal> DENOMINATOR =
      Scratch.column("figure", "denominator", SQLDataType.NUMERIC);

  private static final Field<BigDecimal> NOTHING = inline((BigDecimal) null, SQLDataType.NUMERIC);

  /** A share. */
  static Figure share(
      String indicator, Field<? extends Number> numerator, Field<? extends Number> denominator) {
    return new Figure(indicator, numerator, denominator);
  }

  /** A count or an amount. */
  static Figure count(String indicator, Field<? extends Number> numerator) {
    return new Figure(indicator, numerator, NOTHING);
  }

  /**
   * Turns the columns of a query into rows of figures.
   *
   * @param source has columns {@code as_of} and {@code area_code}, and those of the figures
   */
  static Select<Record6<String, LocalDate, String, String, BigDecimal, BigDecimal>> rows(
      AreaLevel level, Table<?> source, List<Figure> figures) {
    Table<?> told =
        lateral(values(figures.stream().map(figure -> figure.row(source)).toArray(RowN[]::new)))
            .as("told", "i", "n", "d");
    return select(
            told.field("i", String.class),
            source.field("as_of", LocalDate.class),
            inline(level.code()),
            source.field("area_code", String.class),
            told.field("n", BigDecimal.class),
            told.field("d", BigDecimal.class))
        .from(source)
        .crossJoin(told);
  }

  private RowN row(Table<?> source) {
    return DSL.row(
        List.of(inline(indicator), number(source, numerator), number(source, denominator)));
  }

  private static Field<BigDecimal> number(Table<?> source, Field<? extends Number> column) {
    Field<?> there = column.equals(NOTHING) ? NOTHING : source.field(column.getName());
    return (there == null ? column : there).cast(SQLDataType.NUMERIC);
  }
}
