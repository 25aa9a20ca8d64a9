package vn.ishc.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that the program cannot digest, through a fault of its own. */
class FailingFileTest {
  private static final String NOW = "2026-01-05T02:00:00Z";
  private static final String FILE = "ubnd-tinh/Phu luc chi tieu KH 345.xlsx";

  @TempDir Path folder;

  private static Works.Ended watch(TestHome home) throws Exception {
    return new Works(home.settings(NOW), TestHome.KNOWLEDGE).run("load", Map.of(), Duration.ofMillis(1));
  }

  private static void fails(TestHome home, int times) throws Exception {
    for (int i = 0; i < times; i++) {
      home.run("update ops.claim set attempts = attempts + 1, not_before = case when attempts + 1 >= " + ClaimRows.ATTEMPTS_MAX + " then 'infinity'::timestamptz else now() + interval '1 hour' end");
    }
  }

  /** Registers the file as a load would that fails before it reads. */
  private static void seen(TestHome home, Path file) throws Exception {
    byte[] bytes = Files.readAllBytes(file);
    String sha = java.util.HexFormat.of().formatHex(Claims.sha256().digest(bytes));
    String name = file.getFileName().toString();
    home.run(
        "insert into ops.claim (file_id, content_sha256, path, size_bytes, modified_ms, received_at, program) values ('%s', '%s', '%s', %d, %d, now(), '-')"
            .formatted(Claims.fileId(sha, "ubnd-tinh", name), sha, FILE, bytes.length, Files.getLastModifiedTime(file).toMillis()));
  }

  @Test
  void itIsLeftAloneUntilItIsDueDroppedAnewOrAskedFor() throws Exception {
    TestHome home = new TestHome(folder);
    home.drop(FILE);
    Path file = folder.resolve("inbox").resolve(FILE);
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
    seen(home, file);
    fails(home, 1);
    assertThat(watch(home).outcome()).as("not due").isEqualTo("nothing");
    assertThat(home.value("select count(*) from ops.load")).as("and quiet").isEqualTo("0");
    fails(home, ClaimRows.ATTEMPTS_MAX);
    assertThat(watch(home).outcome()).as("given up").isEqualTo("nothing");
    home.run("update ops.claim set program = 'former'");
    assertThat(watch(home).outcome()).as("the program is another one").isEqualTo("done");
    assertThat(home.rows("select path from ops.claim")).isEmpty();
  }

  @Test
  void droppedAnewItIsTriedAgainAndByHandAnyway() throws Exception {
    for (String how : List.of("anew", "by hand")) {
      TestHome home = new TestHome(folder.resolve(how));
      home.drop(FILE);
      Path file = folder.resolve(how).resolve("inbox").resolve(FILE);
      Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
      seen(home, file);
      fails(home, ClaimRows.ATTEMPTS_MAX);
      if (how.equals("anew")) {
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-02T00:00:00Z")));
        assertThat(watch(home).outcome()).isEqualTo("done");
      } else {
        assertThat(home.load(NOW).files()).extracting(FileOutcome::state).allMatch(state -> state.startsWith("loaded"));
      }
    }
  }

  @Test
  void aFaultIsRememberedWithItsPlaceAndPauses() throws Exception {
    TestHome home = new TestHome(folder);
    home.run("insert into ops.load (started_at, state) values (now(), 'running')");
    home.run("insert into ops.lease (holder, node, load_id, taken_at, until) select 'x', 'x', load_id, now(), now() + interval '1 hour' from ops.load");
    Lease lease;
    try (var connection = home.source().getConnection()) {
      lease = Lease.take(home.settings(NOW).givenDatabase().orElseThrow(), connection, Lease.newHolder(), 1);
    }
    try (lease) {
      home.drop(FILE);
      seen(home, folder.resolve("inbox").resolve(FILE));
      ClaimRows rows = new ClaimRows(home.source(), lease);
      String id = home.value("select file_id from ops.claim");
      for (int i = 1; i <= ClaimRows.ATTEMPTS_MAX; i++) {
        home.run("update ops.claim set not_before = null");
        assertThat(rows.take(id)).isTrue();
        assertThat(rows.take(id)).as("one at a time").isFalse();
        rows.failed(id, "java.lang.IllegalStateException vn.ishc.x.Y.z:1");
        assertThat(rows.take(id)).as("not at once").isFalse();
        assertThat(home.value("select attempts || ' ' || (not_before = 'infinity') from ops.claim")).isEqualTo(i + " " + (i == ClaimRows.ATTEMPTS_MAX));
      }
    }
  }
}
