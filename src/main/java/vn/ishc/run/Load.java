package vn.ishc.run;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ishc.feedback.Words;
import vn.ishc.inbox.Arrival;
import vn.ishc.inbox.Submitter;
import vn.ishc.inbox.Submitters;
import vn.ishc.vault.VaultKey;
import vn.ishc.walk.FileReport;
import vn.ishc.walk.FileWalk;
import vn.ishc.warehouse.FileRecord;
import vn.ishc.warehouse.Staging;
import vn.ishc.warehouse.StagingSpool;

/**
 * One load of everything that waits in the inbox. A file that fails through a fault of ours stays where it is and is tried again by the next load; the
 * others go on.
 */
final class Load {
  private static final int WORKERS_MAX = 8;
  private static final Logger LOG = LoggerFactory.getLogger(Load.class);

  /** What a load needs from outside. */
  record Tools(DataSource source, VaultKey key, Settings settings, FileWalk.Knowledge knowledge, Submitters submitters, Words words, Publication publication, Duration settle) {}

  private final Tools tools;
  private final Clock clock;
  private final Claims claims;
  private final Staging staging;
  private final LoadRow row;
  private final Consumer<FileOutcome> progress;
  private final Map<String, Claimed> toStage = new LinkedHashMap<>();
  private final List<Claimed> settled = new ArrayList<>();
  private final Map<Claimed, String> duplicates = new LinkedHashMap<>();

  /** The same bytes under the same name once more: in another subfolder, or with its letters composed in another way. */
  private final List<Claimed> twins = new ArrayList<>();

  private final Map<String, FileOutcome> failed = new ConcurrentHashMap<>();
  private final List<FileOutcome> outcomes = new ArrayList<>();

  Load(Tools tools, LoadRow row, Consumer<FileOutcome> progress) throws IOException, SQLException {
    this.tools = tools;
    this.clock = tools.settings().clock();
    this.claims = new Claims(tools.settings().home(), Settings.ZONE);
    this.row = row;
    this.progress = progress;
    try (Connection connection = tools.source().getConnection()) {
      this.staging = new Staging(connection, tools.knowledge().contracts(), tools.key(), tools.settings().home().resolve("spool"));
    }
  }

  /** Twice the processors: while one file is written by the database another is read. */
  int workers() {
    return Math.clamp(2L * Runtime.getRuntime().availableProcessors(), 2, WORKERS_MAX);
  }

  /** Copies what waits, and decides what is new, what is a duplicate and what is in already. */
  void receive() throws IOException, SQLException {
    Answering answering = new Answering(tools, claims, workers());
    answering.findArchived();
    Instant now = clock.instant();
    List<Claimed> copied = new InboxCopies(tools, claims, outcomes::add).all(now);
    try (Connection connection = tools.source().getConnection()) {
      List<Claimed> claimed = new ArrayList<>(Arrivals.dated(connection, copied, now));
      Failpoint.ARRIVED.reached();
      claimed.sort(
          Comparator.comparingInt((Claimed c) -> c.record().revisionRank())
              .thenComparing(c -> c.record().submitter())
              .thenComparing(c -> c.record().name()));
      rememberSubmitters(connection, claimed);
      settled.addAll(answering.withoutOriginal(claimed));
      Map<String, String> contents = new LinkedHashMap<>();
      Set<String> seen = new HashSet<>();
      for (Claimed file : claimed) {
        if (seen.add(file.record().fileId())) {
          receive(connection, file, contents);
        } else {
          twins.add(file);
        }
      }
    }
  }

  private void rememberSubmitters(Connection connection, List<Claimed> claimed) throws SQLException {
    String sql =
        """
        insert into ops.submitter (submitter, kind, name, plan_district, commune_code) values (?, ?, ?, ?, ?)
        on conflict (submitter) do update
          set kind = excluded.kind, name = excluded.name, plan_district = excluded.plan_district, commune_code = excluded.commune_code
        """;
    try (PreparedStatement s = connection.prepareStatement(sql)) {
      for (String folder : claimed.stream().map(file -> file.record().submitter()).distinct().toList()) {
        Optional<Submitter> submitter = tools.submitters().find(folder);
        if (submitter.isPresent()) {
          s.setString(1, folder);
          s.setString(2, submitter.get().kind().name().toLowerCase(java.util.Locale.ROOT));
          s.setString(3, submitter.get().name());
          s.setString(4, submitter.get().planDistrict().orElse(null));
          s.setString(5, submitter.get().communeCode().orElse(null));
          s.addBatch();
        }
      }
      s.executeBatch();
    }
  }

