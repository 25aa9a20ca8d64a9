package vn.ishc.feedback;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ishc.feedback.Answer.Change;
import vn.ishc.feedback.Answer.Verdict;
import vn.ishc.feedback.MarkedWorkbook.Placed;
import vn.ishc.feedback.PlainSheet.Cell;
import vn.ishc.row.Finding;
import vn.ishc.row.Severity;

/** The pages that we put before the sender's sheets: what became of the file, and what changed against the version before. */
final class AnswerPages {
  private final Answer answer;
  private final AnswerTexts texts;
  private final Map<String, String> names;
  private final boolean marked;
  private final boolean extract;

  /**
   * @param names names of sheets in the answer by their names in the file, where they differ
   * @param marked whether the answer holds the sender's sheets
   * @param extract whether the answer holds the refused rows only, because the file is too large
   */
  AnswerPages(Answer answer, AnswerTexts texts, Map<String, String> names, boolean marked, boolean extract) {
    this.answer = answer;
    this.texts = texts;
    this.names = names;
    this.marked = marked;
    this.extract = extract;
  }

  /** The page «Phản hồi». */
  PlainSheet feedback(Placed placed) {
    PlainSheet page = new PlainSheet(placed.styles(), answer.notes().asks() ? List.of(7, 19, 24, 12, 72, 10, 14, 14, 0) : List.of(7, 19, 24, 12, 72, 10, 11, 14));
    page.line(texts.of("title"), Look.TITLE);
    page.line(texts.of("file", answer.file()), Look.HEADING);
    page.line(texts.of("verdict." + answer.verdict()), Look.HEADING);
    page.blank();
    next(page);
    counts(page);
    tables(page);
    findings(page, placed);
    tidied(page);
    return page;
  }

  private void next(PlainSheet page) {
    page.line(texts.of("next"), Look.HEADING);
    if (answer.ofNobody()) {
      page.line(texts.of("next.nobody"), Look.TEXT);
      page.blank();
      return;
    }
    String what = answer.verdict() == Verdict.ACCEPTED_WITH_NOTES ? (answer.rowsRefused() > 0 ? "rows" : "doubts") : answer.verdict().toString();
    page.line(texts.of("next." + what), Look.TEXT);
    if (extract) {
      page.line(texts.of("next.extract"), Look.TEXT);
    } else if (marked) {
      if (answer.notes().asks()) {
        page.line(texts.of("next.confirm"), Look.TEXT);
      }
      page.line(texts.of("next.send", answer.folder()), Look.TEXT);
      page.line(texts.of("legend"), Look.TEXT);
      page.row(List.of(Cell.of("", Look.TEXT), Cell.of(texts.of("severity.ERROR"), Look.REFUSED), Cell.of(texts.of("severity.WARNING"), Look.DOUBTFUL)));
    }
    addingUp(page);
    page.blank();
  }

  /** What adds up is not replaced: who leaves out a row must know that it still counts. */
  private void addingUp(PlainSheet page) {
    String kinds = answer.tables().stream().filter(table -> table.addsUp() && table.accepted() > 0).map(Answer.Table::kind).distinct().collect(java.util.stream.Collectors.joining("; "));
    if (!kinds.isEmpty()) {
      page.line(texts.of("next.adds-up", kinds), Look.TEXT);
    }
  }

  private void counts(PlainSheet page) {
    if (answer.verdict() == Verdict.UNREADABLE || answer.verdict() == Verdict.DUPLICATE) {
      return;
    }
    page.line(texts.of("counts"), Look.HEADING);
    page.line(texts.of("counts.sentence", answer.rowsRead(), answer.rowsAccepted(), answer.rowsRefused(), answer.rowsNotData()), Look.TEXT);
    page.blank();
  }

