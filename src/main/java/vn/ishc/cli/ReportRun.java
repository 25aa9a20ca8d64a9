package vn.ishc.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.impl.DSL;
import vn.ishc.indicator.IndicatorDefinitions;
import vn.ishc.report.ReportFormat;
import vn.ishc.report.ReportKind;
import vn.ishc.report.Reports;
import vn.ishc.run.ReviewOrder;
import vn.ishc.run.Reviews;
import vn.ishc.warehouse.OpenWarehouse;

/** {@code report}: writes the papers, says where they are and what has changed since the last edition. */
final class ReportRun {
  private ReportRun() {}

  /** Which paper; without a day the last one of the plan that has figures. */
  record Wanted(ReportKind kind, Optional<LocalDate> asOf, Optional<String> district, boolean publish) {}

  static Outcome write(Wanted wanted, ReportCommand.Target target, Session session) throws Exception {
    try (OpenWarehouse warehouse = StoreRuns.open(session)) {
      return write(warehouse, wanted, target.formats(), target.folder(session), session);
    }
  }

  static Outcome write(OpenWarehouse warehouse, Wanted wanted, Set<ReportFormat> formats, Path folder, Session session) throws Exception {
    Screen screen = session.screen();
    if (wanted.district().filter(code -> !ReviewOrder.isDistrict(code)).isPresent()) {
      screen.complain(screen.text("indicators.no-area", wanted.district().get()));
      return Outcome.FAILED;
    }
    ReviewOrder order = new ReviewOrder(wanted.kind(), wanted.asOf(), wanted.district(), screen.language(), formats, folder, wanted.publish());
    Optional<Reviews.Written> reviewed = new Reviews(session.settings()).run(warehouse, order);
    if (reviewed.isEmpty()) {
      screen.complain(screen.text("indicators.none"));
      return Outcome.FAILED;
    }
    Reviews.Written written = reviewed.get();
    List<LocalDate> days = days(warehouse, session);
    if (!days.contains(written.asOf())) {
      screen.note("report.no-day", written.asOf(), String.join(", ", days.stream().map(LocalDate::toString).toList()));
    }
    written.files().forEach(file -> screen.out().println(screen.text("report.written", file)));
    written.lastEdition().ifPresent(edition -> screen.note(written.changes() == 0 ? "report.unchanged" : "report.changed", edition, written.changes()));
    written.edition().ifPresent(edition -> screen.out().println(screen.text("report.published", edition)));
    screen.out().flush();
    return Outcome.DONE;
  }

  private static List<LocalDate> days(OpenWarehouse warehouse, Session session) throws Exception {
    try (Connection connection = warehouse.source().getConnection()) {
      return reports(connection, session).days();
    }
  }

  private static Reports reports(Connection connection, Session session) throws IOException {
    IndicatorDefinitions definitions = IndicatorDefinitions.read(session.settings().root().resolve("jobs/indicators.yml"));
    return new Reports(DSL.using(connection), definitions, session.settings().clock());
  }

  static Outcome again(String edition, ReportCommand.Target target, Session session) throws Exception {
    Screen screen = session.screen();
    try (OpenWarehouse warehouse = StoreRuns.open(session);
        Connection connection = warehouse.source().getConnection()) {
      Reports reports = reports(connection, session);
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
