package vn.ishc.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ishc.feedback.Answer;
import vn.ishc.feedback.AnswerWorkbook;
import vn.ishc.feedback.WalkedAnswer;
import vn.ishc.feedback.Words;
import vn.ishc.inbox.Arrival;
import vn.ishc.inbox.Submitter;
import vn.ishc.link.LinkedRow;
import vn.ishc.row.Finding;
import vn.ishc.row.Language;
import vn.ishc.row.Severity;
import vn.ishc.run.Knowledge;
import vn.ishc.sheet.ReadLimits;
import vn.ishc.walk.FileReport;
import vn.ishc.walk.FileWalk;
import vn.ishc.walk.RowSink;
import vn.ishc.walk.TableReport;

/** {@code check}: the walk of a file without a database, and every finding in words. */
final class CheckRun {
  private static final int FINDINGS_MAX = 20_000;

  private CheckRun() {}

  /** Keeps the findings, errors and warnings before corrections, up to a limit. */
  private static final class Found implements RowSink {
    private final List<Finding> findings = new ArrayList<>();
    private final WalkedAnswer answer;

    Found(WalkedAnswer answer) {
      this.answer = answer;
    }

    @Override
    public void table(TableReport table) {
      answer.table(table);
    }

    @Override
    public void row(TableReport table, LinkedRow row) {}

    @Override
    public void finding(Finding finding) {
      answer.finding(finding);
      keep(finding);
    }

    @Override
    public void question(Finding finding, String token) {
      answer.question(finding, token);
      keep(finding);
    }

    private void keep(Finding finding) {
      if (findings.size() < FINDINGS_MAX || (finding.severity() == Severity.ERROR && findings.size() < 2 * FINDINGS_MAX)) {
        findings.add(finding);
      }
    }
  }

  static Outcome run(CheckCommand.Request request, Session session) throws Exception {
    Screen screen = session.screen();
    Knowledge knowledge = Knowledge.read(session.settings().root());
    List<NamedFiles.Sent> files = new ArrayList<>();
    boolean refused = false;
    for (Path path : request.files()) {
      if (!Files.exists(path)) {
        screen.complain(screen.text("check.no-file", path));
        return Outcome.FAILED;
      }
      NamedFiles named = NamedFiles.of(path, knowledge.submitters());
      if (named.sent().isEmpty()) {
        screen.complain(screen.text("check.empty-folder", path));
        return Outcome.FAILED;
      }
      files.addAll(named.sent());
      refused |= named.complain(screen);
    }
    boolean intoFolder = request.annotate().map(Files::isDirectory).orElse(false);
    if (request.annotate().isPresent() && files.size() > 1 && !intoFolder) {
      screen.complain(screen.text("check.annotate-folder", request.annotate().get()));
      return Outcome.WRONG_USAGE;
    }
    return all(files, request, knowledge, session) || refused ? Outcome.REFUSED : Outcome.DONE;
  }

  /** Checks file after file; whether something was refused. */
  private static boolean all(List<NamedFiles.Sent> files, CheckCommand.Request request, Knowledge knowledge, Session session) throws Exception {
    Words words = new Words();
    boolean refused = false;
    List<Object> reports = new ArrayList<>();
    for (NamedFiles.Sent file : files) {
      Found found = new Found(new WalkedAnswer(words, session.screen().language() == Language.VI));
      Arrival arrival = arrival(file, request.submitter(), knowledge, session);
      FileReport report = FileWalk.walk(knowledge.forWalk(), arrival, found);
      if (request.annotate().isPresent()) {
        annotate(found.answer.answer(arrival, report, knowledge.places()), file.path(), target(request.annotate().get(), file, arrival), knowledge, session);
      }
      refused |= report.refused() || report.rowsRefused() > 0;
      if (request.format() == CheckCommand.Format.JSON) {
        reports.add(json(file.shown(), report, found.findings));
      } else {
        print(file.shown(), report, found.findings, session.screen());
      }
    }
    if (request.format() == CheckCommand.Format.JSON) {
      session.screen().out().println(Json.of(reports));
    }
    return refused;
  }

  /** In a folder for answers each has its place: files of two senders may be called alike. */
  private static Path target(Path annotate, NamedFiles.Sent file, Arrival arrival) throws IOException {
    if (!Files.isDirectory(annotate)) {
      return annotate;
    }
    return Files.createDirectories(annotate.resolve(file.shown()).getParent()).resolve(AnswerWorkbook.nameFor(arrival.name()));
  }

