package vn.ishc.run;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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

/** Runs loads: one at a time on one database, whoever asks. */
public final class Loads {
  /** Key of the advisory lock that a load holds: a second load waits for the first. */
  private static final long LOCK = 0x4953_4843_4C4FL;

  private static final int UNLOCK_SECONDS_MAX = 120;

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
   * Loads what has come to rest in the inbox, unless another load is at it.
   *
   * @param settle how long nothing may have written to a file
   * @return what was loaded; empty when another load runs
   */
  Optional<LoadSummary> runSettled(Duration settle) throws DatabaseUnavailable, VaultLocked, SQLException, IOException {
    return run(outcome -> {}, settle, false);
  }

  private Optional<LoadSummary> run(Consumer<FileOutcome> progress, Duration settle, boolean patient)
      throws DatabaseUnavailable, VaultLocked, SQLException, IOException {
    long start = System.nanoTime();
    DatabaseAddress address = settings.database();
    try (OpenWarehouse warehouse = OpenWarehouse.open(address, settings.root());
        Connection lock = warehouse.source().getConnection()) {
      if (patient) {
        lock(lock);
      } else if (!tryLock(lock)) {
        return Optional.empty();
      }
      try {
        VaultKey key = KeyCheck.key(lock, settings.vaultKey());
        new ErasureList(settings.home().resolve(ErasureList.FILE)).join(lock);
        return Optional.of(run(warehouse, lock, key, new Asked(progress, settle), start));
      } finally {
        unlock(lock);
      }
    }
  }

  /** What the caller wants of a load. */
  private record Asked(Consumer<FileOutcome> progress, Duration settle) {}

  private LoadSummary run(OpenWarehouse warehouse, Connection lock, VaultKey key, Asked asked, long start) throws SQLException, IOException {
    HikariDataSource source = warehouse.source();
    LoadRow row;
    try (Connection connection = source.getConnection()) {
      row = LoadRow.begin(connection, settings.clock().instant());
    }
    Load load = new Load(tools(source, key, asked.settle()), row, asked.progress());
    boolean done = false;
    try (HikariDataSource diary = warehouse.diary();
        LockWatch watch = new LockWatch(lock, source, diary)) {
      done = execute(diary, load, row.loadId());
      Failpoint.ENDING.reached();
    } finally {
      end(source, row, done);
    }
    return new LoadSummary(load.outcomes(), (System.nanoTime() - start) / 1_000_000, rolesMissing(source));
  }

  /** A load whose database has gone cannot say that it failed: the next one says it. */
  private void end(HikariDataSource source, LoadRow row, boolean done) throws SQLException {
    if (source.isClosed()) {
      return;
    }
    try (Connection connection = source.getConnection()) {
      row.end(connection, settings.clock().instant(), done);
    }
  }

  private static List<String> rolesMissing(HikariDataSource source) throws SQLException {
    try (Connection connection = source.getConnection()) {
      return Access.missing(connection);
    }
  }

  private Load.Tools tools(HikariDataSource source, VaultKey key, Duration settle) throws IOException {
    FileWalk.Knowledge walk = knowledge.forWalk();
    Submitters submitters = knowledge.submitters();
    return new Load.Tools(source, key, settings, walk, submitters, new Words(), connection -> publish(connection, key), settle);
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

  private void publish(Connection connection, VaultKey key) throws SQLException, IOException {
    List<String> staged = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select file_id from ops.file where state = 'staged' order by file_id")) {
      while (rows.next()) {
        staged.add(rows.getString(1));
      }
    }
    if (staged.isEmpty()) {
      return;
    }
    new SetBasedLoad(settings.root(), key).run(connection, staged);
    knowledge.refreshIndicators(connection);
  }

  static void lock(Connection connection) throws SQLException {
    call(connection, "select pg_advisory_lock(?)");
  }

  private static boolean tryLock(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
      statement.setLong(1, LOCK);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getBoolean(1);
      }
    }
  }

  /** The lock of a session that has gone is gone. */
  static void unlock(Connection connection) throws SQLException {
    if (connection.isValid(UNLOCK_SECONDS_MAX)) {
      call(connection, "select pg_advisory_unlock(?)");
    }
  }

  private static void call(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, LOCK);
      statement.execute();
    }
  }
}
