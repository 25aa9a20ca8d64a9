package vn.ishc.run;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.ishc.vault.VaultKey;
import vn.ishc.vault.VaultLocked;
import vn.ishc.warehouse.DatabaseUnavailable;
import vn.ishc.warehouse.KeyCheck;
import vn.ishc.warehouse.OpenWarehouse;
import vn.ishc.warehouse.SetBasedLoad;

/**
 * Takes one file back: its slices return to the version before. The file stays on record and in the archive; dropped again it counts again. The star is computed
 * from all files that are left, so that it is as if this one had never come.
 */
public final class Reversal {
  private static final Set<String> STATES = Set.of("loaded", "loaded_with_findings", "superseded");

  private final Settings settings;
  private final Knowledge knowledge;

  /**
   * @param settings where and when
   * @param knowledge contracts, lists, places
   */
  public Reversal(Settings settings, Knowledge knowledge) {
    this.settings = settings;
    this.knowledge = knowledge;
  }

  /** What became of a slice of the file. */
  public enum Fate {
    /** An earlier version is in force again, or nothing is. */
    REVERSED,
    /** A later file speaks for it already: nothing changes. */
    KEPT,
    /** There was an earlier version, but retention took its original: nothing is in force. */
    IMPOSSIBLE
  }

  /**
   * A slice of the file.
   *
   * @param feed of which feed
   * @param period its half-year
   * @param unit whose it is, as {@code ops.slice.unit_key}
   * @param fate what became of it
   * @param now the file that speaks for it now; empty when none does
   * @param rows of a feed whose files add up (check-ups, loans, repayments), how many rows it has; 0 for others
   * @param told how many of these another file tells of as well, so that they stay
   */
  public record Slice(String feed, String period, String unit, Fate fate, Optional<String> now, int rows, int told) {}

  /**
   * What was done.
   *
   * @param file sender and name
   * @param impossible why nothing was done, as a key of the messages; empty when it was
   * @param slices what became of each
   */
  public record Receipt(String file, Optional<String> impossible, List<Slice> slices) {
    /** Copies the list. */
    public Receipt {
      slices = List.copyOf(slices);
    }
  }

  /** Takes the file back, in one transaction; empty when no such file is known. */
  public Optional<Receipt> revert(String fileId) throws DatabaseUnavailable, VaultLocked, SQLException, IOException {
    try (OpenWarehouse warehouse = OpenWarehouse.open(settings.database(), settings.root());
        Connection lock = warehouse.source().getConnection();
        Connection connection = warehouse.source().getConnection()) {
      Loads.lock(lock);
      try {
        VaultKey key = KeyCheck.key(lock, settings.vaultKey());
        connection.setAutoCommit(false);
        Optional<Receipt> receipt = revert(connection, key, fileId);
        connection.commit();
        new ArchiveJournal(settings.home()).join(lock);
        return receipt;
      } finally {
        Loads.unlock(lock);
      }
    }
  }

  private Optional<Receipt> revert(Connection connection, VaultKey key, String fileId) throws SQLException, IOException {
    String file;
    String state;
    String feed;
    try (PreparedStatement s = connection.prepareStatement("select submitter || '/' || file_name, state, coalesce(feed, '') from ops.file where file_id = ?")) {
      s.setString(1, fileId);
      try (ResultSet row = s.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        file = row.getString(1);
        state = row.getString(2);
        feed = row.getString(3);
      }
    }
    if (!STATES.contains(state)) {
      return Optional.of(new Receipt(file, Optional.of("revert.not-loaded"), List.of()));
    }
    if (feed.contains("link-review")) {
      return Optional.of(new Receipt(file, Optional.of("revert.decisions"), List.of()));
    }
    Set<Integer> inForce = inForce(connection, fileId);
    rememberEvents(connection, fileId);
    change(connection, "update ops.file set state = 'reverted' where file_id = ?", fileId);
    change(connection, "update ops.slice set in_force = false where file_id = ?", fileId);
    SetBasedLoad star = new SetBasedLoad(settings.root(), key);
    new FormerRows(settings, knowledge, key, settings.home().resolve("spool")).complete(connection, () -> star.runAll(connection));
    knowledge.refreshIndicators(connection);
    return Optional.of(new Receipt(file, Optional.empty(), slices(connection, fileId, inForce)));
  }

