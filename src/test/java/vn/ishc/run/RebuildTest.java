package vn.ishc.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ishc.vault.KeyPlace;
import vn.ishc.vault.VaultLocked;

class RebuildTest {
  private static final String NOW = "2026-01-05T02:00:00Z";
  private static final String LATER = "2026-02-05T02:00:00Z";
  private static final String CORRECTED = "huyen-thanh-chuong/DS CLB 6 thang dau nam 2025 - da sua.xlsm";

  @TempDir Path folder;

  private TestHome loaded() throws Exception {
    TestHome home = new TestHome(folder);
    home.drop("huyen-thanh-chuong/DS CLB 6 thang dau nam 2025.xlsx");
    home.drop("huyen-thanh-chuong/Copy of DS CLB 6 thang dau nam 2025.xlsx");
    home.drop("huyen-thanh-chuong/DS hoi vien 6 thang dau nam 2025.xls");
    home.drop("ubnd-tinh/Phu luc chi tieu KH 345.xlsx");
    home.drop("usb-cua-ai/DS hoi vien 6 thang cuoi nam 2025.xlsx");
    home.drop("huyen-thanh-chuong", "trong.xlsx", new byte[0]);
    home.load(NOW);
    home.drop(CORRECTED);
    home.drop("huyen-thanh-chuong/DS vay von quy CLB 6 thang dau nam 2025.xls");
    home.load("2026-01-06T02:00:00Z");
    String id = home.value("select file_id from ops.file where file_name like 'Phu luc%'");
    new Reversal(home.settings("2026-01-07T02:00:00Z"), TestHome.KNOWLEDGE).revert(id);
    return home;
  }

  private static Rebuild.Result rebuild(TestHome home) throws Exception {
    return new Rebuild(home.settings(LATER), TestHome.KNOWLEDGE).run(() -> {});
  }

  @Test
  void theArchiveGivesTheSameMarts() throws Exception {
    TestHome home = loaded();
    List<String> before = home.marts();
    assertThat(rebuild(home).files()).isEqualTo(7);
    assertThat(home.marts()).isEqualTo(before);
    assertThat(new Verification(home.settings(LATER), TestHome.KNOWLEDGE).run()).allMatch(Verification.Invariant::holds);
  }

  /** What the marts say of the files that have a sender; those of nobody are not archived: they lie in the inbox still. */
  private static List<String> ofSenders(TestHome home) throws Exception {
    return home.marts().stream().filter(row -> !row.contains("usb-cua-ai")).toList();
  }

  @Test
  void aLostDatabaseIsMadeAnewFromTheArchiveAlone() throws Exception {
    TestHome home = loaded();
    TestHome other = new TestHome(folder);
    assertThat(rebuild(other).files()).isEqualTo(7);
    assertThat(ofSenders(other)).isEqualTo(ofSenders(home));
    home.drop("ubnd-tinh/Phu luc chi tieu KH 345.xlsx");
    home.drop("huyen-thanh-chuong/So thu no quy CLB 6 thang cuoi nam 2024.xlsx");
    home.load("2026-01-08T02:00:00Z");
    String back = home.value("select file_id from ops.file where file_name like 'DS vay%'");
    new Reversal(home.settings("2026-01-09T02:00:00Z"), TestHome.KNOWLEDGE).revert(back);
    rebuild(other);
    assertThat(other.value("select count(*) from ops.file")).as("what a database from a backup does not know is added").isEqualTo("8");
    TestHome third = new TestHome(folder);
    rebuild(third);
    assertThat(ofSenders(third)).isEqualTo(ofSenders(home));
    assertThat(new Verification(third.settings(LATER), TestHome.KNOWLEDGE).run()).allMatch(Verification.Invariant::holds);
  }

  @Test
  void aLineThatACrashCutOffSaysNothingAndIsWrittenAgain() throws Exception {
    TestHome home = loaded();
    Path journal = folder.resolve("archive/journal.tsv");
    byte[] whole = Files.readAllBytes(journal);
    Files.write(journal, java.util.Arrays.copyOf(whole, whole.length - 20));
    assertThat(new Verification(home.settings(LATER), TestHome.KNOWLEDGE).run()).anyMatch(invariant -> !invariant.holds());
    home.load(LATER);
    assertThat(new Verification(home.settings(LATER), TestHome.KNOWLEDGE).run()).allMatch(Verification.Invariant::holds);
    assertThat(new ArchiveJournal(folder).read().originals()).hasSize(7);
  }

  @Test
  void withAnotherKeyThanTheJournalSpeaksOfNothingIsMade() throws Exception {
    loaded();
    TestHome other = new TestHome(folder);
    Settings right = other.settings(LATER);
    KeyPlace wrong = new KeyPlace.InVariable("f".repeat(64));
    Settings settings = new Settings(right.root(), right.home(), right.language(), true, right.clock(), right.givenDatabase(), wrong);
    assertThatThrownBy(() -> new Rebuild(settings, TestHome.KNOWLEDGE).run(() -> {})).isInstanceOf(VaultLocked.class);
  }

  @Test
  void whatWasSpoiltIsRightAgain() throws Exception {
    TestHome home = loaded();
    List<String> before = home.marts();
    home.run("delete from core.fact_member_period; delete from core.fact_loan_period; delete from core.fact_membership; delete from staging.member_roster; update vault.person_mention set person_key = null");
    assertThat(home.marts()).isNotEqualTo(before);
    rebuild(home);
    assertThat(home.marts()).isEqualTo(before);
  }

  @Test
  void withoutAFileOfTheArchiveNothingIsDone() throws Exception {
    TestHome home = loaded();
    List<String> before = home.marts();
    String path = home.value("select min(archive_path) from ops.file");
    Files.delete(folder.resolve("archive").resolve(path));
    assertThat(rebuild(home).lost()).containsExactly(path);
    assertThat(home.marts()).isEqualTo(before);
  }

  @Test
  void theNextLoadFindsInTheArchiveWhatACrashForgot() throws Exception {
    TestHome home = loaded();
    List<String> paths = home.rows("select archive_path from ops.file where archive_path is not null order by file_id");
    home.run("update ops.file set archive_path = null");
    home.load(LATER);
    assertThat(home.rows("select archive_path from ops.file where archive_path is not null order by file_id")).isEqualTo(paths);
  }
}
