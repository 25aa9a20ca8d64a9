package vn.ishc.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;

/**
 * The row of a load in {@code ops.load}: says that it runs, and fences it from the next one.
 *
 * @param loadId its number
 */
record LoadRow(long loadId) {

  /** Begins a load. It holds the lock of loads, so one that still seems to run was killed, or has lost the lock. */
  static LoadRow begin(Connection connection, Instant now) throws SQLException {
    try (PreparedStatement s = connection.prepareStatement("update ops.load set state = 'failed' where state = 'running'")) {
      s.executeUpdate();
    }
    try (PreparedStatement s = connection.prepareStatement("insert into ops.load (started_at, state) values (?, 'running') returning load_id")) {
      s.setTimestamp(1, Timestamp.from(now));
      try (ResultSet rows = s.executeQuery()) {
        rows.next();
        return new LoadRow(rows.getLong(1));
      }
    }
  }

  /**
   * Makes sure, until the transaction ends, that no other load has begun: it would have marked this one as failed, and waits for this transaction to do so. A load
   * that lost its lock unnoticed cannot write any more.
   */
  void requireRunning(Connection connection) throws SQLException {
    try (PreparedStatement s = connection.prepareStatement("select 1 from ops.load where load_id = ? and state = 'running' for share")) {
      s.setLong(1, loadId);
      try (ResultSet rows = s.executeQuery()) {
        if (!rows.next()) {
          throw new SQLException("another load has begun", "40001");
        }
      }
    }
  }

  /** The one commit of the answers that waits for the disk, and with it all before it: only then may an original go. */
  void everythingOnDisk(Connection connection) throws SQLException {
    try (PreparedStatement s = connection.prepareStatement("update ops.load set state = state where load_id = ?")) {
      s.setLong(1, loadId);
      s.executeUpdate();
    }
  }

  /** Ends the load. */
  void end(Connection connection, Instant now, boolean done) throws SQLException {
    try (PreparedStatement s = connection.prepareStatement("update ops.load set finished_at = greatest(?, started_at), state = ? where load_id = ?")) {
      s.setTimestamp(1, Timestamp.from(now));
      s.setString(2, done ? "done" : "failed");
      s.setLong(3, loadId);
      s.executeUpdate();
    }
  }
}
