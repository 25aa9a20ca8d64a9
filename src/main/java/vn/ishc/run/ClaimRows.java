package vn.ishc.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import javax.sql.DataSource;
import vn.ishc.warehouse.FileRecord;

/**
 * {@code ops.claim}: which files wait, which load is reading which, and which have failed. A file is claimed by its content under a {@link Lease}; the claim goes in the transaction that stages
 * the file, so that it is staged once whoever reads it.
 *
 * @param source the database
 * @param lease of the load that asks
 */
record ClaimRows(DataSource source, Lease lease) {
  /** After so many faults of ours a file is left alone. */
  static final int ATTEMPTS_MAX = 5;

  private static final int HELP_FILES_MIN = 8;
  private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
  private static final String UNIQUE_VIOLATION = "23505";

  /**
   * What is known of a file that waits.
   *
   * @param receivedAt when the first node saw it
   * @param due whether it may be read now
   */
  record Registered(Instant receivedAt, boolean due) {}

  /**
   * Registers a file that waits. Its faults are forgotten when it was dropped anew or the program is another one.
   *
   * @param path where it lies below the inbox
   * @param asked whether somebody asked for the load: then it is tried whatever happened before
   */
  Registered register(Connection connection, FileRecord file, String path, long modified, boolean asked) throws SQLException {
    String sql =
        """
        insert into ops.claim as c (file_id, content_sha256, path, size_bytes, modified_ms, received_at, program) values (?, ?, ?, ?, ?, ?, ?)
        on conflict (file_id) do update set
          path = excluded.path, size_bytes = excluded.size_bytes, modified_ms = excluded.modified_ms, program = excluded.program,
          attempts = case when c.modified_ms = excluded.modified_ms and c.program = excluded.program then c.attempts else 0 end,
          not_before = case when c.modified_ms = excluded.modified_ms and c.program = excluded.program and not ? then c.not_before end
        returning received_at, coalesce(not_before <= clock_timestamp(), true)
        """;
    try (PreparedStatement s = connection.prepareStatement(sql)) {
      s.setString(1, file.fileId());
      s.setString(2, file.contentSha256());
      s.setString(3, path);
      s.setLong(4, file.sizeBytes());
      s.setLong(5, modified);
      s.setTimestamp(6, Timestamp.from(file.receivedAt()));
      s.setString(7, program());
      s.setBoolean(8, asked);
      try (ResultSet row = s.executeQuery()) {
        row.next();
        return new Registered(row.getTimestamp(1).toInstant(), row.getBoolean(2));
      }
    }
  }

  /** Which program this is: its build, where it is a build. */
  static String program() {
    String version = ClaimRows.class.getPackage().getImplementationVersion();
    return version == null ? "-" : version;
  }

  /** Forgets files that wait no more: they were taken out of the inbox. */
  static void keepOnly(Connection connection, Collection<String> paths) throws SQLException {
    try (PreparedStatement s = connection.prepareStatement("delete from ops.claim where token is null and not path = any(?)")) {
      s.setArray(1, connection.createArrayOf("text", paths.toArray()));
      s.executeUpdate();
    }
  }

  /** Whether a file waits, or is being read by some load. */
  static boolean isKnown(Connection connection, String fileId) throws SQLException {
    try (PreparedStatement s = connection.prepareStatement("select 1 from ops.claim where file_id = ?")) {
      s.setString(1, fileId);
      try (ResultSet row = s.executeQuery()) {
        return row.next();
      }
    }
  }

