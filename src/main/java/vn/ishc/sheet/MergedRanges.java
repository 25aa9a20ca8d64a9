package vn.ishc.sheet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The merged ranges of a sheet, asked by row. */
public final class MergedRanges {
  /** No merged cell at all. */
  public static final MergedRanges NONE = new MergedRanges(List.of());

  /**
   * A rectangle; rows as a person numbers them, columns 0-based, both ends included.
   *
   * @param firstRow top row (1-based)
   * @param lastRow bottom row
   * @param firstColumn leftmost column (0-based)
   * @param lastColumn rightmost column
   */
  public record Range(int firstRow, int lastRow, int firstColumn, int lastColumn) {
    /** Whether the cell lies inside. */
    public boolean contains(int row, int column) {
      return firstRow <= row && row <= lastRow && firstColumn <= column && column <= lastColumn;
    }
  }

  private final NavigableMap<Integer, List<Range>> byFirstRow = new TreeMap<>();
  private final int tallest;
  private final int size;

  /**
   * @param ranges in any order
   */
  public MergedRanges(List<Range> ranges) {
    int rows = 0;
    for (Range range : ranges) {
      byFirstRow.computeIfAbsent(range.firstRow(), r -> new ArrayList<>()).add(range);
      rows = Math.max(rows, range.lastRow() - range.firstRow());
    }
    this.tallest = rows;
    this.size = ranges.size();
  }

  /** How many. */
  public int size() {
    return size;
  }

  /** All of them, by top row. */
  public List<Range> all() {
    return byFirstRow.values().stream().flatMap(List::stream).toList();
  }

  /** The ranges that touch a row. */
  public List<Range> touching(int row) {
    if (size == 0) {
      return List.of();
    }
    List<Range> found = new ArrayList<>();
    for (List<Range> starting : byFirstRow.subMap(row - tallest, true, row, true).values()) {
      for (Range range : starting) {
        if (range.lastRow() >= row) {
          found.add(range);
        }
      }
    }
    return Collections.unmodifiableList(found);
  }

  /** The range that covers a cell. */
  public Optional<Range> covering(int row, int column) {
    return touching(row).stream().filter(range -> range.contains(row, column)).findFirst();
  }
}
