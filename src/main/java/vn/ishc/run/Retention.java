package vn.ishc.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import vn.ishc.warehouse.DatabaseUnavailable;

/**
 * Deletes what nobody needs any more, after the days that {@code jobs/schedule.yml} says. Of the files only what counts nowhere: the rows of replaced versions, which are read again
 * from the original as soon as the version counts again ({@link FormerRows}), and the originals of what was replaced, refused or sent twice. What is in force, or was taken back by
 * hand, keeps both for ever.
 */
final class Retention {
  /** The diary of runs, the newest rows of what refers before what is referred to. */
  private static final List<String> DIARY =
      List.of(
          "delete from ops.batch_step_execution_context c using ops.batch_step_execution s, ops.batch_job_execution e"
              + " where s.step_execution_id = c.step_execution_id and e.job_execution_id = s.job_execution_id and e.create_time < ?",
          "delete from ops.batch_step_execution s using ops.batch_job_execution e where e.job_execution_id = s.job_execution_id and e.create_time < ?",
          "delete from ops.batch_job_execution_context c using ops.batch_job_execution e where e.job_execution_id = c.job_execution_id and e.create_time < ?",
          "delete from ops.batch_job_execution_params p using ops.batch_job_execution e where e.job_execution_id = p.job_execution_id and e.create_time < ?",
          "delete from ops.batch_job_execution where create_time < ?",
          "delete from ops.batch_job_instance i where not exists (select from ops.batch_job_execution e where e.job_instance_id = i.job_instance_id) and ?::timestamp is not null",
          "delete from ops.scheduled_run where started_at at time zone 'Asia/Ho_Chi_Minh' < ?");

  private final Settings settings;

  Retention(Settings settings) {
    this.settings = settings;
  }

  /**
   * How old what gets; empty for ever.
   *
   * @param outbox an answer
   * @param diary what is written down of a run
   * @param staging the rows of a replaced version, counted from its replacement
   * @param archive the original of a file of which nothing counts; its rows go with it
   */
  record Days(OptionalInt outbox, OptionalInt diary, OptionalInt staging, OptionalInt archive) {}

  /**
   * What went.
   *
   * @param answers workbooks of the outbox
   * @param diaryRows lines about past runs
   * @param unstaged files whose rows went
   * @param originals files of the archive
   */
  record Gone(int answers, int diaryRows, int unstaged, int originals) {}

  /** Deletes; what of files goes, goes while no load is at work. */
  Gone run(Days days) throws IOException, SQLException, DatabaseUnavailable {
    int answers = days.outbox().isPresent() ? answers(before(days.outbox().getAsInt())) : 0;
    int rows = days.diary().isPresent() ? diary(before(days.diary().getAsInt())) : 0;
    if (days.staging().isEmpty() && days.archive().isEmpty()) {
      return new Gone(answers, rows, 0, 0);
    }
    try (Connection connection = settings.database().open()) {
      Loads.lock(connection);
      try {
        int unstaged = days.staging().isPresent() ? unstage(connection, before(days.staging().getAsInt())) : 0;
        int originals = days.archive().isPresent() ? originals(connection, before(days.archive().getAsInt())) : 0;
        return new Gone(answers, rows, unstaged, originals);
      } finally {
        Loads.unlock(connection);
      }
    }
  }

  private int unstage(Connection connection, Instant before) throws SQLException {
    String sql =
        """
        select count(*) from (
          select ops.remove_rows(f.file_id, ?) from ops.replaced_before(?) r join ops.file f using (file_id) where f.rows_removed_at is null offset 0) as gone
        """;
    return counted(connection, sql, before);
  }

  /** The line of the database first, then that of the journal, the file last: what a crash leaves lying goes the next time. */
  private int originals(Connection connection, Instant before) throws SQLException, IOException {
    int gone = counted(connection, "select ops.remove_originals(?, ?)", before);
    new ArchiveJournal(settings.home()).join(connection);
    for (ArchiveJournal.Original original : ArchiveJournal.inDatabase(connection)) {
      if (original.state().equals("removed")) {
        Files.deleteIfExists(settings.home().resolve("archive").resolve(original.path()));
      }
    }
    return gone;
  }

  private int counted(Connection connection, String sql, Instant before) throws SQLException {
    try (PreparedStatement s = connection.prepareStatement(sql)) {
      s.setTimestamp(1, Timestamp.from(settings.clock().instant()));
      s.setTimestamp(2, Timestamp.from(before));
      try (ResultSet row = s.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  private Instant before(int days) {
    return settings.clock().instant().minus(days, ChronoUnit.DAYS);
  }

  /** The form about persons in doubt is no answer: it stays until it is filled in. */
  private int answers(Instant before) throws IOException {
    Path outbox = settings.home().resolve("outbox");
    if (!Files.isDirectory(outbox)) {
      return 0;
    }
    int gone = 0;
    try (Stream<Path> files = Files.walk(outbox)) {
      for (Path file : files.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) && path.toString().endsWith(".phan-hoi.xlsx")).toList()) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
          Files.delete(file);
          gone++;
        }
      }
    }
    return gone;
  }

  private int diary(Instant before) throws SQLException, DatabaseUnavailable {
    int gone = 0;
    try (Connection connection = settings.database().open()) {
      connection.setAutoCommit(false);
      for (String sql : DIARY) {
        try (PreparedStatement s = connection.prepareStatement(sql)) {
          s.setObject(1, before.atZone(Settings.ZONE).toLocalDateTime());
          gone += s.executeUpdate();
        }
      }
      connection.commit();
    }
    return gone;
  }
}
