package vn.ishc.cli;

import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import vn.ishc.warehouse.DatabaseAddress;
import vn.ishc.warehouse.EmbeddedServer;

/** {@code ishc db …}: the database itself. */
@Command(
    name = "db",
    sortOptions = false,
    customSynopsis = {"ishc db url", "ishc db status", "ishc db stop", "ishc db docs [--out FILE]"},
    subcommands = {DbCommand.Url.class, DbCommand.Status.class, DbCommand.Stop.class, DbDocsCommand.class})
final class DbCommand extends Subcommand {
  @Override
  Outcome run(Session session) {
    String missing = session.screen().text("usage.missing", "url | status | stop | docs");
    throw new ParameterException(spec().commandLine(), missing);
  }

  /** Two lines: the address for JDBC clients, the address for psql and its like; the server runs afterwards. */
  @Command(name = "url", sortOptions = false, customSynopsis = "ishc db url")
  static final class Url extends Subcommand {
    @Override
    Outcome run(Session session) throws Exception {
      DatabaseAddress address = session.settings().database();
      session.screen().out().println(address.jdbcUrlWithLogin());
      session.screen().out().println(address.psqlUrl());
      return Outcome.DONE;
    }
  }

  /** Whether the server runs, where, and with which data. */
  @Command(name = "status", sortOptions = false, customSynopsis = "ishc db status")
  static final class Status extends Subcommand {
    @Override
    Outcome run(Session session) throws Exception {
      Screen screen = session.screen();
      Optional<DatabaseAddress> given = session.settings().givenDatabase();
      if (given.isPresent()) {
        screen.out().println(screen.text("db.given", given.get()));
        return Outcome.DONE;
      }
      Optional<EmbeddedServer.Running> running = embedded(session).running();
      screen.out().println(
          running
              .map(server -> screen.text("db.running", server.port(), server.pid(), session.settings().home()))
              .orElseGet(() -> screen.text("db.stopped", session.settings().home())));
      return Outcome.DONE;
    }
  }

  /** Stops the embedded server; a server of the operator's own is not ours to stop. */
  @Command(name = "stop", sortOptions = false, customSynopsis = "ishc db stop")
  static final class Stop extends Subcommand {
    @Override
    Outcome run(Session session) throws Exception {
      Screen screen = session.screen();
      boolean stopped = embedded(session).stop();
      screen.note(stopped ? "db.stopping" : "db.stopped", session.settings().home());
      return Outcome.DONE;
    }
  }

  private static EmbeddedServer embedded(Session session) {
    return new EmbeddedServer(session.settings().home());
  }
}
