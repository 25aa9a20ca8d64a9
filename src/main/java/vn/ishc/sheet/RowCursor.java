package vn.ishc.sheet;

import org.jspecify.annotations.Nullable;
import vn.ishc.row.RawRow;

/** Walks the rows of a sheet once, in constant memory. */
public interface RowCursor extends AutoCloseable {
  /**
   * The next row, or null after the last.
   *
   * @throws UnreadableFile when the rest of the sheet cannot be read
   */
  @Nullable RawRow next() throws UnreadableFile;

  @Override
  void close();
}
