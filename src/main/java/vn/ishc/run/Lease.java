package vn.ishc.run;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ishc.warehouse.DatabaseAddress;

/**
 * The right of one load to work, for as long as it renews it. A node that was killed, stopped or cut off does not: any other load then ends its database sessions, which rolls
 * back what it had open and frees its locks, and takes its claims over. Should it wake up, its token is gone, and what asks for it ({@link #require}) writes nothing.
 * Times are those of the database, whatever the clocks of the machines say.
 */
final class Lease implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Lease.class);
  private static final long SECONDS_USUAL = 60;
  private static final String APPLICATION = "ishc ";

  private final DatabaseAddress address;
  private final Duration length;
  private final long token;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread heart;

  /** The lease is lost: somebody else has taken the work over. */
  static final class Lost extends SQLException {
    private static final long serialVersionUID = 1L;

    Lost() {
      super("the lease is lost", "ISHCL");
    }
  }

  private Lease(DatabaseAddress address, Duration length, long token) {
    this.address = address;
    this.length = length;
    this.token = token;
    this.heart = Thread.ofPlatform().daemon().name("lease").unstarted(this::beat);
  }

  /** How long a lease holds without being renewed: {@code -Dishc.lease.seconds}, a minute when nobody says. */
  static Duration usual() {
    return Duration.ofSeconds(Long.getLong("ishc.lease.seconds", SECONDS_USUAL));
  }

  /** A name for a load that nobody has had. */
  static String newHolder() {
    byte[] random = new byte[8];
    new SecureRandom().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  /** What the database sessions of a holder call themselves. */
  static String application(String holder) {
    return APPLICATION + holder;
  }

  /** Machine and process, for people. */
  static String node() {
    try {
      return InetAddress.getLocalHost().getHostName() + ":" + ProcessHandle.current().pid();
    } catch (UnknownHostException e) {
      return "localhost:" + ProcessHandle.current().pid();
    }
  }

  /**
   * Takes a lease and keeps it until it is closed.
   *
   * @param address for the sessions that renew it, which carry no holder's name
   */
  static Lease take(DatabaseAddress address, Connection connection, String holder, long loadId) throws SQLException {
    Duration length = usual();
    evict(connection);
    String sql =
        """
        insert into ops.lease (holder, node, load_id, taken_at, until)
        values (?, ?, ?, clock_timestamp(), clock_timestamp() + ? * interval '1 millisecond') returning token
        """;
    try (PreparedStatement s = connection.prepareStatement(sql)) {
      s.setString(1, holder);
      s.setString(2, node());
      s.setLong(3, loadId);
      s.setLong(4, length.toMillis());
      try (ResultSet row = s.executeQuery()) {
        row.next();
        Lease lease = new Lease(address, length, row.getLong(1));
        lease.heart.start();
        return lease;
      }
    }
  }

  long token() {
    return token;
  }

  /** Renews, and looks whether others have ceased to, until the load ends or the lease is lost. */
  private void beat() {
    try {
      while (!ended.await(length.toMillis() / 3, TimeUnit.MILLISECONDS)) {
        try (Connection connection = address.open()) {
          if (!renewed(connection)) {
            LOG.error("the lease of load {} is lost", token);
            return;
          }
          evict(connection);
        } catch (SQLException e) {
          LOG.warn("the lease is not renewed: {}", Faults.where(e));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean renewed(Connection connection) throws SQLException {
    try (PreparedStatement s =
        connection.prepareStatement("update ops.lease set until = clock_timestamp() + ? * interval '1 millisecond' where token = ?")) {
      s.setLong(1, length.toMillis());
      s.setLong(2, token);
      return s.executeUpdate() == 1;
    }
  }

  /**
   * Makes sure that the lease holds, and goes on holding until the connection's transaction ends.
   *
   * @throws Lost when it does not
   */
  void require(Connection connection) throws SQLException {
    try (PreparedStatement s = connection.prepareStatement("select from ops.lease where token = ? for key share")) {
      s.setLong(1, token);
      try (ResultSet row = s.executeQuery()) {
        if (!row.next()) {
          throw new Lost();
        }
      }
    }
  }

  /** A lease is lost when it has run out, and at once when not a single session of its holder is left: the holder was killed, or the database under it. */
  private static final String LOST =
      "(until < clock_timestamp() or not exists (select from pg_stat_activity a where a.application_name = '" + APPLICATION + "' || holder))";

  /** Ends the sessions of all holders whose lease is lost, and frees what they had claimed; how many those are. */
  static int evict(Connection connection) throws SQLException {
    int evicted = 0;
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select token, holder, node, load_id from ops.lease where " + LOST)) {
      while (rows.next()) {
        end(connection, rows.getString(2));
        if (free(connection, rows.getLong(1), rows.getLong(4))) {
          LOG.warn("{} gave no sign of life: its work is taken over", rows.getString(3));
          evicted++;
        }
      }
    }
    return evicted;
  }

  private static void end(Connection connection, String holder) throws SQLException {
    String sql = "select count(pg_terminate_backend(pid, 5000)) from pg_stat_activity where application_name = ? and pid <> pg_backend_pid()";
    try (PreparedStatement s = connection.prepareStatement(sql)) {
      s.setString(1, application(holder));
      s.execute();
    }
  }

  private static boolean free(Connection connection, long token, long loadId) throws SQLException {
    try (PreparedStatement s = connection.prepareStatement("delete from ops.lease where token = ? and " + LOST)) {
      s.setLong(1, token);
      if (s.executeUpdate() == 0) {
        return false;
      }
    }
    LoadRows.cutOff(connection, loadId);
    return true;
  }

  /** Gives it back; what is claimed under it still is free again. */
  @Override
  public void close() {
    ended.countDown();
    try (Connection connection = address.open();
        PreparedStatement s = connection.prepareStatement("delete from ops.lease where token = ?")) {
      heart.join();
      s.setLong(1, token);
      s.executeUpdate();
    } catch (SQLException e) {
      LOG.warn("the lease is not given back, it will run out: {}", Faults.where(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
