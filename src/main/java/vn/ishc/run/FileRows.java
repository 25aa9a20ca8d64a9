package vn.ishc.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import vn.ishc.warehouse.FileRecord;

/** What {@code ops.file} says of a file that waits. */
final class FileRows {
  /** What {@link #record} reads, of {@code ops.file} called {@code f}, before whatever else is asked. */
  static final String RECORD = "f.file_id, f.content_sha256, f.submitter, f.file_name, f.size_bytes, f.received_at, f.revision_rank";

  private FileRows() {}

  /** The file of a row that begins with {@link #RECORD}. */
  static FileRecord record(ResultSet r) throws SQLException {
    return new FileRecord(r.getString(1), r.getString(2), r.getString(3), r.getString(4), r.getLong(5), r.getTimestamp(6).toInstant(), r.getInt(7));
  }

  /** The state of a file that is on record. */
  static Optional<String> state(Connection connection, String fileId) throws SQLException {
    return one(connection, "select state from ops.file where file_id = ?", fileId);
  }

  /** When a file came that is on record and has not reached the archive, so that its answer is still owed; empty for any other. */
  static Optional<Instant> owedSince(Connection connection, String fileId) throws SQLException {
    try (PreparedStatement s = connection.prepareStatement("select received_at from ops.file where file_id = ? and archive_path is null")) {
      s.setString(1, fileId);
      try (ResultSet rows = s.executeQuery()) {
        return rows.next() ? Optional.of(rows.getTimestamp(1).toInstant()) : Optional.empty();
      }
    }
  }

  /** The file that came first with the same bytes, and counts. */
  static Optional<String> sameContent(Connection connection, FileRecord record) throws SQLException {
    return one(
        connection,
        "select file_id from ops.file where content_sha256 = ? and state not in ('refused', 'duplicate', 'reverted') order by received_at, file_id limit 1",
        record.contentSha256());
  }

  private static Optional<String> one(Connection connection, String sql, String argument) throws SQLException {
    try (PreparedStatement s = connection.prepareStatement(sql)) {
      s.setString(1, argument);
      try (ResultSet rows = s.executeQuery()) {
        return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
      }
    }
  }

  /**
   * A file that was taken back and is dropped again counts again, as received now; its rows are there still, or are read again ({@link FormerRows}). It goes to the archive anew, of
   * another month perhaps.
   *
   * @return where it lay in the archive; empty when it did not
   */
  static Optional<String> takeInAgain(Connection connection, FileRecord record) throws SQLException {
    Optional<String> former = one(connection, "select archive_path from ops.file where file_id = ? and archive_path is not null", record.fileId());
    try (PreparedStatement s = connection.prepareStatement("update ops.file set state = 'staged', received_at = ?, archive_path = null, original_removed_at = null where file_id = ?")) {
      s.setTimestamp(1, Timestamp.from(record.receivedAt()));
      s.setString(2, record.fileId());
      s.executeUpdate();
    }
    return former;
  }

  /** A refused file that is dropped again is judged anew, as of the day it first came, which this gives back. */
  static Instant forget(Connection connection, String fileId) throws SQLException {
    try (PreparedStatement s = connection.prepareStatement("delete from ops.file where file_id = ? returning received_at")) {
      s.setString(1, fileId);
      try (ResultSet rows = s.executeQuery()) {
        rows.next();
        return rows.getTimestamp(1).toInstant();
      }
    }
  }

  /** What became of a file; {@code state} says it where it is not what the row says. */
  static FileOutcome outcome(Connection connection, Claimed file, String state) throws SQLException {
    String sql =
        """
        select state, coalesce(feed, ''), coalesce(period, ''), rows_read, rows_accepted, rows_refused, rows_not_data, errors, warnings
        from ops.file where file_id = ?
        """;
    try (PreparedStatement s = connection.prepareStatement(sql)) {
      s.setString(1, file.record().fileId());
      try (ResultSet r = s.executeQuery()) {
        r.next();
        return new FileOutcome(
            file.record().submitter(), file.record().name(), file.record().fileId(), state.isEmpty() ? r.getString(1) : state, r.getString(2), r.getString(3),
            r.getInt(4), r.getInt(5), r.getInt(6), r.getInt(7), r.getInt(8), r.getInt(9));
      }
    }
  }
}
