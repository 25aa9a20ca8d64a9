package vn.ishc.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.ishc.run.ArchiveJournal.Original;
import vn.ishc.vault.ErasureList;
import vn.ishc.vault.VaultKey;
import vn.ishc.vault.VaultLocked;
import vn.ishc.warehouse.DatabaseUnavailable;
import vn.ishc.warehouse.KeyCheck;
import vn.ishc.warehouse.OpenWarehouse;
import vn.ishc.warehouse.SetBasedLoad;

/**
 * Makes the warehouse anew from the archive: every file is read again as of the day it came, and the star is computed from all of them. In one transaction: until
 * it is committed everybody sees the warehouse as it was, and a rebuild that is broken off has changed nothing. Erased persons stay erased, published editions stay.
 */
public final class Rebuild {
  private final Settings settings;
  private final Knowledge knowledge;

  /**
   * @param settings where and when
   * @param knowledge contracts, lists, places
   */
  public Rebuild(Settings settings, Knowledge knowledge) {
    this.settings = settings;
    this.knowledge = knowledge;
  }

  /**
   * What was done.
   *
   * @param files how many files were read again
   * @param removed how many originals are not there because retention took them: nothing of them counted
   * @param lost archive paths that are missing or have other bytes; when there are any nothing was done
   */
  public record Result(int files, int removed, List<String> lost) {
    /** Copies the list. */
    public Result {
      lost = List.copyOf(lost);
    }
  }

  /**
   * Rebuilds.
   *
   * @param progress hears of every file that was read
   */
  public Result run(Runnable progress) throws DatabaseUnavailable, VaultLocked, SQLException, IOException {
    try (OpenWarehouse warehouse = OpenWarehouse.open(settings.database(), settings.root());
        Connection lock = warehouse.source().getConnection();
        Connection connection = warehouse.source().getConnection()) {
      Loads.lock(lock);
      try {
        VaultKey key = key(lock);
        new ErasureList(settings.home().resolve(ErasureList.FILE)).join(lock);
        List<Original> known = files(lock);
        List<Original> files = known.stream().filter(file -> !file.state().equals("removed")).toList();
        List<String> lost = lost(files);
        if (!lost.isEmpty()) {
          return new Result(0, 0, lost);
        }
        connection.setAutoCommit(false);
        try {
          rebuild(connection, key, files, progress);
          referAgain(connection, known);
          connection.commit();
          new ArchiveJournal(settings.home()).join(lock);
        } finally {
          connection.rollback();
        }
        return new Result(files.size(), known.size() - files.size(), List.of());
      } finally {
        Loads.unlock(lock);
      }
    }
  }

  /** The key of the database; where that is new and empty, the one that the journal of the archive speaks of, and no other. */
  private VaultKey key(Connection connection) throws SQLException, IOException, VaultLocked {
    Optional<byte[]> expected = new ArchiveJournal(settings.home()).read().keyCheck();
    if (expected.isPresent()) {
      VaultKey key = settings.vaultKey().find().orElseThrow(() -> new VaultLocked(VaultLocked.Reason.LOST, settings.vaultKey().toString()));
      if (!MessageDigest.isEqual(key.checkValue(), expected.get())) {
        throw new VaultLocked(VaultLocked.Reason.WRONG, settings.vaultKey().toString());
      }
    }
    return KeyCheck.key(connection, settings.vaultKey());
  }

  /** What the database speaks of, and what the journal of the archive alone knows; originals before their duplicates, else as they came. */
  private List<Original> files(Connection connection) throws SQLException, IOException {
    return new ArchiveJournal(settings.home()).all(connection).stream()
        .sorted(
            Comparator.comparing((Original file) -> file.state().equals("duplicate"))
                .thenComparing(file -> file.record().receivedAt())
                .thenComparing(file -> file.record().revisionRank())
                .thenComparing(file -> file.record().submitter())
                .thenComparing(file -> file.record().name())
                .thenComparing(file -> file.record().fileId()))
        .toList();
  }

  private Path path(Original file) {
    return settings.home().resolve("archive").resolve(file.path());
  }

  private List<String> lost(List<Original> files) throws IOException {
    List<String> lost = new ArrayList<>();
    for (Original file : files) {
      if (!Files.isRegularFile(path(file), LinkOption.NOFOLLOW_LINKS) || !sha256(path(file)).equals(file.record().contentSha256())) {
        lost.add(file.path());
      }
    }
    return lost;
  }

  /** The content of a file, as it is known by. */
  static String sha256(Path file) throws IOException {
    MessageDigest digest = Claims.sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private void rebuild(Connection connection, VaultKey key, List<Original> files, Runnable progress) throws SQLException, IOException {
    clear(connection);
    long loadId = LoadRows.begin(connection, settings.clock().instant());
    SubmitterRows.remember(connection, knowledge.submitters(), files.stream().map(file -> file.record().submitter()).toList());
    ArchiveReader archive = new ArchiveReader(connection, knowledge, key, settings.home().resolve("spool"));
    Set<String> known = files.stream().map(file -> file.record().fileId()).collect(Collectors.toSet());
    for (Original each : files) {
      Original file = each.loadId() == 0 ? each.in(loadId) : each;
      if (file.state().equals("duplicate")) {
        archive.staging().writeDuplicate(connection, file.loadId(), file.record(), known.contains(file.duplicateOf()) ? file.duplicateOf() : null);
      } else {
        archive.read(file.record(), path(file), (staging, report, rows) -> staging.write(connection, file.loadId(), file.record(), report, rows));
      }
      settle(connection, file);
      progress.run();
    }
    new SetBasedLoad(settings.root(), key).runAll(connection);
    knowledge.refreshIndicators(connection);
    LoadRows.end(connection, loadId, settings.clock().instant(), true);
  }

  /** What files have brought goes, and what was computed from it; a trigger takes their staged rows along. */
  private static void clear(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          """
          do $$
          declare
            fact regclass;
          begin
            for fact in
              select c.oid from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'file_id' and not a.attisdropped
              where c.relkind = 'r' and c.relnamespace = 'core'::regnamespace
              order by c.relname = 'fact_loan'
            loop
              if fact = 'core.fact_loan'::regclass then
                delete from core.fact_loan_period;
              end if;
              execute format('delete from %s where file_id is not null', fact);
            end loop;
          end
          $$;
          update ops.file set duplicate_of = null where archive_path is not null;
          delete from ops.file where archive_path is not null and original_removed_at is null;
          """);
    }
  }

  /** Files whose originals have gone stand as they stood: what was read of them stays, and what they repeat or are repeated by. */
  private static void referAgain(Connection connection, Collection<Original> files) throws SQLException {
    try (PreparedStatement s =
        connection.prepareStatement("update ops.file set duplicate_of = o.file_id from ops.file o where ops.file.file_id = ? and o.file_id = ?")) {
      for (Original file : files) {
        s.setString(1, file.record().fileId());
        s.setString(2, file.duplicateOf());
        s.executeUpdate();
      }
    }
  }

  private static void settle(Connection connection, Original file) throws SQLException {
    boolean reverted = file.state().equals("reverted");
    try (PreparedStatement s =
        connection.prepareStatement("update ops.file set archive_path = ?, state = case when ? then 'reverted' else state end where file_id = ?")) {
      s.setString(1, file.path());
      s.setBoolean(2, reverted);
      s.setString(3, file.record().fileId());
      s.executeUpdate();
    }
    if (reverted) {
      try (PreparedStatement s = connection.prepareStatement("update ops.slice set in_force = false where file_id = ?")) {
        s.setString(1, file.record().fileId());
        s.executeUpdate();
      }
    }
  }
}
