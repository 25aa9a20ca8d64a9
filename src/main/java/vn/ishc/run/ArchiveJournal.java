package vn.ishc.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import vn.ishc.vault.SecretFile;
import vn.ishc.warehouse.FileRecord;

/**
 * {@code archive/journal.tsv}: what a warehouse must know of each original besides its bytes, so that it can be made anew where the database is lost: who sent it under what
 * name, when it came, whether it was taken back or taken out of the archive. Lines are only ever added; of several about a file the last one holds. Each ends with a check of its own, so that
 * a line that a crash cut off is known for one.
 */
final class ArchiveJournal {
  /** Its name in the archive. */
  static final String FILE = "journal.tsv";

  private static final int FIELDS = 10;
  private static final List<String> END_OF_LIFE = List.of("reverted", "removed");
  private static final int CHECK_DIGITS = 8;
  private static final String KEY = "key";
  private static final ReentrantLock THIS_PROCESS = new ReentrantLock();
  private static final String FACTS =
      """
      select %s,
        case when original_removed_at is not null then 'removed' when state in ('duplicate', 'reverted') then state else 'taken' end,
        coalesce(duplicate_of, ''), archive_path, coalesce(load_id, 0)
      from ops.file f
      """
          .formatted(FileRows.RECORD);

  private final Path path;

  ArchiveJournal(Path home) {
    this.path = home.resolve("archive").resolve(FILE);
  }

  /**
   * One original.
   *
   * @param record sender, name, bytes, when it came
   * @param path where it lies, below the archive folder
   * @param state {@code taken}, {@code duplicate}, {@code reverted}, or {@code removed}: it lies in the archive no more
   * @param duplicateOf the file whose bytes it repeats; empty for none
   * @param loadId the run that took it in; 0 where only the journal knows of it
   */
  record Original(FileRecord record, String path, String state, String duplicateOf, long loadId) {
    private String line() {
      return checked(
          List.of(
              record.fileId(), record.contentSha256(), Long.toString(record.sizeBytes()), record.receivedAt().toString(), Integer.toString(record.revisionRank()), state,
              duplicateOf, path, record.submitter(), record.name()));
    }

    Original in(long load) {
      return new Original(record, path, state, duplicateOf, load);
    }

    /**
     * Whether this says something later of a file than the other does: it was received again since, or taken back or removed since. So the two are held together wherever one of them
     * is older: the journal, where a crash came between a commit and its line; the database, where it came from a backup.
     */
    private boolean isLaterThan(@Nullable Original other) {
      if (other == null) {
        return true;
      }
      int received = record.receivedAt().compareTo(other.record().receivedAt());
      return received > 0 || (received == 0 && END_OF_LIFE.indexOf(state) > END_OF_LIFE.indexOf(other.state()));
    }
  }

  /** What the journal says: the originals by their identity, and what tells the vault's key from another. */
  record Told(Map<String, Original> originals, Optional<byte[]> keyCheck) {}

  boolean exists() {
    return Files.exists(path);
  }

  /** Reads all of it; lines that were cut off say nothing. */
  Told read() throws IOException {
    Map<String, Original> originals = new LinkedHashMap<>();
    byte @Nullable [] key = null;
    for (String line : exists() ? new String(Files.readAllBytes(path), StandardCharsets.UTF_8).split("\n", -1) : new String[0]) {
      List<String> fields = fields(line);
      if (fields.size() == 2 && fields.getFirst().equals(KEY)) {
        key = HexFormat.of().parseHex(fields.get(1));
      } else if (fields.size() == FIELDS) {
        Original original = original(fields);
        originals.put(original.record().fileId(), original);
      }
    }
    return new Told(originals, Optional.ofNullable(key));
  }

  private static Original original(List<String> f) {
    FileRecord record = new FileRecord(f.get(0), f.get(1), f.get(8), f.get(9), Long.parseLong(f.get(2)), Instant.parse(f.get(3)), Integer.parseInt(f.get(4)));
    return new Original(record, f.get(7), f.get(5), f.get(6), 0);
  }

  private static List<String> fields(String line) {
    int last = line.lastIndexOf('\t');
    if (last < 0 || !check(line.substring(0, last)).equals(line.substring(last + 1))) {
      return List.of();
    }
    List<String> fields = new ArrayList<>();
    for (String field : line.substring(0, last).split("\t", -1)) {
      fields.add(unescaped(field));
    }
    return fields;
  }

