package vn.ishc.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.ishc.clean.ColumnEncoding;
import vn.ishc.clean.TextRepair;
import vn.ishc.conform.ShownCell;
import vn.ishc.recognise.FoundTable;
import vn.ishc.recognise.NearMiss;
import vn.ishc.recognise.RowKind;
import vn.ishc.recognise.SheetListener;
import vn.ishc.recognise.TableFinder;
import vn.ishc.row.Cell;
import vn.ishc.row.Finding;
import vn.ishc.row.Language;
import vn.ishc.row.RawRow;
import vn.ishc.run.Knowledge;
import vn.ishc.sheet.ReadLimits;
import vn.ishc.sheet.Sheet;
import vn.ishc.sheet.UnreadableFile;
import vn.ishc.sheet.Workbook;
import vn.ishc.sheet.Workbooks;

/** {@code preview}: the cells as read, each row marked with what it was taken for. */
final class PreviewRun {
  private PreviewRun() {}

  static Outcome run(PreviewCommand.Request request, Session session) throws Exception {
    Screen screen = session.screen();
    if (!Files.isRegularFile(request.file())) {
      screen.complain(screen.text("check.no-file", request.file()));
      return Outcome.FAILED;
    }
    Knowledge knowledge = Knowledge.read(session.settings().root());
    try (Workbook workbook = Workbooks.open(request.file(), ReadLimits.DEFAULT)) {
      List<Sheet> sheets = workbook.sheets();
      int wanted = request.sheet().orElse(0);
      if (wanted < 0 || wanted > sheets.size()) {
        screen.complain(screen.text("preview.no-sheet", Integer.toString(wanted), Integer.toString(sheets.size())));
        return Outcome.FAILED;
      }
      for (int i = 0; i < sheets.size(); i++) {
        if (wanted == 0 || wanted == i + 1) {
          preview(sheets.get(i), new TableFinder(knowledge.contracts()), request, screen);
        }
      }
      return Outcome.DONE;
    } catch (UnreadableFile e) {
      Finding finding = Finding.ofFile(e.code(), "", e.details().toArray(String[]::new));
      boolean vi = screen.language() == Language.VI;
      screen.out().println(new vn.ishc.feedback.Words().line(request.file().getFileName().toString(), finding, "", vi));
      return Outcome.REFUSED;
    }
  }

  private static void preview(Sheet sheet, TableFinder finder, PreviewCommand.Request request, Screen screen) throws UnreadableFile, IOException {
    Rows rows = new Rows(request, screen, sheet.name());
    if (request.format() == OutputFormat.TABLE) {
      screen.out().println("## " + sheet.name() + (sheet.hidden() ? " (" + screen.text("preview.hidden") + ")" : ""));
    }
    finder.walk(sheet, rows);
    rows.end();
  }

  /** Prints rows as they come. */
  private static final class Rows implements SheetListener {
    private final PreviewCommand.Request request;
    private final Screen screen;
    private final String sheet;
    private final Map<Integer, ColumnEncoding> encodings = new LinkedHashMap<>();

    Rows(PreviewCommand.Request request, Screen screen, String sheet) {
      this.request = request;
      this.screen = screen;
      this.sheet = sheet;
    }

    @Override
    public void table(FoundTable table) {
      if (request.format() == OutputFormat.TABLE) {
        boolean vi = screen.language() == Language.VI;
        screen.out().println("-- " + table.contract().title(vi));
        table.bindings().forEach(b -> screen.out().println("   " + Finding.columnLetters(b.sheetColumn()) + " " + b.label() + " → " + b.column().label(vi)));
        table.unused().forEach(u -> screen.out().println("   " + Finding.columnLetters(u.sheetColumn()) + " " + u.label() + " → –"));
      }
    }

    @Override
    public void row(RowKind kind, RawRow row) {
      List<String> cells = new ArrayList<>();
      for (int column = 0; column < row.cells().length; column++) {
        cells.add(text(row.cells()[column], column));
      }
      switch (request.format()) {
        case TABLE -> screen.out().println("%6d %-9s %s".formatted(row.number(), word(kind), String.join(" | ", cells)));
        case CSV -> {
          List<String> line = new ArrayList<>(List.of(sheet, Integer.toString(row.number()), kind.name().toLowerCase(java.util.Locale.ROOT)));
          line.addAll(cells);
          csv(line);
        }
        case JSON -> {
          Map<String, Object> json = new LinkedHashMap<>();
          json.put("sheet", sheet);
          json.put("row", row.number());
          json.put("kind", kind.name().toLowerCase(java.util.Locale.ROOT));
          json.put("cells", cells);
          screen.out().println(Json.of(json));
        }
      }
    }

    @Override
    public void unknownTable(NearMiss miss) {}

    private String text(Cell cell, int column) {
      if (request.raw() || !(cell instanceof Cell.Text text)) {
        return ShownCell.text(cell);
      }
      return TextRepair.repair(text.text(), text.font(), encodings.computeIfAbsent(column, c -> new ColumnEncoding()));
    }

    private void csv(List<String> line) {
      try {
        new Csv(screen.out()).row(line);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private String word(RowKind kind) {
      return screen.text("preview." + kind.name().toLowerCase(java.util.Locale.ROOT));
    }

    void end() {
      screen.out().flush();
    }
  }
}
