package vn.ishc.run;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.impl.DSL;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import vn.ishc.indicator.IndicatorDefinitions;
import vn.ishc.report.ReportRequest;
import vn.ishc.report.Reports;
import vn.ishc.warehouse.DatabaseUnavailable;
import vn.ishc.warehouse.OpenWarehouse;

/**
 * Writes reviews and evaluations, each as a job of Spring Batch: {@code annualReview}, {@code halfYearReview}, {@code finalEvaluation}. Every run is a job
 * instance of its own, since the same paper may say something else tomorrow.
 */
public final class Reviews {
  private static final LocalDate LAST_DAY_OF_PLAN = LocalDate.of(2025, 12, 31);

  private final Settings settings;

  /**
   * @param settings where and when
   */
  public Reviews(Settings settings) {
    this.settings = settings;
  }

  /**
   * What was written.
   *
   * @param asOf the day of the figures
   * @param files in the order of the formats
   * @param edition name of the edition, when it was published
   * @param lastEdition name of the last edition before, when there is one
   * @param changes how many figures differ from that edition
   */
  public record Written(LocalDate asOf, List<Path> files, Optional<String> edition, Optional<String> lastEdition, int changes) {
    /** Copies the files. */
    public Written {
      files = List.copyOf(files);
    }
  }

  /**
   * Runs a job by its name, as a scheduler does.
   *
   * @param jobName {@code annualReview}, {@code halfYearReview} or {@code finalEvaluation}
   * @param parameters in the words of the command line: {@code year}, {@code period}, {@code as-of}, {@code district}, {@code lang}, {@code format}, {@code
   *     out}, {@code publish}; all may be left out
   * @return empty when the warehouse holds no figures yet; then no job was started
   * @throws BadOrder when the name or a parameter cannot be read; nothing was done
   * @throws IOException when a file cannot be written; no edition is kept
   */
  public Optional<Written> run(String jobName, Map<String, String> parameters) throws DatabaseUnavailable, SQLException, IOException {
    ReviewOrder order = ReviewOrder.of(jobName, parameters, settings);
    try (OpenWarehouse warehouse = OpenWarehouse.open(settings.database(), settings.root())) {
      return run(warehouse, order);
    }
  }

  /**
   * Writes what is ordered, from an open warehouse.
   *
   * @return empty when the warehouse holds no figures yet; then no job was started
   * @throws IOException when a file cannot be written; no edition is kept
   */
  public Optional<Written> run(OpenWarehouse warehouse, ReviewOrder order) throws SQLException, IOException {
    IndicatorDefinitions definitions = IndicatorDefinitions.read(settings.root().resolve("jobs/indicators.yml"));
    try (Connection connection = warehouse.source().getConnection()) {
      // All questions of a paper, in all its steps, see the warehouse of one moment.
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      Reports reports = new Reports(DSL.using(connection), definitions, settings.clock());
      Optional<LocalDate> day = day(reports, order);
      if (day.isEmpty()) {
        return Optional.empty();
      }
      LocalDate writtenOn = LocalDate.ofInstant(settings.clock().instant(), Settings.ZONE);
      ReportRequest request = new ReportRequest(order.kind(), day.get(), order.district(), order.language(), writtenOn);
      boolean done = false;
      try (HikariDataSource diary = warehouse.diary()) {
        Written written = run(diary, reports, order, request);
        connection.commit();
        done = true;
        return Optional.of(written);
      } finally {
        if (!done) {
          connection.rollback();
        }
      }
    }
  }

  private static Optional<LocalDate> day(Reports reports, ReviewOrder order) {
    List<LocalDate> days = reports.days();
    return days.isEmpty() ? Optional.empty() : order.asOf().or(() -> reports.lastDay(LAST_DAY_OF_PLAN)).or(() -> Optional.of(days.getLast()));
  }

  private static Written run(HikariDataSource diary, Reports reports, ReviewOrder order, ReportRequest request) throws IOException {
    try {
      JobDiary jobs = JobDiary.in(diary);
      ReviewJob review = new ReviewJob(jobs, reports, order, request);
      JobParametersBuilder parameters = new JobParametersBuilder().addString("run", UUID.randomUUID().toString());
      order.parameters().forEach(parameters::addString);
      JobExecution execution = jobs.run(review.job(), parameters.toJobParameters());
      if (execution.getStatus() != BatchStatus.COMPLETED) {
        throw review.fault().orElseGet(() -> new IllegalStateException(ReviewOrder.jobName(order.kind()) + " ended as " + execution.getStatus()));
      }
      return review.written();
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(Faults.where(e), e);
    }
  }
}