  /** Who the rows of feeds that add up mean, as long as it is known. */
  private static void rememberEvents(Connection connection, String fileId) throws SQLException {
    try (Statement s = connection.createStatement()) {
      s.execute("create temp table told_event (slice_no int, person_key bigint, day date, amount bigint) on commit drop");
    }
    String sql =
        """
        insert into told_event
          select e.slice_no, m.person_key, e.day, e.amount
          from (
            select file_id, slice_no, mention_no, exam_on as day, null::bigint as amount from staging.health_check
            union all
            select file_id, slice_no, mention_no, disbursed_on, amount from staging.loan_ledger
            union all
            select file_id, slice_no, mention_no, paid_on, principal from staging.loan_repayment) as e
            left join vault.person_mention m using (file_id, mention_no)
          where e.file_id = ?
        """;
    change(connection, sql, fileId);
  }

  private static Set<Integer> inForce(Connection connection, String fileId) throws SQLException {
    Set<Integer> numbers = new HashSet<>();
    try (PreparedStatement s = connection.prepareStatement("select slice_no from ops.slice where file_id = ? and in_force")) {
      s.setString(1, fileId);
      try (ResultSet rows = s.executeQuery()) {
        while (rows.next()) {
          numbers.add(rows.getInt(1));
        }
      }
    }
    return numbers;
  }

  private static List<Slice> slices(Connection connection, String fileId, Set<Integer> wereInForce) throws SQLException {
    String sql =
        """
        select s.slice_no, s.feed, coalesce(s.period, ''), s.unit_kind || ' ' || s.unit_key, (
            select f.submitter || '/' || f.file_name
            from ops.slice n join ops.file f using (file_id)
            where n.in_force and n.file_id <> s.file_id and n.feed = s.feed and n.period is not distinct from s.period
              and n.unit_kind = s.unit_kind and n.unit_key = s.unit_key and s.feed not in ('health-check', 'loan-ledger', 'loan-repayment')
            order by f.received_at desc, f.file_id limit 1),
          exists (
            select from ops.slice o join ops.file f using (file_id)
            where f.original_removed_at is not null and o.file_id <> s.file_id and o.feed = s.feed and o.period is not distinct from s.period
              and o.unit_kind = s.unit_kind and o.unit_key = s.unit_key),
          (select count(*) from told_event e where e.slice_no = s.slice_no),
          (select count(*) from told_event e
            where e.slice_no = s.slice_no
              and case s.feed
                when 'health-check' then exists (select from core.fact_health_check f where f.person_key = e.person_key and f.exam_on = e.day)
                when 'loan-ledger' then exists (
                  select from core.fact_loan f where f.person_key = e.person_key and f.disbursed_on = e.day and f.amount = e.amount)
                else exists (
                  select from core.fact_loan_repayment f where f.person_key = e.person_key and f.paid_on = e.day and f.principal = e.amount) end)
        from ops.slice s where s.file_id = ? order by s.slice_no
        """;
    List<Slice> slices = new ArrayList<>();
    try (PreparedStatement s = connection.prepareStatement(sql)) {
      s.setString(1, fileId);
      try (ResultSet rows = s.executeQuery()) {
        while (rows.next()) {
          Optional<String> now = Optional.ofNullable(rows.getString(5));
          Fate returned = now.isEmpty() && rows.getBoolean(6) ? Fate.IMPOSSIBLE : Fate.REVERSED;
          Fate fate = wereInForce.contains(rows.getInt(1)) ? returned : Fate.KEPT;
          slices.add(new Slice(rows.getString(2), rows.getString(3), rows.getString(4), fate, now, rows.getInt(7), rows.getInt(8)));
        }
      }
    }
    return slices;
  }

  private static void change(Connection connection, String sql, String fileId) throws SQLException {
    try (PreparedStatement s = connection.prepareStatement(sql)) {
      s.setString(1, fileId);
      s.executeUpdate();
    }
  }
}
