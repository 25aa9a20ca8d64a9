package vn.ishc.feedback;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import vn.ishc.row.Finding;
import vn.ishc.sheet.MergedRanges;

/** What is to be marked on one sheet: by row, then by column; column -1 until the row's first cell is known. */
final class SheetMarks {
  /** A finding about the sheet as a whole stands here until the first row is known. */
  private static final int WHOLE_SHEET = 0;

  /**
   * A cell with what is said about it.
   *
   * @param row as a person sees it
   * @param column 0-based
   */
  record Cell(int row, int column) implements Comparable<Cell> {
    /** {@code F118}. */
    String name() {
      return Finding.columnLetters(column) + row;
    }

    @Override
    public int compareTo(Cell other) {
      return row == other.row ? Integer.compare(column, other.column) : Integer.compare(row, other.row);
    }
  }

  private final Map<Integer, NavigableMap<Integer, List<Note>>> waiting = new HashMap<>();
  private final NavigableMap<Cell, List<Note>> placed = new TreeMap<>();
  private final Map<Note, Cell> cells = new HashMap<>();

  /** Marks of one sheet; of a merged range its first cell is marked, for the others are not seen. */
  SheetMarks(List<Note> notes, MergedRanges merges) {
    for (Note note : notes) {
      int row = note.row();
      int column = note.column();
      if (row > 0 && column >= 0) {
        var range = merges.covering(row, column);
        row = range.map(MergedRanges.Range::firstRow).orElse(row);
        column = range.map(MergedRanges.Range::firstColumn).orElse(column);
      }
      waiting.computeIfAbsent(row, r -> new TreeMap<>()).computeIfAbsent(column, c -> new ArrayList<>()).add(note);
    }
  }

  boolean isEmpty() {
    return waiting.isEmpty() && placed.isEmpty();
  }

  /** Columns of a row that are to be marked; -1 for its first cell, whichever that is. */
  NavigableMap<Integer, List<Note>> row(int number, boolean first) {
    NavigableMap<Integer, List<Note>> own = waiting.getOrDefault(number, new TreeMap<>());
    waiting.remove(number);
    if (first && waiting.containsKey(WHOLE_SHEET)) {
      List<Note> all = waiting.remove(WHOLE_SHEET).values().stream().flatMap(List::stream).toList();
      own.computeIfAbsent(-1, c -> new ArrayList<>()).addAll(all);
    }
    return own;
  }

  /** A cell is marked, and gets its note. */
  Ink place(int row, int column, List<Note> notes) {
    Cell cell = new Cell(row, column);
    placed.computeIfAbsent(cell, c -> new ArrayList<>()).addAll(notes);
    notes.forEach(note -> cells.put(note, cell));
    return notes.stream().map(note -> Ink.of(note.severity())).reduce(Ink.DOUBTFUL, Ink::with);
  }

  /** What stands in no row of the file gets its note all the same. */
  void placeRest() {
    List.copyOf(waiting.entrySet())
        .forEach(row -> row.getValue().forEach((column, notes) -> place(Math.max(row.getKey(), 1), Math.max(column, 0), notes)));
    waiting.clear();
  }

  /** Every marked cell, row by row. */
  NavigableMap<Cell, List<Note>> placed() {
    return placed;
  }

  /** Where each finding was marked. */
  Map<Note, Cell> cells() {
    return cells;
  }
}