  private void tables(PlainSheet page) {
    if (answer.tables().isEmpty()) {
      return;
    }
    page.line(texts.of("tables"), Look.HEADING);
    page.row(Look.HEAD, columns("tables.number", "tables.sheet", "tables.kind", "tables.period", "tables.unit", "tables.accepted", "tables.refused", "tables.not-data"));
    int number = 0;
    for (Answer.Table table : answer.tables()) {
      String about = table.unit() + (table.clubs().isEmpty() ? "" : (table.unit().isEmpty() ? "" : " · ") + clubs(table.clubs()));
      page.row(
          List.of(
              Cell.of(++number), Cell.of(name(table.sheet()), Look.CELL), Cell.of(table.kind(), Look.CELL), Cell.of(table.period(), Look.CELL),
              Cell.of(about, Look.CELL), Cell.of(table.accepted()), Cell.of(table.refused()), Cell.of(table.notData())));
    }
    page.blank();
  }

  private String clubs(List<String> clubs) {
    int shown = Math.min(clubs.size(), 6);
    String first = String.join("; ", clubs.subList(0, shown));
    return clubs.size() == shown ? first : first + texts.of("tables.more-clubs", clubs.size() - shown);
  }

  private String[] columns(String... keys) {
    return java.util.Arrays.stream(keys).map(key -> texts.of(key)).toArray(String[]::new);
  }

  private String name(String sheet) {
    return names.getOrDefault(sheet, sheet);
  }

  private void findings(PlainSheet page, Placed placed) {
    List<Note> all = new ArrayList<>(answer.notes().told());
    if (all.isEmpty()) {
      return;
    }
    // Refusals first: they are what keeps rows out.
    all.sort(java.util.Comparator.comparing(Note::severity));
    page.line(texts.of("findings", all.size()), Look.HEADING);
    if (answer.notes().beyond() > 0) {
      page.line(texts.of("findings.beyond", answer.notes().beyond()), Look.TEXT);
    }
    boolean asks = answer.notes().asks() && !extract;
    String[] heads = columns("findings.number", "findings.severity", "tables.sheet", "findings.cell", "findings.message", "findings.code", "findings.confirm");
    page.row(Look.HEAD, asks ? heads : java.util.Arrays.copyOf(heads, heads.length - 1));
    int number = 0;
    for (Note note : all) {
      Look look = note.severity() == Severity.ERROR ? Look.REFUSED : Look.DOUBTFUL;
      List<Cell> cells =
          new ArrayList<>(
              List.of(
                  Cell.of(++number), Cell.of(texts.of(note.isQuestion() ? "severity.QUESTION" : "severity." + note.severity()), look), Cell.of(name(note.sheet()), Look.CELL),
                  place(note, placed), Cell.of(note.message(), Look.CELL), Cell.of(note.code(), Look.CELL)));
      if (asks && note.isQuestion()) {
        cells.addAll(List.of(Cell.of("", Look.ANSWER), Cell.of("", Look.TEXT), Cell.of(note.question(), Look.TEXT)));
      }
      page.row(cells);
    }
    page.blank();
  }

  private Cell place(Note note, Placed placed) {
    String sheet = name(note.sheet());
    @Nullable SheetMarks marks = placed.marks().get(sheet);
    SheetMarks.@Nullable Cell at = marks == null ? null : marks.cells().get(note);
    if (at != null) {
      return Cell.link(note.row() > 0 && note.column() < 0 ? texts.of("findings.row", note.row()) : at.name(), sheet, at.name());
    }
    return Cell.of(note.row() == 0 ? "" : note.column() < 0 ? texts.of("findings.row", note.row()) : Finding.columnLetters(note.column()) + note.row(), Look.CELL);
  }

