package vn.ishc.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ishc.walk.SampleAnswers;
import vn.ishc.walk.SampleAnswers.Answer;

class LoadOrderTest {
  private static final String NOW = "2026-01-05T02:00:00Z";
  private static final String REGISTRY = "huyen-thanh-chuong/DS CLB 6 thang dau nam 2025.xlsx";
  private static final String CORRECTED = "huyen-thanh-chuong/DS CLB 6 thang dau nam 2025 - da sua.xlsm";
  private static final String SAME_BYTES = "huyen-thanh-chuong/Copy of DS CLB 6 thang dau nam 2025.xlsx";
  private static final String ROSTER = "huyen-thanh-chuong/DS hoi vien 6 thang dau nam 2025.xls";
  private static final List<String> FILES =
      List.of(
          REGISTRY,
          CORRECTED,
          ROSTER,
          "huyen-thanh-chuong/DS CLB 6 thang cuoi nam 2024.xls",
          "ubnd-tinh/Phu luc chi tieu KH 345.xlsx",
          "xa-dai-dong-17713/DS CLB 6 thang cuoi nam 2025.xlsx",
          "xa-dai-dong-17713/DS hoi vien 6 thang cuoi nam 2025.xlsx",
          "xa-dai-dong-17713/DS hoi vien 6 thang cuoi nam 2025 2.xlsx",
          "xa-mon-son-17263/DS CLB 6 thang cuoi nam 2025.xlsx",
          "xa-mon-son-17263/DS hoi vien 6 thang cuoi nam 2025.xls");

  @TempDir Path folder;

  private TestHome home(String name) {
    return new TestHome(folder.resolve(name));
  }

  private static void load(TestHome home, List<String> files) throws Exception {
    for (String file : files) {
      home.drop(file);
    }
    home.load(NOW);
  }

  @Test
  void neitherTheOrderNorTheNumberOfLoadsChangesWhatTheMartsSay() throws Exception {
    TestHome once = home("once");
    load(once, FILES);
    List<String> marts = once.marts();
    assertThat(marts).filteredOn(row -> row.startsWith("membership")).hasSizeGreaterThan(300);
    load(once, FILES);
    assertThat(once.marts()).as("the same files a second time").isEqualTo(marts);

    TestHome backwards = home("backwards");
    List<String> reversed = FILES.reversed();
    load(backwards, reversed.subList(0, 3));
    load(backwards, reversed.subList(3, 7));
    load(backwards, reversed.subList(7, 10));
    assertThat(backwards.marts()).as("in three loads, backwards").isEqualTo(marts);

    TestHome mixed = home("mixed");
    load(mixed, List.of(CORRECTED, ROSTER, FILES.get(6), FILES.get(9)));
    List<String> rest = new ArrayList<>(FILES);
    rest.removeAll(List.of(CORRECTED, ROSTER, FILES.get(6), FILES.get(9)));
    load(mixed, rest);
    assertThat(mixed.marts()).as("rosters and the correction first").isEqualTo(marts);
  }

  @Test
  void theSameFileTwiceChangesNothing() throws Exception {
    TestHome home = home("a");
    load(home, List.of(REGISTRY, ROSTER));
    List<String> marts = home.marts();
    home.drop(ROSTER);
    LoadSummary second = home.load("2026-02-05T02:00:00Z");
    assertThat(second.files()).singleElement().extracting(FileOutcome::state).isEqualTo("known");
    assertThat(home.marts()).isEqualTo(marts);
    assertThat(SampleAnswers.filesIn(home.path("inbox"))).as("taken from the inbox").isEmpty();
  }

  @Test
  void aCorrectedFileReplacesTheSlice() throws Exception {
    TestHome home = home("a");
    load(home, List.of(REGISTRY));
    assertThat(home.rows("select state from mart.file")).containsExactly("loaded_with_findings");
    home.drop(CORRECTED);
    home.load("2026-01-06T02:00:00Z");
    assertThat(home.rows("select state from mart.file order by received_at")).containsExactly("superseded", "loaded");
    TestHome correctedAlone = home("b");
    correctedAlone.drop(CORRECTED);
    correctedAlone.load("2026-01-06T02:00:00Z");
    String clubs = "select t::text from mart.club t order by t::text collate \"C\"";
    assertThat(home.rows(clubs)).isNotEmpty().isEqualTo(correctedAlone.rows(clubs));
  }

