package vn.ishc.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Who may do what at the same time, as advisory locks of the database. Loads work side by side; what must have the warehouse to itself (verify, revert, rebuild, backup, requests of
 * persons) waits for all of them. Among loads one looks at the inbox at a time, one publishes and answers at a time, and nothing is staged while one publishes. A lock goes with the
 * session that holds it; that of a node that hangs is ended by {@link Lease#evict}.
 *
 * @param connection the session that holds the locks of one load, used for nothing else
 */
record Turns(Connection connection) {
  private static final long WORK = 0x4953_4843_4C4FL;
  private static final long RECEIVE = WORK + 1;
  private static final long PUBLISH = WORK + 2;
  private static final long STAGING = WORK + 3;
  private static final int VALID_SECONDS_MAX = 120;
  private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  /** Begins work side by side with other loads; false when somebody has the warehouse to himself. */
  boolean tryWork() throws SQLException {
    return yes(connection, "select pg_try_advisory_lock_shared(?)", WORK);
  }

  /** The same, waiting. */
  void work() throws SQLException {
    run(connection, "select pg_advisory_lock_shared(?)", WORK);
  }

  void receiving() throws SQLException {
    run(connection, "select pg_advisory_lock(?)", RECEIVE);
  }

  void received() throws SQLException {
    run(connection, "select pg_advisory_unlock(?)", RECEIVE);
  }

  void publishing() throws SQLException {
    run(connection, "select pg_advisory_lock(?)", PUBLISH);
  }

  void published() throws SQLException {
    run(connection, "select pg_advisory_unlock(?)", PUBLISH);
  }

  /** Gives everything back. The locks of a session that was ended are gone with it. */
  void end() throws SQLException {
    if (connection.isValid(VALID_SECONDS_MAX)) {
      try (PreparedStatement statement = connection.prepareStatement("select pg_advisory_unlock_all()")) {
        statement.execute();
      }
    }
  }

  /** In a transaction that stages: waits for a publication to end, and keeps the next one waiting until the commit. */
  static void stages(Connection transaction) throws SQLException {
    run(transaction, "select pg_advisory_xact_lock_shared(?)", STAGING);
  }

  /** In the transaction that publishes: nothing is staged until its commit. */
  static void publishes(Connection transaction) throws SQLException {
    run(transaction, "select pg_advisory_xact_lock(?)", STAGING);
  }

  /** Waits until the warehouse is nobody else's; a load that hangs is ended when its lease runs out. */
  static void alone(Connection connection) throws SQLException {
    while (!yes(connection, "select pg_try_advisory_lock(?)", WORK)) {
      Lease.evict(connection);
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  static void together(Connection connection) throws SQLException {
    run(connection, "select pg_advisory_unlock(?)", WORK);
  }

  private static void run(Connection connection, String sql, long key) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, key);
      statement.execute();
    }
  }

  private static boolean yes(Connection connection, String sql, long key) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, key);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }
}
