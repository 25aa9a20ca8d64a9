package vn.ishc.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ishc.TestDatabase;
import vn.ishc.run.Failpoints;

/** A load that is cut off anywhere is finished by the next one, and nobody can tell. {@link CrashRun} does the same two hundred times over any inbox. */
@DisabledOnOs(OS.WINDOWS)
class CrashTest {
  private static final Instant BEFORE = Instant.parse("2026-01-15T04:00:00Z");
  private static final Instant AFTER = Instant.parse("2026-01-15T03:10:00Z");
  private static final boolean ALL = Boolean.getBoolean("ishc.crash.all");
  private static final int RANDOM_KILLS = ALL ? 5 : 2;

  /** Versions of one slice, a duplicate, damage, nobody's file, several formats, an indicator's target. */
  private static final List<String> SAMPLES =
      List.of(
          "ubnd-tinh/Phu luc chi tieu KH 345.xlsx",
          "huyen-nam-dan/DS CLB 6 thang dau nam 2025.xlsx",
          "huyen-nam-dan/DS hoi vien 6 thang dau nam 2025.xlsx",
          "huyen-nam-dan/Mau 02 - ds hoi vien (sua lan 2) FINAL.xlsx",
          "huyen-nam-dan/So thu no quy CLB 6 thang dau nam 2025.ods",
          "xa-con-cuong-17254/DS hoi vien 6 thang cuoi nam 2025.xlsx",
          "usb-cua-ai/DS hoi vien 6 thang cuoi nam 2025.xlsx");

  @TempDir static Path folder;
  private static CrashHome home;
  private static Snapshot undisturbed;

  @BeforeAll
  static void undisturbedLoad() throws Exception {
    Path inbox = folder.resolve("files");
    for (String sample : SAMPLES) {
      copy(sample, inbox.resolve(sample));
    }
    copy(SAMPLES.get(1), inbox.resolve("huyen-nam-dan/Copy of DS CLB.xlsx"));
    home = new CrashHome(folder.resolve("home"), inbox);
    home.reset();
    home.finish(BEFORE);
    undisturbed = home.snapshot();
    assertThat(undisturbed.parts().get("inbox/")).as("what is nobody's stays").hasSize(1);
    assertThat(home.broken(BEFORE)).isEmpty();
  }

  private static void copy(String sample, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.copy(TestDatabase.ROOT.resolve("sample-inputs").resolve(sample), to);
  }

  @AfterAll
  static void stop() throws Exception {
    home.close();
  }

  private static void nobodyCanTell() throws Exception {
    assertThat(undisturbed.differences(home.snapshot())).isEmpty();
  }

  /** One in each part of a load; with {@code -Dishc.crash.all=true} all there are, which takes minutes. */
  static List<String> points() {
    return ALL ? Failpoints.halts() : List.of("ARRIVED", "STAGED", "PUBLISHED", "ARCHIVED");
  }

  static List<String> fullDisks() {
    return ALL ? List.of("WALKED=full", "ANSWERING=full", "ARCHIVED*2=full") : List.of("ANSWERING=full");
  }

  /** The process ends at the point as if killed; the next load thinks that it is almost an hour earlier. */
  @ParameterizedTest
  @MethodSource("points")
  void aLoadThatIsCutOffAtAPointIsFinishedByTheNext(String point) throws Exception {
    home.reset();
    assertThat(home.ended(home.load(BEFORE, Failpoints.armed(point)))).as(home.said()).isEqualTo(Failpoints.STATUS);
    home.finish(AFTER);
    nobodyCanTell();
    assertThat(home.broken(AFTER)).isEmpty();
    assertThat(home.ask("select count(*) from ops.batch_job_execution where status in ('STARTING', 'STARTED')")).isEqualTo("0");
    assertThat(home.ask("select count(*) from ops.batch_step_execution where status in ('STARTING', 'STARTED')")).isEqualTo("0");
  }

  @Test
  void randomKillsInARowLeaveNoTrace() throws Exception {
    long seed = System.nanoTime();
    CrashRun run = new CrashRun(home, seed);
    run.undisturbed();
    int struck = 0;
    while (struck < RANDOM_KILLS) {
      struck += run.round(RANDOM_KILLS - struck);
      assertThat(undisturbed.differences(home.snapshot())).as("seed " + seed + ", " + run.blows()).isEmpty();
    }
  }

