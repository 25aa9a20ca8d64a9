package vn.ishc.sheet;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import vn.ishc.row.RawRow;

/**
 * What a format gives: rows in order, failing as its parser fails. {@link StoredSheet} turns
 * failures into refusals.
 */
interface Rows extends Closeable {
  /** The next row with a cell in it, or null after the last. */
  @Nullable RawRow next() throws IOException;
}
