package vn.ishc.run;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.ishc.vault.ErasureList;
import vn.ishc.vault.SecretFile;
import vn.ishc.warehouse.DatabaseUnavailable;
import vn.ishc.warehouse.OpenWarehouse;
import vn.ishc.warehouse.TableDump;

/**
 * Writes a {@link BackupFile}: all tables as of one moment at which no load was running, and the originals that they speak of. It waits for a load to end, then
 * lets loads go on. The key of the vault is not in it: a key beside what it locks locks nothing.
 */
public final class Backup {
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(Settings.ZONE);
  private static final Pattern OURS = Pattern.compile("ishc-\\d{8}-\\d{6}\\.zip");
  private static final String READ_ME =
      """
      Bản sao lưu của kho dữ liệu câu lạc bộ liên thế hệ tự giúp nhau. Khôi phục: ./ishc restore <tệp này>
      Có trong đây: mọi bảng của cơ sở dữ liệu, tệp gốc đã nhận (archive), danh sách người đã xóa thông tin.
      Không có: khóa vault.key (phải giữ riêng, nơi khác), tệp đang chờ trong inbox, thư trả lời trong outbox, mật khẩu.
      Tệp này chứa thông tin cá nhân: hãy cất ở nơi khóa kín.

      A backup of the ISHC warehouse. Restore: ./ishc restore <this file>
      In it: every table of the database, the originals as received (archive), the list of erasures.
      Not in it: the key vault.key (keep it apart), files waiting in the inbox, answers in the outbox, passwords.
      It holds personal data: keep it under lock.
      """;

  private final Settings settings;

  /** @param settings where and when */
  public Backup(Settings settings) {
    this.settings = settings;
  }

  /**
   * What was written.
   *
   * @param path the backup
   * @param tables how many tables
   * @param rows how many rows
   * @param files how many originals
   * @param unsound originals that are missing or have other bytes than they came with; the backup has the others
   * @param unarchived files that a broken-off load left without their place in the archive: the next load brings them there, this backup has not got them
   */
  public record Written(Path path, int tables, long rows, int files, List<String> unsound, int unarchived) {
    /** Copies the list. */
    public Written {
      unsound = List.copyOf(unsound);
    }
  }

  private record Original(String path, String sha256) {}

  /** The folder that backups go to when nobody says where. */
  static Path folder(Settings settings) {
    return settings.home().resolve("backups");
  }

