package vn.ishc.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import vn.ishc.feedback.Words;
import vn.ishc.inbox.Arrival;
import vn.ishc.indicator.IndicatorDefinitions;
import vn.ishc.indicator.Indicators;
import vn.ishc.indicator.Touched;
import vn.ishc.row.Language;
import vn.ishc.run.Knowledge;
import vn.ishc.run.LoadSummary;
import vn.ishc.run.Loads;
import vn.ishc.run.Settings;
import vn.ishc.walk.FileReport;
import vn.ishc.walk.FileWalk;
import vn.ishc.warehouse.EmbeddedServer;
import vn.ishc.vault.VaultKey;
import vn.ishc.warehouse.FileRecord;
import vn.ishc.warehouse.OpenWarehouse;
import vn.ishc.warehouse.KeyCheck;
import vn.ishc.warehouse.SetBasedLoad;
import vn.ishc.warehouse.SqlFolder;
import vn.ishc.warehouse.Staging;
import vn.ishc.warehouse.StagingSpool;

/** Loads files into an embedded database of its own, from the inbox to the star, and tells what took how long. */
final class LoadBenchmark {
  private static final Map<String, String> CLOCK = Map.of("ISHC_CLOCK", "2026-01-05T02:00:00Z");
  private static final long TOLD_MILLIS_MIN = 20;
  private static final List<String> COPIED =
      List.of("staging.member_roster", "vault.person_mention", "vault.row_text", "ops.finding", "vault.finding_text");

  private final Knowledge knowledge;
  private final Settings settings;

  private LoadBenchmark(Knowledge knowledge, Path home) {
    this.knowledge = knowledge;
    this.settings = Settings.of(knowledge.root(), Optional.of(home), Language.VI, true, CLOCK);
  }

  /** Loads one giant roster, and holds the COPY of its rows against a bare one. */
  static void roster(Path file, Knowledge knowledge) throws Exception {
    run(
        knowledge,
        home -> Files.copy(file, Files.createDirectories(home.resolve("inbox").resolve(WalkBenchmark.FOLDER)).resolve("DS-thanh-vien.xlsx")),
        benchmark -> {
          benchmark.load();
          benchmark.recompute();
        });
  }

  /** Holds the COPY of a giant roster into an empty warehouse against bare ones. */
  static void copy(Path file, Knowledge knowledge) throws Exception {
    run(knowledge, home -> Files.createDirectories(home.resolve("inbox")), benchmark -> benchmark.copies(file));
  }

  /** Loads a folder of submitters' folders. */
  static void folder(Path inbox, Knowledge knowledge) throws Exception {
    run(
        knowledge,
        home -> copyTree(inbox, home.resolve("inbox")),
        benchmark -> {
          benchmark.load();
          benchmark.recompute();
        });
  }

  private interface Step<T> {
    void take(T subject) throws Exception;
  }

  private static void run(Knowledge knowledge, Step<Path> fill, Step<LoadBenchmark> measure) throws Exception {
    Path home = Files.createTempDirectory("ishc-benchmark-");
    try {
      fill.take(home);
      LoadBenchmark benchmark = new LoadBenchmark(knowledge, home);
      Stopwatch.time(benchmark::open).print("database made, migrated, seeded", "times");
      measure.take(benchmark);
    } finally {
      new EmbeddedServer(home).stop();
      deleteTree(home);
    }
  }

  private long open() throws Exception {
    OpenWarehouse.open(settings.database(), settings.root()).close();
    return 1;
  }

  private void load() throws Exception {
    long start = System.nanoTime();
    long[] staged = {start};
    LoadSummary[] done = new LoadSummary[1];
    Stopwatch all =
        Stopwatch.time(
            () -> {
              done[0] = new Loads(settings, knowledge).run(file -> staged[0] = System.nanoTime());
              return done[0].files().stream().mapToLong(file -> file.accepted()).sum();
            });
    all.print("file to star, " + done[0].files().size() + " files", "rows");
    System.out.printf(
        Locale.ROOT,
        "  received and staged %.2f s, published and answered %.2f s%n",
        (staged[0] - start) / 1e9,
        all.wallSeconds() - (staged[0] - start) / 1e9);
  }

