package vn.ishc.run;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import vn.ishc.vault.ErasureList;
import vn.ishc.vault.VaultKey;
import vn.ishc.vault.VaultLocked;
import vn.ishc.warehouse.Database;
import vn.ishc.warehouse.DatabaseAddress;
import vn.ishc.warehouse.DatabaseUnavailable;
import vn.ishc.warehouse.OpenWarehouse;
import vn.ishc.warehouse.TableDump;

/**
 * Brings a {@link BackupFile} back. The rows go into a new database beside the one of the home folder, which takes its name in one transaction when all is in; the
 * originals into a new archive folder. Until then nothing has changed, and what was there before is kept under another name.
 */
public final class Restore {
  private static final String PART = "archive.part";
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss").withZone(Settings.ZONE);

  private final Settings settings;

  /** @param settings where to */
  public Restore(Settings settings) {
    this.settings = settings;
  }

  /** Why a backup was not brought back; nothing has changed. */
  public static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private final Reason reason;
    private final String detail;

    /** Why. */
    public enum Reason {
      /** It is no backup or not whole: what was found. */
      DAMAGED,
      /** It comes from a newer version of the product: the number of its schema. */
      NEWER,
      /** The home folder is in use: what lies there. */
      USED,
      /** Other programs are connected to the database: their number. */
      BUSY,
      /** The user may not do it on this server: the state. */
      RIGHTS
    }

    Refused(Reason reason, String detail) {
      super(reason + " " + detail);
      this.reason = reason;
      this.detail = detail;
    }

    /** Why. */
    public Reason reason() {
      return reason;
    }

