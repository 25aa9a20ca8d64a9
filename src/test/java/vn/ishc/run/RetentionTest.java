package vn.ishc.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ishc.TestDatabase;

class RetentionTest {
  private static final String NOW = "2026-01-05T02:00:00Z";
  private static final String NEXT_DAY = "2026-01-06T02:00:00Z";
  private static final String A_MONTH_ON = "2026-02-04T12:00:00Z";
  private static final String YEARS_ON = "2029-01-05T02:00:00Z";
  private static final String FIRST = "huyen-thanh-chuong/DS CLB 6 thang dau nam 2025.xlsx";
  private static final String CORRECTED = "huyen-thanh-chuong/DS CLB 6 thang dau nam 2025 - da sua.xlsm";
  private static final String COPY = "huyen-thanh-chuong/Copy of DS CLB 6 thang dau nam 2025.xlsx";
  private static final String ROSTER = "huyen-thanh-chuong/DS hoi vien 6 thang cuoi nam 2024.csv";
  private static final String ROSTER_AGAIN = "DS hoi vien 6 thang cuoi nam 2024 sua.csv";
  private static final String LOANS = "huyen-thanh-chuong/DS vay von quy CLB 6 thang dau nam 2025.xls";
  private static final OptionalInt EVER = OptionalInt.empty();
  private static final OptionalInt A_MONTH = OptionalInt.of(30);

  @TempDir Path folder;

