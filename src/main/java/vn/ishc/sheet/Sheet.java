package vn.ishc.sheet;

/** One sheet; its rows can be walked more than once. */
public interface Sheet {
  /** As the file names it; for a text file the file's name without extension. */
  String name();

  /** Whether the file hides it. */
  boolean hidden();

  /** Merged ranges, known before the first row. */
  MergedRanges merges();

  /**
   * Starts at the first row. Rows come in order, rows without any stored cell are left out. The caller closes the cursor.
   *
   * @throws UnreadableFile when the sheet breaks a limit or is damaged
   */
  RowCursor rows() throws UnreadableFile;
}