  /** The original has left the inbox meanwhile: our copy is all there is of the file. */
  @ParameterizedTest
  @ValueSource(strings = {"STAGED*5", "PUBLISHED"})
  void aFileThatIsInNeedsItsOriginalNoMore(String point) throws Exception {
    home.reset();
    home.ended(home.load(BEFORE, Failpoints.armed(point)));
    String staged = home.ask("select submitter || '/' || file_name from ops.file where state <> 'refused' order by file_id limit 1");
    Files.delete(home.path("inbox").resolve(staged));
    home.finish(AFTER);
    assertThat(home.broken(AFTER)).isEmpty();
    assertThat(home.path("outbox").resolve(staged + ".phan-hoi.xlsx")).exists();
    assertThat(home.path("claimed")).isEmptyDirectory();
  }

  /** Weeks may pass until somebody turns the machine on again: a file that is in keeps the moment it came. */
  @Test
  void whatIsOwedAnAnswerKeepsTheMomentItCame() throws Exception {
    home.reset();
    home.ended(home.load(BEFORE, Failpoints.armed("PUBLISHED")));
    home.finish(BEFORE.plus(Duration.ofDays(40)));
    nobodyCanTell();
    home.reset();
    home.ended(home.load(BEFORE, Failpoints.armed("PUBLISHED")));
    home.finish(BEFORE.minus(Duration.ofHours(9)));
    nobodyCanTell();
  }

  /** The sender took the file back before anything of it was in. */
  @Test
  void aCopyOfAFileThatWasNeverReadGoesWithItsOriginal() throws Exception {
    home.reset();
    home.ended(home.load(BEFORE, Failpoints.armed("ARRIVED")));
    assertThat(home.path("claimed")).isNotEmptyDirectory();
    CrashHome.deleteTree(home.path("inbox"));
    home.finish(AFTER);
    assertThat(home.path("claimed")).isEmptyDirectory();
    assertThat(home.ask("select count(*) from ops.file")).isEqualTo("0");
    assertThat(home.ask("select count(*) from ops.claim")).isEqualTo("0");
  }

  /** A disk that is full at any point: the load says so and ends; with room again the next one finishes. */
  @ParameterizedTest
  @MethodSource("fullDisks")
  void aFullDiskLosesNothing(String point) throws Exception {
    home.reset();
    assertThat(home.ended(home.load(BEFORE, Failpoints.armed(point)))).as(home.said()).isEqualTo(1);
    home.finish(AFTER);
    nobodyCanTell();
  }

  /** What is read side by side shares the memory: a file for which it did not do is read again alone, and nobody can tell. */
  @Test
  void aFileForWhichTheMemoryDidNotDoIsReadAgain() throws Exception {
    home.reset();
    assertThat(home.ended(home.load(BEFORE, Failpoints.armed("WALKED*2=memory")))).as(home.said()).isIn(0, 3);
    assertThat(home.said()).contains("read again alone");
    nobodyCanTell();
  }

  /** Of a file that cannot be copied nobody knows that it came: it comes with the next load. */
  @Test
  void aFileThatCannotBeCopiedHoldsUpNobodyElse() throws Exception {
    home.reset();
    assertThat(home.ended(home.load(BEFORE, Failpoints.armed("COPYING=full")))).as(home.said()).isEqualTo(1);
    home.finish(AFTER.plusSeconds(7200));
    assertThat(home.ask("select count(*) from ops.file")).isEqualTo(Integer.toString(undisturbed.parts().get("ops.file").size()));
    assertThat(home.broken(AFTER.plusSeconds(7200))).isEmpty();
  }

  /** One sender's folder of answers cannot be written: the others are answered, and that one is when it can be. */
  @Test
  void anOutboxThatCannotBeWrittenHoldsUpNobodyElse() throws Exception {
    home.reset();
    Path inTheWay = Files.writeString(Files.createDirectories(home.path("outbox")).resolve("huyen-nam-dan"), "");
    assertThat(home.ended(home.load(BEFORE))).as(home.said()).isEqualTo(1);
    assertThat(home.path("outbox/ubnd-tinh")).isNotEmptyDirectory();
    assertThat(home.path("inbox/huyen-nam-dan")).isNotEmptyDirectory();
    assertThat(home.path("inbox/ubnd-tinh")).isEmptyDirectory();
    Files.delete(inTheWay);
    home.finish(AFTER);
    nobodyCanTell();
  }
}
