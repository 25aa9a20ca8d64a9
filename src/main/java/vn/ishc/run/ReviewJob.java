package vn.ishc.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.SimpleJobBuilder;
import vn.ishc.report.ReportRequest;
import vn.ishc.report.Reports;

/**
 * A review as a Spring Batch job, in reading order: freeze the figures of one moment and compose the paper, write its files, keep the edition if it is to be
 * published. All three steps work in one transaction of the warehouse, which is not the job's to end.
 */
final class ReviewJob {
  private final JobDiary diary;
  private final Reports reports;
  private final ReviewOrder order;
  private final ReportRequest request;
  private Reports.@Nullable Frozen frozen;
  private List<Path> files = List.of();
  private Optional<String> edition = Optional.empty();
  private @Nullable Exception fault;

  ReviewJob(JobDiary diary, Reports reports, ReviewOrder order, ReportRequest request) {
    this.diary = diary;
    this.reports = reports;
    this.order = order;
    this.request = request;
  }

  Job job() {
    SimpleJobBuilder job = diary.job(ReviewOrder.jobName(order.kind())).start(diary.step("freeze", noting(this::freeze))).next(diary.step("write", noting(this::write)));
    return order.publish() ? job.next(diary.step("publish", noting(this::publish))).build() : job.build();
  }

  private void freeze() {
    frozen = reports.freeze(request);
  }

  private void write() throws IOException {
    files = reports.write(known(), order.formats(), order.folder());
  }

  private void publish() throws IOException {
    edition = Optional.of(reports.publish(known()));
  }

  private Reports.Frozen known() {
    Reports.Frozen known = frozen;
    if (known == null) {
      throw new IllegalStateException("written before frozen");
    }
    return known;
  }

  /** The diary hears only where a fault was; who asked for the review shall hear all of it. */
  private JobDiary.Work noting(JobDiary.Work work) {
    return () -> {
      try {
        work.run();
      } catch (Exception e) {
        fault = e;
        throw e;
      }
    };
  }

  /** What went wrong, when something did. */
  Optional<Exception> fault() {
    return Optional.ofNullable(fault);
  }

  Reviews.Written written() {
    Reports.Frozen known = known();
    return new Reviews.Written(request.asOf(), files, edition, known.lastEdition(), known.changes());
  }
}
