package vn.ishc.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import vn.ishc.run.ArchiveJournal.Original;
import vn.ishc.vault.VaultKey;

/**
 * The rows of replaced versions, which retention may have taken out of staging: as soon as such a version counts again, because a later one was taken back or turned out to be about
 * another club, its original is read again and the star is computed once more.
 */
final class FormerRows {
  private static final String RETURNED =
      """
      select f.file_id from ops.file f
      where f.rows_removed_at is not null and exists (select from ops.slice s where s.file_id = f.file_id and s.in_force)
      """;

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
      List<Original> returned = returned(connection);
      complete = returned.isEmpty();
      if (complete) {
        connection.releaseSavepoint(before);
      } else {
        connection.rollback(before);
        readAgain(connection, returned);
      }
    }
  }

  private void readAgain(Connection connection, List<Original> files) throws SQLException, IOException {
    ArchiveReader reader = new ArchiveReader(connection, settings, knowledge, key, spool);
    for (Original file : files) {
      Path path = settings.home().resolve("archive").resolve(file.path());
      if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) || !Rebuild.sha256(path).equals(file.record().contentSha256())) {
        throw new IOException("the version before counts again, but its original is missing or not as it came; bring it back from a backup: archive/" + file.path());
      }
      reader.read(file.record(), file.path(), (staging, report, rows) -> staging.writeAgain(connection, file.record(), report, rows));
    }
  }

  private static boolean anyRemoved(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select exists (select from ops.file where rows_removed_at is not null and original_removed_at is null)")) {
      return row.next() && row.getBoolean(1);
    }
  }

  private static List<Original> returned(Connection connection) throws SQLException {
    List<String> ids = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(RETURNED);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        ids.add(rows.getString(1));
      }
    }
    return ids.isEmpty() ? List.of() : ArchiveJournal.inDatabase(connection).stream().filter(original -> ids.contains(original.record().fileId())).toList();
  }
}
