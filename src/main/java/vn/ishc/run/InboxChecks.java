package vn.ishc.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ishc.feedback.AnswerWorkbook;
import vn.ishc.feedback.WalkedAnswer;
import vn.ishc.feedback.Words;
import vn.ishc.inbox.Arrival;
import vn.ishc.inbox.InboxFolder;
import vn.ishc.inbox.InboxFolder.Waiting;
import vn.ishc.row.Language;
import vn.ishc.vault.SecretFile;
import vn.ishc.walk.FileReport;
import vn.ishc.walk.FileWalk;
import vn.ishc.warehouse.DatabaseUnavailable;

/**
 * Checks what waits in the inbox and answers at once, without loading it: the watch of an association that loads at night only. The answer is marked as preliminary, the file stays
 * where it is, and every content is answered once.
 */
final class InboxChecks {
  private static final Logger LOG = LoggerFactory.getLogger(InboxChecks.class);

  private final Settings settings;
  private final Knowledge knowledge;
  private final Path copies;

  InboxChecks(Settings settings, Knowledge knowledge) {
    this.settings = settings;
    this.knowledge = knowledge;
    this.copies = settings.home().resolve("checking");
  }

  /**
   * What was done.
   *
   * @param answered files that have an answer now
   * @param failed files that could not be checked through a fault of ours: the load will answer them
   */
  record Checked(int answered, int failed) {}

  /** Checks all files of known senders that have come to rest; one node at a time, as Quartz wakes them. */
  Checked run(Duration settle) throws IOException, SQLException, DatabaseUnavailable {
    Path inbox = settings.home().resolve("inbox");
    int answered = 0;
    int failed = 0;
    List<Waiting> waits = InboxFolder.scan(inbox);
    List<Waiting> settled = new ArrayList<>();
    for (Waiting file : waits) {
      if (file.regular() && knowledge.submitters().find(file.folder()).isPresent() && InboxFolder.isSettled(file, Clock.systemUTC().instant(), settle)) {
        settled.add(file);
      }
    }
    if (settled.isEmpty()) {
      return new Checked(0, 0);
    }
    Restore.deleteTree(copies);
    Files.createDirectories(copies, SecretFile.ownerOnly("rwx------"));
    try (Connection connection = settings.database().open()) {
      keepOnly(connection, waits.stream().map(file -> inbox.relativize(file.path()).toString()).toList());
      for (Waiting file : settled) {
        try {
          answered += answered(connection, file, inbox.relativize(file.path()).toString()) ? 1 : 0;
        } catch (NoSuchFileException e) {
          // its sender has taken it away, or a load has
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
          failed++;
          LOG.error("a file of folder {} cannot be checked: {}", file.folder(), Faults.where(e));
        }
      }
    } finally {
      Restore.deleteTree(copies);
    }
    return new Checked(answered, failed);
  }

  private boolean answered(Connection connection, Waiting file, String place) throws IOException, SQLException {
    long size = Files.size(file.path());
    long modified = Files.getLastModifiedTime(file.path(), LinkOption.NOFOLLOW_LINKS).toMillis();
    if (isKnown(connection, place, size, modified)) {
      return false;
    }
    Path copy = Files.createTempFile(copies, "file", ".copy");
    Files.copy(file.path(), copy, StandardCopyOption.REPLACE_EXISTING);
    String fileId = Claims.fileId(Rebuild.sha256(copy), file.folder(), file.name());
    if (FileRows.state(connection, fileId).isPresent() || !begun(connection, fileId, place, size, modified)) {
      return false;
    }
    answer(file, copy);
    try (PreparedStatement s = connection.prepareStatement("update ops.preliminary_answer set answered_at = clock_timestamp() where file_id = ?")) {
      s.setString(1, fileId);
      s.executeUpdate();
    }
    return true;
  }

  private void answer(Waiting file, Path copy) throws IOException {
    WalkedAnswer answer = new WalkedAnswer(new Words(), true);
    Arrival arrival =
        new Arrival(copy, file.name(), file.folder(), knowledge.submitters().find(file.folder()), settings.clock().instant().atZone(Settings.ZONE).toLocalDate());
    FileReport report = FileWalk.walk(knowledge.forWalk(), arrival, answer);
    Path target = Files.createDirectories(settings.home().resolve("outbox").resolve(file.folder())).resolve(AnswerWorkbook.nameFor(file.name()));
    Path part = target.resolveSibling("." + copy.getFileName() + ".phan-hoi.part");
    try {
      AnswerWorkbook.preliminary(Language.VI, knowledge.forWalk().limits(), knowledge.forWalk().finder()).write(answer.answer(arrival, report, knowledge.places()), copy, part);
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static boolean isKnown(Connection connection, String place, long size, long modified) throws SQLException {
    try (PreparedStatement s = connection.prepareStatement("select from ops.preliminary_answer where path = ? and size_bytes = ? and modified_ms = ?")) {
      s.setString(1, place);
      s.setLong(2, size);
      s.setLong(3, modified);
      try (ResultSet row = s.executeQuery()) {
        return row.next();
      }
    }
  }

  /** Whether this content is answered now, and by us; the same content written again is only remembered as such. */
  private static boolean begun(Connection connection, String fileId, String place, long size, long modified) throws SQLException {
    String sql =
        """
        insert into ops.preliminary_answer as a (file_id, path, size_bytes, modified_ms, begun_at) values (?, ?, ?, ?, clock_timestamp())
        on conflict (file_id) do update set path = excluded.path, size_bytes = excluded.size_bytes, modified_ms = excluded.modified_ms
        returning xmax = 0
        """;
    try (PreparedStatement s = connection.prepareStatement(sql)) {
      s.setString(1, fileId);
      s.setString(2, place);
      s.setLong(3, size);
      s.setLong(4, modified);
      try (ResultSet row = s.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  private static void keepOnly(Connection connection, List<String> places) throws SQLException {
    try (PreparedStatement s = connection.prepareStatement("delete from ops.preliminary_answer where not path = any(?)")) {
      s.setArray(1, connection.createArrayOf("text", places.toArray()));
      s.executeUpdate();
    }
  }
}
