package vn.ishc.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Isolated;
import vn.ishc.TestDatabase;
import vn.ishc.row.Finding;
import vn.ishc.row.Severity;
import vn.ishc.walk.SampleAnswers.Answer;

/** Every sample is walked, and what is said of it is held against a reviewed text; {@code -Dgolden=update} rewrites the texts. */
@Isolated("changes the language and the time zone of the process")
class SampleInputsGoldenTest {
  private static final Path GOLDEN = TestDatabase.ROOT.resolve("src/test/resources/golden/walk");
  private static final Map<String, Answer> ANSWERS = SampleAnswers.files();
  private static final Map<String, Walked> WALKED = new TreeMap<>();

  private static Walked walked(String file) {
    return WALKED.computeIfAbsent(file, SampleInputsGoldenTest::walk);
  }

  private static Walked walk(String file) {
    Answer answer = ANSWERS.get(file);
    return Walked.of(SampleAnswers.FOLDER.resolve(file), file.substring(0, file.indexOf('/')), answer.receivedOn());
  }

  @TestFactory
  Stream<DynamicTest> whatIsSaidOfASampleIsWhatWasReviewed() {
    return ANSWERS.keySet().stream().map(file -> DynamicTest.dynamicTest(file, () -> compare(file)));
  }

  private static void compare(String file) throws IOException {
    Path golden = GOLDEN.resolve(file + ".txt");
    String text = VerdictText.of(walked(file));
    if ("update".equals(System.getProperty("golden"))) {
      Files.createDirectories(golden.getParent());
      Files.writeString(golden, text, StandardCharsets.UTF_8);
    }
    assertThat(golden).as("reviewed text; write it with -Dgolden=update").exists();
    assertThat(text).isEqualTo(Files.readString(golden, StandardCharsets.UTF_8));
  }

  @Test
  void everySampleHasAnAnswerAndEveryReviewedTextASample() throws IOException {
    assertThat(SampleAnswers.filesIn(SampleAnswers.FOLDER)).containsExactlyElementsOf(ANSWERS.keySet());
    List<String> texts = SampleAnswers.filesIn(GOLDEN).stream().map(name -> name.replaceFirst("\\.txt$", "")).toList();
    assertThat(texts).containsExactlyElementsOf(ANSWERS.keySet());
  }

  @TestFactory
  Stream<DynamicTest> aSampleGetsTheFeedThePeriodAndTheCountsItWasMadeFor() {
    return ANSWERS.values().stream()
        .filter(answer -> !answer.state().equals("duplicate"))
        .map(answer -> DynamicTest.dynamicTest(answer.file(), () -> compare(answer)));
  }

  private static void compare(Answer answer) {
    FileReport report = walked(answer.file()).report();
    assertThat(report.refused()).as("refused").isEqualTo(answer.state().equals("refused"));
    if (!answer.feed().isEmpty()) {
      assertThat(report.feed()).isEqualTo(answer.feed());
    }
    if (!report.refused()) {
      assertThat(report.period()).isEqualTo(answer.period());
      assertThat(List.of(report.rowsAccepted(), report.rowsRefused(), report.rowsNotData()))
          .as("accepted, refused, not data")
          .containsExactly(answer.accepted(), answer.refused(), answer.notData());
    }
  }

  /** That no registry names a club (L03) only the warehouse can tell; a duplicate is not walked there. */
  @Test
  void everyDoubtASampleWasMadeForIsToldAndNoOther() {
    List<String> expected = new ArrayList<>();
    SampleAnswers.findings().stream().filter(f -> !f.code().equals("L03")).forEach(f -> expected.add(f.toString()));
    List<String> told = new ArrayList<>();
    for (String file : ANSWERS.keySet().stream().filter(f -> !ANSWERS.get(f).state().equals("duplicate")).toList()) {
      doubts(walked(file)).forEach(f -> told.add(doubt(file, f).toString()));
    }
    assertThat(told).containsExactlyInAnyOrderElementsOf(expected);
  }

  /** Of a file that is refused as a whole the answers list the reason alone, not its rows. */
  private static List<Finding> doubts(Walked walked) {
    List<Finding> all = new ArrayList<>(walked.of(Severity.ERROR));
    all.addAll(walked.of(Severity.WARNING));
    return walked.report().refused() ? all.stream().filter(f -> f.row() == 0).toList() : all;
  }

  private static SampleAnswers.Doubt doubt(String file, Finding finding) {
    String sheet = finding.row() == 0 ? "" : finding.sheet();
    return new SampleAnswers.Doubt(file, sheet, finding.row(), finding.code().code(), finding.severity().name().toLowerCase(Locale.ROOT));
  }

  @Test
  void theMachineSLocaleAndTimeZoneChangeNoVerdict() {
    List<String> some = ANSWERS.keySet().stream().filter(file -> file.startsWith("huyen-nam-dan") || file.endsWith(".csv")).toList();
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      for (Locale other : List.of(Locale.US, Locale.GERMANY)) {
        Locale.setDefault(other);
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
        for (String file : some) {
          assertThat(VerdictText.of(walk(file))).as(file + " under " + other).isEqualTo(VerdictText.of(walked(file)));
        }
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }
}
