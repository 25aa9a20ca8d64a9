package vn.ishc.sheet;

import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.ishc.row.Cell;

/** Cells of texts written in place: short texts that repeat become the same cell again. */
final class RecentTexts {
  private static final int RECENT = 1 << 10;
  private static final int LENGTH_MAX = 48;

  private final byte[][] bytes = new byte[RECENT][];
  private final Cell.Text[] cells = new Cell.Text[RECENT];

  /** The cell of a gathered text. */
  Cell cell(ByteText text, @Nullable String font) throws IOException {
    int length = text.length();
    if (length == 0) {
      return Cell.BLANK;
    }
    if (length > LENGTH_MAX) {
      return new Cell.Text(text.text(), font);
    }
    int hash = XmlNames.hash(text.bytes(), 0, length);
    int slot = (hash ^ hash >>> 12) & RECENT - 1;
    byte[] known = bytes[slot];
    if (known != null
        && Arrays.equals(known, 0, known.length, text.bytes(), 0, length)
        && Objects.equals(cells[slot].font(), font)) {
      return cells[slot];
    }
    Cell.Text cell = new Cell.Text(text.text(), font);
    bytes[slot] = Arrays.copyOf(text.bytes(), length);
    cells[slot] = cell;
    return cell;
  }
}