  /**
   * Claims a file for this load; false when another load is reading it or one with the same bytes, when it is staged already, or not due. A claim that the crash of a
   * server takes with it is one whose holder has lost its lease as well.
   */
  boolean take(String fileId) throws SQLException {
    String sql =
        """
        update ops.claim set token = ?
        from (select set_config('synchronous_commit', 'off', true)) as nobody_waits_for_the_disk
        where file_id = ? and token is null and coalesce(not_before <= clock_timestamp(), true) and not exists (select from ops.file f where f.file_id = claim.file_id)
        """;
    try (Connection connection = source.getConnection();
        PreparedStatement s = connection.prepareStatement(sql)) {
      s.setLong(1, lease.token());
      s.setString(2, fileId);
      return s.executeUpdate() == 1;
    } catch (SQLException e) {
      if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
        return false;
      }
      throw e;
    }
  }

  /**
   * In the transaction that stages the file: gives the claim up, and with it the right to stage it.
   *
   * @throws Lease.Lost when the claim is no longer ours
   */
  void spend(Connection transaction, String fileId) throws SQLException {
    Turns.stages(transaction);
    try (PreparedStatement s = transaction.prepareStatement("delete from ops.claim where file_id = ? and token = ?")) {
      s.setString(1, fileId);
      s.setLong(2, lease.token());
      if (s.executeUpdate() != 1) {
        throw new Lease.Lost();
      }
    }
  }

  /** Forgets a file that is on record without having been staged. */
  static void forget(Connection connection, String fileId) throws SQLException {
    try (PreparedStatement s = connection.prepareStatement("delete from ops.claim where file_id = ?")) {
      s.setString(1, fileId);
      s.executeUpdate();
    }
  }

  /** Writes down a fault of ours: it is tried again later, each time later, and after {@value #ATTEMPTS_MAX} times no more. */
  void failed(String fileId, String fault) throws SQLException {
    String sql =
        """
        update ops.claim set token = null, attempts = attempts + 1, fault = ?,
          not_before = case when attempts + 1 >= ? then 'infinity' else clock_timestamp() + power(4, attempts) * ? * interval '1 second' end
        where file_id = ? and token = ?
        """;
    try (Connection connection = source.getConnection();
        PreparedStatement s = connection.prepareStatement(sql)) {
      s.setString(1, fault);
      s.setInt(2, ATTEMPTS_MAX);
      s.setLong(3, FIRST_PAUSE.toSeconds());
      s.setString(4, fileId);
      s.setLong(5, lease.token());
      s.executeUpdate();
    }
  }

  /** Whether another load is reading the file, or may yet: it is neither on record nor given up. */
  boolean isElsewhere(String fileId) throws SQLException {
    String sql =
        """
        select exists (
          select from ops.claim c join ops.claim same on same.content_sha256 = c.content_sha256
          where c.file_id = ? and (same.token is not null or (same.file_id = c.file_id and coalesce(c.not_before <= clock_timestamp(), true))))
        """;
    try (Connection connection = source.getConnection();
        PreparedStatement s = connection.prepareStatement(sql)) {
      s.setString(1, fileId);
      try (ResultSet row = s.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  /** Whether more files wait beside a load that is at work than one node reads at once: it can be helped. */
  static boolean helpIsWanted(Connection connection) throws SQLException {
    String sql =
        """
        select exists (select from ops.lease where until > clock_timestamp())
          and (select count(*) from ops.claim c where token is null and coalesce(not_before <= clock_timestamp(), true)
            and not exists (select from ops.file f where f.file_id = c.file_id)) >= ?
        """;
    try (PreparedStatement s = connection.prepareStatement(sql)) {
      s.setInt(1, HELP_FILES_MIN);
      try (ResultSet row = s.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  /** When a file that lies unchanged in the inbox may be tried again; empty when it has not failed. */
  static Optional<Boolean> due(Connection connection, String path, long size, long modified) throws SQLException {
    String sql =
        "select coalesce(not_before <= clock_timestamp(), true) or program <> ? from ops.claim where path = ? and size_bytes = ? and modified_ms = ? and attempts > 0";
    try (PreparedStatement s = connection.prepareStatement(sql)) {
      s.setString(1, program());
      s.setString(2, path);
      s.setLong(3, size);
      s.setLong(4, modified);
      try (ResultSet row = s.executeQuery()) {
        return row.next() ? Optional.of(row.getBoolean(1)) : Optional.empty();
      }
    }
  }
}
