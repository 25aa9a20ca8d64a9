package vn.ishc.row;

/** What a finding does to its row. */
public enum Severity {
  /** The row (or the file) is refused. */
  ERROR,
  /** The row loads, the doubt is counted and told. */
  WARNING,
  /** A silent correction, kept for the record. */
  INFO
}
