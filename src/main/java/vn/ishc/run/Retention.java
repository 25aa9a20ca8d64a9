package vn.ishc.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import vn.ishc.warehouse.DatabaseUnavailable;

/**
 * Deletes what nobody needs any more, after the days that {@code jobs/schedule.yml} says: answers in the outbox, and what was written down of past runs. Originals and the rows of
 * replaced files are kept for ever: {@code rebuild} and {@code revert} need them, {@code verify} and {@code explain} lead to them.
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
   * What went.
   *
   * @param answers workbooks of the outbox
   * @param diaryRows lines about past runs
   */
  record Gone(int answers, int diaryRows) {}

  /**
   * Deletes.
   *
   * @param outboxDays how old an answer gets; empty for ever
   * @param diaryDays how old what is written down of a run gets; empty for ever
   */
  Gone run(OptionalInt outboxDays, OptionalInt diaryDays) throws IOException, SQLException, DatabaseUnavailable {
    int answers = outboxDays.isPresent() ? answers(before(outboxDays.getAsInt())) : 0;
    int rows = diaryDays.isPresent() ? diary(before(diaryDays.getAsInt())) : 0;
    return new Gone(answers, rows);
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
