package vn.ishc.recognise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.ishc.feed.Contracts;
import vn.ishc.recognise.HeaderMatcher.Fit;
import vn.ishc.row.Cell;
import vn.ishc.row.RawRow;
import vn.ishc.sheet.RowCursor;
import vn.ishc.sheet.Sheet;
import vn.ishc.sheet.UnreadableFile;

/**
 * Walks a sheet and finds the tables of known feeds by their headings, wherever they stand and however many there are. Streams: holds a few
 * rows, whatever the size of the sheet. One finder serves many sheets, also at the same time.
 */
public final class TableFinder {
  private static final int TITLES_MAX = 40;
  private static final int WIDTH_MAX = 400;

  private final HeaderWords words;
  private final HeaderMatcher matcher;

  /**
   * @param contracts the feeds to recognise
   */
  public TableFinder(Contracts contracts) {
    this.words = new HeaderWords(contracts);
    this.matcher = new HeaderMatcher(words);
  }

  /**
   * Tells the listener every row that is not blank, and each table before its first row.
   *
   * @throws UnreadableFile when the sheet breaks off
   */
  public void walk(Sheet sheet, SheetListener listener) throws UnreadableFile {
    walk(sheet, FormIds.NONE, listener);
  }

  /**
   * The same for a sheet of a workbook that may be a template of ours.
   *
   * @param forms what the template says of its sheets
   */
  public void walk(Sheet sheet, FormIds forms, SheetListener listener) throws UnreadableFile {
    try (RowCursor cursor = sheet.rows()) {
      new Walk(sheet, forms, new Lookahead(cursor), listener).run();
    }
  }

  /**
   * The sheet as so many sheets as it holds tables of one kind beside each other; mostly itself alone. It is one where a row below is the heading of
   * another kind of table.
   *
   * @throws UnreadableFile when the sheet breaks off
   */
  public List<Sheet> apart(Sheet sheet) throws UnreadableFile {
    SideBySide beside = null;
    try (RowCursor cursor = sheet.rows()) {
      Lookahead rows = new Lookahead(cursor);
      int looked = 0;
      for (RawRow row = rows.next(); row != null && (beside != null || looked++ < TITLES_MAX); row = rows.next()) {
        Optional<SideBySide> here = SideBySide.in(row);
        if (beside == null) {
          beside = here.isPresent() && complete(here.get(), rows.block(row), sheet) ? here.get() : null;
        } else if (here.isEmpty() && complete(rows.block(row), sheet)) {
          return List.of(sheet);
        }
      }
    }
    SideBySide tables = beside;
    return tables == null ? List.of(sheet) : IntStream.range(0, tables.count()).mapToObj(table -> tables.part(sheet, table)).toList();
  }

  private boolean complete(SideBySide tables, List<RawRow> block, Sheet sheet) {
    return IntStream.range(0, tables.count()).allMatch(table -> complete(block.stream().map(row -> tables.part(row, table)).toList(), sheet));
  }

  private boolean complete(List<RawRow> block, Sheet sheet) {
    return IntStream.rangeClosed(1, block.size())
        .mapToObj(size -> matcher.fits(new HeaderBlock(block.subList(0, size), sheet.merges()), List.of(), ""))
        .anyMatch(fits -> !fits.isEmpty() && fits.getFirst().complete());
  }

  private record Heading(Fit fit, int rows, List<Fit> fits, List<List<String>> paths) {}

  private final class Walk {
    private final Sheet sheet;
    private final FormIds forms;
    private final Lookahead rows;
    private final SheetListener listener;
    private List<String> titles = new ArrayList<>();
    private @Nullable FoundTable table;
    private @Nullable RowClassifier classifier;

    Walk(Sheet sheet, FormIds forms, Lookahead rows, SheetListener listener) {
      this.sheet = sheet;
      this.forms = forms;
      this.rows = rows;
      this.listener = listener;
    }

    void run() throws UnreadableFile {
      for (RawRow row = rows.next(); row != null; row = rows.next()) {
        if (!looksLikeHeading(row) || !heading(row)) {
          body(row);
        }
      }
    }

    private void body(RawRow row) throws UnreadableFile {
      RowKind kind = classifier == null ? RowKind.TITLE : classifier.classify(row, rows.peek());
      switch (kind) {
        case TITLE, FOOTER, HEADER, SECTION -> remember(row);
        case DATA, TOTAL, NUMBERING -> titles = new ArrayList<>();
      }
      listener.row(kind, row);
    }

    private void remember(RawRow row) {
      if (titles.size() < TITLES_MAX) {
        titles.add(lineOf(row));
      }
    }

    private boolean heading(RawRow first) throws UnreadableFile {
      List<RawRow> block = rows.block(first);
      if (repeats(block)) {
        return headings(first, Objects.requireNonNull(table).headerRows());
      }
      Optional<Heading> best = best(block);
      if (best.isEmpty()) {
        return false;
      }
      Heading heading = best.get();
      if (!heading.fit().complete()) {
        miss(first, heading.fit());
        return false;
      }
      FoundTable found = found(first, heading);
      if (table == null || !sameColumns(table, found)) {
        table = found;
        classifier = new RowClassifier(found, sheet.merges());
        listener.table(found);
      }
      return headings(first, heading.rows());
    }

