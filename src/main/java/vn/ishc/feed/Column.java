package vn.ishc.feed;

import java.util.List;
import java.util.Optional;

/**
 * One column that a feed promises.
 *
 * @param index place among the contract's columns, from 0
 * @param name name in the warehouse
 * @param labelVi how messages call it
 * @param labelEn the same in English
 * @param type how its cells are read
 * @param required what its absence means
 * @param headers how it is headed; empty for a column that is only derived
 * @param list name of its code list, for {@code code} and {@code codes}
 * @param hard values outside are impossible
 * @param soft values outside are doubtful
 * @param fill whether an empty cell repeats the one above without a ditto mark
 * @param sections whether a section row may tell it for the rows below
 * @param form whether our own templates ask for it
 */
public record Column(
    int index,
    String name,
    String labelVi,
    String labelEn,
    ColumnType type,
    Required required,
    List<HeaderSpec> headers,
    Optional<String> list,
    Optional<Range> hard,
    Optional<Range> soft,
    boolean fill,
    boolean sections,
    boolean form) {

  /** What the absence of a value means. */
  public enum Required {
    /** Nothing. */
    NO,
    /** The row is refused; without the column the sheet is not this feed. */
    YES,
    /** The row is refused unless section, title, sheet name or folder tell it. */
    CONTEXT,
    /** The row is refused; but a table without the column is still this feed. */
    ROW
  }

  /** Both ends included. */
  public record Range(double low, double high) {
    /** Whether the value lies inside. */
    public boolean contains(double value) {
      return low <= value && value <= high;
    }
  }

  /** Copies the headers. */
  public Column {
    headers = List.copyOf(headers);
  }

  /** Whether a row without it is refused. */
  public boolean isRequired() {
    return required != Required.NO;
  }

  /** Whether every row needs its day, which may stand once beside the table. */
  public boolean isDayOfContext() {
    return type == ColumnType.DATE && required == Required.CONTEXT;
  }

  /** How messages call it. */
  public String label(boolean vietnamese) {
    return vietnamese ? labelVi : labelEn;
  }
}
