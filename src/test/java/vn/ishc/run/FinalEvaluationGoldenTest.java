package vn.ishc.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ishc.TestDatabase;
import vn.ishc.indicator.IndicatorDefinitions;
import vn.ishc.report.ReadBack;
import vn.ishc.report.ReportFormat;
import vn.ishc.report.ReportKind;
import vn.ishc.report.ReportRequest;
import vn.ishc.report.Reports;
import vn.ishc.row.Language;

/** The final evaluation of the samples, as text, held against a reviewed one; {@code -Dgolden=update} rewrites it. */
class FinalEvaluationGoldenTest {
  private static final Path GOLDEN = TestDatabase.ROOT.resolve("src/test/resources/golden/report/final-evaluation.txt");
  private static final Instant NOW = Instant.parse("2026-01-05T01:00:00Z");

  @Test
  void theFinalEvaluationOfTheSamplesIsTheReviewedOne(@TempDir Path folder) throws Exception {
    TestHome home = new TestHome(folder);
    Path samples = TestDatabase.ROOT.resolve("sample-inputs");
    try (Stream<Path> files = Files.walk(samples)) {
      for (Path file : files.filter(path -> Files.isRegularFile(path) && samples.relativize(path).getNameCount() > 1).sorted().toList()) {
        Path name = samples.relativize(file);
        home.drop(name.getParent().toString().replace('\\', '/'), file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    home.load(NOW.toString());
    String text = finalEvaluation(home, folder.resolve("reports"));
    if ("update".equals(System.getProperty("golden"))) {
      Files.createDirectories(GOLDEN.getParent());
      Files.writeString(GOLDEN, text);
    }
    assertThat(GOLDEN).as("reviewed text; write it with -Dgolden=update").exists();
    assertThat(text).isEqualTo(Files.readString(GOLDEN));
  }

  private static String finalEvaluation(TestHome home, Path folder) throws Exception {
    IndicatorDefinitions definitions = IndicatorDefinitions.read(TestDatabase.ROOT.resolve("jobs/indicators.yml"));
    try (Connection connection = home.source().getConnection()) {
      Reports reports = new Reports(DSL.using(connection), definitions, Clock.fixed(NOW, Settings.ZONE));
      ReportRequest request = new ReportRequest(ReportKind.FINAL, LocalDate.of(2025, 12, 31), Optional.empty(), Language.VI, LocalDate.of(2026, 1, 5));
      List<Path> written = reports.write(reports.freeze(request), EnumSet.of(ReportFormat.DOCX), folder);
      return ReadBack.text(Files.readAllBytes(written.getFirst()));
    }
  }
}