  private void receive(Connection connection, Claimed file, Map<String, String> contents) throws SQLException, IOException {
    FileRecord record = file.record();
    Optional<String> known = state(connection, record.fileId());
    if (known.isPresent() && known.get().equals("reverted")) {
      takeInAgain(connection, record);
      settled.add(file);
      return;
    }
    if (known.isPresent() && !known.get().equals("refused")) {
      if (one(connection, "select archive_path from ops.file where file_id = ? and archive_path is not null", record.fileId()).isEmpty()) {
        settled.add(file);
        return;
      }
      outcomes.add(outcome(connection, file, "known"));
      claims.release(file);
      claims.takeAway(file);
      return;
    }
    if (known.isPresent() && tools.submitters().find(record.submitter()).isEmpty()) {
      if (!Answers.lies(tools.settings().home(), record)) {
        settled.add(file);
        return;
      }
      outcomes.add(outcome(connection, file, "refused"));
      claims.release(file);
      return;
    }
    Claimed dated = known.isPresent() ? forget(connection, file) : file;
    @Nullable String earlier = contents.get(record.contentSha256());
    Optional<String> same = earlier != null ? Optional.of(earlier) : sameContent(connection, record);
    if (same.isPresent() && tools.submitters().find(record.submitter()).isPresent()) {
      duplicates.put(dated, same.get());
      return;
    }
    if (tools.submitters().find(record.submitter()).isPresent()) {
      contents.put(record.contentSha256(), record.fileId());
    }
    toStage.put(record.fileId(), dated);
  }

  /** A file that was taken back and is dropped again counts again, as received now; its rows are there still. It goes to the archive anew, of another month perhaps. */
  private void takeInAgain(Connection connection, FileRecord record) throws SQLException, IOException {
    Optional<String> former = one(connection, "select archive_path from ops.file where file_id = ? and archive_path is not null", record.fileId());
    if (former.isPresent()) {
      claims.dropFromArchive(former.get());
    }
    try (PreparedStatement s = connection.prepareStatement("update ops.file set state = 'staged', received_at = ?, archive_path = null where file_id = ?")) {
      s.setTimestamp(1, Timestamp.from(record.receivedAt()));
      s.setString(2, record.fileId());
      s.executeUpdate();
    }
  }

  /** A refused file that is dropped again is judged anew, as of the day it first came. */
  private Claimed forget(Connection connection, Claimed file) throws SQLException {
    Instant received;
    try (PreparedStatement s = connection.prepareStatement("delete from ops.file where file_id = ? returning received_at")) {
      s.setString(1, file.record().fileId());
      try (ResultSet rows = s.executeQuery()) {
        rows.next();
        received = rows.getTimestamp(1).toInstant();
      }
    }
    return file.receivedAt(received);
  }

  private static Optional<String> state(Connection connection, String fileId) throws SQLException {
    return one(connection, "select state from ops.file where file_id = ?", fileId);
  }

  private static Optional<String> sameContent(Connection connection, FileRecord record) throws SQLException {
    return one(
        connection,
        "select file_id from ops.file where content_sha256 = ? and state not in ('refused', 'duplicate', 'reverted') order by received_at, file_id limit 1",
        record.contentSha256());
  }

  private static Optional<String> one(Connection connection, String sql, String argument) throws SQLException {
    try (PreparedStatement s = connection.prepareStatement(sql)) {
      s.setString(1, argument);
      try (ResultSet rows = s.executeQuery()) {
        return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
      }
    }
  }

  List<String> toStage() {
    return List.copyOf(toStage.keySet());
  }

  /** Walks one file and stages it in a transaction of its own. */
  void stage(String fileId) throws SQLException, IOException {
    Claimed file = toStage.get(fileId);
    if (file == null) {
      throw new IllegalStateException("no such file in this load: " + fileId);
    }
    try {
      stage(file);
    } catch (RuntimeException | IOException | StackOverflowError | OutOfMemoryError e) {
      failed(file, e);
    } catch (SQLException e) {
      if (!Faults.ofTheData(e)) {
        throw e;
      }
      failed(file, e);
    }
  }

