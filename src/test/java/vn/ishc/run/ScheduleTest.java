package vn.ishc.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ishc.TestDatabase;

class ScheduleTest {
  @TempDir Path folder;

  private Schedule read(String text) throws Exception {
    return Schedule.read(Files.writeString(folder.resolve("schedule.yml"), text), Works.NAMES);
  }

  @Test
  void theOneThatIsShippedLoadsAtHalfPastOneInTheMorning() throws Exception {
    Schedule schedule = Schedule.read(TestDatabase.ROOT.resolve("jobs/schedule.yml"), Works.NAMES);
    assertThat(schedule.zone().getId()).isEqualTo("Asia/Ho_Chi_Minh");
    assertThat(schedule.watch().orElseThrow().every()).isEqualTo(Duration.ofMinutes(1));
    Schedule.Entry load = schedule.entries().getFirst();
    assertThat(load.run()).isEqualTo("load");
    assertThat(load.cron()).isEqualTo("0 30 1 * * ?");
    assertThat(load.madeUp()).isTrue();
  }

  @Test
  void allThatIsWrongIsSaidAtOnce() {
    String text =
        """
        timezone: Saigon
        watch: {every_seconds: 1, settle: 3}
        colour: red
        entries:
          Night Load: {run: laod, cron: "30 1 * *", if_missed: twice, title_vi: Nạp, title_en: Load}
          b1: {cron: "0 0 3 * * ?", title_vi: x, title_en: y}
          c1: 7
        """;
    assertThatThrownBy(() -> read(text))
        .isInstanceOfSatisfying(
            Schedule.BadSchedule.class,
            bad ->
                assertThat(String.join("\n", bad.problems()))
                    .contains("timezone: “Saigon”", "every_seconds: “1”", "settle: is not known", "colour: is not known", "a name has small letters")
                    .contains("“laod” is not known", "cron: “30 1 * *” cannot be read", "“twice” is neither", "b1 › run: is missing", "c1: is no mapping"));
  }

  @Test
  void brokenYamlIsOneProblem() {
    assertThatThrownBy(() -> read("entries: {a: [")).isInstanceOfSatisfying(Schedule.BadSchedule.class, bad -> assertThat(bad.problems()).hasSize(1));
  }

  @Test
  void withoutAWatchNothingIsWatched() throws Exception {
    assertThat(read("entries: {}")).isEqualTo(new Schedule(Settings.ZONE, java.util.Optional.empty(), List.of()));
  }

  @Test
  void whatIsHandedToAPaperIsReadBeforeItIsDue() throws Exception {
    Schedule schedule =
        read(
            """
            entries:
              a1: {run: annualReview, cron: "0 0 6 10 1 ?", title_vi: x, title_en: y, with: {year: soon}}
              b1: {run: verify, cron: "0 0 3 * * ?", title_vi: x, title_en: y, with: {year: 2024}}
              c1: {run: finalEvaluation, cron: "0 0 6 10 1 ?", title_vi: x, title_en: y, with: {as-of: 2025-12-31, district: 429}}
            """);
    assertThat(String.join("\n", Works.problems(schedule, new TestHome(folder).settings("2026-01-05T02:00:00Z"))))
        .contains("a1 › with: year", "b1 › with: year: nothing is handed to verify")
        .doesNotContain("c1");
  }
}
