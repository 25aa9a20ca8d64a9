package vn.ishc.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import vn.ishc.inbox.Arrival;
import vn.ishc.link.LinkedRow;
import vn.ishc.row.Finding;
import vn.ishc.run.Knowledge;
import vn.ishc.sample.SampleWriter;
import vn.ishc.walk.FileReport;
import vn.ishc.walk.FileWalk;
import vn.ishc.walk.RowSink;
import vn.ishc.walk.TableReport;

/**
 * How fast a file is checked and loaded, beside POI's own streaming reader on the same file in the same run. See {@code src/docs/performance.md}.
 *
 * <pre>
 * WalkBenchmark [ROWS [LOAD_ROWS]]   1,000,000 rows read, checked; 100,000 rows loaded
 * WalkBenchmark check FILE [ROUNDS]  one file of one's own, only checked
 * WalkBenchmark load FOLDER          an inbox of one's own, loaded into a database of the run
 * WalkBenchmark copy ROWS            rows on their way into staging, beside a bare COPY of the same lines
 * </pre>
 */
public final class WalkBenchmark {
  static final String FOLDER = "huyen-thanh-chuong";
  private static final LocalDate RECEIVED = LocalDate.of(2025, 7, 1);
  private static final long SEED = 7;
  private static final int ROUNDS = 3;

  private WalkBenchmark() {}

  /** See the class. */
  public static void main(String... arguments) throws Exception {
    Knowledge knowledge = Knowledge.read(Path.of("").toAbsolutePath());
    if (arguments.length > 1 && arguments[0].equals("check")) {
      int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : ROUNDS;
      check(Path.of(arguments[1]), knowledge, rounds);
      return;
    }
    machine();
    if (arguments.length > 1 && arguments[0].equals("load")) {
      LoadBenchmark.folder(Path.of(arguments[1]), knowledge);
      return;
    }
    if (arguments.length > 1 && arguments[0].equals("copy")) {
      copy(Integer.parseInt(arguments[1]), knowledge);
      return;
    }
    readAndCheck(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000, knowledge);
    load(arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000, knowledge);
  }

  private static void machine() {
    Runtime runtime = Runtime.getRuntime();
    System.out.printf(
        Locale.ROOT,
        "%s; Java %s (%s); %s %s; %d processors; heap at most %d MB%n",
        LocalDateTime.now(Clock.systemDefaultZone()).truncatedTo(ChronoUnit.MINUTES),
        System.getProperty("java.vm.version"),
        System.getProperty("java.vm.name"),
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        runtime.availableProcessors(),
        runtime.maxMemory() >> 20);
  }

  private static void readAndCheck(int rows, Knowledge knowledge) throws Exception {
    Path file = roster(rows);
    try {
      Stopwatch.best("read", "cells", ROUNDS, () -> ReadBenchmark.readOurs(file));
      check(file, knowledge, ROUNDS);
      Stopwatch.best("POI streaming reader", "cells", ROUNDS, () -> ReadBenchmark.readPoi(file));
    } finally {
      Files.delete(file);
    }
  }

  private static void load(int rows, Knowledge knowledge) throws Exception {
    Path file = roster(rows);
    try {
      LoadBenchmark.roster(file, knowledge);
    } finally {
      Files.delete(file);
    }
  }

  private static void copy(int rows, Knowledge knowledge) throws Exception {
    Path file = roster(rows);
    try {
      LoadBenchmark.copy(file, knowledge);
    } finally {
      Files.delete(file);
    }
  }

  private static void check(Path file, Knowledge knowledge, int rounds) throws Exception {
    long cells = ReadBenchmark.readOurs(file);
    Counter counter = new Counter();
    Stopwatch.best(
        "read, recognise, clean, check, link",
        "cells",
        rounds,
        () -> {
          FileReport report = FileWalk.walk(knowledge.forWalk(), arrival(file, knowledge), counter);
          System.out.printf(
              Locale.ROOT,
              "%s %s: %,d rows accepted, %,d refused, %,d findings; heap in use %d MB of %d MB%n",
              report.feed(),
              report.period(),
              report.rowsAccepted(),
              report.rowsRefused(),
              report.errors() + report.warnings() + report.infos(),
              (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20,
              Runtime.getRuntime().maxMemory() >> 20);
          return cells;
        });
  }

  private static Path roster(int rows) throws IOException {
    Path file = Files.createTempFile("DS-thanh-vien-", ".xlsx");
    SampleWriter.writeGiantRoster(file, rows, SEED);
    System.out.printf(Locale.ROOT, "a roster of %,d rows: %,d KB%n", rows, Files.size(file) >> 10);
    return file;
  }

  static Arrival arrival(Path file, Knowledge knowledge) {
    return new Arrival(file, "DS-thanh-vien.xlsx", FOLDER, knowledge.submitters().find(FOLDER), RECEIVED);
  }

  /** Looks at every row and drops it. */
  private static final class Counter implements RowSink {
    private long rows;
    private long findings;

    @Override
    public void table(TableReport table) {}

    @Override
    public void row(TableReport table, LinkedRow row) {
      rows++;
    }

    @Override
    public void finding(Finding finding) {
      findings++;
    }
  }
}
