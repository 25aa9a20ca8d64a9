package vn.ishc.sheet;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import vn.ishc.row.RawRow;

/** A sheet of any format: a name, and two ways into the file that are gone only when asked for. */
final class StoredSheet implements Sheet {
  private final String name;
  private final boolean hidden;
  private final Guarded.Reading<MergedRanges> mergesReading;
  private final Guarded.Reading<Rows> rowsReading;
  private @Nullable MergedRanges merges;
  private @Nullable UnreadableFile mergesFailure;

  StoredSheet(
      String name,
      boolean hidden,
      Guarded.Reading<MergedRanges> merges,
      Guarded.Reading<Rows> rows) {
    this.name = name;
    this.hidden = hidden;
    this.mergesReading = merges;
    this.rowsReading = rows;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean hidden() {
    return hidden;
  }

  /** {@inheritDoc} Those of a damaged sheet are none, and its rows tell of the damage. */
  @Override
  public MergedRanges merges() {
    MergedRanges known = merges;
    if (known == null) {
      known = readMerges();
      merges = known;
    }
    return known;
  }

  private MergedRanges readMerges() {
    try {
      return Guarded.read(mergesReading);
    } catch (UnreadableFile failure) {
      mergesFailure = failure;
      return MergedRanges.NONE;
    }
  }

  @Override
  public RowCursor rows() throws UnreadableFile {
    if (mergesFailure != null) {
      throw mergesFailure;
    }
    return new Cursor(Guarded.read(rowsReading));
  }

  /** Walks the rows of a format; after a failure it fails the same way again. */
  private static final class Cursor implements RowCursor {
    private final Rows rows;
    private @Nullable UnreadableFile failure;

    Cursor(Rows rows) {
      this.rows = rows;
    }

    @Override
    public @Nullable RawRow next() throws UnreadableFile {
      if (failure != null) {
        throw failure;
      }
      try {
        return rows.next();
      } catch (IOException | RuntimeException | StackOverflowError e) {
        failure = Guarded.refusalFor(e);
        throw failure;
      }
    }

    @Override
    public void close() {
      try {
        rows.close();
      } catch (IOException e) {
        // Only read from: nothing can be lost by a failing close.
      }
    }
  }
}
