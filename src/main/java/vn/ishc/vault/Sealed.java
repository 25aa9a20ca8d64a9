package vn.ishc.vault;

/** What is sealed, each under a name of its own: a value moved to another column does not open. */
public enum Sealed {
  /** Identity number of 12 digits. */
  NATIONAL_ID("national_id"),
  /** Identity number of 9 digits. */
  OLD_ID("old_id"),
  /** Social insurance number. */
  INSURANCE_NO("insurance_no"),
  /** Phone number. */
  PHONE("phone"),
  /** What a finding quotes. */
  FINDING("finding"),
  /** Free text of a row. */
  ROW_TEXT("row_text"),
  /** How a question is known in an answer. */
  QUESTION("question");

  private final String column;

  Sealed(String column) {
    this.column = column;
  }

  /** Name of the value; of numbers the first part of their columns {@code <name>_hash} and {@code <name>_sealed}. */
  public String column() {
    return column;
  }
}
