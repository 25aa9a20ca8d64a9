package vn.ishc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ishc.TestDatabase;
import vn.ishc.inbox.InboxFolder;
import vn.ishc.run.Knowledge;

/** The real commands that need no database, on the samples. */
class CommandLineTest {
  private static final Path SAMPLES = TestDatabase.ROOT.resolve("sample-inputs");
  private static final String CLEAN = SAMPLES.resolve("huyen-nam-dan/DS CLB 6 thang cuoi nam 2024.xlsx").toString();
  private static final String DOUBTFUL = SAMPLES.resolve("huyen-thanh-chuong/DS CLB 6 thang dau nam 2025.xlsx").toString();
  private static final String ROWS_REFUSED = SAMPLES.resolve("huyen-thanh-chuong/DS hoi vien 6 thang dau nam 2025.xls").toString();
  private static final String LOCKED = SAMPLES.resolve("xa-con-cuong-17254/DS hoi vien 6 thang cuoi nam 2025.xlsx").toString();

  @TempDir Path folder;

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
  void aFolderIsCheckedAsItsFilesWouldBeOneAfterTheOther() throws Exception {
    Path sender = Files.createDirectories(folder.resolve("huyen-nam-dan/de trong/sau"));
    Path first = Files.copy(Path.of(CLEAN), sender.resolveSibling("b.xlsx"));
    Path second = Files.copy(Path.of(ROWS_REFUSED), sender.resolve("a.xls"));
    for (String aside : new String[] {".an.xlsx", "~$b.xlsx", ".~lock.b.xlsx#", "b.xlsx.part", "b.xlsx.tmp", "b.xlsx.crdownload", "Thumbs.db"}) {
      Files.copy(Path.of(CLEAN), sender.resolve(aside));
    }
    Run whole = run("check", folder.resolve("huyen-nam-dan").toString());
    assertThat(whole.status()).isEqualTo(3);
    assertThat(whole.err()).isEmpty();
    String each = run("check", first.toString(), second.toString(), "--submitter", "huyen-nam-dan").out();
    assertThat(whole.out().replace("de trong/sau/", "").replace("de trong/", "")).isEqualTo(each);
    assertThat(run("check", folder.resolve("huyen-nam-dan/de trong").toString(), "--format", "json").out()).containsSubsequence("\"file\":\"b.xlsx\"", "\"file\":\"sau/a.xls\"");
  }

  @Test
  void ofAWholeInboxEachFolderIsItsSendersAndWhatLiesBesideThemIsNot() throws Exception {
    Path mine = Files.createDirectories(folder.resolve("hop thu/huyen-nam-dan"));
    Path nobodys = Files.createDirectories(folder.resolve("hop thu/usb-cua-ai"));
    Files.copy(Path.of(CLEAN), mine.resolve("a.xlsx"));
    Files.copy(Path.of(CLEAN), nobodys.resolve("a.xlsx"));
    Files.writeString(folder.resolve("hop thu/README.md"), "Đọc trước");
    Path answers = Files.createDirectories(folder.resolve("phan hoi"));
    Run run = run("check", folder.resolve("hop thu").toString(), "--annotate", answers.toString());
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.out()).containsSubsequence("huyen-nam-dan/a.xlsx: nhận", "usb-cua-ai/a.xlsx: KHÔNG NHẬN", "[F08]").doesNotContain("README");
    assertThat(run.err()).contains("README.md: nằm ngoài thư mục của các đơn vị gửi");
    assertThat(answers.resolve("huyen-nam-dan/a.xlsx.phan-hoi.xlsx")).exists();
    assertThat(answers.resolve("usb-cua-ai/a.xlsx.phan-hoi.xlsx")).exists();
  }

  @Test
  void aFolderWithoutFilesIsOne() throws Exception {
    Path empty = Files.createDirectories(folder.resolve("trong"));
    Files.writeString(empty.resolve(".an.csv"), "x");
    Run run = run("check", empty.toString());
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("không có tệp nào trong " + empty);
  }

  /** What {@code load} takes of the samples: the folders of the senders, nobody's folder too, which is told so; not the papers beside them. */
  @Test
  void aLoadOfAWholeInboxLeavesWhatLiesBesideTheSenders() throws Exception {
    NamedFiles named = NamedFiles.of(SAMPLES, Knowledge.read(TestDatabase.ROOT).submitters());
    assertThat(named.loose()).extracting(path -> path.getFileName().toString()).containsExactly("README.md", "expected-clubs.csv", "expected-findings.csv", "expected.csv");
    Path inbox = folder.resolve("inbox");
    LoadRun.copyIn(named, inbox);
    try (Stream<Path> lying = Files.list(inbox)) {
      assertThat(lying.map(path -> path.getFileName().toString())).contains("huyen-nam-dan", "usb-cua-ai").doesNotContain("sample-inputs");
    }
    assertThat(InboxFolder.scan(inbox)).hasSameSizeAs(named.sent());
    assertThat(inbox.resolve("huyen-nam-dan/DS CLB 6 thang cuoi nam 2024.xlsx")).hasSameBinaryContentAs(Path.of(CLEAN));
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
