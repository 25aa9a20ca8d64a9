package vn.ishc.cli;

import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import vn.ishc.warehouse.Access;
import vn.ishc.warehouse.DatabaseAddress;
import vn.ishc.warehouse.EmbeddedServer;
import vn.ishc.warehouse.OpenWarehouse;

/** {@code ishc db …}: the database itself. */
@Command(
    name = "db",
    sortOptions = false,
    customSynopsis = {"ishc db url [--as " + Reader.LABEL + "]", "ishc db status", "ishc db roles", "ishc db stop", "ishc db docs [--out FILE]"},
    subcommands = {DbCommand.Url.class, DbCommand.Status.class, DbCommand.Roles.class, DbCommand.Stop.class, DbDocsCommand.class})
final class DbCommand extends Subcommand {
  @Override
  Outcome run(Session session) {
    String missing = session.screen().text("usage.missing", "url | status | roles | stop | docs");
    throw new ParameterException(spec().commandLine(), missing);
  }

  /** Two lines: the address for JDBC clients, the address for psql and its like; the server runs afterwards. */
  @Command(name = "url", sortOptions = false, customSynopsis = "ishc db url [--as " + Reader.LABEL + "]")
  static final class Url extends Subcommand {
    @Option(names = "--as", paramLabel = Reader.LABEL, descriptionKey = "as", converter = Reader.Converter.class)
    private Reader reader = new Reader(Optional.of("ishc_analyst"));

    @Override
    Outcome run(Session session) throws Exception {
      DatabaseAddress address = reader.address(session);
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

  /** Which roles there are, and what an administrator of the server has to run where some are missing. */
  @Command(name = "roles", sortOptions = false, customSynopsis = "ishc db roles")
  static final class Roles extends Subcommand {
    @Override
    Outcome run(Session session) throws Exception {
      Screen screen = session.screen();
      try (OpenWarehouse warehouse = StoreRuns.open(session);
          Connection connection = warehouse.source().getConnection()) {
        List<String> missing = Access.missing(connection);
        for (String role : List.of("ishc_analyst", "ishc_steward", "ishc_loader", "ishc_district")) {
          screen.out().println(screen.text(missing.contains(role) ? "access.not-there" : "access." + role, role));
        }
        if (missing.isEmpty()) {
          return Outcome.DONE;
        }
        screen.out().println(screen.text("access.run-this"));
        missing.forEach(role -> screen.out().println("create role " + role + ";"));
        missing.stream().filter(role -> role.startsWith("ishc_district_")).forEach(role -> screen.out().println("grant ishc_district to " + role + ";"));
        return Outcome.FAILED;
      }
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
