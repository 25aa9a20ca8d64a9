package vn.ishc.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.EnumSet;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import vn.ishc.report.ReportFormat;
import vn.ishc.report.ReportKind;
import vn.ishc.run.Knowledge;
import vn.ishc.run.LoadSummary;
import vn.ishc.warehouse.OpenWarehouse;

/** {@code demo}: the main job on {@code sample-inputs/}. Its refusals are on purpose, so it ends with 0. */
final class DemoRun {
  private static final String LAST_DAY = "2025-12-31";

  private DemoRun() {}

  static Outcome run(DemoCommand.Request request, Session session) throws Exception {
    Screen screen = session.screen();
    Path samples = session.settings().root().resolve("sample-inputs");
    screen.note("demo.begin", samples);
    Path inbox = Files.createDirectories(session.settings().home().resolve("inbox"));
    LoadRun.copyIn(NamedFiles.of(samples, Knowledge.read(session.settings().root()).submitters()), inbox);
    LoadSummary summary = LoadRun.load(session);
    LoadRun.print(summary, screen);
    if (summary.anyFailed()) {
      return Outcome.FAILED;
    }
    screen.out().println();
    try (OpenWarehouse warehouse = StoreRuns.open(session);
        Connection connection = warehouse.source().getConnection()) {
      DSLContext dsl = DSL.using(connection);
      Outcome outcome = FigureRuns.print(dsl, Optional.empty(), Optional.empty(), OutputFormat.TABLE, session);
      if (outcome == Outcome.DONE) {
        screen.out().println();
        ReportRun.Wanted evaluation = new ReportRun.Wanted(ReportKind.FINAL, Optional.empty(), Optional.empty(), false);
        outcome = ReportRun.write(warehouse, evaluation, EnumSet.allOf(ReportFormat.class), session.settings().home().resolve("reports"), session);
      }
      screen.note("demo.next", LAST_DAY, session.settings().home().resolve("outbox"));
      return outcome;
    }
  }
}
