package vn.ishc.recognise;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ishc.row.RawRow;
import vn.ishc.sheet.RowCursor;
import vn.ishc.sheet.UnreadableFile;

/** Rows that are not blank, with a short look ahead. */
final class Lookahead {
  private final RowCursor cursor;
  private final Deque<RawRow> ahead = new ArrayDeque<>();

  Lookahead(RowCursor cursor) {
    this.cursor = cursor;
  }

  @Nullable RawRow next() throws UnreadableFile {
    return ahead.isEmpty() ? read() : ahead.removeFirst();
  }

  /** The row that follows, which stays to be taken; null behind the last. */
  @Nullable RawRow peek() throws UnreadableFile {
    fill(1);
    return ahead.peekFirst();
  }

  /** The row at hand and up to three more that follow it without a gap. */
  List<RawRow> block(RawRow first) throws UnreadableFile {
    fill(3);
    List<RawRow> rows = new ArrayList<>();
    rows.add(first);
    for (RawRow row : ahead) {
      if (rows.size() == 4 || row.number() != rows.getLast().number() + 1) {
        break;
      }
      rows.add(row);
    }
    return rows;
  }

  private void fill(int count) throws UnreadableFile {
    while (ahead.size() < count) {
      RawRow row = read();
      if (row == null) {
        return;
      }
      ahead.addLast(row);
    }
  }

  private @Nullable RawRow read() throws UnreadableFile {
    RawRow row = cursor.next();
    while (row != null && row.isBlank()) {
      row = cursor.next();
    }
    return row;
  }
}