    /** What the sentence about the reason names. */
    public String detail() {
      return detail;
    }
  }

  /**
   * What was brought back.
   *
   * @param rows how many rows
   * @param files how many originals
   * @param before name of the database that was there before; empty where there was nothing in it
   * @param keyThere whether the key of the vault lies where it should
   * @param erasedSince entries of the list of erasures that the backup does not know: those persons are in it again
   */
  public record Restored(long rows, int files, Optional<String> before, boolean keyThere, int erasedSince) {}

  /**
   * Restores.
   *
   * @param path the backup
   * @param replace whether a home folder that is in use may be put aside
   */
  public Restored run(Path path, boolean replace) throws Refused, VaultLocked, DatabaseUnavailable, SQLException, IOException {
    try (BackupFile backup = opened(path)) {
      requireKnownSchema(backup.contents().schema());
      boolean keyThere = keyFits(backup.contents().keyCheck());
      DatabaseAddress address = settings.database();
      boolean used = isUsed(address);
      if (used && !replace) {
        throw new Refused(Refused.Reason.USED, settings.home().toString());
      }
      String stamp = STAMP.format(settings.clock().instant());
      DatabaseAddress made = address.of(address.database() + "_restore_" + stamp);
      unpack(backup);
      create(address, made);
      boolean done = false;
      try {
        fill(backup, made);
        int erasedSince = erasures(backup, made);
        Optional<String> before = swap(address, made, used, stamp);
        archive(stamp);
        try (Connection connection = address.open()) {
          new ArchiveJournal(settings.home()).join(connection);
        }
        done = true;
        return new Restored(backup.contents().allRows(), backup.contents().files(), before, keyThere, erasedSince);
      } finally {
        if (!done) {
          execute(maintenance(address), "drop database if exists " + quoted(made.database()));
          deleteTree(settings.home().resolve(PART));
        }
      }
    }
  }

  private static BackupFile opened(Path path) throws Refused, IOException {
    try {
      return BackupFile.opened(path);
    } catch (BackupFile.Damaged e) {
      throw new Refused(Refused.Reason.DAMAGED, String.valueOf(e.getMessage()));
    }
  }

  private void requireKnownSchema(String version) throws Refused, IOException {
    try (Stream<Path> files = Files.list(settings.root().resolve("sql/migrations"))) {
      String migration = "V%03d__".formatted(Integer.parseInt(version));
      if (files.noneMatch(file -> file.getFileName().toString().startsWith(migration))) {
        throw new Refused(Refused.Reason.NEWER, version);
      }
    }
  }

  /** Whether the key is there; another one than the backup was locked with is refused. */
  private boolean keyFits(String check) throws IOException, VaultLocked {
    Optional<VaultKey> key = settings.vaultKey().find();
    if (key.isPresent() && !check.isEmpty() && !MessageDigest.isEqual(key.get().checkValue(), HexFormat.of().parseHex(check))) {
      throw new VaultLocked(VaultLocked.Reason.WRONG, settings.vaultKey().toString());
    }
    return key.isPresent() || check.isEmpty();
  }

  /** Used is a home with originals, or a database in which a file was ever taken. */
  private boolean isUsed(DatabaseAddress address) throws SQLException, IOException {
    Path archive = settings.home().resolve("archive");
    if (Files.isDirectory(archive)) {
      try (Stream<Path> files = Files.walk(archive)) {
        if (files.anyMatch(Files::isRegularFile)) {
          return true;
        }
      }
    }
    try (Connection connection = address.open()) {
      return yes(connection, "select to_regclass('ops.load') is not null") && yes(connection, "select exists (select from ops.load)");
    }
  }

  private static boolean yes(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getBoolean(1);
    }
  }

  private void unpack(BackupFile backup) throws IOException, Refused {
    Path part = settings.home().resolve(PART);
    deleteTree(part);
    Files.createDirectories(part);
    for (String name : backup.below(BackupFile.ARCHIVE)) {
      Path file = part.resolve(name.substring(BackupFile.ARCHIVE.length())).normalize();
      if (!file.startsWith(part)) {
        throw new Refused(Refused.Reason.DAMAGED, name);
      }
      Files.createDirectories(file.getParent());
      try (InputStream in = backup.open(name)) {
        Files.copy(in, file);
      }
    }
  }

  private static DatabaseAddress maintenance(DatabaseAddress address) {
    return address.of("postgres");
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private static void create(DatabaseAddress address, DatabaseAddress made) throws SQLException, Refused {
    try {
      execute(maintenance(address), "create database " + quoted(made.database()) + " template template0 encoding 'UTF8'");
    } catch (SQLException e) {
      throw refused(e);
    }
  }

  private void fill(BackupFile backup, DatabaseAddress made) throws SQLException, IOException, Refused {
    try (HikariDataSource source = OpenWarehouse.pool(made, "restore", 2)) {
      Database database = new Database(source, settings.root());
      database.tablesOf(backup.contents().schema());
      try (Connection connection = made.open()) {
        List<TableDump.Table> tables = backup.contents().tables();
        // A table that is newer than the backup stays as its migration made it.
        TableDump.beginWriting(connection, tables);
        for (TableDump.Table table : tables) {
          try (InputStream in = backup.open(BackupFile.DATABASE + table.name() + ".copy")) {
            long rows = TableDump.in(connection, table, in);
            if (rows != backup.contents().rows().getOrDefault(table.name(), -1L)) {
              throw new Refused(Refused.Reason.DAMAGED, table.name());
            }
          }
        }
        for (var sequence : backup.contents().sequences().entrySet()) {
          TableDump.setSequence(connection, sequence.getKey(), sequence.getValue());
        }
        connection.commit();
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
          statement.execute("analyze");
        }
      } catch (SQLException e) {
        throw refused(e);
      }
      database.migrate();
    }
  }

  /** What the user of the server may not do is said as such. */
  private static Refused refused(SQLException e) throws SQLException {
    if ("42501".equals(e.getSQLState())) {
      return new Refused(Refused.Reason.RIGHTS, "42501");
    }
    throw e;
  }

  /** The list of erasures here may be newer than the backup, never the other way round forgotten: both are kept. */
  private int erasures(BackupFile backup, DatabaseAddress made) throws IOException, SQLException {
    Path here = settings.home().resolve(ErasureList.FILE);
    TreeSet<String> known = new TreeSet<>();
    if (backup.has(ErasureList.FILE)) {
      try (InputStream in = backup.open(ErasureList.FILE)) {
        known.addAll(new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().toList());
      }
    }
    TreeSet<String> since = new TreeSet<>(Files.exists(here) ? Files.readAllLines(here, StandardCharsets.US_ASCII) : List.of());
    since.removeAll(known);
    try (Connection connection = made.open()) {
      new ErasureList(here).join(connection);
    }
    return since.size();
  }

  /** The new database takes the name of the old one, both names in one transaction. */
  private static Optional<String> swap(DatabaseAddress address, DatabaseAddress made, boolean used, String stamp) throws SQLException, Refused {
    String before = address.database() + "_before_" + stamp;
    try {
      execute(
          maintenance(address),
          "begin; alter database " + quoted(address.database()) + " rename to " + quoted(before) + "; alter database " + quoted(made.database()) + " rename to "
              + quoted(address.database()) + "; commit");
    } catch (SQLException e) {
      if ("55006".equals(e.getSQLState())) {
        throw new Refused(Refused.Reason.BUSY, address.database());
      }
      throw refused(e);
    }
    if (!used) {
      execute(maintenance(address), "drop database " + quoted(before));
      return Optional.empty();
    }
    return Optional.of(before);
  }

  private void archive(String stamp) throws IOException {
    Path archive = settings.home().resolve("archive");
    if (Files.exists(archive)) {
      Files.move(archive, archive.resolveSibling("archive.before-" + stamp), StandardCopyOption.ATOMIC_MOVE);
    }
    Files.move(settings.home().resolve(PART), archive, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void execute(DatabaseAddress address, String sql) throws SQLException {
    try (Connection connection = address.open();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static void deleteTree(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, java.io.@org.jspecify.annotations.Nullable IOException failure) throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
