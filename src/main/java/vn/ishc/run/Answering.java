package vn.ishc.run;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ishc.inbox.FileState;
import vn.ishc.inbox.InboxFolder;
import vn.ishc.warehouse.FileRecord;

/** The end of a load, after its commit: every file is answered and goes to the archive, several side by side. */
final class Answering {
  private static final Logger LOG = LoggerFactory.getLogger(Answering.class);
  private static final String UNANSWERED = "select " + FileRows.RECORD + " from ops.file f where archive_path is null";

  private final Load.Tools tools;
  private final Claims claims;
  private final int count;
  private final Drafts drafts = new Drafts();
  private final ArchiveJournal journal;

  /**
   * @param count how many at once
   */
  Answering(Load.Tools tools, Claims claims, int count) {
    this.tools = tools;
    this.claims = claims;
    this.count = count;
    this.journal = new ArchiveJournal(tools.settings().home());
  }

  /** Files that lie in the archive while the crash of a server has taken the line that says so. */
  void findArchived() throws SQLException {
    Map<String, String> found = new LinkedHashMap<>();
    try (Connection connection = tools.source().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(UNANSWERED)) {
      while (rows.next()) {
        Optional<String> path = claims.inArchive(FileRows.record(rows));
        if (path.isPresent()) {
          found.put(rows.getString(1), path.get());
        }
      }
    }
    try (Connection connection = tools.source().getConnection()) {
      for (Map.Entry<String, String> file : found.entrySet()) {
        archived(connection, file.getKey(), file.getValue());
      }
    }
  }

  /** Answers that are written ahead until this is ended; the one at hand is finished. */
  final class Drafting {
    private final Queue<Claimed> waiting;
    private final ExecutorService workers;

    private Drafting(List<Claimed> files, int threads) {
      waiting = new ConcurrentLinkedQueue<>(files);
      workers = Executors.newFixedThreadPool(threads, Thread.ofPlatform().name("draft-", 0).factory());
      for (int i = 0; i < threads; i++) {
        workers.execute(this::draft);
      }
    }

    /** What cannot be drafted is answered after the commit like everything else, and fails there if it must. */
    private void draft() {
      Answers answers = answers();
      try (Connection connection = tools.source().getConnection()) {
        for (Claimed file = waiting.poll(); file != null; file = waiting.poll()) {
          answers.draft(connection, file, FileRows.outcome(connection, file, ""), drafts);
        }
      } catch (SQLException | IOException | RuntimeException e) {
        LOG.warn("answers are not written ahead: {}", Faults.where(e));
      }
    }

    void end() {
      waiting.clear();
      workers.close();
    }
  }

