package vn.ishc.cli;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import vn.ishc.indicator.IndicatorDefinitions;
import vn.ishc.report.ReportFormat;
import vn.ishc.report.ReportKind;
import vn.ishc.report.ReportRequest;
import vn.ishc.report.Reports;
import vn.ishc.warehouse.OpenWarehouse;

/** {@code report}: writes the papers, says where they are and what has changed since the last edition. */
final class ReportRun {
  private static final LocalDate LAST_DAY_OF_PLAN = LocalDate.of(2025, 12, 31);

  private ReportRun() {}

  /** Which paper; without a day the last one of the plan that has figures. */
  record Wanted(ReportKind kind, Optional<LocalDate> asOf, Optional<String> district, boolean publish) {}

  static Outcome write(Wanted wanted, ReportCommand.Target target, Session session) throws Exception {
    try (OpenWarehouse warehouse = StoreRuns.open(session);
        Connection connection = warehouse.source().getConnection()) {
      return write(DSL.using(connection), wanted, target.formats(), target.folder(session), session);
    }
  }

  static Outcome write(DSLContext dsl, Wanted wanted, Set<ReportFormat> formats, Path folder, Session session) throws Exception {
    Screen screen = session.screen();
    IndicatorDefinitions definitions = IndicatorDefinitions.read(session.settings().root().resolve("jobs/indicators.yml"));
    Reports reports = new Reports(dsl, definitions, session.settings().clock());
    List<LocalDate> days = reports.days();
    if (days.isEmpty()) {
      screen.complain(screen.text("indicators.none"));
      return Outcome.FAILED;
    }
    LocalDate day = wanted.asOf().or(() -> reports.lastDay(LAST_DAY_OF_PLAN)).orElse(days.getLast());
    if (wanted.district().filter(code -> !code.matches("4(1[2-9]|2\\d|3[0-2])")).isPresent()) {
      screen.complain(screen.text("indicators.no-area", wanted.district().get()));
      return Outcome.FAILED;
    }
    if (!days.contains(day)) {
      screen.note("report.no-day", day, String.join(", ", days.stream().map(LocalDate::toString).toList()));
    }
    LocalDate writtenOn = LocalDate.ofInstant(session.settings().clock().instant(), vn.ishc.run.Settings.ZONE);
    ReportRequest request = new ReportRequest(wanted.kind(), day, wanted.district(), screen.language(), writtenOn);
    Reports.Written written = reports.write(request, formats, folder, wanted.publish());
    written.files().forEach(file -> screen.out().println(screen.text("report.written", file)));
    written.lastEdition().ifPresent(edition -> screen.note(written.changes() == 0 ? "report.unchanged" : "report.changed", edition, written.changes()));
    written.edition().ifPresent(edition -> screen.out().println(screen.text("report.published", edition)));
    screen.out().flush();
    return Outcome.DONE;
  }

  static Outcome again(String edition, ReportCommand.Target target, Session session) throws Exception {
    Screen screen = session.screen();
    try (OpenWarehouse warehouse = StoreRuns.open(session);
        Connection connection = warehouse.source().getConnection()) {
      IndicatorDefinitions definitions = IndicatorDefinitions.read(session.settings().root().resolve("jobs/indicators.yml"));
      Reports reports = new Reports(DSL.using(connection), definitions, session.settings().clock());
      List<Path> files = reports.again(edition, screen.language(), target.formats(), target.folder(session));
      if (files.isEmpty()) {
        screen.complain(screen.text("report.no-edition", edition, String.join(", ", reports.editions())));
        return Outcome.FAILED;
      }
      files.forEach(file -> screen.out().println(screen.text("report.written", file)));
      screen.out().flush();
      return Outcome.DONE;
    }
  }
}
