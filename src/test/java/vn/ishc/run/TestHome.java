package vn.ishc.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import vn.ishc.TestDatabase;
import vn.ishc.row.Language;
import vn.ishc.vault.KeyPlace;
import vn.ishc.vault.VaultKey;
import vn.ishc.warehouse.DatabaseAddress;
import vn.ishc.warehouse.SetBasedLoad;

/** A home folder and a fresh database that belong together. */
final class TestHome {
  /** The marts that the order of arrival must not change. */
  private static final List<String> MARTS = List.of("indicator", "club", "submission", "file", "finding", "membership", "health_check", "loan");

  /** One for all homes, so that their person keys can be compared. */
  static final String KEY = "0123456789abcdef".repeat(4);

  static final Knowledge KNOWLEDGE = knowledge();

  private final Path home;
  private final DataSource source;

  TestHome(Path home) {
    this.home = home;
    this.source = TestDatabase.migrated();
  }

  private static Knowledge knowledge() {
    try {
      return Knowledge.read(TestDatabase.ROOT);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Puts a file into the inbox. */
  TestHome drop(String folder, String name, byte[] bytes) throws IOException {
    Path inbox = Files.createDirectories(home.resolve("inbox").resolve(folder));
    Files.write(inbox.resolve(name), bytes);
    return this;
  }

  /** Puts a sample into the inbox of its own folder. */
  TestHome drop(String sample) throws IOException {
    Path file = TestDatabase.ROOT.resolve("sample-inputs").resolve(sample);
    return drop(sample.substring(0, sample.indexOf('/')), file.getFileName().toString(), Files.readAllBytes(file));
  }

  Path path(String name) {
    return home.resolve(name);
  }

  /** Loads what waits, at a time that stands still. */
  LoadSummary load(String now) throws Exception {
    return new Loads(settings(now), KNOWLEDGE).run(outcome -> {});
  }

  /** Requests of persons, at a time that stands still. */
  PersonRequests requests(String now) {
    return new PersonRequests(settings(now), KNOWLEDGE);
  }

  /** Computes the star from scratch. */
  void recompute() throws Exception {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      new SetBasedLoad(TestDatabase.ROOT, VaultKey.ofHex(KEY)).runAll(connection);
      KNOWLEDGE.refreshIndicators(connection);
      connection.commit();
    }
  }

  Settings settings(String now) {
    PGSimpleDataSource server = (PGSimpleDataSource) ((DelegatingDataSource) source).getTargetDataSource();
    String password = server.getPassword() == null ? "" : server.getPassword();
    DatabaseAddress address = new DatabaseAddress(server.getURL().replaceFirst("\\?.*", ""), server.getUser(), password);
    Clock clock = Clock.fixed(Instant.parse(now), Settings.ZONE);
    return new Settings(TestDatabase.ROOT, home, Language.VI, true, clock, Optional.of(address), new KeyPlace.InVariable(KEY));
  }

  /** What the marts say, each row as text, in a fixed order. */
  List<String> marts() throws SQLException {
    List<String> all = new ArrayList<>();
    for (String mart : MARTS) {
      rows("select t::text from mart." + mart + " t order by t::text collate \"C\"").forEach(row -> all.add(mart + " " + row));
    }
    return all;
  }

  /** The first column of every row. */
  List<String> rows(String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      while (result.next()) {
        rows.add(result.getString(1));
      }
      return rows;
    }
  }

  void run(String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The same, asked as a role. */
  List<String> rowsAs(String role, String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("set role " + role);
      List<String> rows = new ArrayList<>();
      try (ResultSet result = statement.executeQuery(sql)) {
        while (result.next()) {
          rows.add(result.getString(1));
        }
      }
      return rows;
    }
  }

  /** The database of this home. */
  DataSource source() {
    return source;
  }

  String value(String sql) throws SQLException {
    return rows(sql).getFirst();
  }
}
