package vn.ishc.recognise;

import java.util.List;
import java.util.Optional;
import vn.ishc.feed.Column;
import vn.ishc.feed.ColumnType;
import vn.ishc.feed.Contract;

/**
 * A table of a known feed on a sheet.
 *
 * @param contract the feed
 * @param headerRow number of the first heading row (1-based, as a person sees it)
 * @param headerRows how many rows of headings
 * @param bindings the sheet's columns that are read, left to right
 * @param unused headings of columns that no contract column is read from, with their 0-based column
 * @param titles the rows above the table, repaired, one text per row, nearest last
 * @param rivals other feeds that fit as well; empty unless the feeds are tied
 */
public record FoundTable(
    Contract contract,
    int headerRow,
    int headerRows,
    List<Binding> bindings,
    List<Unused> unused,
    List<String> titles,
    List<Contract> rivals) {

  /** A column of the sheet that is not read. */
  public record Unused(int sheetColumn, String label) {}

  /** Copies the lists. */
  public FoundTable {
    bindings = List.copyOf(bindings);
    unused = List.copyOf(unused);
    titles = List.copyOf(titles);
    rivals = List.copyOf(rivals);
  }

  /** Whether a contract column is read from anywhere on the sheet. */
  public boolean has(Column column) {
    return bindings.stream().anyMatch(binding -> binding.column().index() == column.index());
  }

  /** The sheet column a contract column is (first) read from. */
  public Optional<Binding> binding(Column column) {
    return bindings.stream().filter(binding -> binding.column().index() == column.index()).findFirst();
  }

  /** The sheet column that numbers the rows; -1 without one. */
  public int ordinalColumn() {
    return bindings.stream()
        .filter(binding -> binding.column().type() == ColumnType.IGNORED && binding.column().name().equals("row_no"))
        .mapToInt(Binding::sheetColumn)
        .findFirst()
        .orElse(-1);
  }
}
