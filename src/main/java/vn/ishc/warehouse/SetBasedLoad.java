package vn.ishc.warehouse;

import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import vn.ishc.vault.VaultKey;

/**
 * From staging to the star: runs {@code sql/dimensions}, the linkage of persons, {@code sql/persons} and {@code sql/facts}. What comes out depends on the set of accepted
 * files alone, not on their order nor on how many runs took them in; naming all files recomputes everything.
 *
 * @param root the folder that holds {@code sql/}
 * @param key the key of the vault: person keys depend on it
 */
public record SetBasedLoad(Path root, VaultKey key) {

  /**
   * Brings the star up to date after some files were staged. Belongs in one transaction, which the caller commits; only one may
   * run at a time (the caller holds the lock).
   *
   * @param connection with auto-commit off
   * @param fileIds the files staged since the last time
   * @return how long each SQL file took
   * @throws SetBasedLoadFailed when a file fails; the transaction must then be rolled back
   */
  public List<SqlFolder.Timing> run(Connection connection, Collection<String> fileIds) throws SQLException {
    prepare(connection);
    try (PreparedStatement insert =
        connection.prepareStatement("insert into touched_file select distinct unnest(?::text[])")) {
      Array ids = connection.createArrayOf("text", fileIds.toArray());
      insert.setArray(1, ids);
      insert.executeUpdate();
      ids.free();
    }
    return load(connection, false);
  }

  /** Recomputes the star from everything that is staged. */
  public List<SqlFolder.Timing> runAll(Connection connection) throws SQLException {
    prepare(connection);
    try (Statement statement = connection.createStatement()) {
      statement.execute("insert into touched_file select file_id from ops.file where state not in ('refused', 'duplicate')");
    }
    return load(connection, true);
  }

  private void prepare(Connection connection) throws SQLException {
    if (connection.getAutoCommit()) {
      throw new IllegalStateException("the set-based load belongs in a transaction");
    }
    try (Statement statement = connection.createStatement()) {
      // Compiling costs more than it gains here; memory keeps sorts off the disk.
      statement.execute("set local jit = off");
      statement.execute("set local work_mem = '64MB'");
      // The joins here are by key: a rough idea of the tables is enough, and they are looked at often.
      statement.execute("set local default_statistics_target = 30");
      statement.execute("create temp table touched_file (file_id text primary key) on commit drop");
    }
    // A parameter, so that the text of no statement shows it; gone with the transaction.
    try (PreparedStatement setting = connection.prepareStatement("select set_config('ishc.pepper', ?, true)")) {
      setting.setString(1, key.pepper());
      setting.execute();
    }
  }

  private List<SqlFolder.Timing> load(Connection connection, boolean fromScratch) throws SQLException {
    List<SqlFolder.Timing> timings = new ArrayList<>();
    timings.addAll(new SqlFolder(root.resolve("sql/dimensions")).run(connection));
    timings.addAll(new PersonLinkage(root, connection).run(fromScratch));
    timings.addAll(new SqlFolder(root.resolve("sql/persons")).run(connection));
    timings.addAll(new SqlFolder(root.resolve("sql/facts")).run(connection));
    return timings;
  }
}
