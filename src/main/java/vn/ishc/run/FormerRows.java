package vn.ishc.run;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.ishc.vault.VaultKey;
import vn.ishc.warehouse.FileRecord;

/**
 * The rows of replaced versions, which retention may have taken out of staging: as soon as such a version counts again, because a later one was taken back or turned out to be about
 * another club, its original is read again and the star is computed once more.
 */
final class FormerRows {
  private static final String RETURNED =
      """
      select %s from ops.file f
      where f.rows_removed_at is not null and exists (select from ops.slice s where s.file_id = f.file_id and s.in_force)
      order by f.received_at, f.file_id
      """
          .formatted(FileRows.RECORD);

  private final Settings settings;
  private final Knowledge knowledge;
  private final VaultKey key;
  private final Path spool;

  /** @param spool a folder of the caller's own for the lines of files that are being read */
  FormerRows(Settings settings, Knowledge knowledge, VaultKey key, Path spool) {
    this.settings = settings;
    this.knowledge = knowledge;
    this.key = key;
    this.spool = spool;
  }

  /** Computes the star from all that is staged and not published. */
  interface StarLoad {
    void run() throws SQLException;
  }

  /**
   * Computes, and once more when a version has returned whose rows are not there.
   *
   * @param connection in the transaction in which {@code load} computes
   */
  void complete(Connection connection, StarLoad load) throws SQLException, IOException {
    if (!anyRemoved(connection)) {
      load.run();
      return;
    }
    for (boolean complete = false; !complete; ) {
      Savepoint before = connection.setSavepoint();
      load.run();
      List<FileRecord> returned = returned(connection);
      complete = returned.isEmpty();
      if (complete) {
        connection.releaseSavepoint(before);
      } else {
        connection.rollback(before);
        readAgain(connection, returned);
      }
    }
  }

  private void readAgain(Connection connection, List<FileRecord> files) throws SQLException, IOException {
    ArchiveReader reader = new ArchiveReader(connection, knowledge, key, spool);
    Claims claims = new Claims(settings.home(), Settings.ZONE);
    for (FileRecord file : files) {
      Optional<Path> path = claims.lies(file);
      if (path.isEmpty() || !Rebuild.sha256(path.get()).equals(file.contentSha256())) {
        throw new IOException("file " + file.fileId() + " counts again, but its original is missing or not as it came; bring archive/ back from a backup");
      }
      reader.read(file, path.get(), (staging, report, rows) -> staging.writeAgain(connection, file, report, rows));
    }
  }

  private static boolean anyRemoved(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select exists (select from ops.file where rows_removed_at is not null and original_removed_at is null)")) {
      return row.next() && row.getBoolean(1);
    }
  }

  private static List<FileRecord> returned(Connection connection) throws SQLException {
    List<FileRecord> files = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(RETURNED)) {
      while (rows.next()) {
        files.add(FileRows.record(rows));
      }
    }
    return files;
  }
}
