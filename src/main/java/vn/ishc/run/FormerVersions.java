package vn.ishc.run;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.ishc.feedback.Answer.Change;
import vn.ishc.feedback.Version;
import vn.ishc.inbox.Arrival;
import vn.ishc.inbox.Submitters;
import vn.ishc.walk.FileWalk;
import vn.ishc.warehouse.FileRecord;

/**
 * What changed against the versions that a file takes the place of. The originals of both versions are walked again, so that names are told as the sender
 * wrote them; only versions of the same sender are looked at, for whose files others sent is nobody else's business.
 */
final class FormerVersions {
  private static final int VERSIONS_MAX = 3;

  private final FileWalk.Knowledge knowledge;
  private final Submitters submitters;
  private final Claims claims;

  FormerVersions(FileWalk.Knowledge knowledge, Submitters submitters, Claims claims) {
    this.knowledge = knowledge;
    this.submitters = submitters;
    this.claims = claims;
  }

  List<Change> changes(Connection connection, Claimed file) throws SQLException {
    List<Version> former = new ArrayList<>();
    for (FileRecord record : former(connection, file.record())) {
      lying(connection, record).ifPresent(former::add);
    }
    return former.isEmpty() ? List.of() : walk(connection, file.record(), file.copy()).since(former);
  }

  /**
   * Two versions of one load are answered side by side: the copy of the former may go to the archive while it is opened or read here, where it then seems damaged.
   * What lies there still has lain there all the time.
   */
  private Optional<Version> lying(Connection connection, FileRecord record) throws SQLException {
    for (Optional<Path> path = claims.lies(record); path.isPresent(); path = claims.lies(record)) {
      try {
        Version version = walk(connection, record, path.get());
        if (Files.exists(path.get())) {
          return Optional.of(version);
        }
      } catch (UncheckedIOException e) {
        if (Files.exists(path.get())) {
          throw e;
        }
      }
    }
    return Optional.empty();
  }

  private Version walk(Connection connection, FileRecord file, Path path) throws SQLException {
    Version version = new Version(erased(connection, file));
    LocalDate receivedOn = file.receivedAt().atZone(Settings.ZONE).toLocalDate();
    FileWalk.walkBesideOthers(knowledge, new Arrival(path, file.name(), file.submitter(), submitters.find(file.submitter()), receivedOn), version);
    return version;
  }

  /** The rows of a file that name an erased person: the original in the archive still does, the answer must not. */
  private static Set<Version.Place> erased(Connection connection, FileRecord file) throws SQLException {
    String sql = "select m.table_no, m.row_number from vault.erased_mention e join vault.person_mention m using (file_id, mention_no) where e.file_id = ?";
    Set<Version.Place> rows = new HashSet<>();
    try (PreparedStatement s = connection.prepareStatement(sql)) {
      s.setString(1, file.fileId());
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          rows.add(new Version.Place(r.getInt(1), r.getInt(2)));
        }
      }
    }
    return rows;
  }

  /**
   * The files of the same sender that spoke of the same feed, half-year and unit before, the latest first. Not those whose rows retention took away: whom of their
   * persons somebody had erased, nobody knows any more.
   */
  private static List<FileRecord> former(Connection connection, FileRecord file) throws SQLException {
    String sql =
        """
        with own_slice as (
          select s.file_id, s.feed, s.period, s.unit_kind || '|' || coalesce(m.club_key::text, s.unit_key) as unit
          from ops.slice s
            join ops.file f using (file_id)
            left join staging.club_mention m on s.unit_kind = 'club' and m.file_id = s.file_id and m.club_no = s.club_no
          where f.submitter = ?
        )
        select distinct %s
        from own_slice n
          join own_slice o using (feed, period, unit)
          join ops.file f on f.file_id = o.file_id
        where n.file_id = ? and o.file_id <> n.file_id and f.rows_removed_at is null and (f.received_at, f.revision_rank, f.file_name, f.file_id) < (?, ?, ?, ?)
        order by f.received_at desc, f.revision_rank desc, f.file_name desc, f.file_id desc
        limit ?
        """
            .formatted(FileRows.RECORD);
    List<FileRecord> former = new ArrayList<>();
    try (PreparedStatement s = connection.prepareStatement(sql)) {
      s.setString(1, file.submitter());
      s.setString(2, file.fileId());
      s.setTimestamp(3, java.sql.Timestamp.from(file.receivedAt()));
      s.setInt(4, file.revisionRank());
      s.setString(5, file.name());
      s.setString(6, file.fileId());
      s.setInt(7, VERSIONS_MAX);
      try (ResultSet r = s.executeQuery()) {
        while (r.next()) {
          former.add(FileRows.record(r));
        }
      }
    }
    return former;
  }
}
