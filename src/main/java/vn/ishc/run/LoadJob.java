package vn.ishc.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Isolation;

/**
 * The load as a Spring Batch job, in reading order: receive what waits, stage every file (one partition each), publish all at once, answer.
 *
 * <p>The unit of work is a file in a transaction of its own; Batch keeps what ran and when, the truth about a file is its row in {@code ops.file}.
 */
final class LoadJob {
  static final String NAME = "load";
  private static final String FILE = "file";

  private final JobRepository repository;
  private final PlatformTransactionManager transactions;
  private final Load load;

  LoadJob(JobRepository repository, PlatformTransactionManager transactions, Load load) {
    this.repository = repository;
    this.transactions = transactions;
    this.load = load;
  }

  static JobRepository repository(DataSource source, PlatformTransactionManager transactions) throws Exception {
    JdbcJobRepositoryFactoryBean factory = new JdbcJobRepositoryFactoryBean();
    factory.setDataSource(source);
    factory.setTransactionManager(transactions);
    factory.setTablePrefix("ops.batch_");
    factory.setIsolationLevelForCreateEnum(Isolation.READ_COMMITTED);
    factory.afterPropertiesSet();
    return factory.getObject();
  }

  Job job() {
    return new JobBuilder(NAME, repository).start(receive()).next(stageFiles()).next(publish()).next(answer()).build();
  }

  private Step receive() {
    return step("receive", load::receive);
  }

  private Step stageFiles() {
    SimpleAsyncTaskExecutor workers = new SimpleAsyncTaskExecutor("stage-");
    workers.setConcurrencyLimit(load.workers());
    return new StepBuilder("stageFiles", repository)
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
            throw new StepFault(Faults.where(e));
          }
          return RepeatStatus.FINISHED;
        };
    return new StepBuilder("stageFile", repository).tasklet(tasklet, transactions).build();
  }

  private Step publish() {
    return step("publish", load::publish);
  }

  private Step answer() {
    return step("answer", load::answer);
  }

  /** A fault of a step, named without quoting anything. */
  private static final class StepFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StepFault(String where) {
      super(where, null, false, false);
    }
  }

  private interface Work {
    void run() throws Exception;
  }

  private Step step(String name, Work work) {
    Tasklet tasklet =
        (contribution, chunk) -> {
          try {
            work.run();
          } catch (Exception e) {
            // Batch stores and logs what it is thrown; messages of the database may quote what a file says.
            throw new StepFault(Faults.where(e));
          }
          return RepeatStatus.FINISHED;
        };
    return new StepBuilder(name, repository).tasklet(tasklet, transactions).build();
  }
}
