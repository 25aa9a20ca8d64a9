package vn.ishc.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ishc.feedback.Words;
import vn.ishc.inbox.Arrival;
import vn.ishc.inbox.InboxFolder;
import vn.ishc.inbox.InboxFolder.Waiting;
import vn.ishc.inbox.Submitter;
import vn.ishc.inbox.Submitters;
import vn.ishc.vault.VaultKey;
import vn.ishc.walk.FileReport;
import vn.ishc.walk.FileWalk;
import vn.ishc.warehouse.FileRecord;
import vn.ishc.warehouse.Staging;
import vn.ishc.warehouse.StagingSpool;

/**
 * One load of everything that waits in the inbox, side by side with other loads: each file is read by one of them, and what is staged is published and answered by whoever comes first. A file that fails through a fault of ours stays where it is and is tried again by the next load; the
 * others go on.
 */
final class Load {
  private static final int WORKERS_MAX = 8;
  private static final long AWAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
  private static final Logger LOG = LoggerFactory.getLogger(Load.class);

  /** What a load needs from outside. */
  record Tools(DataSource source, VaultKey key, Settings settings, FileWalk.Knowledge knowledge, Submitters submitters, Words words, Publication publication, Duration settle, Lease lease, Turns turns, Path spool) {}

  private final Tools tools;
  private final Clock clock;
  private final Claims claims;
  private final Answering answering;
  private final ClaimRows rows;
  private final Staging staging;
  private final SharedMemory memory = new SharedMemory();
  private final long loadId;
  private final Consumer<FileOutcome> progress;
  private final Map<String, Claimed> toStage = new LinkedHashMap<>();
  private final Queue<Claimed> unstaged = new ConcurrentLinkedQueue<>();
  private final Set<String> staged = ConcurrentHashMap.newKeySet();
  private final List<Claimed> settled = new ArrayList<>();
  private final Map<Claimed, String> duplicates = new LinkedHashMap<>();

  /** The same bytes under the same name once more: in another subfolder, or with its letters composed in another way. */
  private final List<Claimed> twins = new ArrayList<>();

  private final Map<String, FileOutcome> failed = new ConcurrentHashMap<>();
  private final List<FileOutcome> outcomes = new ArrayList<>();

  Load(Tools tools, long loadId, Consumer<FileOutcome> progress) throws IOException, SQLException {
    this.tools = tools;
    this.clock = tools.settings().clock();
    this.claims = new Claims(tools.settings().home(), Settings.ZONE);
    this.answering = new Answering(tools, claims, workers());
    this.rows = new ClaimRows(tools.source(), tools.lease());
    this.loadId = loadId;
    this.progress = progress;
    try (Connection connection = tools.source().getConnection()) {
      this.staging = new Staging(connection, tools.knowledge().contracts(), tools.key(), tools.spool());
    }
  }

  /** Twice the processors: while one file is written by the database another is read. */
  static int workers() {
    return Math.clamp(2L * Runtime.getRuntime().availableProcessors(), 2, WORKERS_MAX);
  }

  /** Copies what waits, and decides what is new, what is a duplicate and what is in already; one load at a time, so that all go by the same moment of receipt. */
  void receive() throws IOException, SQLException {
    tools.turns().receiving();
    try {
      receiveInTurn();
    } finally {
      tools.turns().received();
    }
  }

  private void receiveInTurn() throws IOException, SQLException {
    answering.findArchived();
    List<Waiting> waits = InboxFolder.scan(inbox());
    List<Claimed> claimed = new InboxCopies(tools, claims, outcomes::add).all(waits, clock.instant());
    claimed.sort(
        Comparator.comparingInt((Claimed c) -> c.record().revisionRank())
            .thenComparing(c -> c.record().submitter())
            .thenComparing(c -> c.record().name()));
    try (Connection connection = tools.source().getConnection()) {
      new ArchiveJournal(tools.settings().home()).join(connection);
      SubmitterRows.remember(connection, tools.submitters(), claimed.stream().map(file -> file.record().submitter()).toList());
      ClaimRows.keepOnly(connection, waits.stream().map(this::place).toList());
      settled.addAll(answering.withoutOriginal(claimed));
      Map<String, String> contents = new LinkedHashMap<>();
      Set<String> seen = new HashSet<>();
      // One commit for all: the turn is ours, and each costs a wait for the disk.
      connection.setAutoCommit(false);
      for (Claimed file : claimed) {
        if (seen.add(file.record().fileId())) {
          receive(connection, file, contents);
        } else {
          twins.add(file);
        }
      }
      // The largest first: none is left to a single worker at the end.
      toStage.values().stream().sorted(Comparator.comparingLong((Claimed c) -> c.record().sizeBytes()).reversed()).forEach(unstaged::add);
      LoadRows.toStage(connection, loadId, toStage.size());
      connection.commit();
      connection.setAutoCommit(true);
    }
    Failpoint.ARRIVED.reached();
  }

