package vn.ishc.warehouse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import vn.ishc.feed.Contracts;
import vn.ishc.link.ClubMention;
import vn.ishc.place.PlaceMatch.How;
import vn.ishc.row.Period;
import vn.ishc.vault.VaultKey;
import vn.ishc.walk.FileReport;
import vn.ishc.walk.TableReport;

/** Writes one walked file into staging and vault, wholly or not at all: the caller's transaction decides. */
public final class Staging {
  private final Contracts contracts;
  private final Map<String, StagingTable> tables;
  private final VaultKey key;
  private final Path spools;

  /**
   * Reads what the staging tables look like.
   *
   * @param key seals the numbers of persons
   * @param spools folder for the lines of files that are being read; what a killed load left there is deleted
   */
  public Staging(Connection connection, Contracts contracts, VaultKey key, Path spools) throws SQLException, IOException {
    this.contracts = contracts;
    this.key = key;
    this.spools = spools;
    Spool.sweep(spools);
    this.tables = StagingTable.of(connection, contracts);
  }

  /** An empty spool for a file. */
  public StagingSpool spool(FileRecord file, vn.ishc.feedback.Words words) {
    return new StagingSpool(file.fileId(), file.submitter(), tables, words, key.locks(), spools);
  }

  /**
   * Puts a file and all that was read of it into the database.
   *
   * @param connection in a transaction of the caller
   * @param loadId the load it belongs to
   */
  public void write(Connection connection, long loadId, FileRecord file, FileReport report, StagingSpool rows) throws SQLException {
    rows.spool().finish();
    insertFile(connection, loadId, file, report, report.refused() ? "refused" : "staged", rows.rowsSha256(), null);
    writeRead(connection, file, report, rows);
  }

  /**
   * Puts what was read once more of a file into the database, in the place of what is left of the first time; the file counts as newly staged.
   *
   * @param connection in a transaction of the caller
   */
  public void writeAgain(Connection connection, FileRecord file, FileReport report, StagingSpool rows) throws SQLException {
    rows.spool().finish();
    try (PreparedStatement statement = connection.prepareStatement("select ops.forget_reading(?)")) {
      statement.setString(1, file.fileId());
      statement.execute();
    }
    updateFile(connection, file, report, rows.rowsSha256());
    writeRead(connection, file, report, rows);
  }

  private void writeRead(Connection connection, FileRecord file, FileReport report, StagingSpool rows) throws SQLException {
    insertTables(connection, file, report);
    copy(connection, rows, StagingSpool.FINDINGS, "ops.finding (file_id, finding_no, sheet, row_number, cell, column_name, code, severity, found, message_vi, message_en, question_mark)");
    copy(connection, rows, StagingSpool.FINDING_TEXTS, "vault.finding_text (file_id, finding_no, found_sealed, message_vi_sealed, message_en_sealed, question_sealed)");
    copy(connection, rows, StagingSpool.CONFIRMATIONS, "vault.confirmation (file_id, mark)");
    if (report.refused()) {
      return;
    }
    Set<String> refusedFeeds = new TreeSet<>();
    report.tables().stream().filter(t -> t.accepted() == 0).forEach(t -> refusedFeeds.add(t.contract().feed()));
    report.tables().stream().filter(t -> t.accepted() > 0).forEach(t -> refusedFeeds.remove(t.contract().feed()));
    insertClubs(connection, file, report, refusedFeeds);
    insertSlices(connection, file, rows, refusedFeeds);
    copy(connection, rows, StagingSpool.MENTIONS, "vault.person_mention (" + StagingSpool.MENTION_COLUMNS + ")");
    copy(connection, rows, StagingSpool.TEXTS, "vault.row_text (file_id, table_no, row_number, column_name, value_sealed)");
    for (var contract : contracts.all()) {
      StagingTable table = tables.get(contract.feed());
      if (table != null && !refusedFeeds.contains(contract.feed())) {
        copy(connection, rows, contract.feed(), table.name() + " (" + String.join(", ", table.columns()) + ")");
      }
    }
    dropRefusedFeeds(connection, file, refusedFeeds);
    eraseAgain(connection, file);
  }

