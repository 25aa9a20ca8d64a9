package vn.ishc.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/**
 * The load as a Spring Batch job, in reading order: receive what waits, stage every file (one partition each), publish all at once, answer.
 *
 * <p>The unit of work is a file in a transaction of its own; Batch keeps what ran and when, the truth about a file is its row in {@code ops.file}.
 */
final class LoadJob {
  static final String NAME = "load";
  private static final String FILE = "file";

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
    workers.setConcurrencyLimit(load.workers());
    return new StepBuilder("stageFiles", diary.repository())
        .partitioner("stageFile", partitions())
        .step(stageFile())
        .taskExecutor(workers)
        .gridSize(load.workers())
        .build();
  }

  private Partitioner partitions() {
    return gridSize -> {
      Map<String, ExecutionContext> partitions = new HashMap<>();
      List<String> files = load.toStage();
      for (String file : files) {
        ExecutionContext context = new ExecutionContext();
        context.putString(FILE, file);
        partitions.put("file-" + file, context);
      }
      return partitions;
    };
  }

  private Step stageFile() {
    Tasklet tasklet =
        (contribution, chunk) -> {
          try {
            load.stage(contribution.getStepExecution().getExecutionContext().getString(FILE));
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
