package vn.ishc.recognise;

import vn.ishc.row.RawRow;
import vn.ishc.sheet.UnreadableFile;

/** Hears what {@link TableFinder} finds, in the order of the sheet. */
public interface SheetListener {
  /** A table begins; the data, section and total rows that follow belong to it. */
  void table(FoundTable table) throws UnreadableFile;

  /** A row that is not blank. */
  void row(RowKind kind, RawRow row) throws UnreadableFile;

  /** Headings stand there, but no feed is headed so. */
  void unknownTable(NearMiss miss) throws UnreadableFile;
}