  private Path inbox() {
    return tools.settings().home().resolve("inbox");
  }

  private String place(Waiting waiting) {
    return inbox().relativize(waiting.path()).toString();
  }

  private void receive(Connection connection, Claimed file, Map<String, String> contents) throws SQLException, IOException {
    FileRecord record = file.record();
    Optional<String> known = FileRows.state(connection, record.fileId());
    if (known.isPresent() && known.get().equals("reverted")) {
      Optional<String> former = FileRows.takeInAgain(connection, record);
      if (former.isPresent()) {
        claims.dropFromArchive(former.get());
      }
      settled.add(file);
      return;
    }
    Optional<Claimed> owed = FileRows.owedSince(connection, record.fileId()).map(file::receivedAt);
    if (known.isPresent() && !known.get().equals("refused")) {
      if (owed.isPresent()) {
        settled.add(owed.get());
        return;
      }
      outcomes.add(FileRows.outcome(connection, file, "known"));
      claims.release(file);
      claims.takeAway(file);
      return;
    }
    boolean ofSomebody = tools.submitters().find(record.submitter()).isPresent();
    if (known.isPresent() && ofSomebody && owed.isPresent()) {
      settled.add(owed.get());
      return;
    }
    if (known.isPresent() && !ofSomebody) {
      if (!Answers.lies(tools.settings().home(), record)) {
        settled.add(owed.orElse(file));
        return;
      }
      outcomes.add(FileRows.outcome(connection, file, "refused"));
      claims.release(file);
      return;
    }
    Claimed dated = registered(connection, known.isPresent() ? file.receivedAt(FileRows.forget(connection, record.fileId())) : file);
    if (dated == null) {
      claims.release(file);
      return;
    }
    @Nullable String earlier = contents.get(record.contentSha256());
    Optional<String> same = earlier != null ? Optional.of(earlier) : FileRows.sameContent(connection, record);
    if (same.isPresent() && ofSomebody) {
      duplicates.put(dated, same.get());
      return;
    }
    if (ofSomebody) {
      contents.put(record.contentSha256(), record.fileId());
    }
    toStage.put(record.fileId(), dated);
  }

  /** The file as all nodes know it; null when it has failed and is not due again. Somebody who asks for a load asks for those as well. */
  private @Nullable Claimed registered(Connection connection, Claimed file) throws SQLException {
    ClaimRows.Registered known = rows.register(connection, file.record(), place(file.waiting()), file.original().written().toEpochMilli(), tools.settle().isZero());
    return known.due() ? file.receivedAt(known.receivedAt()) : null;
  }

  /** Walks the next file and stages it in a transaction of its own; several workers may ask at once. Says whether there was one. */
  boolean stageNext() throws SQLException, IOException {
    Claimed file = unstaged.poll();
    if (file == null) {
      return false;
    }
    stageOrFail(file);
    return true;
  }

  /** Unless another load is at it. */
  private void stageOrFail(Claimed file) throws SQLException, IOException {
    String fileId = file.record().fileId();
    if (!rows.take(fileId)) {
      return;
    }
    try {
      memory.read(fileId, walking -> stage(file, walking));
    } catch (RuntimeException | IOException | StackOverflowError | OutOfMemoryError e) {
      failed(file, e);
    } catch (SQLException e) {
      if (!Faults.ofTheData(e)) {
        throw e;
      }
      failed(file, e);
    }
  }

  private void failed(Claimed file, Throwable fault) throws SQLException, IOException {
    String fileId = file.record().fileId();
    LOG.error("file {} failed: {}", fileId, Faults.where(fault));
    FileOutcome outcome = FileOutcome.notLoaded(file.waiting(), "failed");
    failed.put(fileId, outcome);
    rows.failed(fileId, Faults.where(fault));
    progress.accept(outcome);
    claims.release(file);
  }

  private void stage(Claimed file, SharedMemory.Walking walking) throws SQLException, IOException {
    FileRecord record = file.record();
    LocalDate receivedOn = record.receivedAt().atZone(Settings.ZONE).toLocalDate();
    Optional<Submitter> submitter = tools.submitters().find(record.submitter());
    Arrival arrival = new Arrival(file.copy(), record.name(), record.submitter(), submitter, receivedOn);
    try (StagingSpool spool = staging.spool(record, tools.words());
        Connection connection = tools.source().getConnection()) {
      FileReport report = walking.walk(tools.knowledge(), arrival, spool);
      Failpoint.WALKED.reached();
      connection.setAutoCommit(false);
      // Nobody waits for the disk here: the commit of the publication brings all of this to it, and what a crash takes before is read again.
      Answering.execute(connection, "set local synchronous_commit = off");
      rows.spend(connection, record.fileId());
      staging.write(connection, loadId, record, report, spool);
      Failpoint.STAGING.reached();
      connection.commit();
      Failpoint.STAGED.reached();
      staged.add(record.fileId());
      progress.accept(
          new FileOutcome(
              record.submitter(), record.name(), record.fileId(), report.refused() ? "refused" : "staged", report.feed(), report.period(), report.rowsRead(),
              report.rowsAccepted(), report.rowsRefused(), report.rowsNotData(), report.errors(), report.warnings()));
    }
  }

