package vn.ishc.run;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import vn.ishc.feedback.Words;
import vn.ishc.inbox.Submitters;
import vn.ishc.vault.ErasureList;
import vn.ishc.vault.VaultKey;
import vn.ishc.vault.VaultLocked;
import vn.ishc.walk.FileWalk;
import vn.ishc.warehouse.Access;
import vn.ishc.warehouse.DatabaseAddress;
import vn.ishc.warehouse.DatabaseUnavailable;
import vn.ishc.warehouse.KeyCheck;
import vn.ishc.warehouse.OpenWarehouse;
import vn.ishc.warehouse.SetBasedLoad;

/** Runs loads: any number of them side by side on one database, which share the files among them. */
public final class Loads {
  private final Settings settings;
  private final Knowledge knowledge;

  /**
   * @param settings where and when
   * @param knowledge contracts, lists, places
   */
  public Loads(Settings settings, Knowledge knowledge) {
    this.settings = settings;
    this.knowledge = knowledge;
  }

  /**
   * Loads everything that waits in the inbox.
   *
   * @param progress hears of every file once it is read
   * @throws VaultLocked when the key of the vault is missing or another one; nothing was touched
   * @throws LoadFailed when the load as a whole failed; the inbox is as before, nothing is half in
   */
  public LoadSummary run(Consumer<FileOutcome> progress) throws DatabaseUnavailable, VaultLocked, SQLException, IOException {
    return run(progress, Duration.ZERO, true).orElseThrow();
  }

  /**
   * Loads what has come to rest in the inbox, together with other loads that are at it.
   *
   * @param settle how long nothing may have written to a file
   * @return what was loaded; empty when somebody has the warehouse to himself
   */
  Optional<LoadSummary> runSettled(Duration settle) throws DatabaseUnavailable, VaultLocked, SQLException, IOException {
    return run(outcome -> {}, settle, false);
  }

  private Optional<LoadSummary> run(Consumer<FileOutcome> progress, Duration settle, boolean patient)
      throws DatabaseUnavailable, VaultLocked, SQLException, IOException {
    long start = System.nanoTime();
    DatabaseAddress address = settings.database();
    String holder = Lease.newHolder();
    try (OpenWarehouse warehouse = OpenWarehouse.open(address, settings.root(), Lease.application(holder));
        Connection lock = warehouse.source().getConnection()) {
      Turns turns = new Turns(lock);
      if (patient) {
        turns.work();
      } else if (!turns.tryWork()) {
        return Optional.empty();
      }
      try {
        VaultKey key = KeyCheck.key(lock, settings.vaultKey());
        new ErasureList(settings.home().resolve(ErasureList.FILE)).join(lock);
        return Optional.of(run(new Place(warehouse, address, holder, turns), key, new Asked(progress, settle), start));
      } finally {
        turns.end();
      }
    }
  }

  /** Where a load works, and under which name. */
  private record Place(OpenWarehouse warehouse, DatabaseAddress address, String holder, Turns turns) {}

  /** What the caller wants of a load. */
  private record Asked(Consumer<FileOutcome> progress, Duration settle) {}

  private LoadSummary run(Place place, VaultKey key, Asked asked, long start) throws SQLException, IOException {
    HikariDataSource source = place.warehouse().source();
    Path spool = settings.home().resolve("spool").resolve(place.holder());
    long loadId;
    Lease lease;
    try (Connection connection = source.getConnection()) {
      // Together: a load that seems to run has a lease, or was killed.
      connection.setAutoCommit(false);
      loadId = LoadRows.begin(connection, settings.clock().instant());
      lease = Lease.take(place.address(), connection, place.holder(), loadId);
      connection.commit();
      connection.setAutoCommit(true);
    }
    boolean done = false;
    try (lease) {
      sweepSpools(source);
      Load load = new Load(tools(place, key, asked.settle(), lease, spool), loadId, asked.progress());
      try (HikariDataSource diary = place.warehouse().diary()) {
        done = execute(diary, load, loadId);
        Failpoint.ENDING.reached();
      }
      return new LoadSummary(load.outcomes(), (System.nanoTime() - start) / 1_000_000, rolesMissing(source));
    } finally {
      Restore.deleteTree(spool);
      try (Connection connection = source.getConnection()) {
        LoadRows.end(connection, loadId, settings.clock().instant(), done);
      }
    }
  }

  /** What loads that are no more have left of the lines they were reading. */
  private void sweepSpools(HikariDataSource source) throws SQLException, IOException {
    Path spools = settings.home().resolve("spool");
    if (!Files.isDirectory(spools)) {
      return;
    }
    Set<String> alive = new HashSet<>();
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select holder from ops.lease")) {
      while (rows.next()) {
        alive.add(rows.getString(1));
      }
    }
    try (Stream<Path> left = Files.list(spools)) {
      for (Path spool : left.filter(path -> !alive.contains(path.getFileName().toString())).toList()) {
        Restore.deleteTree(spool);
      }
    }
  }

  private static List<String> rolesMissing(HikariDataSource source) throws SQLException {
    try (Connection connection = source.getConnection()) {
      return Access.missing(connection);
    }
  }

  private Load.Tools tools(Place place, VaultKey key, Duration settle, Lease lease, Path spool) throws IOException {
    FileWalk.Knowledge walk = knowledge.forWalk();
    Submitters submitters = knowledge.submitters();
    return new Load.Tools(
        place.warehouse().source(), key, settings, walk, submitters, new Words(), connection -> publish(connection, key, spool), settle, lease, place.turns(), spool);
  }

  private static boolean execute(HikariDataSource diary, Load load, long loadId) {
    try {
      JobDiary jobs = JobDiary.in(diary);
      JobParameters parameters = new JobParametersBuilder().addLong("loadId", loadId).toJobParameters();
      JobExecution execution = jobs.run(new LoadJob(jobs, load).job(), parameters);
      if (execution.getStatus() != BatchStatus.COMPLETED) {
        Throwable cause = execution.getAllFailureExceptions().isEmpty() ? null : execution.getAllFailureExceptions().getFirst();
        throw new LoadFailed(cause == null ? "unknown" : String.valueOf(cause.getMessage()));
      }
      return true;
    } catch (LoadFailed e) {
      throw e;
    } catch (Exception e) {
      throw new LoadFailed(Faults.where(e));
    }
  }

  private void publish(Connection connection, VaultKey key, Path spool) throws SQLException, IOException {
    if (staged(connection).isEmpty()) {
      return;
    }
    SetBasedLoad star = new SetBasedLoad(settings.root(), key);
    new FormerRows(settings, knowledge, key, spool.resolve("former")).complete(connection, () -> star.run(connection, staged(connection)));
    knowledge.refreshIndicators(connection);
  }

  private static List<String> staged(Connection connection) throws SQLException {
    List<String> staged = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select file_id from ops.file where state = 'staged' order by file_id")) {
      while (rows.next()) {
        staged.add(rows.getString(1));
      }
    }
    return staged;
  }

  /** Waits until no load is at work, and lets none begin. */
  static void lock(Connection connection) throws SQLException {
    Turns.alone(connection);
  }

  static void unlock(Connection connection) throws SQLException {
    Turns.together(connection);
  }
}
