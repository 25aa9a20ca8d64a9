package vn.ishc.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
