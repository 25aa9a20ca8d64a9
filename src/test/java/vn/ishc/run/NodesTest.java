package vn.ishc.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ishc.TestDatabase;
import vn.ishc.warehouse.DatabaseAddress;

/**
 * Several processes on one database and one home folder. {@code -Dishc.test.files=500} makes it the long run of reliability.md; 40 files is the usual one.
 */
class NodesTest {
  private static final String NOW = "2026-01-05T02:00:00Z";
  private static final int FILES = Integer.getInteger("ishc.test.files", 40);
  private static final int MANY = 200;
  private static final int ROWS = 1_500;
  private static final Duration LEASE = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(60L + 2L * FILES);

  @TempDir Path folder;
  private final List<Process> processes = new ArrayList<>();

  @AfterEach
  void nobodyIsLeft() throws Exception {
    for (Process process : processes) {
      process.destroyForcibly().waitFor();
    }
  }

  /** Lists of one broadcaster, no two alike, each a later version of the one before. */
  private static void drop(TestHome home) throws Exception {
    Path sample = TestDatabase.ROOT.resolve("sample-inputs/dai-ptth-nghe-an/Tin bai 6 thang dau nam 2025.csv");
    String header = Files.readString(sample, StandardCharsets.UTF_8).lines().findFirst().orElseThrow();
    Path aside = Files.createDirectories(home.path("inbox/.coming"));
    for (int i = 0; i < FILES; i++) {
      StringBuilder text = new StringBuilder(header).append('\n');
      for (int row = 1; row <= ROWS; row++) {
        text.append("%d;%d/%d/2025;Đài PTTH Nghệ An;phát thanh;Câu lạc bộ liên thế hệ, lần %d, bài %d;%n".formatted(row, 1 + row % 28, 1 + row % 6, i, row));
      }
      Files.writeString(aside.resolve("Tin bai 6 thang dau nam 2025 lan " + i + ".csv"), text);
    }
    Files.move(aside, home.path("inbox/dai-ptth-nghe-an"));
  }

  private Process start(TestHome home, String what) throws Exception {
    Settings settings = home.settings(NOW);
    DatabaseAddress address = settings.givenDatabase().orElseThrow();
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Dishc.lease.seconds=" + LEASE.toSeconds(), "-cp", System.getProperty("java.class.path"),
            Node.class.getName(), what, settings.home().toString(), NOW, TestHome.KEY, address.url(), address.user(), address.password());
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve("node-" + processes.size() + ".log").toFile()).start();
    processes.add(process);
    return process;
  }

  private String said(int process) throws Exception {
    return Files.readString(folder.resolve("node-" + process + ".log"));
  }

  private static Instant await(TestHome home, String question) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    while (!home.value(question).equals("t") && Instant.now().isBefore(end)) {
      Thread.sleep(50);
    }
    assertThat(home.value(question)).as(question).isEqualTo("t");
    return Instant.now();
  }

  private static String staged(int least) {
    return "select count(*) >= " + least + " from ops.file";
  }

  private static final String ALL_IN = "select count(*) = " + FILES + " from ops.file where state <> 'staged' and archive_path is not null";

  private List<String> undisturbed() throws Exception {
    TestHome home = new TestHome(folder.resolve("alone"));
    drop(home);
    home.load(NOW);
    return home.marts();
  }

  private static void signal(String name, Process process) throws Exception {
    assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor()).isZero();
  }

  @Test
  void threeShareTheFilesAndWhenOneIsKilledTheOthersTakeOver() throws Exception {
    List<String> expected = undisturbed();
    TestHome home = new TestHome(folder.resolve("home"));
    start(home, "serve");
    start(home, "serve");
    await(home, "select count(*) = 2 from ops.qrtz_scheduler_state");
    drop(home);
    Process load = start(home, "load");
    await(home, staged(FILES / 4));
    load.destroyForcibly().waitFor();
    Instant killed = Instant.now();
    Instant takenOver = await(home, "select not exists (select from ops.lease where node like '%:" + load.pid() + "')");
    Instant in = await(home, ALL_IN);
    System.out.printf(
        "%d files: what the killed node had claimed was free after %d ms (lease %d ms), all in after %d ms, staged by %s loads%n", FILES,
        Duration.between(killed, takenOver).toMillis(), LEASE.toMillis(), Duration.between(killed, in).toMillis(), home.value("select count(distinct load_id) from ops.file"));
    assertThat(home.marts()).isEqualTo(expected);
    if (FILES >= MANY) {
      // A few files may all be read before the second node has looked.
      assertThat(home.value("select count(distinct load_id) > 1 from ops.file")).as("they shared the work").isEqualTo("t");
    }
    // A node that looked into the inbox while another finished may have noted a file once more: the next load forgets that.
    assertThat(home.rows("select file_id from ops.claim c where not exists (select from ops.file f where f.file_id = c.file_id)")).isEmpty();
    await(home, "select count(*) = 0 from ops.lease");
  }

  @Test
  void aNodeThatHangsAndWakesUpWritesNothing() throws Exception {
    List<String> expected = undisturbed();
    TestHome home = new TestHome(folder.resolve("home"));
    drop(home);
    Process hanging = start(home, "load");
    await(home, staged(FILES / 4));
    signal("STOP", hanging);
    Process other = start(home, "load");
    assertThat(other.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(other.exitValue()).as(said(1)).isZero();
    assertThat(home.marts()).isEqualTo(expected);
    String before = home.value("select max(load_id) || ' ' || count(*) from ops.file");
    signal("CONT", hanging);
    assertThat(hanging.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(home.value("select max(load_id) || ' ' || count(*) from ops.file")).isEqualTo(before);
    assertThat(home.marts()).isEqualTo(expected);
    assertThat(new Verification(home.settings(NOW), TestHome.KNOWLEDGE).run()).allMatch(Verification.Invariant::holds);
    assertThat(home.value("select state from ops.load order by load_id limit 1")).isEqualTo("failed");
  }
}