  /** Two registries and two rosters of the same district, each in two versions; an empty file; a file sent twice. */
  private TestHome home(String name) throws Exception {
    TestHome home = new TestHome(folder.resolve(name));
    home.drop(FIRST).drop(COPY).drop(ROSTER).drop("huyen-thanh-chuong", "trong.xlsx", new byte[0]);
    home.load(NOW);
    // In an 8-bit encoding of old, so byte by byte.
    String roster = Files.readString(TestDatabase.ROOT.resolve("sample-inputs").resolve(ROSTER), StandardCharsets.ISO_8859_1);
    home.drop(CORRECTED).drop("huyen-thanh-chuong", ROSTER_AGAIN, (roster.stripTrailing() + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
    home.load(NEXT_DAY);
    return home;
  }

  private static Retention.Gone run(TestHome home, String now, OptionalInt staging, OptionalInt archive) throws Exception {
    return new Retention(home.settings(now)).run(new Retention.Days(EVER, EVER, staging, archive));
  }

  private static String id(TestHome home, String file) throws Exception {
    return home.value("select file_id from ops.file where file_name = '" + file.substring(file.indexOf('/') + 1) + "'");
  }

  private static Reversal.Receipt revert(TestHome home, String file) throws Exception {
    return new Reversal(home.settings(YEARS_ON), TestHome.KNOWLEDGE).revert(id(home, file)).orElseThrow();
  }

  private static long rowsOf(TestHome home, String file) throws Exception {
    long rows = 0;
    for (String table : List.of("staging.club_registry", "staging.member_roster", "vault.person_mention", "vault.row_text", "vault.finding_text")) {
      rows += Long.parseLong(home.value("select count(*) from " + table + " where file_id = '" + id(home, file) + "'"));
    }
    return rows;
  }

  private static void assertSound(TestHome home) throws Exception {
    assertThat(new Verification(home.settings(YEARS_ON), TestHome.KNOWLEDGE).run()).allMatch(Verification.Invariant::holds);
  }

  @Test
  void answersAndDiaryGoAfterTheirDaysAndNothingElse() throws Exception {
    TestHome home = new TestHome(folder);
    home.drop(FIRST);
    home.load(NOW);
    Path answer = folder.resolve("outbox/" + FIRST + ".phan-hoi.xlsx");
    Path form = Files.createDirectories(folder.resolve("outbox/hoi-nct-tinh")).resolve("Phieu.xlsx");
    Files.createFile(form);
    for (Path path : List.of(answer, form)) {
      Files.setLastModifiedTime(path, FileTime.from(Instant.parse("2025-01-01T00:00:00Z")));
    }
    List<String> marts = home.marts();
    Retention retention = new Retention(home.settings(NOW));
    assertThat(retention.run(new Retention.Days(EVER, EVER, EVER, EVER))).isEqualTo(new Retention.Gone(0, 0, 0, 0));
    home.run("update ops.batch_job_execution set create_time = '2024-01-01'");
    Retention.Gone gone = retention.run(new Retention.Days(A_MONTH, A_MONTH, EVER, EVER));
    assertThat(gone.answers()).isEqualTo(1);
    assertThat(gone.diaryRows()).isGreaterThan(4);
    assertThat(home.value("select count(*) from ops.batch_job_instance")).isEqualTo("0");
    assertThat(form).exists();
    assertThat(home.marts()).isEqualTo(marts);
    assertSound(home);
    home.drop(FIRST);
    assertThat(home.load(NOW).files()).extracting(FileOutcome::state).containsExactly("known");
  }

  @Test
  void rowsOfReplacedVersionsGoWhenTheirReplacementIsOldAndNoMartChanges() throws Exception {
    TestHome home = home("rows");
    List<String> marts = home.marts();
    assertThat(run(home, A_MONTH_ON, A_MONTH, EVER).unstaged()).as("replaced 29 days ago").isZero();
    assertThat(rowsOf(home, ROSTER)).isPositive();
    assertThat(run(home, YEARS_ON, A_MONTH, EVER)).isEqualTo(new Retention.Gone(0, 0, 2, 0));
    assertThat(rowsOf(home, FIRST) + rowsOf(home, ROSTER)).isZero();
    assertThat(rowsOf(home, CORRECTED)).isPositive();
    assertThat(rowsOf(home, ROSTER_AGAIN)).isPositive();
    assertThat(home.marts()).isEqualTo(marts);
    assertSound(home);
    home.recompute();
    assertThat(home.marts()).isEqualTo(marts);
    assertThat(run(home, YEARS_ON, A_MONTH, EVER).unstaged()).as("once").isZero();
  }

  @Test
  void aVersionReturnedToIsReadAgain() throws Exception {
    TestHome kept = home("kept");
    TestHome pruned = home("pruned");
    run(pruned, YEARS_ON, A_MONTH, EVER);
    for (String file : List.of(CORRECTED, "huyen-thanh-chuong/" + ROSTER_AGAIN)) {
      assertThat(revert(pruned, file)).isEqualTo(revert(kept, file));
      assertThat(pruned.marts()).isEqualTo(kept.marts());
    }
    assertThat(rowsOf(pruned, ROSTER)).isEqualTo(rowsOf(kept, ROSTER)).isPositive();
    assertSound(pruned);
  }

  @Test
  void aVersionThatALoadBringsBackIsReadAgain() throws Exception {
    TestHome kept = home("kept");
    TestHome pruned = home("pruned");
    run(pruned, YEARS_ON, A_MONTH, EVER);
    for (TestHome home : List.of(kept, pruned)) {
      home.run("update ops.file set state = 'reverted' where file_name = '" + ROSTER_AGAIN + "'");
      home.run("update ops.slice set in_force = false where file_id = '" + id(home, "x/" + ROSTER_AGAIN) + "'");
      home.drop(LOANS);
      home.load(YEARS_ON);
    }
    assertThat(pruned.value("select state from ops.file where file_id = '" + id(pruned, ROSTER) + "'")).startsWith("loaded");
    assertThat(pruned.marts()).isEqualTo(kept.marts());
    assertThat(rowsOf(pruned, ROSTER)).isEqualTo(rowsOf(kept, ROSTER));
    assertThat(rowsOf(pruned, FIRST)).as("not in force").isZero();
    assertSound(pruned);
  }

  @Test
  void originalsGoOfWhatCountsNowhere() throws Exception {
    TestHome home = home("originals");
    List<String> marts = home.marts();
    assertThat(run(home, A_MONTH_ON, EVER, A_MONTH).originals()).as("the empty file, the copy").isEqualTo(2);
    assertThat(run(home, YEARS_ON, EVER, A_MONTH).originals()).as("the versions before").isEqualTo(2);
    assertThat(archived(home)).containsExactlyInAnyOrder("DS CLB 6 thang dau nam 2025 - da sua.xlsm", ROSTER_AGAIN);
    assertThat(home.marts()).isEqualTo(marts);
    assertSound(home);
    Rebuild.Result rebuilt = new Rebuild(home.settings(YEARS_ON), TestHome.KNOWLEDGE).run(() -> {});
    assertThat(rebuilt).isEqualTo(new Rebuild.Result(2, 4, List.of()));
    assertThat(home.marts()).isEqualTo(marts);
    assertSound(home);
  }

  @Test
  void withTheDatabaseLostWhatCountsIsMadeAnew() throws Exception {
    TestHome home = home("lost");
    run(home, YEARS_ON, EVER, A_MONTH);
    TestHome other = new TestHome(home.path(""));
    assertThat(new Rebuild(other.settings(YEARS_ON), TestHome.KNOWLEDGE).run(() -> {})).isEqualTo(new Rebuild.Result(2, 4, List.of()));
    for (String mart : List.of("mart.club", "mart.membership")) {
      assertThat(other.rows("select t::text from " + mart + " t order by 1")).isEqualTo(home.rows("select t::text from " + mart + " t order by 1")).isNotEmpty();
    }
    assertSound(other);
  }

  @Test
  void aFileSentTwiceKeepsItsOriginalAsLongAsTheCopyIsYoung() throws Exception {
    TestHome home = home("twice");
    home.drop("huyen-thanh-chuong", "DS CLB gui lai.xlsx", Files.readAllBytes(TestDatabase.ROOT.resolve("sample-inputs").resolve(FIRST)));
    home.load("2028-12-30T02:00:00Z");
    assertThat(run(home, YEARS_ON, EVER, A_MONTH).originals()).as("the empty file, the first copy, the roster").isEqualTo(3);
    assertThat(archived(home)).contains("DS CLB 6 thang dau nam 2025.xlsx", "DS CLB gui lai.xlsx");
    assertSound(home);
  }

  @Test
  void thereIsNoWayBackToAVersionWithoutItsOriginal() throws Exception {
    TestHome home = home("impossible");
    run(home, YEARS_ON, EVER, A_MONTH);
    assertThat(revert(home, CORRECTED).slices()).isNotEmpty().allMatch(slice -> slice.fate() == Reversal.Fate.IMPOSSIBLE && slice.now().isEmpty());
    assertThat(home.value("select count(*) from ops.slice where in_force and feed = 'club-registry'")).isEqualTo("0");
    assertSound(home);
  }

  @Test
  void aVersionWithoutItsOriginalCountsWhenItIsSentOnceMore() throws Exception {
    TestHome kept = home("kept");
    TestHome pruned = home("pruned");
    run(pruned, YEARS_ON, EVER, A_MONTH);
    for (TestHome home : List.of(kept, pruned)) {
      revert(home, FIRST);
      revert(home, CORRECTED);
      home.drop(FIRST);
      home.load(YEARS_ON);
    }
    assertThat(pruned.value("select state from ops.file where file_id = '" + id(pruned, FIRST) + "'")).startsWith("loaded");
    assertThat(pruned.marts()).isEqualTo(kept.marts());
    assertThat(rowsOf(pruned, FIRST)).isEqualTo(rowsOf(kept, FIRST)).isPositive();
    assertSound(pruned);
    assertThat(new Rebuild(pruned.settings(YEARS_ON), TestHome.KNOWLEDGE).run(() -> {}).lost()).isEmpty();
    assertThat(pruned.marts()).isEqualTo(kept.marts());
  }

  private static List<String> archived(TestHome home) throws Exception {
    try (Stream<Path> files = Files.walk(home.path("archive"))) {
      // Names in the archive begin with the file's identity.
      return files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()).filter(name -> !name.equals(ArchiveJournal.FILE)).map(RetentionTest::asSent).toList();
    }
  }

  private static String asSent(String name) {
    return name.replaceFirst("^[0-9a-f]{12}-", "");
  }
}