  /** The same answer that the outbox would hold, but for what only shows when files meet. */
  private static void annotate(Answer answer, Path source, Path target, Knowledge knowledge, Session session) throws IOException {
    Path absolute = target.toAbsolutePath();
    Path part = absolute.resolveSibling("." + absolute.getFileName() + ".part");
    try {
      new AnswerWorkbook(session.screen().language(), ReadLimits.DEFAULT, knowledge.forWalk().finder()).write(answer, source, part);
      Files.move(part, absolute, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
    session.screen().note("check.annotated", target);
  }

  private static Arrival arrival(NamedFiles.Sent file, Optional<String> folder, Knowledge knowledge, Session session) {
    String name = Normalizer.normalize(String.valueOf(file.path().getFileName()), Normalizer.Form.NFC);
    String said = folder.orElse(file.folder());
    Optional<Submitter> submitter = knowledge.submitters().find(said);
    if (submitter.isEmpty() && folder.isEmpty() && !file.ofInbox()) {
      // A file on somebody's desk: nobody is asked whose it is.
      submitter = Optional.of(new Submitter(said, Submitter.Kind.DEPARTMENT, said, Optional.empty(), Optional.empty()));
    }
    LocalDate today = LocalDate.ofInstant(session.settings().clock().instant(), vn.ishc.run.Settings.ZONE);
    return new Arrival(file.path(), name, said, submitter, today);
  }

  private static void print(String file, FileReport report, List<Finding> findings, Screen screen) {
    boolean vi = screen.language() == Language.VI;
    Words words = new Words();
    screen.out().println(screen.text(report.refused() ? "check.refused" : "check.accepted", file));
    for (TableReport table : report.tables()) {
      String rows =
          screen.text(
              "check.table",
              table.contract().title(vi),
              table.period().map(p -> p.label(vi)).orElse("–"),
              Integer.toString(table.accepted()),
              Integer.toString(table.refused()),
              Integer.toString(table.notData()));
      screen.out().println(table.sheet().isEmpty() ? rows : screen.text("check.sheet", table.sheet(), rows));
    }
    screen.out().println(screen.text("check.rows", "" + report.rowsRead(), "" + report.rowsAccepted(), "" + report.rowsRefused(), "" + report.rowsNotData()));
    for (Severity severity : Severity.values()) {
      List<Finding> own = findings.stream().filter(f -> f.severity() == severity).toList();
      if (!own.isEmpty()) {
        screen.out().println();
        screen.out().println(screen.text("check." + severity.name().toLowerCase(java.util.Locale.ROOT), Integer.toString(own.size())));
        own.forEach(f -> screen.out().println("  " + words.line(file, f, label(f, report, vi), vi)));
      }
    }
    screen.out().println();
    screen.out().flush();
  }

  private static Map<String, Object> json(String file, FileReport report, List<Finding> findings) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("file", file);
    json.put("refused", report.refused());
    json.put("feed", report.feed());
    json.put("period", report.period());
    json.put("rows_read", report.rowsRead());
    json.put("rows_accepted", report.rowsAccepted());
    json.put("rows_refused", report.rowsRefused());
    json.put("rows_not_data", report.rowsNotData());
    json.put("tables", report.tables().stream().map(CheckRun::json).toList());
    Words words = new Words();
    json.put("findings", findings.stream().map(f -> json(f, report, words)).toList());
    return json;
  }

  private static Map<String, Object> json(TableReport table) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("sheet", table.sheet());
    json.put("feed", table.contract().feed());
    json.put("period", table.periodCode());
    json.put("header_row", table.found().headerRow());
    json.put("rows_accepted", table.accepted());
    json.put("rows_refused", table.refused());
    json.put("rows_not_data", table.notData());
    return json;
  }

  private static Map<String, Object> json(Finding finding, FileReport report, Words words) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("sheet", finding.sheet());
    json.put("cell", finding.cell());
    json.put("column", finding.columnName());
    json.put("code", finding.code().code());
    json.put("severity", finding.severity().name().toLowerCase(java.util.Locale.ROOT));
    json.put("found", finding.found());
    json.put("message_vi", words.sentence(finding, label(finding, report, true), true));
    json.put("message_en", words.sentence(finding, label(finding, report, false), false));
    return json;
  }

  static String label(Finding finding, FileReport report, boolean vietnamese) {
    return report.tables().stream()
        .flatMap(table -> table.contract().column(finding.columnName()).stream())
        .findFirst()
        .map(column -> column.label(vietnamese))
        .orElse(finding.columnName());
  }
}
