package vn.ishc.indicator;

import static org.jooq.impl.DSL.arrayAgg;
import static org.jooq.impl.DSL.inline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The columns that every question for evidence answers with. */
final class Behind {
  static final Field<String> KIND = column("kind", String.class);
  static final Field<String> FEED = column("feed", String.class);
  static final Field<String> CLUB_CODE = column("club_code", String.class);
  static final Field<String> CLUB_NAME = column("club_name", String.class);
  static final Field<BigDecimal> NUMERATOR = column("numerator", BigDecimal.class);
  static final Field<BigDecimal> DENOMINATOR = column("denominator", BigDecimal.class);
  static final Field<String> FILE = column("file_id", String.class);
  static final Field<String> SHEET = column("sheet", String.class);
  static final Field<Integer[]> ROWS = column("row_numbers", Integer[].class);
  static final Field<Integer[]> OTHER_ROWS = column("other_rows", Integer[].class);
  static final Field<String> ROSTER_PERIOD = column("roster_period", String.class);
  static final Field<Boolean> CARRIED = column("carried_forward", Boolean.class);

  /** Stands where there is no number. */
  static final Field<BigDecimal> NO_NUMBER = inline((BigDecimal) null, SQLDataType.NUMERIC);

  /** Stands where there is no text. */
  static final Field<String> NO_TEXT = inline((String) null, SQLDataType.CLOB);

  private Behind() {}

  /**
   * Where to look.
   *
   * @param asOf the as-of date
   * @param level how wide
   * @param area its code
   */
  record Place(LocalDate asOf, AreaLevel level, String area) {
    /** Whether something of a district and of a club lies there. */
    Condition covers(Field<String> planDistrict, Field<String> clubCode) {
      return switch (level) {
        case PROVINCE -> DSL.noCondition();
        case DISTRICT -> planDistrict.eq(area);
        case CLUB -> clubCode.eq(area);
      };
    }
  }

  /**
   * The columns of one question.
   *
   * @param kind why the rows are shown
   * @param feed the feed they came in
   */
  record Told(
      EvidenceRow.Kind kind,
      String feed,
      Field<String> clubCode,
      Field<String> clubName,
      Field<? extends Number> numerator,
      Field<? extends Number> denominator,
      Field<String> file,
      Field<String> sheet,
      Field<Integer[]> rows,
      Field<Integer[]> otherRows,
      Field<String> rosterPeriod,
      Field<Boolean> carried) {

    List<SelectField<?>> columns() {
      return List.of(
          inline(kind.name()).as(KIND),
          inline(feed).as(FEED),
          clubCode.as(CLUB_CODE),
          clubName.as(CLUB_NAME),
          numerator.cast(SQLDataType.NUMERIC).as(NUMERATOR),
          denominator.cast(SQLDataType.NUMERIC).as(DENOMINATOR),
          file.as(FILE),
          sheet.as(SHEET),
          rows.as(ROWS),
          otherRows.as(OTHER_ROWS),
          rosterPeriod.as(ROSTER_PERIOD),
          carried.as(CARRIED));
    }
  }

  /** Rows of events, which rest on no roster: what they add, and where they stand. */
  static Told event(
      EvidenceRow.Kind kind, String feed, List<Field<String>> club, Field<? extends Number> numerator, List<Field<String>> at, Field<Integer[]> rows) {
    return new Told(
        kind, feed, club.get(0), club.get(1), numerator, NO_NUMBER, at.get(0), at.get(1), rows, noRows(), NO_TEXT, notCarried());
  }

  /** All row numbers, each once, in order. */
  static Field<Integer[]> rows(Field<Integer> rowNumber) {
    return DSL.arrayAggDistinct(rowNumber).orderBy(rowNumber);
  }

  /** Row numbers that hold, in order. */
  static Field<Integer[]> rowsWhere(Field<Integer> rowNumber, Condition condition) {
    return arrayAgg(rowNumber).orderBy(rowNumber).filterWhere(condition);
  }

  /** Nobody's rows. */
  static Field<Integer[]> noRows() {
    return inline((Integer[]) null, SQLDataType.INTEGER.array());
  }

  /** No roster is meant. */
  static Field<Boolean> notCarried() {
    return inline(false);
  }

  private static <T> Field<T> column(String name, Class<T> type) {
    return DSL.field(DSL.name(name), type);
  }
}
