package vn.ishc.walk;

import vn.ishc.link.LinkedRow;
import vn.ishc.row.Finding;

/** Where the walk of a file ends: rows that are in, and everything found. */
public interface RowSink {
  /** A table begins. */
  void table(TableReport table);

  /** A row of the table that is accepted. */
  void row(TableReport table, LinkedRow row);

  /** A row of the table that is refused; what is wrong with it has been told. */
  default void refused(TableReport table, LinkedRow row) {}

  /** Something to tell. */
  void finding(Finding finding);

  /**
   * Something to ask.
   *
   * @param token by which the answer to it is known: feed, unit, person or row, code and value, hashed
   */
  default void question(Finding finding, String token) {
    finding(finding);
  }

  /** A question that the file itself answers with yes: an answer of ours that came back. */
  default void confirmed(String token) {}
}
