package vn.ishc.sheet;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import vn.ishc.row.Cell;
import vn.ishc.row.RawRow;

/** Streams the records of a text file; each is numbered, the empty ones too. */
final class DelimitedRows implements Rows {
  private static final int RECENT = 1 << 10;
  private static final int RECENT_LENGTH_MAX = 32;

  private final DelimitedScanner scanner;
  private final RowBuilder row;
  private final Cell.Text[] recent = new Cell.Text[RECENT];
  private int number;

  /**
   * @param skipped records at the start that are no data
   */
  DelimitedRows(DelimitedScanner scanner, int skipped, ReadLimits limits) throws IOException {
    this.scanner = scanner;
    this.row = new RowBuilder(limits);
    while (number < skipped && scanner.next()) {
      number++;
    }
  }

  @Override
  public @Nullable RawRow next() throws IOException {
    while (scanner.next()) {
      number++;
      for (int field = 0; field < scanner.fields(); field++) {
        row.put(field, cell(scanner.text(), scanner.from(field), scanner.to(field)));
      }
      RawRow found = row.finish(number, false);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private Cell cell(char[] text, int from, int to) {
    int length = to - from;
    if (length == 0) {
      return Cell.BLANK;
    }
    if (length > RECENT_LENGTH_MAX) {
      return new Cell.Text(new String(text, from, length), null);
    }
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + text[i];
    }
    int slot = (hash ^ hash >>> 12) & RECENT - 1;
    Cell.Text known = recent[slot];
    if (known == null || !isSame(known.text(), text, from, length)) {
      known = new Cell.Text(new String(text, from, length), null);
      recent[slot] = known;
    }
    return known;
  }

  private static boolean isSame(String known, char[] text, int from, int length) {
    if (known.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (known.charAt(i) != text[from + i]) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    scanner.close();
  }
}
