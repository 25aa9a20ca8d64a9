package vn.ishc.recognise;

/** What a row of a sheet is. Blank rows are not rows. */
public enum RowKind {
  /** Above a table: body, title, period, unit of money; or anything on a sheet without table. */
  TITLE,
  /** One of the 1 to 4 rows of headings, also when repeated on a later printed page. */
  HEADER,
  /** Column numbers: {@code (1) (2) (3)}. */
  NUMBERING,
  /** Names what the rows below belong to: {@code CLB thôn Đông, xã Nghi Diên}, {@code I. Ban chủ nhiệm}. */
  SECTION,
  /** A record. */
  DATA,
  /** Sums the rows above. */
  TOTAL,
  /** Below the table: place and date, signatures, remarks. */
  FOOTER;

  /** Whether rows of this kind are counted as read but not data. */
  public boolean isData() {
    return this == DATA;
  }
}
