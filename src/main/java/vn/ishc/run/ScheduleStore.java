package vn.ishc.run;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import vn.ishc.warehouse.DatabaseAddress;
import vn.ishc.warehouse.DatabaseUnavailable;
import vn.ishc.warehouse.OpenWarehouse;

/** The database as the schedule sees it: a pool that follows the embedded server when that is started anew. */
final class ScheduleStore implements AutoCloseable {
  private static final int CONNECTIONS_MAX = 6;

  private final Settings settings;
  private DatabaseAddress address;
  private HikariDataSource source;

  ScheduleStore(Settings settings) throws DatabaseUnavailable, SQLException {
    this.settings = settings;
    this.address = settings.database();
    // Migrates: the schedule's own tables must be there.
    OpenWarehouse.open(address, settings.root()).close();
    this.source = OpenWarehouse.pool(address, "schedule", CONNECTIONS_MAX);
  }

  /** A connection; where the embedded server has gone it is started again. */
  Connection getConnection() throws SQLException {
    HikariDataSource now = source;
    try {
      return now.getConnection();
    } catch (SQLException e) {
      return found(now, e).getConnection();
    }
  }

  private synchronized HikariDataSource found(HikariDataSource lost, SQLException reason) throws SQLException {
    if (source != lost) {
      return source;
    }
    try {
      DatabaseAddress now = settings.database();
      if (!now.equals(address)) {
        source = OpenWarehouse.pool(now, "schedule", CONNECTIONS_MAX);
        address = now;
        lost.close();
      }
      return source;
    } catch (DatabaseUnavailable unavailable) {
      reason.addSuppressed(unavailable);
      throw reason;
    }
  }

  @Override
  public synchronized void close() {
    source.close();
  }
}
