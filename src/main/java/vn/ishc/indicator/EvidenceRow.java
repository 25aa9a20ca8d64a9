package vn.ishc.indicator;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Rows of one sheet that stand behind a figure, and what they add to it.
 *
 * @param kind why they are shown
 * @param feed the feed they came in, {@code member-roster}
 * @param clubCode the club; empty where a row is of no single club
 * @param clubName its name on that day
 * @param numerator what they add to the numerator; empty where nothing is known, or where it is told beside another sheet of the club
 * @param denominator what they add to the denominator; empty for counts too
 * @param source where they stand; empty when nothing came in
 * @param rosterPeriod half-year of the roster, {@code 2025-H1}
 * @param carriedForward whether that roster is of an earlier half-year
 */
public record EvidenceRow(
    Kind kind,
    String feed,
    Optional<String> clubCode,
    Optional<String> clubName,
    Optional<BigDecimal> numerator,
    Optional<BigDecimal> denominator,
    Optional<Source> source,
    Optional<String> rosterPeriod,
    boolean carriedForward) {

  /** Why rows are shown. */
  public enum Kind {
    /** They add up to the figure, each person counted in every club. */
    COUNTED,
    /** They are why others count: the loans and check-ups of members, the funds of clubs. */
    SUPPORTING,
    /** An active club that is in no denominator, because no roster of it is known. */
    WITHOUT_ROSTER
  }

  /**
   * Where rows stand.
   *
   * @param fileId the file
   * @param submitter who sent it
   * @param fileName its name
   * @param sheet the sheet; empty for the file as a whole
   * @param rows rows that count in the numerator, as a person sees them
   * @param otherRows rows that count in the denominator alone
   * @param refusedRows rows of the same sheet that were refused, and count nowhere
   */
  public record Source(
      String fileId,
      String submitter,
      String fileName,
      String sheet,
      List<Integer> rows,
      List<Integer> otherRows,
      int refusedRows) {
    /** Copies the lists. */
    public Source {
      rows = List.copyOf(rows);
      otherRows = List.copyOf(otherRows);
    }

    /** {@code DS hoi vien.xlsx › CLB 2 › 8–20, 22}; the rows in the numerator, else those in the denominator. */
    public String place() {
      String file = sheet.isEmpty() ? fileName : fileName + " › " + sheet;
      String numbers = RowNumbers.text(rows.isEmpty() ? otherRows : rows);
      return numbers.isEmpty() ? file : file + " › " + numbers;
    }
  }
}
