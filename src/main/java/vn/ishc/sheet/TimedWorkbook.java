package vn.ishc.sheet;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ishc.row.RawRow;

/**
 * A workbook whose rows end when the time for it is over.
 *
 * @param opened the workbook
 * @param deadline one for all its sheets
 */
record TimedWorkbook(Workbook opened, Deadline deadline) implements Workbook {
  @Override
  public FileFormat format() {
    return opened.format();
  }

  @Override
  public List<Sheet> sheets() {
    return opened.sheets().stream().<Sheet>map(sheet -> new Timed(sheet, deadline)).toList();
  }

  @Override
  public void close() throws IOException {
    opened.close();
  }

  private record Timed(Sheet sheet, Deadline deadline) implements Sheet {
    @Override
    public String name() {
      return sheet.name();
    }

    @Override
    public boolean hidden() {
      return sheet.hidden();
    }

    @Override
    public MergedRanges merges() {
      return sheet.merges();
    }

    @Override
    public RowCursor rows() throws UnreadableFile {
      return new TimedRows(sheet.rows(), deadline);
    }
  }

  private record TimedRows(RowCursor rows, Deadline deadline) implements RowCursor {
    @Override
    public @Nullable RawRow next() throws UnreadableFile {
      try {
        deadline.tick(1);
      } catch (Refusal late) {
        throw late.reason();
      }
      return rows.next();
    }

    @Override
    public void close() {
      rows.close();
    }
  }
}
