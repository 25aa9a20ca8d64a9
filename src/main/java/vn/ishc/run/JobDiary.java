package vn.ishc.run;

import javax.sql.DataSource;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.support.TaskExecutorJobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Isolation;

/**
 * Where Spring Batch writes down what ran and when: {@code ops.batch_*}. Faults are written down without their messages, which may quote what a file says.
 *
 * @param repository the tables
 * @param transactions of the diary itself; work keeps its own
 */
record JobDiary(JobRepository repository, PlatformTransactionManager transactions) {
  static final String TABLE_PREFIX = "ops.batch_";

  /** Something a step does. */
  interface Work {
    void run() throws Exception;
  }

  /** A fault of a step, named without quoting anything. */
  static final class StepFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StepFault(Throwable fault) {
      super(Faults.where(fault), null, false, false);
    }
  }

  /** The diary in a database. */
  static JobDiary in(DataSource source) throws Exception {
    DataSourceTransactionManager transactions = new DataSourceTransactionManager(source);
    JdbcJobRepositoryFactoryBean factory = new JdbcJobRepositoryFactoryBean();
    factory.setDataSource(source);
    factory.setTransactionManager(transactions);
    factory.setTablePrefix(TABLE_PREFIX);
    factory.setIsolationLevelForCreateEnum(Isolation.READ_COMMITTED);
    factory.afterPropertiesSet();
    return new JobDiary(factory.getObject(), transactions);
  }

  JobBuilder job(String name) {
    return new JobBuilder(name, repository);
  }

  Step step(String name, Work work) {
    Tasklet tasklet =
        (contribution, chunk) -> {
          try {
            work.run();
          } catch (Exception e) {
            throw new StepFault(e);
          }
          return RepeatStatus.FINISHED;
        };
    return new StepBuilder(name, repository).tasklet(tasklet, transactions).build();
  }

  /** Runs a job to its end. */
  JobExecution run(Job job, JobParameters parameters) throws Exception {
    TaskExecutorJobOperator operator = new TaskExecutorJobOperator();
    operator.setJobRepository(repository);
    operator.setJobRegistry(new MapJobRegistry());
    operator.afterPropertiesSet();
    return operator.start(job, parameters);
  }
}