    private boolean headings(RawRow first, int count) throws UnreadableFile {
      listener.row(RowKind.HEADER, first);
      for (int row = 1; row < count; row++) {
        RawRow next = rows.next();
        if (next != null) {
          listener.row(RowKind.HEADER, next);
        }
      }
      titles = new ArrayList<>();
      return true;
    }

    /** The headings of the table at hand once more, as on every printed page: what its title told is not told again. */
    private boolean repeats(List<RawRow> block) {
      FoundTable current = table;
      if (current == null || block.size() < current.headerRows()) {
        return false;
      }
      HeaderBlock headings = new HeaderBlock(block.subList(0, current.headerRows()), sheet.merges());
      return matcher.fits(headings, titles, "").stream()
          .anyMatch(fit -> fit.contract().equals(current.contract()) && fit.bindings().equals(current.bindings()));
    }

    private void miss(RawRow first, Fit fit) throws UnreadableFile {
      if (table == null && fit.bindings().size() >= 3 && fit.bindings().size() * 2 >= fit.labelled()) {
        listener.unknownTable(new NearMiss(first.number(), fit.contract(), fit.missing(), fit.bindings().size()));
      }
    }

    private Optional<Heading> best(List<RawRow> block) {
      Heading best = null;
      String form = forms.of(titles, sheet.name()).map(FormIds.Form::feed).orElse("");
      for (int size = 1; size <= block.size(); size++) {
        if (size > 1 && RowClassifier.isNumbering(block.get(size - 1))) {
          break;
        }
        HeaderBlock headings = new HeaderBlock(block.subList(0, size), sheet.merges());
        List<Fit> fits = matcher.fits(headings, titles, form, lines(block.subList(size, block.size())));
        if (!fits.isEmpty() && (best == null || better(fits.getFirst(), best.fit()) || continued(best, fits.getFirst(), block, size))) {
          best = new Heading(fits.getFirst(), size, fits, headings.paths());
        }
      }
      return Optional.ofNullable(best);
    }

    /** What the rows say that hold one text alone, up to the first that holds more. */
    private static List<String> lines(List<RawRow> rows) {
      List<String> lines = new ArrayList<>();
      for (RawRow row : rows) {
        List<Cell> said = Arrays.stream(row.cells()).filter(cell -> !cell.isBlank()).toList();
        if (said.size() != 1 || !(said.getFirst() instanceof Cell.Text text)) {
          break;
        }
        lines.add(text.text());
      }
      return lines;
    }

    /** A row right below that only divides groups of the headings belongs to them, also when nobody knows its words. */
    private boolean continued(Heading best, Fit fit, List<RawRow> block, int size) {
      return best.rows() == size - 1
          && best.fit().complete()
          && fit.complete()
          && fit.contract().equals(best.fit().contract())
          && new HeaderBlock(block.subList(0, size), sheet.merges()).lastRowDivides();
    }

    private boolean better(Fit fit, Fit than) {
      if (fit.complete() != than.complete()) {
        return fit.complete();
      }
      return fit.score() > than.score() + 0.01;
    }

    private FoundTable found(RawRow first, Heading heading) {
      Set<Integer> bound = heading.fit().bindings().stream().map(Binding::sheetColumn).collect(Collectors.toSet());
      List<FoundTable.Unused> unused = new ArrayList<>();
      for (int column = 0; column < heading.paths().size(); column++) {
        List<String> path = heading.paths().get(column);
        if (!path.isEmpty() && !bound.contains(column)) {
          unused.add(new FoundTable.Unused(column, String.join(" › ", path)));
        }
      }
      return new FoundTable(
          heading.fit().contract(), first.number(), heading.rows(), heading.fit().bindings(), unused, titles, HeaderMatcher.rivals(heading.fits()));
    }

    private boolean looksLikeHeading(RawRow row) {
      Set<String> known = new HashSet<>();
      int texts = 0;
      int cells = 0;
      for (int column = 0; column < Math.min(row.cells().length, WIDTH_MAX); column++) {
        Cell cell = row.cells()[column];
        if (cell.isBlank()) {
          continue;
        }
        cells++;
        if (cell instanceof Cell.Text text && text.text().length() < 120) {
          texts++;
          addIfWord(text, known);
        } else if (cells == 1 && table != null) {
          return false;
        }
        if (table != null && cells >= 4 && known.isEmpty()) {
          return false;
        }
      }
      return table == null ? known.size() >= 2 : known.size() >= 3 && known.size() * 2 >= texts;
    }

    private void addIfWord(Cell.Text text, Set<String> known) {
      if (words.isWord(HeaderBlock.textOf(text))) {
        known.add(text.text());
      }
    }
  }

  private static boolean sameColumns(FoundTable one, FoundTable other) {
    return one.contract().feed().equals(other.contract().feed()) && one.bindings().equals(other.bindings());
  }

  /** The texts of a row in one line. */
  static String lineOf(RawRow row) {
    StringBuilder line = new StringBuilder();
    for (Cell cell : row.cells()) {
      String text = HeaderBlock.textOf(cell);
      if (!text.isEmpty()) {
        line.append(line.isEmpty() ? "" : " | ").append(text);
      }
    }
    return line.toString();
  }
}
