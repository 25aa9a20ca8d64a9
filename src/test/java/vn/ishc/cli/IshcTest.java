package vn.ishc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ishc.row.Language;
import vn.ishc.warehouse.DatabaseUnavailable;

class IshcTest {
  private final List<Object> asked = new ArrayList<>();
  private Outcome outcome = Outcome.DONE;
  private Optional<Exception> failure = Optional.empty();

  private Outcome note(Object request, Session session) throws Exception {
    asked.add(request);
    if (failure.isPresent()) {
      throw failure.get();
    }
    session.screen().out().println(session.settings().language());
    return outcome;
  }

  private Run run(String... words) {
    return Run.of(this::every, Map.of(), "", words);
  }

  private List<Object> every(Surroundings surroundings) {
    return List.of(
        new DemoCommand(this::note),
        new LoadCommand(this::note),
        new CheckCommand(this::note),
        new PreviewCommand(this::note),
        new StatusCommand(this::note),
        new FilesCommand(this::note),
        new FindingsCommand(this::note),
        new IndicatorsCommand(this::note),
        new ExplainCommand(this::note),
        new SampleCommand(this::note),
        new PersonCommand(surroundings),
        new SqlCommand(surroundings),
        new DbCommand(),
        new HelpCommand());
  }

  @ParameterizedTest
  @EnumSource(Outcome.class)
  void theExitStatusIsTheOutcome(Outcome any) {
    outcome = any;
    assertThat(run("load").status()).isEqualTo(any.status());
  }

  @Test
  void theNumbersOfTheExitStatusesAreAContract() {
    assertThat(List.of(Outcome.values())).extracting(Outcome::status).containsExactly(0, 1, 2, 3);
  }

  @Test
  void theDemoRefusesOnPurposeAndIsDone() {
    outcome = Outcome.REFUSED;
    assertThat(run("demo").status()).isZero();
    outcome = Outcome.FAILED;
    assertThat(run("demo").status()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--nonsense", "load --nonsense", "nonsense", "check", "check a --format xml", "status x",
      "explain C01", "explain C01 --as-of 31/12/2025", "sample", "preview f --sheet x", "db", "db nonsense",
      "help nonsense",
      "--lang fr status", "", "sql", "files --submitter a --submitter b"})
  void wrongUsageIsTwoAndSaysWhereHelpIs(String words) {
    for (String language : List.of("vi", "en")) {
      Run run = run((words + " --lang " + language).strip().split(" "));
      assertThat(run.status()).as(words).isEqualTo(2);
      assertThat(run.out()).as(words).isEmpty();
      assertThat(run.err()).as(words).contains("--help");
      assertThat(run.err()).as(words).doesNotContain("Exception", "null", "{0}");
    }
    assertThat(asked).isEmpty();
  }

  @Test
  void aMistypedWordIsAnsweredInTheReadersLanguageWithTheNearestRightOne() {
    assertThat(run("statsu").err()).contains("không có lệnh “statsu”", "Có phải ý bạn là: status");
    assertThat(run("load", "--langg", "en").err()).contains("không có tuỳ chọn “--langg”", "--lang");
    assertThat(run("statsu", "--lang=en").err()).contains("no such command: “statsu”", "Did you mean: status");
    assertThat(run("--lang", "EN", "check").err()).contains("missing: FILE");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void helpListsEveryCommandWithItsWords(Language language) {
    Run run = run("--help", "--lang", language.code());
    assertThat(run.status()).isZero();
    for (String command : List.of("demo", "load", "check", "preview", "status", "files", "findings", "indicators",
        "explain", "sample", "person", "sql", "db", "help")) {
      assertThat(run.out()).containsPattern("(?m)^  " + command + " +\\S+");
    }
    assertThat(run.out()).contains(language == Language.VI ? "Các lệnh:" : "Commands:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"demo", "load", "check", "preview", "status", "files", "findings", "indicators", "explain",
      "sample", "person", "person export", "person erase", "sql", "db", "db url", "db status", "db roles", "db stop", "help"})
  void everyCommandExplainsItselfInBothLanguages(String command) {
    String vietnamese = run((command + " --help").split(" ")).out();
    String english = run((command + " --help --lang en").split(" ")).out();
    assertThat(vietnamese).contains("Cách gọi: ishc " + command, "Tuỳ chọn:", "--home=DIR", "--lang=vi|en", "--quiet");
    assertThat(english).contains("Usage: ishc " + command, "Options:", "--home=DIR", "--lang=vi|en", "--quiet");
    assertThat(english).doesNotContainPattern("[\\u1EA0-\\u1EF9]");
    assertThat(asked).isEmpty();
  }

  @Test
  void bothBundlesHaveTheSameKeys() {
    assertThat(Messages.bundle(Language.EN).keySet()).isEqualTo(Messages.bundle(Language.VI).keySet());
  }

  @ParameterizedTest
  @EnumSource(DatabaseUnavailable.Reason.class)
  void everyReasonForNoDatabaseHasItsWords(DatabaseUnavailable.Reason reason) {
    failure = Optional.of(new DatabaseUnavailable(reason, null, "một", "hai", "ba"));
    Run run = run("status");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).startsWith("ishc: ").contains("một").hasLineCount(1);
  }

  @Test
  void aFailureIsOneLineWithoutAStackTrace() {
    failure = Optional.of(new NoSuchFileException("sổ quỹ.xlsx"));
    assertThat(run("check", "x").err()).isEqualTo("ishc: không thấy tệp hoặc thư mục sổ quỹ.xlsx\n");
    failure = Optional.of(new IOException("disk full\nand more"));
    assertThat(run("load", "--lang", "en").err()).isEqualTo("ishc: reading or writing failed: disk full\n");
    failure = Optional.of(new IllegalStateException("broken"));
    assertThat(run("load").err()).isEqualTo("ishc: lỗi trong chương trình: IllegalStateException: broken\n");
  }

  @Test
  void optionsReachTheWork() {
    run("check", "a.xlsx", "b.ods", "--submitter", "huyen-nam-dan", "--annotate", "out", "--format", "JSON");
    run("preview", "a.xls", "--sheet", "2", "--raw", "--format=csv");
    run("explain", "CLB01", "--as-of", "2025-12-31", "--area", "429");
    run("sample", "--out", "d", "--clubs", "9", "--seed", "7");
    Path file = Path.of("a.xlsx");
    Path out = Path.of("out");
    assertThat(asked)
        .containsExactly(
            new CheckCommand.Request(
                List.of(file, Path.of("b.ods")),
                Optional.of("huyen-nam-dan"),
                Optional.of(out),
                CheckCommand.Format.JSON),
            new PreviewCommand.Request(Path.of("a.xls"), Optional.of(2), true, OutputFormat.CSV),
            new ExplainCommand.Request("CLB01", LocalDate.of(2025, 12, 31), Optional.of("429")),
            new SampleCommand.Request(Path.of("d"), Optional.of(9), Optional.empty(), Optional.of(7L)));
  }

  @Test
  void commonOptionsStandBeforeOrAfterTheCommand() {
    assertThat(run("--lang", "en", "status").out()).isEqualTo("EN\n");
    assertThat(run("status", "--lang=en").out()).isEqualTo("EN\n");
    assertThat(run("status").out()).isEqualTo("VI\n");
  }

  @Test
  void aClockThatCannotBeReadIsWrongUsage() {
    Run run = Run.of(this::every, Map.of("ISHC_CLOCK", "hôm nay"), "", "status");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("ISHC_CLOCK", "hôm nay", "2026-01-15T01:30:00Z");
  }
}