  private void failed(Claimed file, Throwable fault) throws IOException {
    LOG.error("file {} failed: {}", file.record().fileId(), Faults.where(fault));
    FileOutcome outcome = FileOutcome.notLoaded(file.waiting(), "failed");
    failed.put(file.record().fileId(), outcome);
    progress.accept(outcome);
    claims.release(file);
  }

  private void stage(Claimed file) throws SQLException, IOException {
    FileRecord record = file.record();
    LocalDate receivedOn = record.receivedAt().atZone(Settings.ZONE).toLocalDate();
    Optional<Submitter> submitter = tools.submitters().find(record.submitter());
    Arrival arrival = new Arrival(file.copy(), record.name(), record.submitter(), submitter, receivedOn);
    try (StagingSpool spool = staging.spool(record, tools.words());
        Connection connection = tools.source().getConnection()) {
      FileReport report = FileWalk.walk(tools.knowledge(), arrival, spool);
      Failpoint.WALKED.reached();
      connection.setAutoCommit(false);
      row.requireRunning(connection);
      staging.write(connection, row.loadId(), record, report, spool);
      Failpoint.STAGING.reached();
      connection.commit();
      Failpoint.STAGED.reached();
      progress.accept(
          new FileOutcome(
              record.submitter(), record.name(), record.fileId(), report.refused() ? "refused" : "staged", report.feed(), report.period(), report.rowsRead(),
              report.rowsAccepted(), report.rowsRefused(), report.rowsNotData(), report.errors(), report.warnings()));
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
        Optional<String> original = state(connection, duplicate.getValue());
        if (original.isPresent() && !original.get().equals("refused")) {
          staging.writeDuplicate(connection, row.loadId(), file.record(), duplicate.getValue());
          Failpoint.DUPLICATE_NOTED.reached();
          settled.add(file);
          continue;
        }
      }
      toStage.put(file.record().fileId(), file);
      stage(file.record().fileId());
    }
  }

  /** Everything staged enters the star in one transaction. */
  void publish() throws SQLException, IOException {
    settleDuplicates();
    try (Connection connection = tools.source().getConnection()) {
      connection.setAutoCommit(false);
      row.requireRunning(connection);
      tools.publication().publish(connection);
      Failpoint.PUBLISHING.reached();
      connection.commit();
      Failpoint.PUBLISHED.reached();
    }
  }

  /** After the commit: the originals go to the archive, the answers to the outbox. */
  void answer() throws SQLException, IOException {
    List<Claimed> all = new ArrayList<>(settled);
    toStage.values().stream().filter(file -> !failed.containsKey(file.record().fileId())).forEach(all::add);
    outcomes.addAll(new Answering(tools, claims, workers()).answer(all));
    try (Connection connection = tools.source().getConnection()) {
      writeLinkReview(connection);
      row.everythingOnDisk(connection);
    }
    Failpoint.ALL_ANSWERED.reached();
    all.addAll(twins);
    for (Claimed file : all) {
      if (tools.submitters().find(file.record().submitter()).isPresent() && claims.inArchive(file.record()).isPresent()) {
        claims.takeAway(file);
        Failpoint.TAKEN_AWAY.reached();
      }
    }
    try (Connection connection = tools.source().getConnection()) {
      Arrivals.finish(connection);
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

  static FileOutcome outcome(Connection connection, Claimed file, String state) throws SQLException {
    String sql =
        """
        select state, coalesce(feed, ''), coalesce(period, ''), rows_read, rows_accepted, rows_refused, rows_not_data, errors, warnings
        from ops.file where file_id = ?
        """;
    try (PreparedStatement s = connection.prepareStatement(sql)) {
      s.setString(1, file.record().fileId());
      try (ResultSet r = s.executeQuery()) {
        r.next();
        return new FileOutcome(
            file.record().submitter(), file.record().name(), file.record().fileId(), state.isEmpty() ? r.getString(1) : state, r.getString(2), r.getString(3),
            r.getInt(4), r.getInt(5), r.getInt(6), r.getInt(7), r.getInt(8), r.getInt(9));
      }
    }
  }

  List<FileOutcome> outcomes() {
    return List.copyOf(outcomes);
  }
}
