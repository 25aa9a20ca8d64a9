package vn.ishc.run;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.ishc.run.Reminder.Faulty;
import vn.ishc.run.Reminder.Missing;

/** Who is to be reminded of what, as the warehouse knows it. */
final class DueReports {
  /** Reports are asked for this many days before they are due. */
  private static final int DAYS_AHEAD = 14;

  /** What is overdue for longer is the review's matter. */
  private static final int DAYS_BACK = 366;

  /** A half-year of which nobody has sent anything is due from the same units as the one before it. */
  private static final String MISSING =
      """
      with latest as (select max(period) as period from core.fact_submission),
      due as (
        select s.unit_kind, s.unit_code, s.unit_name, s.feed, s.period, s.due_on, s.state from core.fact_submission s
        union all
        select s.unit_kind, s.unit_code, s.unit_name, s.feed, p.period, p.due_on, 'missing'
        from core.dim_period p, latest l join core.fact_submission s on s.period = l.period
        where p.period > l.period
      )
      select coalesce(b.submitter, ''), coalesce(b.name, ''), d.unit_name, d.feed, d.period, d.due_on
      from due d
        left join ops.submitter b
          on b.kind = d.unit_kind and case d.unit_kind when 'district' then b.plan_district else b.commune_code end = d.unit_code
      where d.state = 'missing' and d.due_on between ?::date - ?::int and ?::date + ?::int
      order by d.due_on desc, d.unit_name, d.feed, b.submitter
      """;

  /** Tables of events add up, so a file of them counts on beside its answer that came back repaired; there is nothing left to repair in it. */
  private static final String FAULTY =
      """
      select f.submitter, b.name, f.file_name, coalesce(f.feed, ''), coalesce(f.period, ''), f.state = 'refused', f.errors, f.warnings
      from ops.file f
        join ops.submitter b using (submitter)
      where (f.state = 'loaded_with_findings' and f.errors + f.warnings > 0
          and not exists (
            select from ops.file n
            where n.submitter = f.submitter and n.received_at > f.received_at and n.state in ('loaded', 'loaded_with_findings', 'superseded')
              and n.file_name ~* '\\.phan-hoi[^.]{0,60}\\.xlsx$'
              and regexp_replace(n.file_name, '(\\.phan-hoi[^.]{0,60}\\.xlsx)+$', '', 'i') = regexp_replace(f.file_name, '(\\.phan-hoi[^.]{0,60}\\.xlsx)+$', '', 'i')))
        or (f.state = 'refused'
          and not exists (
            select from ops.file n
            where n.submitter = f.submitter and n.received_at > f.received_at and n.state in ('loaded', 'loaded_with_findings')
              and (n.feed, n.period) is not distinct from (coalesce(f.feed, n.feed), coalesce(f.period, n.period))))
      order by f.submitter, f.errors desc, f.received_at desc, f.file_name
      """;

  private final Connection connection;
  private final LocalDate today;
  private final Map<String, String> names = new TreeMap<>();
  private final Map<String, List<Missing>> missing = new LinkedHashMap<>();
  private final Map<String, List<Faulty>> faulty = new LinkedHashMap<>();
  private final List<Missing> everywhere = new ArrayList<>();

  DueReports(Connection connection, LocalDate today) {
    this.connection = connection;
    this.today = today;
  }

  /** One reminder for each sender that has something to do, and the association's, which also lists what all units owe. */
  List<Reminder> reminders(String association, String associationName) throws SQLException {
    readMissing();
    readFaulty();
    names.put(association, associationName);
    missing.put(association, everywhere);
    return names.entrySet().stream()
        .map(name -> new Reminder(name.getKey(), name.getValue(), missing.getOrDefault(name.getKey(), List.of()), faulty.getOrDefault(name.getKey(), List.of())))
        .filter(reminder -> !reminder.isEmpty())
        .toList();
  }

  private void readMissing() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(MISSING)) {
      statement.setDate(1, Date.valueOf(today));
      statement.setInt(2, DAYS_BACK);
      statement.setDate(3, Date.valueOf(today));
      statement.setInt(4, DAYS_AHEAD);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          Missing report = new Missing(row.getString(3), row.getString(4), row.getString(5), row.getDate(6).toLocalDate());
          if (!everywhere.contains(report)) {
            everywhere.add(report);
          }
          if (!row.getString(1).isEmpty()) {
            names.put(row.getString(1), row.getString(2));
            missing.computeIfAbsent(row.getString(1), folder -> new ArrayList<>()).add(report);
          }
        }
      }
    }
  }

  private void readFaulty() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FAULTY);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        names.put(row.getString(1), row.getString(2));
        faulty
            .computeIfAbsent(row.getString(1), folder -> new ArrayList<>())
            .add(new Faulty(row.getString(3), row.getString(4), row.getString(5), row.getBoolean(6), row.getInt(7), row.getInt(8)));
      }
    }
  }
}