  @Test
  void aDuplicateUnderAnotherNameIsRecognised() throws Exception {
    TestHome home = home("a");
    load(home, List.of(REGISTRY));
    List<String> clubs = home.rows("select t::text from mart.club t order by t::text collate \"C\"");
    home.drop(SAME_BYTES);
    LoadSummary summary = home.load(NOW);
    assertThat(summary.files()).singleElement().extracting(FileOutcome::state).isEqualTo("duplicate");
    assertThat(home.rows("select state from mart.file order by file_name")).containsExactlyInAnyOrder("duplicate", "loaded_with_findings");
    assertThat(home.rows("select t::text from mart.club t order by t::text collate \"C\"")).isEqualTo(clubs);
    TestHome together = home("b");
    load(together, List.of(REGISTRY, SAME_BYTES));
    assertThat(together.rows("select state from mart.file where file_name like 'Copy%'")).containsExactly("duplicate");
  }

  @Test
  void aBrokenFileLeavesNothingBehindAndIsAnswered() throws Exception {
    TestHome home = home("a");
    load(home, List.of(ROSTER));
    List<String> members = home.rows("select t::text from mart.membership t order by t::text collate \"C\"");
    String broken = "DS hoi vien 6 thang dau nam 2025 (moi).xls";
    byte[] sound = Files.readAllBytes(SampleAnswers.FOLDER.resolve(ROSTER));
    home.drop("huyen-thanh-chuong", broken, Arrays.copyOf(sound, sound.length / 2));
    assertThat(home.load(NOW).files()).singleElement().extracting(FileOutcome::state).isEqualTo("refused");
    assertThat(home.rows("select t::text from mart.membership t order by t::text collate \"C\"")).isEqualTo(members);
    Path answer = home.path("outbox").resolve("huyen-thanh-chuong").resolve(broken + ".phan-hoi.xlsx");
    assertThat(AnswerPage.lines(answer)).anyMatch(line -> line.contains("F03")).anyMatch(line -> line.contains("không mở được tệp"));
  }

  /** All samples, each on the day it is said to come in. */
  @Test
  void everySampleGetsTheStateAndTheCountsItWasMadeForAndNoRowVanishes() throws Exception {
    TestHome home = home("all");
    Map<LocalDate, List<Answer>> days =
        SampleAnswers.files().values().stream().collect(Collectors.groupingBy(Answer::receivedOn, TreeMap::new, Collectors.toList()));
    for (Map.Entry<LocalDate, List<Answer>> day : days.entrySet()) {
      for (Answer answer : day.getValue()) {
        home.drop(answer.file());
      }
      home.load(day.getKey() + "T02:00:00Z");
    }
    List<String> expected = SampleAnswers.files().values().stream().map(LoadOrderTest::expected).toList();
    String sql =
        """
        select submitter || '/' || file_name || ' ' || state
          || case when state = 'refused' then '' else concat(' ', feed, ' ', period, ' ', rows_accepted, '+', rows_refused, '+', rows_not_data) end
        from mart.file
        """;
    assertThat(home.rows(sql)).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(home.value("select count(*) from mart.file where rows_read <> rows_accepted + rows_refused + rows_not_data")).isEqualTo("0");
    assertThat(clubs(home)).containsExactlyInAnyOrderElementsOf(SampleAnswers.clubs());
  }

  private static String expected(Answer answer) {
    String line = answer.file() + " " + answer.state();
    return answer.state().equals("refused")
        ? line
        : "%s %s %s %d+%d+%d".formatted(line, answer.feed(), answer.period(), answer.accepted(), answer.refused(), answer.notData());
  }

  private static List<String> clubs(TestHome home) throws Exception {
    return home.rows(
        """
        select concat_ws(';', club_name, district_code, commune_code, commune_name, founded_on, cohort, period, coalesce(members::text, ''),
          coalesce(women::text, ''), coalesce(older_60::text, ''), coalesce(older_55::text, ''), coalesce(poor::text, ''), coalesce(near_poor::text, ''),
          coalesce(minority::text, ''), coalesce(lone::text, ''), coalesce(priority::text, ''), coalesce(volunteers::text, ''), coalesce(roster_period, ''))
        from mart.club
        """);
  }
}