  private void tidied(PlainSheet page) {
    List<Notes.Tidied> all = answer.notes().tidied();
    if (all.isEmpty()) {
      return;
    }
    page.line(texts.of("tidied"), Look.HEADING);
    page.line(texts.of("tidied.sentence"), Look.TEXT);
    page.row(Look.HEAD, columns("findings.code", "tidied.count", "tables.sheet", "findings.cell", "tidied.example"));
    for (Notes.Tidied kind : all) {
      boolean first = true;
      for (Note example : kind.examples()) {
        String cell = example.row() == 0 ? "" : example.column() < 0 ? texts.of("findings.row", example.row()) : Finding.columnLetters(example.column()) + example.row();
        Cell place = cell.isEmpty() || !marked ? Cell.of(cell, Look.CELL) : Cell.link(cell, name(example.sheet()), Finding.columnLetters(Math.max(example.column(), 0)) + example.row());
        Cell count = first ? Cell.of(kind.count()) : Cell.of("", Look.CELL);
        page.row(List.of(Cell.of(first ? kind.code() : "", Look.CELL), count, Cell.of(name(example.sheet()), Look.CELL), place, Cell.of(example.message(), Look.CELL)));
        first = false;
      }
    }
  }

  /** The page «Thay đổi». */
  PlainSheet changes(Placed placed) {
    PlainSheet page = new PlainSheet(placed.styles(), List.of(7, 12, 24, 32, 30, 60, 24, 24));
    page.line(texts.of("title"), Look.TITLE);
    page.line(texts.of("changes"), Look.HEADING);
    page.line(texts.of("changes.sentence", count(Change.Kind.ADDED), count(Change.Kind.CHANGED), count(Change.Kind.GONE)), Look.TEXT);
    if (count(Change.Kind.WAITING) > 0) {
      page.line(texts.of("changes.waiting", count(Change.Kind.WAITING)), Look.TEXT);
    }
    if (answer.changes().size() == Version.CHANGES_MAX) {
      page.line(texts.of("changes.beyond", Version.CHANGES_MAX), Look.TEXT);
    }
    page.blank();
    page.row(
        Look.HEAD,
        columns("tables.number", "changes.kind", "tables.kind", "changes.unit", "changes.who", "changes.details", "changes.before", "changes.now"));
    int number = 0;
    for (Change change : answer.changes()) {
      page.row(
          List.of(
              Cell.of(++number), Cell.of(texts.of("changes.kind." + change.kind()), Look.CELL), Cell.of(change.table(), Look.CELL), Cell.of(change.unit(), Look.CELL),
              Cell.of(change.who(), Look.CELL), Cell.of(String.join("\n", change.details()), Look.CELL), Cell.of(change.before(), Look.CELL), Cell.of(change.now(), Look.CELL)));
    }
    return page;
  }

  private long count(Change.Kind kind) {
    return answer.changes().stream().filter(change -> change.kind() == kind).count();
  }

  /** The page of refused rows, for a file that is too large to be sent back. */
  PlainSheet refused(Placed placed, List<RefusedRow> rows) {
    int columns = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(1);
    List<Integer> widths = new ArrayList<>(List.of(22, 9, 60));
    for (int i = 0; i < Math.min(columns, 60); i++) {
      widths.add(18);
    }
    PlainSheet page = new PlainSheet(placed.styles(), widths);
    page.line(texts.of("title"), Look.TITLE);
    page.line(texts.of("refused", rows.size()), Look.HEADING);
    page.line(texts.of("next.extract"), Look.TEXT);
    page.row(Look.HEAD, columns("tables.sheet", "refused.row", "refused.reason", "refused.cells"));
    for (RefusedRow row : rows) {
      List<Cell> cells = new ArrayList<>();
      cells.add(Cell.of(row.sheet(), Look.CELL));
      cells.add(Cell.of(row.number()));
      cells.add(Cell.of(row.reason(), Look.REFUSED));
      row.cells().stream().limit(60).forEach(cell -> cells.add(Cell.of(cell, Look.CELL)));
      page.row(cells);
    }
    return page;
  }

  /** A refused row as the file shows it. */
  record RefusedRow(String sheet, int number, String reason, List<String> cells) {}
}