  /** Files that other loads are reading are waited for, and read here where those give them up. */
  private void awaitOthers() throws SQLException, IOException {
    for (Claimed file : List.copyOf(toStage.values())) {
      String fileId = file.record().fileId();
      while (!staged.contains(fileId) && !failed.containsKey(fileId) && !isOnRecord(fileId) && rows.isElsewhere(fileId)) {
        stageOrFail(file);
        LockSupport.parkNanos(AWAIT_NANOS);
      }
    }
  }

  private boolean isOnRecord(String fileId) throws SQLException {
    try (Connection connection = tools.source().getConnection()) {
      return FileRows.state(connection, fileId).isPresent();
    }
  }

  /** A file of the same bytes as one that was refused is no duplicate of anything: it is walked itself. One whose like failed waits with it, lest they change places. */
  private void settleDuplicates() throws SQLException, IOException {
    for (Map.Entry<Claimed, String> duplicate : duplicates.entrySet()) {
      Claimed file = duplicate.getKey();
      if (failed.containsKey(duplicate.getValue())) {
        failed(file, new IllegalStateException("the same bytes failed"));
        continue;
      }
      try (Connection connection = tools.source().getConnection()) {
        Optional<String> original = FileRows.state(connection, duplicate.getValue());
        boolean told = FileRows.state(connection, file.record().fileId()).isPresent();
        if (!told && original.isPresent() && !original.get().equals("refused")) {
          ClaimRows.forget(connection, file.record().fileId());
          staging.writeDuplicate(connection, loadId, file.record(), duplicate.getValue());
          Failpoint.DUPLICATE_NOTED.reached();
          told = true;
        }
        if (told) {
          settled.add(file);
          continue;
        }
      }
      toStage.put(file.record().fileId(), file);
      stageOrFail(file);
    }
  }

  /** Everything staged enters the star in one transaction; until all is answered no other load publishes. */
  void publish() throws SQLException, IOException {
    awaitOthers();
    tools.turns().publishing();
    settleDuplicates();
    Answering.Drafting drafting = answering.draft(toStage.values().stream().filter(file -> staged.contains(file.record().fileId())).toList());
    try (Connection connection = tools.source().getConnection()) {
      connection.setAutoCommit(false);
      tools.lease().require(connection);
      Turns.publishes(connection);
      tools.publication().publish(connection);
      Failpoint.PUBLISHING.reached();
      connection.commit();
      Failpoint.PUBLISHED.reached();
    } finally {
      drafting.end();
    }
  }

  /** After the commit: the originals go to the archive, the answers to the outbox. */
  void answer() throws SQLException, IOException {
    List<Claimed> all = new ArrayList<>();
    try (Connection connection = tools.source().getConnection()) {
      List<Claimed> mine = new ArrayList<>(settled);
      toStage.values().stream().filter(file -> !failed.containsKey(file.record().fileId())).forEach(mine::add);
      for (Claimed file : mine) {
        if (FileRows.state(connection, file.record().fileId()).isEmpty()) {
          releaseUnread(file);
        } else if (Files.exists(file.copy())) {
          all.add(file);
        } else {
          outcomes.add(FileRows.outcome(connection, file, ""));
        }
      }
    }
    outcomes.addAll(answering.answer(all));
    try (Connection connection = tools.source().getConnection()) {
      writeLinkReview(connection);
      LoadRows.everythingOnDisk(connection, loadId);
    }
    Failpoint.ALL_ANSWERED.reached();
    all.addAll(twins);
    for (Claimed file : all) {
      if (tools.submitters().find(file.record().submitter()).isPresent() && claims.inArchive(file.record()).isPresent()) {
        claims.takeAway(file);
        Failpoint.TAKEN_AWAY.reached();
      }
    }
    outcomes.addAll(failed.values());
    outcomes.sort(Comparator.comparing(FileOutcome::folder).thenComparing(FileOutcome::name));
  }

  private void writeLinkReview(Connection connection) throws SQLException {
    try {
      LinkReview.write(connection, tools.settings().home());
    } catch (IOException e) {
      LOG.error("the form about persons in doubt cannot be written: {}", Faults.where(e));
    }
  }

  /** Another load may have begun to read it just now: then the copy is its. */
  private void releaseUnread(Claimed file) throws SQLException, IOException {
    if (!rows.isElsewhere(file.record().fileId())) {
      claims.release(file);
    }
  }

  List<FileOutcome> outcomes() {
    return List.copyOf(outcomes);
  }
}
