package vn.ishc.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import vn.ishc.inbox.Submitters;
import vn.ishc.row.Language;
import vn.ishc.run.FileOutcome;
import vn.ishc.run.Knowledge;
import vn.ishc.run.LoadFailed;
import vn.ishc.run.LoadSummary;
import vn.ishc.run.Loads;
import vn.ishc.run.OutcomeWords;

/** {@code load}: copies what is named into the inbox, loads what waits there, prints a line per file and a summary. */
final class LoadRun {
  private LoadRun() {}

  static Outcome run(LoadCommand.Request request, Session session) throws Exception {
    Path inbox = Files.createDirectories(session.settings().home().resolve("inbox"));
    boolean leftAlone = false;
    if (!request.sources().isEmpty()) {
      Submitters submitters = Knowledge.read(session.settings().root()).submitters();
      for (Path source : request.sources()) {
        leftAlone |= copyIn(NamedFiles.of(source, submitters), inbox).complain(session.screen());
      }
    }
    LoadSummary summary = load(session);
    print(summary, session.screen());
    if (!summary.rolesMissing().isEmpty()) {
      session.screen().note("access.missing", summary.rolesMissing().size());
    }
    if (summary.anyFailed()) {
      return Outcome.FAILED;
    }
    return leftAlone || summary.anyRefused() ? Outcome.REFUSED : Outcome.DONE;
  }

  static LoadSummary load(Session session) throws Exception {
    Screen screen = session.screen();
    Knowledge knowledge = Knowledge.read(session.settings().root());
    long waiting = vn.ishc.inbox.InboxFolder.scan(session.settings().home().resolve("inbox")).size();
    try (ProgressBar bar = new ProgressBar(screen, screen.text("load.progress"), waiting)) {
      return new Loads(session.settings(), knowledge).run(outcome -> bar.advance(1));
    } catch (LoadFailed e) {
      throw new IllegalStateException(screen.text("load.failed", String.valueOf(e.getMessage())), e);
    }
  }

  /** Copies what is named into the inbox. */
  static NamedFiles copyIn(NamedFiles named, Path inbox) throws IOException {
    for (NamedFiles.Sent file : named.sent()) {
      copy(file.path(), inbox.resolve(file.folder()).resolve(file.place()));
    }
    return named;
  }

  /** Under a name that a running load does not look at, until the copy is whole. */
  private static void copy(Path file, Path target) throws IOException {
    Files.createDirectories(target.getParent());
    Path part = target.resolveSibling("." + target.getFileName() + ".part");
    Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
    Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  static void print(LoadSummary summary, Screen screen) throws IOException {
    boolean vi = screen.language() == Language.VI;
    TextTable table =
        new TextTable(
            screen.out(),
            List.of(
                new TextTable.Column(screen.text("load.file"), false),
                new TextTable.Column(screen.text("load.feed"), false),
                new TextTable.Column(screen.text("load.period"), false),
                new TextTable.Column(screen.text("load.read"), true),
                new TextTable.Column(screen.text("load.accepted"), true),
                new TextTable.Column(screen.text("load.refused"), true),
                new TextTable.Column(screen.text("load.not-data"), true),
                new TextTable.Column(screen.text("load.state"), false)));
    Figures figures = Figures.of(screen.language());
    for (FileOutcome file : summary.files()) {
      table.row(
          file.folder() + "/" + file.name(),
          file.feed(),
          file.period(),
          figures.text(file.rowsRead()),
          figures.text(file.accepted()),
          figures.text(file.refused()),
          figures.text(file.notData()),
          OutcomeWords.state(file.state(), vi));
    }
    table.end();
    total(summary, screen, figures);
  }

  private static void total(LoadSummary summary, Screen screen, Figures figures) {
    long accepted = summary.files().stream().mapToLong(FileOutcome::accepted).sum();
    long refused = summary.files().stream().mapToLong(FileOutcome::refused).sum();
    long refusedFiles = summary.files().stream().filter(f -> f.state().equals("refused")).count();
    screen.out().println();
    screen
        .out()
        .println(
            screen.text(
                "load.summary",
                figures.text(summary.files().size()),
                figures.text(accepted),
                figures.text(refused),
                figures.text(refusedFiles),
                figures.text(Math.max(1, summary.millis() / 1000))));
    screen.out().flush();
  }
}
