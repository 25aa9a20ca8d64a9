package vn.ishc.run;

import java.util.HashMap;
import java.util.Map;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/**
 * The load as a Spring Batch job, in reading order: receive what waits, stage file by file (several workers, a partition each), publish all at once, answer.
 *
 * <p>The unit of work is a file in a transaction of its own; Batch keeps what ran and when, the truth about a file is its row in {@code ops.file}.
 */
final class LoadJob {
  static final String NAME = "load";

  private final JobDiary diary;
  private final Load load;

  LoadJob(JobDiary diary, Load load) {
    this.diary = diary;
    this.load = load;
  }

  Job job() {
    return diary.job(NAME).start(receive()).next(stageFiles()).next(publish()).next(answer()).build();
  }

  private Step receive() {
    return diary.step("receive", load::receive);
  }

  private Step stageFiles() {
    SimpleAsyncTaskExecutor workers = new SimpleAsyncTaskExecutor("stage-");
    workers.setConcurrencyLimit(Load.workers());
    return new StepBuilder("stageFiles", diary.repository())
        .partitioner("stageFile", LoadJob::workers)
        .step(stageFile())
        .taskExecutor(workers)
        .gridSize(Load.workers())
        .build();
  }

  private static Map<String, ExecutionContext> workers(int count) {
    Map<String, ExecutionContext> partitions = new HashMap<>();
    for (int worker = 1; worker <= count; worker++) {
      partitions.put("worker-" + worker, new ExecutionContext());
    }
    return partitions;
  }

  /** Takes file after file until none waits, or until the job is to stop. */
  private Step stageFile() {
    Tasklet tasklet =
        (contribution, chunk) -> {
          try {
            while (!contribution.getStepExecution().isTerminateOnly() && load.stageNext()) {
              contribution.incrementReadCount();
            }
          } catch (Exception e) {
            throw new JobDiary.StepFault(e);
          }
          return RepeatStatus.FINISHED;
        };
    return new StepBuilder("stageFile", diary.repository()).tasklet(tasklet, diary.transactions()).build();
  }

  private Step publish() {
    return diary.step("publish", load::publish);
  }

  private Step answer() {
    return diary.step("answer", load::answer);
  }
}