  private static String checked(List<String> fields) {
    String line = String.join("\t", fields.stream().map(ArchiveJournal::escaped).toList());
    return line + '\t' + check(line);
  }

  private static String check(String text) {
    return HexFormat.of().formatHex(Claims.sha256().digest(text.getBytes(StandardCharsets.UTF_8))).substring(0, CHECK_DIGITS);
  }

  /** Names may hold whatever a file system allows. */
  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r");
  }

  private static String unescaped(String text) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        char escape = text.charAt(++i);
        plain.append(escape == 't' ? '\t' : escape == 'n' ? '\n' : escape == 'r' ? '\r' : escape);
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  /** Brings the journal up to what the database says of every archived original; how many lines that took. */
  int join(Connection connection) throws SQLException, IOException {
    Told told = read();
    List<String> lines = new ArrayList<>();
    keyCheck(connection).filter(check -> !told.keyCheck().map(HexFormat.of()::formatHex).orElse("").equals(check)).ifPresent(check -> lines.add(checked(List.of(KEY, check))));
    for (Original original : inDatabase(connection)) {
      if (original.isLaterThan(told.originals().get(original.record().fileId()))) {
        lines.add(original.line());
      }
    }
    append(lines);
    return lines.size();
  }

  /** Archived originals of which the journal does not say what the database says. */
  List<String> differing(Connection connection) throws SQLException, IOException {
    Told told = read();
    return inDatabase(connection).stream()
        .filter(original -> !original.in(0).equals(told.originals().get(original.record().fileId())))
        .map(original -> original.record().fileId())
        .toList();
  }

  /** All originals that the journal or the database speaks of, each as whichever of them knows later. */
  List<Original> all(Connection connection) throws SQLException, IOException {
    Map<String, Original> all = new LinkedHashMap<>(read().originals());
    for (Original original : inDatabase(connection)) {
      String id = original.record().fileId();
      Original told = all.get(id);
      all.put(id, told == null || !told.isLaterThan(original) ? original : told.in(original.loadId()));
    }
    return List.copyOf(all.values());
  }

  /**
   * Writes down originals that are about to lie in the archive: before they do, so that none lies there unknown.
   *
   * @param places where each will lie, by the file's identity
   */
  void add(Connection connection, Map<String, String> places) throws SQLException, IOException {
    List<String> lines = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(FACTS + "where file_id = any(?) order by received_at, file_id")) {
      statement.setArray(1, connection.createArrayOf("text", places.keySet().toArray()));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          lines.add(of(row, places.getOrDefault(row.getString(1), "")).line());
        }
      }
    }
    append(lines);
  }

  /** The originals that the database speaks of. */
  static List<Original> inDatabase(Connection connection) throws SQLException {
    List<Original> originals = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(FACTS + "where archive_path is not null order by received_at, file_id");
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        originals.add(of(rows, rows.getString(10)));
      }
    }
    return originals;
  }

  private static Original of(ResultSet r, String place) throws SQLException {
    return new Original(FileRows.record(r), place, r.getString(8), r.getString(9), r.getLong(11));
  }

  private static Optional<String> keyCheck(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("select encode(check_value, 'hex') from vault.key_check");
        ResultSet row = statement.executeQuery()) {
      return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
    }
  }

  /** Adds lines, on a line of their own whatever a crash has left at the end. */
  private void append(Collection<String> lines) throws IOException {
    if (lines.isEmpty()) {
      return;
    }
    Files.createDirectories(path.getParent());
    THIS_PROCESS.lock();
    try (FileChannel channel = opened()) {
      channel.lock();
      long end = channel.size();
      ByteBuffer last = ByteBuffer.allocate(1);
      boolean whole = end == 0 || (channel.read(last, end - 1) == 1 && last.get(0) == '\n');
      ByteBuffer bytes = StandardCharsets.UTF_8.encode((whole ? "" : "\n") + String.join("\n", lines) + "\n");
      channel.position(end);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } finally {
      THIS_PROCESS.unlock();
    }
  }

  private FileChannel opened() throws IOException {
    if (!exists()) {
      try {
        Files.createFile(path, SecretFile.ownerOnly("rw-------"));
      } catch (java.nio.file.FileAlreadyExistsException e) {
        // another process was first
      }
    }
    return FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }
}