  /**
   * Makes a backup.
   *
   * @param target a folder, or the name of a zip that does not exist yet; empty for {@code backups/} of the home folder
   * @throws FileAlreadyExistsException when the target is a file already: no backup is written over
   */
  public Written run(Optional<Path> target) throws DatabaseUnavailable, SQLException, IOException {
    Path path = path(target);
    Path part = path.resolveSibling("." + path.getFileName() + ".part");
    Files.deleteIfExists(part);
    Files.createFile(part, SecretFile.ownerOnly("rw-------"));
    try (OpenWarehouse warehouse = OpenWarehouse.open(settings.database(), settings.root());
        Connection lock = warehouse.source().getConnection();
        Connection connection = settings.database().open()) {
      Loads.lock(lock);
      try {
        TableDump.beginReading(connection);
      } finally {
        Loads.unlock(lock);
      }
      Written written = write(connection, part, path);
      try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
      return written;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private Path path(Optional<Path> target) throws IOException {
    Path wanted = target.orElseGet(() -> folder(settings)).toAbsolutePath().normalize();
    boolean zip = wanted.toString().endsWith(".zip") && !Files.isDirectory(wanted);
    Path path = zip ? wanted : wanted.resolve("ishc-" + STAMP.format(settings.clock().instant()) + ".zip");
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(path.toString());
    }
    Files.createDirectories(path.getParent(), SecretFile.ownerOnly("rwx------"));
    return path;
  }

  private Written write(Connection connection, Path part, Path path) throws SQLException, IOException {
    List<Original> originals = originals(connection);
    List<String> unsound = new ArrayList<>();
    Map<String, Long> rows = new TreeMap<>();
    Map<String, String> columns = new TreeMap<>();
    Map<String, String> sums = new TreeMap<>();
    try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(part), 1 << 16), StandardCharsets.UTF_8)) {
      zip.setLevel(Deflater.BEST_SPEED);
      Sealing sealing = new Sealing(zip, sums);
      sealing.add("READ-ME.txt", out -> out.write(READ_ME.getBytes(StandardCharsets.UTF_8)));
      for (TableDump.Table table : TableDump.tables(connection)) {
        columns.put(table.name(), table.columns());
        sealing.add(BackupFile.DATABASE + table.name() + ".copy", out -> rows.put(table.name(), TableDump.out(connection, table, out)));
      }
      for (Original original : originals) {
        Path file = settings.home().resolve("archive").resolve(original.path());
        boolean there = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
        if (!there || !sealing.add(BackupFile.ARCHIVE + original.path(), out -> Files.copy(file, out)).equals(original.sha256())) {
          unsound.add(original.path());
        }
      }
      Path erasures = settings.home().resolve(ErasureList.FILE);
      if (Files.exists(erasures)) {
        sealing.add(ErasureList.FILE, out -> Files.copy(erasures, out));
      }
      BackupFile.Contents contents = new BackupFile.Contents(
          settings.clock().instant(), TableDump.schemaVersion(connection), keyCheck(connection), originals.size(), rows, columns, TableDump.sequences(connection));
      sealing.add(BackupFile.CONTENTS, out -> out.write(contents.text().getBytes(StandardCharsets.UTF_8)));
      sealing.seal();
    }
    int unarchived = (int) one(connection, "select count(*) from ops.file f join ops.submitter using (submitter) where archive_path is null");
    return new Written(path, rows.size(), rows.values().stream().mapToLong(Long::longValue).sum(), originals.size() - missing(unsound), unsound, unarchived);
  }

  private int missing(List<String> unsound) {
    return (int) unsound.stream().filter(path -> !Files.isRegularFile(settings.home().resolve("archive").resolve(path))).count();
  }

  private static List<Original> originals(Connection connection) throws SQLException {
    List<Original> originals = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select archive_path, content_sha256 from ops.file where archive_path is not null and original_removed_at is null order by archive_path collate \"C\"")) {
      while (rows.next()) {
        originals.add(new Original(rows.getString(1), rows.getString(2)));
      }
    }
    return originals;
  }

  private static String keyCheck(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select check_value from vault.key_check")) {
      return row.next() ? HexFormat.of().formatHex(row.getBytes(1)) : "";
    }
  }

  private static long one(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Writes files into the zip and keeps their hashes. */
  private record Sealing(ZipOutputStream zip, Map<String, String> sums) {
    /** Writes the bytes of one file. */
    interface Content {
      void to(OutputStream out) throws IOException, SQLException;
    }

    String add(String name, Content content) throws IOException, SQLException {
      MessageDigest digest = Claims.sha256();
      zip.putNextEntry(new ZipEntry(name));
      content.to(new DigestOutputStream(zip, digest));
      zip.closeEntry();
      String sum = HexFormat.of().formatHex(digest.digest());
      sums.put(name, sum);
      return sum;
    }

    void seal() throws IOException {
      StringBuilder list = new StringBuilder();
      sums.forEach((name, sum) -> list.append(sum).append("  ").append(BackupFile.listed(name)).append('\n'));
      byte[] bytes = list.toString().getBytes(StandardCharsets.UTF_8);
      zip.putNextEntry(new ZipEntry(BackupFile.SUMS));
      zip.write(bytes);
      zip.closeEntry();
      zip.setComment(BackupFile.COMMENT + HexFormat.of().formatHex(Claims.sha256().digest(bytes)));
    }
  }

  /** The backups of a folder that carry our names, the newest last. */
  static List<Path> in(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> OURS.matcher(file.getFileName().toString()).matches()).sorted().toList();
    }
  }

  /** Deletes all but the newest backups of a folder; how many went. */
  static int keepNewest(Path folder, int keep) throws IOException {
    List<Path> all = in(folder);
    List<Path> old = all.subList(0, Math.max(0, all.size() - keep));
    for (Path backup : old) {
      Files.delete(backup);
    }
    return old.size();
  }
}
