package vn.ishc.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ishc.report.ReportKind;

/** The reviews as jobs, on a warehouse with one registry. */
class ReviewsTest {
  @TempDir private static Path folder;

  private static TestHome home;
  private static Settings settings;

  @BeforeAll
  static void loadOneRegistry() throws Exception {
    home = new TestHome(folder);
    home.drop("huyen-nam-dan/DS CLB 6 thang dau nam 2025.xlsx");
    home.load("2025-07-01T01:00:00Z");
    settings = home.settings("2026-01-05T01:00:00Z");
  }

  private static List<String> diary(String jobName) throws Exception {
    return home.rows(
        """
        select i.job_name || ' ' || e.status || ' ' || string_agg(s.step_name || ' ' || s.status, ', ' order by s.step_execution_id)
        from ops.batch_job_instance i join ops.batch_job_execution e using (job_instance_id) join ops.batch_step_execution s using (job_execution_id)
        where i.job_name = '%s' group by i.job_instance_id, i.job_name, e.status order by i.job_instance_id
        """
            .formatted(jobName));
  }

  @Test
  void everyReviewIsAJobThatIsStartedByName() throws Exception {
    Reviews reviews = new Reviews(settings);
    Path out = folder.resolve("papers");
    Map<String, String> where = Map.of("out", out.toString());
    assertThat(reviews.run("annualReview", where).orElseThrow().files()).extracting(file -> file.getFileName().toString()).contains("so-ket-nam-2025-12-31.docx");
    assertThat(reviews.run("halfYearReview", Map.of("period", "2025-H1", "out", out.toString(), "format", "html")).orElseThrow().files()).hasSize(1);
    assertThat(reviews.run("finalEvaluation", Map.of("out", out.toString(), "district", "425", "lang", "en")).orElseThrow().files()).hasSize(3).allSatisfy(file -> assertThat(file).exists());
    for (ReportKind kind : ReportKind.values()) {
      String name = ReviewOrder.jobName(kind);
      assertThat(diary(name)).contains(name + " COMPLETED freeze COMPLETED, write COMPLETED");
    }
  }

  @Test
  void theSameReviewMayBeWrittenAgain() throws Exception {
    Map<String, String> parameters = Map.of("period", "2025-H1", "format", "html", "district", "421");
    new Reviews(settings).run("halfYearReview", parameters);
    int before = diary("halfYearReview").size();
    new Reviews(settings).run("halfYearReview", parameters);
    assertThat(diary("halfYearReview")).hasSize(before + 1);
  }

  @Test
  void aPublishedReviewKeepsItsEditionAndAFailedOneKeepsNone() throws Exception {
    Reviews reviews = new Reviews(settings);
    Path file = Files.writeString(folder.resolve("no-folder"), "x");
    assertThatThrownBy(() -> reviews.run("annualReview", Map.of("year", "2024", "publish", "true", "out", file.toString()))).isInstanceOf(IOException.class);
    assertThat(home.rows("select edition from ops.report_edition where kind = 'annual'")).isEmpty();
    assertThat(diary("annualReview")).contains("annualReview FAILED freeze COMPLETED, write FAILED");
    assertThat(home.rows("select exit_message from ops.batch_step_execution where status = 'FAILED'")).noneMatch(message -> message.contains("no-folder"));

    assertThat(reviews.run("annualReview", Map.of("year", "2024", "publish", "true")).orElseThrow().edition()).contains("annual-2024-12-31-40-1");
    assertThat(home.rows("select edition from ops.report_edition where kind = 'annual'")).containsExactly("annual-2024-12-31-40-1");
    assertThat(diary("annualReview")).contains("annualReview COMPLETED freeze COMPLETED, write COMPLETED, publish COMPLETED");
  }

  @Test
  void withoutAYearOrPeriodTheLastThatEndedIsMeant() {
    assertThat(ReviewOrder.of("annualReview", Map.of(), settings).asOf()).hasToString("Optional[2025-12-31]");
    assertThat(ReviewOrder.of("halfYearReview", Map.of(), home.settings("2025-07-01T00:00:00Z")).asOf()).hasToString("Optional[2025-06-30]");
    assertThat(ReviewOrder.of("finalEvaluation", Map.of(), settings).asOf()).isEmpty();
  }

  @Test
  void anOrderIsReadFromItsOwnParameters() {
    Map<String, String> parameters = Map.of("period", "2024-H2", "district", "429", "lang", "en", "format", "docx,html", "publish", "true");
    ReviewOrder order = ReviewOrder.of("halfYearReview", parameters, settings);
    assertThat(ReviewOrder.of("halfYearReview", order.parameters(), settings)).isEqualTo(order);
  }

  @Test
  void allThatIsWrongWithAnOrderIsToldAtOnce() {
    assertThatThrownBy(() -> ReviewOrder.of("halfYearReview", Map.of("period", "2025-H3", "district", "999", "year", "2025", "publish", "yes"), settings))
        .isInstanceOfSatisfying(
            BadOrder.class, wrong -> assertThat(wrong.problems()).hasSize(4).anyMatch(p -> p.startsWith("period=2025-H3")).anyMatch(p -> p.startsWith("year: ")));
    assertThatThrownBy(() -> ReviewOrder.of("monthlyReview", Map.of(), settings)).hasMessageContaining("halfYearReview, annualReview, finalEvaluation");
  }
}