  /** The same star once more, from all that is staged, rolled back: what each SQL file takes. */
  private void recompute() throws Exception {
    try (OpenWarehouse warehouse = OpenWarehouse.open(settings.database(), settings.root());
        Connection connection = warehouse.source().getConnection()) {
      VaultKey key = KeyCheck.key(connection, settings.vaultKey());
      connection.setAutoCommit(false);
      for (SqlFolder.Timing timing : new SetBasedLoad(settings.root(), key).runAll(connection)) {
        if (timing.millis() >= TOLD_MILLIS_MIN) {
          System.out.printf(Locale.ROOT, "  %-44s %,8d ms%n", timing.file(), timing.millis());
        }
      }
      IndicatorDefinitions definitions = IndicatorDefinitions.read(settings.root().resolve("jobs/indicators.yml"));
      long start = System.nanoTime();
      new Indicators(connection, definitions).refresh(Touched.everything());
      System.out.printf(Locale.ROOT, "  %-44s %,8d ms%n", "indicators", (System.nanoTime() - start) / 1_000_000);
      connection.rollback();
    }
  }

  /** Walks the file into a spool, writes the spool, and copies the same rows into bare tables; all rolled back. */
  private void copies(Path file) throws Exception {
    try (OpenWarehouse warehouse = OpenWarehouse.open(settings.database(), settings.root());
        Connection connection = warehouse.source().getConnection()) {
      VaultKey key = KeyCheck.key(connection, settings.vaultKey());
      Staging staging = new Staging(connection, knowledge.contracts(), key, settings.home().resolve("spool"));
      FileRecord record = new FileRecord("0123456789ab", "0".repeat(64), WalkBenchmark.FOLDER, "DS.xlsx", Files.size(file), Instant.parse(CLOCK.get("ISHC_CLOCK")), 0);
      connection.setAutoCommit(false);
      try (StagingSpool spool = staging.spool(record, new Words())) {
        FileReport report = walk(file, spool);
        Stopwatch write =
            Stopwatch.time(
                () -> {
                  staging.write(connection, loadId(connection), record, report, spool);
                  return report.rowsAccepted();
                });
        write.print("COPY of the spool into staging and vault", "rows");
        double bare = 0;
        double keyed = 0;
        for (String table : COPIED) {
          bare += copyAgain(connection, table, record.fileId(), "create table %s (like %s)");
          keyed += copyAgain(connection, table, record.fileId(), "create table %s (like %s including indexes)");
        }
        told("a bare COPY of the same lines, no key", bare, write);
        told("a COPY of the same lines with the same keys", keyed, write);
      }
      connection.rollback();
    }
  }

  private FileReport walk(Path file, StagingSpool spool) throws Exception {
    FileReport[] report = new FileReport[1];
    Arrival arrival = WalkBenchmark.arrival(file, knowledge);
    Stopwatch.time(
            () -> {
              report[0] = FileWalk.walk(knowledge.forWalk(), arrival, spool);
              return report[0].rowsAccepted();
            })
        .print("read, recognise, clean, check, link, spool", "rows");
    return report[0];
  }

  private static long loadId(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("insert into ops.load (started_at, state) values (now(), 'running') returning load_id")) {
      row.next();
      return row.getLong(1);
    }
  }

  private static void told(String what, double seconds, Stopwatch ours) {
    System.out.printf(Locale.ROOT, "  %s: %.2f s; ours at %.0f %% of its speed%n", what, seconds, 100 * seconds / ours.wallSeconds());
  }

  /** Seconds of one COPY of a file's rows of a table into another, made as told. */
  private static double copyAgain(Connection connection, String table, String fileId, String made) throws SQLException, IOException {
    CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
    String name = "public.again_" + table.replace('.', '_');
    Path lines = Files.createTempFile("again-", ".copy");
    try (Statement statement = connection.createStatement()) {
      try (OutputStream out = Files.newOutputStream(lines)) {
        copies.copyOut("copy (select * from " + table + " where file_id = '" + fileId + "') to stdout", out);
      }
      statement.execute(made.formatted(name, table));
      double seconds;
      try (InputStream in = Files.newInputStream(lines)) {
        long start = System.nanoTime();
        copies.copyIn("copy " + name + " from stdin", in, 1 << 16);
        seconds = (System.nanoTime() - start) / 1e9;
      }
      statement.execute("drop table " + name);
      return seconds;
    } finally {
      Files.delete(lines);
    }
  }

  private static void copyTree(Path from, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.toList()) {
        Files.copy(path, to.resolve(from.relativize(path).toString()));
      }
    }
  }

  private static void deleteTree(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
