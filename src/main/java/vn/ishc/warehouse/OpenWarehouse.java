package vn.ishc.warehouse;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

/**
 * The warehouse, migrated and seeded, with a pool of connections.
 *
 * @param source connections to it
 */
public record OpenWarehouse(HikariDataSource source) implements AutoCloseable {
  private static final String APPLICATION = "ishc";
  private static final int CONNECTIONS_MAX = 12;
  private static final int DIARY_CONNECTIONS_MAX = 8;

  /** There are more connections than workers: who waits longer waits for a database that has gone. */
  private static final Duration CONNECTION_WAIT = Duration.ofSeconds(10);

  /**
   * Opens the warehouse; migrates and seeds it when needed.
   *
   * @param address where
   * @param root the folder that holds {@code sql/} and {@code jobs/}
   */
  public static OpenWarehouse open(DatabaseAddress address, Path root) throws SQLException {
    return open(address, root, APPLICATION);
  }

  /**
   * The same, with sessions that call themselves so.
   *
   * @param application what {@code pg_stat_activity} shows, for example to tell the sessions of one load from all others
   */
  public static OpenWarehouse open(DatabaseAddress address, Path root, String application) throws SQLException {
    HikariDataSource source = pool(address, "warehouse", CONNECTIONS_MAX, application);
    try {
      new Database(source, root).migrate();
      return new OpenWarehouse(source);
    } catch (SQLException | RuntimeException e) {
      source.close();
      throw e;
    }
  }

  /**
   * A pool of connections to a warehouse that is migrated already; the caller closes it.
   *
   * @param name what the pool is for
   * @param most how many connections at most
   */
  public static HikariDataSource pool(DatabaseAddress address, String name, int most) {
    return pool(address, name, most, APPLICATION);
  }

  private static HikariDataSource pool(DatabaseAddress address, String name, int most, String application) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    config.setJdbcUrl(address.url());
    config.setUsername(address.user());
    config.setPassword(address.password());
    config.setMaximumPoolSize(most);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(CONNECTION_WAIT.toMillis());
    // Server messages quote values; they must not reach logs or job metadata.
    config.addDataSourceProperty("logServerErrorDetail", "false");
    config.addDataSourceProperty("ApplicationName", application);
    config.setConnectionInitSql("set time zone 'Asia/Ho_Chi_Minh'");
    return new HikariDataSource(config);
  }

  /**
   * A second pool for what is written down of jobs and steps. Its commits do not wait for the disk: a crash may lose the last moments of the diary, in order
   * and never a part, while the truth about a file is written with the file.
   */
  public HikariDataSource diary() {
    HikariConfig config = new HikariConfig();
    source.copyStateTo(config);
    config.setPoolName("diary");
    config.setMaximumPoolSize(DIARY_CONNECTIONS_MAX);
    config.setConnectionInitSql("set time zone 'Asia/Ho_Chi_Minh'; set synchronous_commit = off");
    return new HikariDataSource(config);
  }

  @Override
  public void close() {
    source.close();
  }
}