  /** Who was erased comes back with no file. */
  private static void eraseAgain(Connection connection, FileRecord file) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("select vault.erase_on_arrival(?)")) {
      statement.setString(1, file.fileId());
      statement.execute();
    }
  }

  /**
   * A file that says nothing new: the same bytes came before.
   *
   * @param of the file that had them; null when nothing is known of it any more
   */
  public void writeDuplicate(Connection connection, long loadId, FileRecord file, @Nullable String of) throws SQLException {
    FileReport nothing = new FileReport(false, java.util.List.of(), java.util.List.of(), 0, 0, 0, 0, 0, 0, 1);
    insertFile(connection, loadId, file, nothing, "duplicate", null, of);
    try (PreparedStatement statement =
        connection.prepareStatement("update ops.file f set feed = o.feed, period = o.period from ops.file o where f.file_id = ? and o.file_id = ?")) {
      statement.setString(1, file.fileId());
      statement.setString(2, of);
      statement.executeUpdate();
    }
  }

  private static void dropRefusedFeeds(Connection connection, FileRecord file, Set<String> feeds) throws SQLException {
    for (String feed : feeds) {
      try (PreparedStatement statement = connection.prepareStatement("delete from vault.person_mention where file_id = ? and feed = ?")) {
        statement.setString(1, file.fileId());
        statement.setString(2, feed);
        statement.executeUpdate();
      }
    }
  }

  private static void copy(Connection connection, StagingSpool rows, String target, String into) throws SQLException {
    if (!rows.spool().has(target)) {
      return;
    }
    CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
    try (InputStream lines = Files.newInputStream(rows.spool().path(target))) {
      copies.copyIn("copy " + into + " from stdin", lines, 1 << 16);
    } catch (IOException e) {
      throw new SQLException("the spool of " + target + " cannot be read", e);
    }
  }

  private static void insertFile(
      Connection connection, long loadId, FileRecord file, FileReport report, String state, @Nullable String rowsSha256, @Nullable String duplicateOf)
      throws SQLException {
    String sql =
        """
        insert into ops.file (file_id, content_sha256, rows_sha256, submitter, file_name, size_bytes, received_at, revision_rank, state, feed, period,
          rows_read, rows_accepted, rows_refused, rows_not_data, errors, warnings, infos, duplicate_of, load_id)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;
    try (PreparedStatement s = connection.prepareStatement(sql)) {
      s.setString(1, file.fileId());
      s.setString(2, file.contentSha256());
      s.setString(3, rowsSha256);
      s.setString(4, file.submitter());
      s.setString(5, file.name());
      s.setLong(6, file.sizeBytes());
      s.setTimestamp(7, Timestamp.from(file.receivedAt()));
      s.setInt(8, file.revisionRank());
      s.setString(9, state);
      s.setString(10, report.feed().isEmpty() ? null : report.feed());
      s.setString(11, report.period().isEmpty() ? null : report.period());
      s.setInt(12, report.rowsRead());
      s.setInt(13, report.rowsAccepted());
      s.setInt(14, report.rowsRefused());
      s.setInt(15, report.rowsNotData());
      s.setInt(16, report.errors());
      s.setInt(17, report.warnings());
      s.setInt(18, report.infos());
      s.setString(19, duplicateOf);
      s.setLong(20, loadId);
      s.executeUpdate();
    }
  }

  private static void updateFile(Connection connection, FileRecord file, FileReport report, String rowsSha256) throws SQLException {
    String sql =
        """
        update ops.file set rows_sha256 = ?, state = ?, feed = ?, period = ?, rows_read = ?, rows_accepted = ?, rows_refused = ?, rows_not_data = ?,
          errors = ?, warnings = ?, infos = ?, rows_removed_at = null
        where file_id = ?
        """;
    try (PreparedStatement s = connection.prepareStatement(sql)) {
      s.setString(1, rowsSha256);
      s.setString(2, report.refused() ? "refused" : "staged");
      s.setString(3, report.feed().isEmpty() ? null : report.feed());
      s.setString(4, report.period().isEmpty() ? null : report.period());
      int at = 5;
      for (int count : new int[] {report.rowsRead(), report.rowsAccepted(), report.rowsRefused(), report.rowsNotData(), report.errors(), report.warnings(), report.infos()}) {
        s.setInt(at++, count);
      }
      s.setString(at, file.fileId());
      s.executeUpdate();
    }
  }

  private static void insertTables(Connection connection, FileRecord file, FileReport report) throws SQLException {
    String sql =
        """
        insert into ops.file_table (file_id, table_no, sheet, sheet_hidden, feed, period, period_source, plan_district, commune_code, header_row,
          rows_read, rows_accepted, rows_refused, rows_not_data) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;
    try (PreparedStatement s = connection.prepareStatement(sql)) {
      for (TableReport table : report.tables()) {
        s.setString(1, file.fileId());
        s.setInt(2, table.number());
        s.setString(3, table.sheet());
        s.setBoolean(4, table.hidden());
        s.setString(5, table.contract().feed());
        s.setString(6, table.period().map(Period::code).orElse(null));
        s.setString(7, table.periodSource());
        s.setString(8, table.planDistrict());
        s.setString(9, table.unit().commune().map(place -> place.code()).orElse(null));
        s.setInt(10, table.found().headerRow());
        s.setInt(11, table.accepted() + table.refused() + table.notData());
        s.setInt(12, table.accepted());
        s.setInt(13, table.refused());
        s.setInt(14, table.notData());
        s.addBatch();
      }
      s.executeBatch();
    }
  }

  private static void insertClubs(Connection connection, FileRecord file, FileReport report, Set<String> refusedFeeds) throws SQLException {
    String sql =
        """
        insert into staging.club_mention (file_id, club_no, table_no, feed, period, plan_district, commune_code, commune_frame, successor_code,
          commune_match, commune_source_value, club_source_value, club_name, name_key, hamlet_key, founded_on, founded_precision, decision_key)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;
    try (PreparedStatement s = connection.prepareStatement(sql)) {
      for (ClubMention club : report.clubs()) {
        if (!refusedFeeds.contains(club.feed())) {
          insertClub(s, file, club);
        }
      }
      s.executeBatch();
    }
  }

  private static void insertClub(PreparedStatement s, FileRecord file, ClubMention club) throws SQLException {
    var commune = club.commune();
    s.setString(1, file.fileId());
    s.setInt(2, club.number());
    s.setInt(3, club.table());
    s.setString(4, club.feed());
    s.setString(5, club.period());
    s.setString(6, club.planDistrict());
    s.setString(7, commune == null ? null : commune.code());
    s.setString(8, commune == null ? null : commune.frame().code());
    s.setString(9, commune == null ? null : commune.successor());
    s.setString(10, match(club.how()));
    s.setString(11, club.communeWritten());
    s.setString(12, club.clubWritten());
    s.setString(13, club.name());
    s.setString(14, club.key());
    s.setString(15, club.hamletKey());
    s.setObject(16, club.founded() == null ? null : club.founded().from());
    s.setString(17, club.founded() == null ? null : StagingTable.precision(club.founded()));
    s.setString(18, club.decisionKey());
    s.addBatch();
  }

  private static String match(@Nullable How how) {
    if (how == null) {
      return "none";
    }
    return how == How.OTHER_FRAME ? "successor" : how.name().toLowerCase(Locale.ROOT);
  }

  private static void insertSlices(Connection connection, FileRecord file, StagingSpool rows, Set<String> refusedFeeds) throws SQLException {
    String sql =
        """
        insert into ops.slice (file_id, slice_no, feed, period, unit_kind, unit_key, plan_district, commune_code, club_no, rows_accepted)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;
    try (PreparedStatement s = connection.prepareStatement(sql)) {
      for (Slices.Slice slice : rows.slices()) {
        if (refusedFeeds.contains(slice.feed())) {
          continue;
        }
        s.setString(1, file.fileId());
        s.setInt(2, slice.number());
        s.setString(3, slice.feed());
        s.setString(4, slice.period());
        s.setString(5, slice.unitKind());
        s.setString(6, slice.unitKey());
        s.setString(7, slice.planDistrict());
        s.setString(8, slice.communeCode());
        s.setObject(9, slice.clubNo() == 0 ? null : slice.clubNo());
        s.setInt(10, slice.rows()[0]);
        s.addBatch();
      }
      s.executeBatch();
    }
  }
}
