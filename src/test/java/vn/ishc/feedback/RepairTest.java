package vn.ishc.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import vn.ishc.TestDatabase;
import vn.ishc.feedback.RepairRun.Fate;
import vn.ishc.feedback.RepairRun.Round;
import vn.ishc.walk.SampleAnswers;
import vn.ishc.warehouse.DatabaseAddress;

/** Whoever does what the answer says, and nothing else, is through. */
class RepairTest {
  @TempDir Path folder;

  private static DatabaseAddress database() {
    PGSimpleDataSource server = (PGSimpleDataSource) ((DelegatingDataSource) TestDatabase.migrated()).getTargetDataSource();
    String password = server.getPassword() == null ? "" : server.getPassword();
    return new DatabaseAddress(server.getURL().replaceFirst("\\?.*", ""), server.getUser(), password);
  }

  @Test
  void everySampleRepairedByItsAnswerComesBackWithoutAnErrorCountsAndIsNotAskedAgain() throws Exception {
    Map<String, LocalDate> days = new TreeMap<>();
    SampleAnswers.files().forEach((file, answer) -> days.put(file, answer.receivedOn()));
    List<Round> rounds = new RepairRun(new RepairHome(folder, Optional.of(database())), true).run(SampleAnswers.FOLDER, days);
    assertThat(rounds.stream().filter(round -> round.fate() == Fate.BROKEN)).isEmpty();
    assertThat(rounds.stream().filter(round -> round.fate() == Fate.REPAIRED).map(Round::file))
        .contains(
            "huyen-nam-dan/DS hoi vien 6 thang dau nam 2025.xlsx",
            "huyen-nam-dan/DS vay von quy CLB 6 thang dau nam 2025.xlsx",
            "huyen-nam-dan/Hoat dong CLB 6 thang dau nam 2025.xls",
            "huyen-thanh-chuong/DS hoi vien 6 thang dau nam 2025.xls",
            "tyt-nam-giang-17956/Kham suc khoe 6 thang dau nam 2025.xls");
    assertThat(rounds.stream().filter(round -> round.fate() == Fate.BEYOND_CELLS)).hasSize(9).noneMatch(round -> round.why().isEmpty());
  }
}
