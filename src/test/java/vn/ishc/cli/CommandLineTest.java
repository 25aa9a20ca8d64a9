package vn.ishc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.ishc.TestDatabase;

/** The real commands that need no database, on the samples. */
class CommandLineTest {
  private static final Path SAMPLES = TestDatabase.ROOT.resolve("sample-inputs");
  private static final String CLEAN = SAMPLES.resolve("huyen-nam-dan/DS CLB 6 thang cuoi nam 2024.xlsx").toString();
  private static final String DOUBTFUL = SAMPLES.resolve("huyen-thanh-chuong/DS CLB 6 thang dau nam 2025.xlsx").toString();
  private static final String ROWS_REFUSED = SAMPLES.resolve("huyen-thanh-chuong/DS hoi vien 6 thang dau nam 2025.xls").toString();
  private static final String LOCKED = SAMPLES.resolve("xa-con-cuong-17254/DS hoi vien 6 thang cuoi nam 2025.xlsx").toString();

  private static Run run(String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Surroundings surroundings =
        new Surroundings(
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, false, StandardCharsets.UTF_8),
            new ByteArrayInputStream(new byte[0]),
            Map.of("ISHC_CLOCK", "2025-12-18T02:00:00Z"),
            TestDatabase.ROOT,
            "");
    int status = Ishc.run(Commands.all(surroundings), surroundings, words);
    return new Run(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void aCleanFileIsZero() {
    Run run = run("check", CLEAN);
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("Danh sách câu lạc bộ", "15", "11");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void aDoubtAloneIsZeroAndTold() {
    Run run = run("check", DOUBTFUL);
    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("DS CLB 6 thang dau nam 2025.xlsx › Bieu › I15: ", "[R04]");
  }

  @Test
  void refusedRowsAndRefusedFilesAreThree() {
    Run rows = run("check", ROWS_REFUSED);
    assertThat(rows.status()).isEqualTo(3);
    assertThat(rows.out()).contains("› C85: ", "[C02]");
    Run file = run("check", CLEAN, LOCKED, "--lang", "en");
    assertThat(file.status()).isEqualTo(3);
    assertThat(file.out()).contains("[F02]").doesNotContain("không");
  }

  @Test
  void aMissingFileIsOne() {
    for (String command : new String[] {"check", "preview"}) {
      Run run = run(command, SAMPLES.resolve("khong-co.xlsx").toString());
      assertThat(run.status()).as(command).isEqualTo(1);
      assertThat(run.err()).contains("khong-co.xlsx");
    }
  }

  @Test
  void wrongUsageIsTwo() {
    assertThat(run("check").status()).isEqualTo(2);
    assertThat(run("preview").status()).isEqualTo(2);
    assertThat(run("check", CLEAN, "--format", "xml").status()).isEqualTo(2);
    assertThat(run("preview", CLEAN, "--sheet", "x").status()).isEqualTo(2);
  }

  @Test
  void aFolderOfNobodyRefuses() {
    Run run = run("check", CLEAN, "--submitter", "usb-cua-ai");
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.out()).contains("[F08]");
  }

  @Test
  void theAnswerForOtherProgramsTellsTheSame() {
    Run run = run("check", ROWS_REFUSED, "--format", "json");
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.out())
        .contains("\"feed\":\"member-roster\"", "\"rows_accepted\":238", "\"rows_refused\":4", "\"rows_not_data\":15", "\"code\":\"C01\"");
  }

  @Test
  void aPreviewMarksEveryRowWithWhatItWasTakenFor() {
    Run run = run("preview", CLEAN, "--format", "csv");
    assertThat(run.status()).isZero();
    assertThat(run.out().lines().filter(line -> line.contains(",data,"))).hasSize(4);
    assertThat(run.out().lines().filter(line -> line.contains(",total,"))).hasSize(1);
    assertThat(run("preview", LOCKED).status()).isEqualTo(3);
    assertThat(run("preview", CLEAN, "--sheet", "9").status()).isEqualTo(1);
  }
}
