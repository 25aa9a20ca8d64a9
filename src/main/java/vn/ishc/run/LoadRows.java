package vn.ishc.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;

/** The row of a load in {@code ops.load}. */
final class LoadRows {
  private LoadRows() {}

  /** Begins a load. */
  static long begin(Connection connection, Instant now) throws SQLException {
    try (PreparedStatement s = connection.prepareStatement("insert into ops.load (started_at, state) values (?, 'running') returning load_id")) {
      s.setTimestamp(1, Timestamp.from(now));
      try (ResultSet rows = s.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }

  /** Ends a load. */
  static void end(Connection connection, long loadId, Instant now, boolean done) throws SQLException {
    try (PreparedStatement s = connection.prepareStatement("update ops.load set finished_at = greatest(?, started_at), state = ? where load_id = ?")) {
      s.setTimestamp(1, Timestamp.from(now));
      s.setString(2, done ? "done" : "failed");
      s.setLong(3, loadId);
      s.executeUpdate();
    }
  }

  /** Ends a load that was cut off, and its job in Batch's diary, when it last gave a sign of life; should it wake up, Batch finds another version. */
  static void cutOff(Connection connection, long loadId) throws SQLException {
    String sql =
        """
        with load as (
          update ops.load set state = 'failed', finished_at = greatest(clock_timestamp(), started_at)
          where load_id = ? and state = 'running'
          returning load_id
        ), job as (
          update ops.batch_job_execution e
          set status = 'FAILED', exit_code = 'FAILED', exit_message = 'cut off', version = e.version + 1,
            end_time = coalesce(e.last_updated, e.start_time, e.create_time)
          from load l
            join ops.batch_job_execution_params p on p.parameter_name = 'loadId' and p.parameter_value = l.load_id::text
          where e.job_execution_id = p.job_execution_id and e.end_time is null
          returning e.job_execution_id
        )
        update ops.batch_step_execution s
        set status = 'FAILED', exit_code = 'FAILED', exit_message = 'cut off', version = s.version + 1,
          end_time = coalesce(s.last_updated, s.start_time, s.create_time)
        from job
        where s.job_execution_id = job.job_execution_id and s.end_time is null
        """;
    try (PreparedStatement s = connection.prepareStatement(sql)) {
      s.setLong(1, loadId);
      s.executeUpdate();
    }
  }

  /** How many files a load has found to read. */
  static void toStage(Connection connection, long loadId, int files) throws SQLException {
    try (PreparedStatement s = connection.prepareStatement("update ops.load set files_to_stage = ? where load_id = ?")) {
      s.setInt(1, files);
      s.setLong(2, loadId);
      s.executeUpdate();
    }
  }

  /** The one commit of the answers that waits for the disk, and with it all before it: only then may an original go. */
  static void everythingOnDisk(Connection connection, long loadId) throws SQLException {
    try (PreparedStatement s = connection.prepareStatement("update ops.load set state = state where load_id = ?")) {
      s.setLong(1, loadId);
      s.executeUpdate();
    }
  }
}
