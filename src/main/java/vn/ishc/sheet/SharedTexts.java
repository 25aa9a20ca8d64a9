package vn.ishc.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.ishc.row.Cell;

/**
 * Cells of shared texts: the arena, and the cells lately made of it, since columns repeat
 * themselves.
 */
final class SharedTexts implements Closeable {
  private static final int RECENT = 1 << 12;

  private final TextArena arena;
  private final int[] recentNumbers = new int[RECENT];
  private final @Nullable String[] recentFonts = new String[RECENT];
  private final Cell[] recentCells = new Cell[RECENT];

  SharedTexts(TextArena arena) {
    this.arena = arena;
    Arrays.fill(recentNumbers, -1);
  }

  /** The cell of a text, in the font of its first run, else in that of the cell. */
  Cell cell(int number, @Nullable String cellFont) throws IOException {
    int slot = number & RECENT - 1;
    if (recentNumbers[slot] == number && Objects.equals(recentFonts[slot], cellFont)) {
      return recentCells[slot];
    }
    if (!arena.seek(number)) {
      throw Refusal.damaged();
    }
    String font = arena.font();
    String text = arena.text();
    Cell cell = text.isEmpty() ? Cell.BLANK : new Cell.Text(text, font == null ? cellFont : font);
    recentNumbers[slot] = number;
    recentFonts[slot] = cellFont;
    recentCells[slot] = cell;
    return cell;
  }

  @Override
  public void close() throws IOException {
    arena.close();
  }
}