  /** Begins to write answers while the publication keeps one processor busy: with all the others. */
  Drafting draft(List<Claimed> files) {
    return new Drafting(files, Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
  }

  /** One for each worker: what opens the vault's texts is not made for several. */
  private Answers answers() {
    return new Answers(tools.settings().home(), tools.key(), tools.knowledge(), new FormerVersions(tools.knowledge(), tools.submitters(), claims));
  }

  /**
   * Files that are in the warehouse and were not answered before a load was cut off, whose originals have gone meanwhile: our copy is all there is of them. A copy
   * that nobody knows of goes as well.
   *
   * @param claimed what waits
   */
  List<Claimed> withoutOriginal(List<Claimed> claimed) throws SQLException, IOException {
    Map<String, Path> left = claims.left();
    claimed.forEach(file -> left.remove(file.record().fileId()));
    List<Claimed> files = new ArrayList<>();
    try (Connection connection = tools.source().getConnection()) {
      for (Map.Entry<String, Path> copy : left.entrySet()) {
        Optional<FileRecord> record = unanswered(connection, copy.getKey()).filter(file -> tools.submitters().find(file.submitter()).isPresent());
        if (record.isPresent()) {
          Path nowhere = copy.getValue().resolveSibling("no-original");
          files.add(new Claimed(new InboxFolder.Waiting(nowhere, record.get().submitter(), record.get().name(), true), record.get(), copy.getValue(), FileState.of(copy.getValue())));
        } else if (!ClaimRows.isKnown(connection, copy.getKey())) {
          Files.deleteIfExists(copy.getValue());
          Files.deleteIfExists(Drafts.beside(copy.getValue()));
        }
      }
    }
    return files;
  }

  private static Optional<FileRecord> unanswered(Connection connection, String fileId) throws SQLException {
    try (PreparedStatement s = connection.prepareStatement(UNANSWERED + " and file_id = ?")) {
      s.setString(1, fileId);
      try (ResultSet row = s.executeQuery()) {
        return row.next() ? Optional.of(FileRows.record(row)) : Optional.empty();
      }
    }
  }

  List<FileOutcome> answer(List<Claimed> files) throws SQLException, IOException {
    writeDown(files);
    Queue<Claimed> waiting = new ConcurrentLinkedQueue<>(files);
    Queue<FileOutcome> answered = new ConcurrentLinkedQueue<>();
    List<Future<@Nullable Void>> running = new ArrayList<>();
    try (ExecutorService workers = Executors.newFixedThreadPool(count, Thread.ofPlatform().name("answer-", 0).factory())) {
      for (int i = 0; i < count; i++) {
        running.add(
            workers.submit(
                () -> {
                  answer(waiting, answered);
                  return null;
                }));
      }
    }
    for (Future<@Nullable Void> worker : running) {
      ended(worker);
    }
    return List.copyOf(answered);
  }

  private void writeDown(List<Claimed> files) throws SQLException, IOException {
    Map<String, String> places = new LinkedHashMap<>();
    for (Claimed file : files) {
      if (tools.submitters().find(file.record().submitter()).isPresent()) {
        places.put(file.record().fileId(), claims.place(file.record()));
      }
    }
    try (Connection connection = tools.source().getConnection()) {
      journal.add(connection, places);
    }
  }

  /** Passes on what ended a worker. */
  private static void ended(Future<@Nullable Void> worker) throws SQLException, IOException {
    try {
      worker.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case SQLException cause -> throw cause;
        case IOException cause -> throw cause;
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw new IllegalStateException(e.getCause());
      }
    }
  }

  /** File by file, without waiting for the disk each time: {@link #findArchived} tells again where a file lies. */
  private void answer(Queue<Claimed> waiting, Queue<FileOutcome> answered) throws SQLException, IOException {
    Answers answers = answers();
    try (Connection connection = tools.source().getConnection()) {
      execute(connection, "set synchronous_commit = off");
      try {
        for (Claimed file = waiting.poll(); file != null; file = waiting.poll()) {
          FileOutcome outcome = FileRows.outcome(connection, file, "");
          answered.add(answered(answers, connection, file, outcome));
        }
      } finally {
        execute(connection, "reset synchronous_commit");
      }
    }
  }

  /** A file whose answer cannot be written, or that cannot go to the archive, stays in the inbox: the next load tries again. The others go on. */
  private FileOutcome answered(Answers answers, Connection connection, Claimed file, FileOutcome outcome) throws SQLException {
    try {
      answers.write(connection, file, outcome, drafts);
      if (tools.submitters().find(file.record().submitter()).isPresent()) {
        archived(connection, file.record().fileId(), claims.archive(file));
        Failpoint.ARCHIVE_NOTED.reached();
      } else {
        claims.release(file);
      }
      return outcome;
    } catch (IOException e) {
      LOG.error("file {} is loaded, but cannot be answered: {}", file.record().fileId(), Faults.where(e));
      return outcome.as("unanswered");
    }
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void archived(Connection connection, String fileId, String path) throws SQLException {
    try (PreparedStatement s = connection.prepareStatement("update ops.file set archive_path = ? where file_id = ?")) {
      s.setString(1, path);
      s.setString(2, fileId);
      s.executeUpdate();
    }
  }
}
