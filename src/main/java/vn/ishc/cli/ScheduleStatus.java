package vn.ishc.cli;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.ishc.run.Schedule;
import vn.ishc.run.Serve;

/** The part of {@code status} about what runs by itself: how far a load is, who serves, what ran last and comes next. */
final class ScheduleStatus {
  private static final String PROGRESS =
      """
      select (select count(*) from ops.file f where f.load_id = l.load_id), l.files_to_stage
      from ops.load l
      where l.load_id = (select max(load_id) from ops.load) and l.state = 'running'
      """;
  private static final String STUCK = "select count(*) from ops.file where state = 'staged' and (select state from ops.load order by load_id desc limit 1) <> 'running'";
  private static final String FAILED =
      """
      select path, attempts, case when not_before = 'infinity' then '' else to_char(not_before at time zone 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY HH24:MI') end
      from ops.claim where attempts > 0 order by path
      """;
  private static final String AT_WORK =
      "select l.node, count(c.file_id) from ops.lease l left join ops.claim c using (token) where l.until > clock_timestamp() group by l.token, l.node order by l.token";
  private static final String OWED_MAIL = "select count(*), to_char(min(reminded_on), 'DD/MM/YYYY') from ops.reminder where mailed_at is null";
  private static final String NODES =
      """
      select string_agg(instance_name, ', ' order by instance_name) from ops.qrtz_scheduler_state
      where last_checkin_time > extract(epoch from clock_timestamp() - interval '30 seconds') * 1000
      """;
  private static final String TIMES =
      """
      with last as (
        select distinct on (entry) entry, to_char(started_at at time zone 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY HH24:MI') as ran,
          coalesce(outcome, 'unended') as outcome, said
        from ops.scheduled_run order by entry, started_at desc)
      select t.trigger_name, coalesce(l.ran, '-'), coalesce(l.outcome, ''), coalesce(l.said, ''),
        coalesce(to_char(to_timestamp(nullif(t.next_fire_time, -1) / 1000.0) at time zone 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY HH24:MI'), '-')
      from ops.qrtz_triggers t left join last l on l.entry = t.trigger_name
      order by t.next_fire_time
      """;

  private ScheduleStatus() {}

  static void print(Connection connection, Session session) throws SQLException, IOException {
    Screen screen = session.screen();
    try (Statement statement = connection.createStatement()) {
      try (ResultSet rows = statement.executeQuery(PROGRESS)) {
        if (rows.next() && rows.getLong(2) > 0) {
          screen.out().println(screen.text("status.progress", rows.getString(1), rows.getString(2)));
        }
      }
      try (ResultSet rows = statement.executeQuery(STUCK)) {
        if (rows.next() && rows.getLong(1) > 0) {
          screen.out().println(screen.text("status.stuck", rows.getString(1)));
        }
      }
      try (ResultSet rows = statement.executeQuery(AT_WORK)) {
        while (rows.next()) {
          screen.out().println(screen.text("status.at-work", rows.getString(1), rows.getString(2)));
        }
      }
      try (ResultSet rows = statement.executeQuery(FAILED)) {
        while (rows.next()) {
          String next = rows.getString(3);
          screen.out().println(
              next.isEmpty() ? screen.text("status.given-up", rows.getString(1), rows.getString(2)) : screen.text("status.failing", rows.getString(1), rows.getString(2), next));
        }
      }
      try (ResultSet rows = statement.executeQuery(OWED_MAIL)) {
        if (rows.next() && rows.getLong(1) > 0) {
          screen.out().println(screen.text("status.owed-mail", rows.getString(1), rows.getString(2)));
        }
      }
      screen.out().println();
      try (ResultSet rows = statement.executeQuery(NODES)) {
        rows.next();
        String nodes = rows.getString(1);
        screen.out().println(nodes == null ? screen.text("serve.nobody") : screen.text("serve.nodes", nodes));
      }
      times(statement, session);
    }
  }

  private static void times(Statement statement, Session session) throws SQLException, IOException {
    Screen screen = session.screen();
    Map<String, String> titles = titles(session);
    TextTable table =
        new TextTable(
            screen.out(),
            List.of(
                new TextTable.Column(screen.text("serve.entry"), false),
                new TextTable.Column(screen.text("serve.title"), false),
                new TextTable.Column(screen.text("serve.last"), false),
                new TextTable.Column(screen.text("serve.outcome"), false),
                new TextTable.Column(screen.text("serve.next"), false)));
    boolean any = false;
    try (ResultSet rows = statement.executeQuery(TIMES)) {
      while (rows.next()) {
        any = true;
        String name = rows.getString(1);
        String outcome = rows.getString(3).isEmpty() ? "" : screen.text("serve." + rows.getString(3));
        String said = rows.getString(4).isEmpty() ? outcome : outcome + " (" + rows.getString(4) + ")";
        table.row(name, titles.getOrDefault(name, screen.text("serve.watching")), rows.getString(2), said, rows.getString(5));
      }
    }
    if (any) {
      table.end();
    }
  }

  private static Map<String, String> titles(Session session) throws IOException {
    try {
      return Serve.schedule(session.settings()).entries().stream()
          .collect(Collectors.toMap(Schedule.Entry::name, entry -> entry.title(session.screen().language())));
    } catch (Schedule.BadSchedule e) {
      return Map.of();
    }
  }
}
