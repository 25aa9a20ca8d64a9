package vn.ishc.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ishc.inbox.InboxFolder;
import vn.ishc.run.Schedule.Entry;
import vn.ishc.run.Schedule.Watch;

class ServeTest {
  private static final String NOW = "2026-01-05T02:00:00Z";
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Entry NIGHTLY = new Entry("nightly-load", "load", "0 30 1 * * ?", true, "Nạp", "Load", Map.of());

  @TempDir Path folder;

  private static Schedule schedule(Duration settle) {
    return new Schedule(Settings.ZONE, Optional.of(new Watch(SECOND, settle)), List.of(NIGHTLY));
  }

  private static Serve start(TestHome home, Duration settle) throws Exception {
    return Serve.start(home.settings(NOW), TestHome.KNOWLEDGE, schedule(settle));
  }

  private static void await(TestHome home, String question, String answer) throws Exception {
    Instant end = Instant.now().plusSeconds(90);
    while (!home.value(question).equals(answer) && Instant.now().isBefore(end)) {
      Thread.sleep(100);
    }
    assertThat(home.value(question)).as(question).isEqualTo(answer);
  }

  @Test
  void whatIsDroppedIsLoadedOnceByOneOfTwoNodes() throws Exception {
    TestHome home = new TestHome(folder);
    try (Serve one = start(home, SECOND);
        Serve other = start(home, SECOND)) {
      assertThat(one.health()).containsEntry("database", true).containsEntry("schedule", true);
      home.drop("ubnd-tinh/Phu luc chi tieu KH 345.xlsx");
      await(home, "select count(*) from ops.file where state like 'loaded%' and archive_path is not null", "1");
      await(home, "select count(*) from ops.scheduled_run where entry = 'inbox-watch' and outcome = 'done'", "1");
      assertThat(home.value("select count(distinct instance_name) from ops.qrtz_scheduler_state")).isEqualTo("1");
      assertThat(other.metrics()).contains("ishc_inbox_waiting 0.0");
    }
    assertThat(home.value("select count(*) from ops.load")).isEqualTo("1");
    assertThat(folder.resolve("inbox/ubnd-tinh")).isEmptyDirectory();
  }

  @Test
  void anEntryThatIsDueRunsOnceWhoeverWakes() throws Exception {
    TestHome home = new TestHome(folder);
    Instant due = Instant.parse("2026-01-05T18:30:00Z");
    try (Serve one = start(home, Duration.ofHours(1));
        Serve other = start(home, Duration.ofHours(1))) {
      one.entry("nightly-load", due);
      other.entry("nightly-load", due);
      one.entry("nightly-load", due.plusSeconds(86_400));
      assertThat(home.rows("select outcome from ops.scheduled_run")).containsExactly("nothing", "nothing");
    }
  }

  @Test
  void aFaultOfARunIsWrittenDownAndEndsNothing() throws Exception {
    TestHome home = new TestHome(folder);
    home.drop("ubnd-tinh/Phu luc chi tieu KH 345.xlsx");
    try (Serve serve = Serve.start(home.settings(NOW), TestHome.KNOWLEDGE, new Schedule(Settings.ZONE, Optional.of(new Watch(HOUR, Duration.ZERO)), List.of(NIGHTLY)))) {
      Files.createDirectories(folder.resolve("claimed").getParent());
      Files.writeString(folder.resolve("claimed"), "in the way");
      serve.entry("nightly-load", Instant.parse("2026-01-05T18:30:00Z"));
      assertThat(home.value("select outcome from ops.scheduled_run where entry = 'nightly-load'")).isEqualTo("failed");
      Files.delete(folder.resolve("claimed"));
      serve.entry("nightly-load", Instant.parse("2026-01-06T18:30:00Z"));
      assertThat(home.value("select outcome from ops.scheduled_run where entry = 'nightly-load' order by due_at desc limit 1")).isEqualTo("done");
    }
  }

  @Test
  void aFileRestsWhenNothingWroteToItAndNobodyHasItOpen() throws Exception {
    Path file = Files.createFile(folder.resolve("a.xlsx"));
    InboxFolder.Waiting waiting = new InboxFolder.Waiting(file, "", "a.xlsx", true);
    Instant now = Instant.parse("2026-01-05T02:00:00Z");
    Files.setLastModifiedTime(file, FileTime.from(now.minusSeconds(10)));
    assertThat(InboxFolder.isSettled(waiting, now, Duration.ofSeconds(45))).isFalse();
    assertThat(InboxFolder.isSettled(waiting, now.plusSeconds(60), Duration.ofSeconds(45))).isTrue();
    assertThat(InboxFolder.isSettled(waiting, Instant.now(), Duration.ofSeconds(45))).as("a copy that brought an old time along").isFalse();
    assertThat(InboxFolder.isSettled(waiting, Instant.now().plusSeconds(60), Duration.ofSeconds(45))).isTrue();
    Files.setLastModifiedTime(file, FileTime.from(now.plus(Duration.ofDays(900))));
    assertThat(InboxFolder.isSettled(waiting, now, Duration.ofSeconds(45))).as("a clock that is wrong").isTrue();
    Path lock = Files.createFile(folder.resolve("~$a.xlsx"));
    Files.setLastModifiedTime(lock, FileTime.from(now.minusSeconds(600)));
    assertThat(InboxFolder.isSettled(waiting, now, Duration.ofSeconds(45))).as("open in Excel").isFalse();
    Files.setLastModifiedTime(lock, FileTime.from(now.minus(Duration.ofDays(2))));
    assertThat(InboxFolder.isSettled(waiting, now, Duration.ofSeconds(45))).as("a forgotten lock").isTrue();
  }

  @Test
  void aTriggerThatIsUnchangedRemembersAndOneThatIsGoneGoes() throws Exception {
    TestHome home = new TestHome(folder);
    start(home, SECOND).close();
    home.run("update ops.qrtz_triggers set prev_fire_time = 1234567 where trigger_name = 'nightly-load'");
    start(home, SECOND).close();
    assertThat(home.value("select prev_fire_time from ops.qrtz_triggers where trigger_name = 'nightly-load'")).isEqualTo("1234567");
    Entry past = new Entry("past", "verify", "0 0 6 15 1 ? 2020", false, "Đã qua", "Past", Map.of());
    Serve.start(home.settings(NOW), TestHome.KNOWLEDGE, new Schedule(Settings.ZONE, Optional.empty(), List.of(past))).close();
    assertThat(home.rows("select trigger_name from ops.qrtz_triggers")).isEmpty();
  }

  @Test
  void thePageSaysWhetherAllIsWell() throws Exception {
    TestHome home = new TestHome(folder);
    try (Serve serve = start(home, Duration.ofHours(1));
        HealthPage page = HealthPage.open(serve, 0);
        HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> health = get(client, page, "health");
      assertThat(health.statusCode()).isEqualTo(200);
      assertThat(health.body()).isEqualTo("{\"status\":\"UP\",\"components\":{\"database\":{\"status\":\"UP\"},\"schedule\":{\"status\":\"UP\"}}}");
      assertThat(get(client, page, "prometheus").body()).contains("ishc_inbox_waiting", "jvm_memory_used_bytes");
    }
  }

  private static HttpResponse<String> get(HttpClient client, HealthPage page, String name) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + page.port() + "/actuator/" + name);
    return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }
}
