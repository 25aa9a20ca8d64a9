package vn.ishc.report;

import java.math.BigDecimal;
import java.util.Optional;

/** What stands in one place of a table. */
sealed interface Cell {
  /** Words. */
  record Words(String text) implements Cell {}

  /**
   * A number, which every writer prints in its own way but from the same digits.
   *
   * @param value the number itself, not rounded
   * @param style how it is written
   * @param mark whether it lies outside what is wanted
   * @param figure the figure of the mart it shows, if it is one
   */
  record Number(BigDecimal value, NumberStyle style, Mark mark, Optional<FigureKey> figure) implements Cell {
    Number marked(Mark other) {
      return new Number(value, style, other, figure);
    }
  }

  /** Nothing is known; never a zero. */
  record Missing() implements Cell {}

  /** Where a number lies; shown by a sign, so that grey print keeps it. */
  enum Mark {
    NONE(""),
    LOW("\u00a0▼"),
    HIGH("\u00a0▲");

    private final String sign;

    Mark(String sign) {
      this.sign = sign;
    }

    String sign() {
      return sign;
    }
  }

  /** Words. */
  static Cell words(String text) {
    return new Words(text);
  }

  /** A count. */
  static Number count(long value) {
    return new Number(BigDecimal.valueOf(value), NumberStyle.COUNT, Mark.NONE, Optional.empty());
  }

  /** A number of a style. */
  static Number number(BigDecimal value, NumberStyle style) {
    return new Number(value, style, Mark.NONE, Optional.empty());
  }

  /** A part of a whole as a share; missing where the whole is nothing. */
  static Cell share(long part, long whole) {
    return whole == 0 ? new Missing() : number(BigDecimal.valueOf((double) part / whole), NumberStyle.SHARE);
  }

  /** A calendar year or an ordinal. */
  static Number plain(long value) {
    return new Number(BigDecimal.valueOf(value), NumberStyle.PLAIN, Mark.NONE, Optional.empty());
  }

  /** Nothing is known. */
  static Cell missing() {
    return new Missing();
  }
}
