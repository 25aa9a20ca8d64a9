package vn.ishc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;
import vn.ishc.warehouse.Database;

/**
 * Real databases for tests. One server per JVM: the one {@code ISHC_TEST_DB_URL} names (with {@code ISHC_TEST_DB_USER},
 * {@code ISHC_TEST_DB_PASSWORD}; databases are created and dropped there), else a container where a Docker engine answers, else
 * the embedded PostgreSQL. Every call gives a fresh database, copied from a migrated one; its sessions live in a time zone that is
 * neither the JVM's nor Vietnam's.
 */
public final class TestDatabase {
  /** The top of the repository. */
  public static final Path ROOT = Path.of("").toAbsolutePath();

  private static final String SESSION_TIME_ZONE = "Pacific/Auckland";
  private static final List<String> BATCH = List.of("job_instance", "job_execution", "step_execution");
  private static final long EXECUTIONS_MAX = 1_000_000;
  private static final AtomicInteger COUNTER = new AtomicInteger();
  private static final String PREFIX = "ishc_test_" + ProcessHandle.current().pid() + "_";

  private TestDatabase() {}

  /**
   * A fresh database with migrations, marts and reference data. Spring Batch knows executions by their numbers alone, whatever database they are of; classes that run side
   * by side must not have the same.
   */
  public static DataSource migrated() {
    int number = COUNTER.incrementAndGet();
    DataSource source = create(PREFIX + number, Template.NAME);
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      for (String kind : BATCH) {
        statement.execute("select setval('ops.batch_" + kind + "_seq', " + number * EXECUTIONS_MAX + ")");
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return source;
  }

  /** A fresh database with nothing in it. */
  public static DataSource empty() {
    return create(PREFIX + COUNTER.incrementAndGet(), "template0");
  }

  private static DataSource create(String name, String template) {
    try (Connection connection = Server.ADMIN.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name + " template " + template + " encoding 'UTF8'");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return Server.database(name);
  }

  /** Migrated once, copied for every test class. */
  private static final class Template {
    static final String NAME = PREFIX + "template";

    static {
      try {
        new Database(create(NAME, "template0"), ROOT).migrate();
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static final class Server {
    static final PGSimpleDataSource ADMIN = start();

    static DataSource database(String name) {
      PGSimpleDataSource source = new PGSimpleDataSource();
      source.setServerNames(ADMIN.getServerNames());
      source.setPortNumbers(ADMIN.getPortNumbers());
      source.setUser(ADMIN.getUser());
      source.setPassword(ADMIN.getPassword());
      source.setDatabaseName(name);
      return new InOtherTimeZone(source);
    }

    private static PGSimpleDataSource start() {
      String url = System.getenv("ISHC_TEST_DB_URL");
      if (url != null) {
        return at(url, System.getenv("ISHC_TEST_DB_USER"), System.getenv("ISHC_TEST_DB_PASSWORD"));
      }
      if (mayHaveDocker() && DockerClientFactory.instance().isDockerAvailable()) {
        PostgreSQLContainer container = new PostgreSQLContainer("postgres:18");
        container.start();
        return at(container.getJdbcUrl(), container.getUsername(), container.getPassword());
      }
      try {
        return at(EmbeddedPostgres.builder().start().getJdbcUrl("postgres", "postgres"), "postgres", "");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Asking Testcontainers itself costs seconds and pages of log where there is no Docker. */
    private static boolean mayHaveDocker() {
      return System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"));
    }

    private static PGSimpleDataSource at(String url, String user, String password) {
      PGSimpleDataSource source = new PGSimpleDataSource();
      source.setUrl(url);
      source.setUser(user);
      source.setPassword(password);
      return source;
    }
  }

  private static final class InOtherTimeZone extends DelegatingDataSource {
    InOtherTimeZone(DataSource source) {
      super(source);
    }

    @Override
    public Connection getConnection() throws SQLException {
      Connection connection = super.getConnection();
      try (Statement statement = connection.createStatement()) {
        statement.execute("set time zone '" + SESSION_TIME_ZONE + "'");
      }
      return connection;
    }
  }
}
