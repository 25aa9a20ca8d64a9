package vn.ishc.run;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.ishc.vault.VaultLocked;
import vn.ishc.warehouse.DatabaseUnavailable;
import vn.ishc.warehouse.EmbeddedServer;
import vn.ishc.warehouse.TableDump;

/**
 * Proves that a backup can be brought back: into a home folder of its own with a server of its own, as on a new machine, where it is checked like the real one and
 * every table held against the backup. Leaves nothing behind.
 */
public final class RestoreDrill {
  private static final String FOLDER = "drill";

  private final Settings settings;
  private final Knowledge knowledge;

  /**
   * @param settings of the home folder whose backups are drilled
   * @param knowledge contracts, lists, places
   */
  public RestoreDrill(Settings settings, Knowledge knowledge) {
    this.settings = settings;
    this.knowledge = knowledge;
  }

  /**
   * What came of a drill.
   *
   * @param backup which one was tried
   * @param rows how many rows came back
   * @param files how many originals
   * @param wrong what is not as it should be: tables that differ, invariants that do not hold; no name or number of a person
   */
  public record Drilled(Path backup, long rows, int files, List<String> wrong) {
    /** Copies the list. */
    public Drilled {
      wrong = List.copyOf(wrong);
    }
  }

  /** Tries the newest backup of a folder; empty when there is none. */
  public Optional<Drilled> newest(Optional<Path> folder) throws Restore.Refused, VaultLocked, DatabaseUnavailable, SQLException, IOException {
    List<Path> all = Backup.in(folder.orElseGet(() -> Backup.folder(settings)));
    return all.isEmpty() ? Optional.empty() : Optional.of(run(all.getLast()));
  }

  private Drilled run(Path backup) throws Restore.Refused, VaultLocked, DatabaseUnavailable, SQLException, IOException {
    Path scratch = settings.home().resolve(FOLDER);
    EmbeddedServer server = new EmbeddedServer(scratch);
    server.stop();
    Restore.deleteTree(scratch);
    Files.createDirectories(scratch);
    Settings there = new Settings(settings.root(), scratch, settings.language(), true, settings.clock(), Optional.empty(), settings.vaultKey());
    try {
      Restore.Restored restored = new Restore(there).run(backup, false);
      List<String> wrong = new ArrayList<>(differing(backup, there));
      for (Verification.Invariant invariant : new Verification(there, knowledge).run()) {
        if (!invariant.holds()) {
          wrong.add(invariant.titleEn() + ": " + invariant.broken());
        }
      }
      return new Drilled(backup, restored.rows(), restored.files(), wrong);
    } finally {
      server.stop();
      Restore.deleteTree(scratch);
    }
  }

  /** Tables whose rows, written out again, are not the bytes of the backup. */
  private static List<String> differing(Path path, Settings there) throws DatabaseUnavailable, SQLException, IOException {
    List<String> differing = new ArrayList<>();
    try (BackupFile backup = BackupFile.opened(path);
        Connection connection = there.database().open()) {
      TableDump.beginReading(connection);
      for (TableDump.Table table : backup.contents().tables()) {
        // What was seeded and granted here is said anew where it is looked at.
        if (!table.name().equals("ops.reference_data") && !Arrays.equals(written(connection, table), backed(backup, table))) {
          differing.add(table.name());
        }
      }
    }
    return differing;
  }

  private static byte[] written(Connection connection, TableDump.Table table) throws SQLException, IOException {
    MessageDigest digest = Claims.sha256();
    TableDump.out(connection, table, new DigestOutputStream(OutputStream.nullOutputStream(), digest));
    return digest.digest();
  }

  private static byte[] backed(BackupFile backup, TableDump.Table table) throws IOException {
    MessageDigest digest = Claims.sha256();
    try (var in = backup.open(BackupFile.DATABASE + table.name() + ".copy")) {
      in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
    }
    return digest.digest();
  }
}
