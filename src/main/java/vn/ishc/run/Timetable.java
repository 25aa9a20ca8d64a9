package vn.ishc.run;

import static org.quartz.CronScheduleBuilder.cronSchedule;
import static org.quartz.JobBuilder.newJob;
import static org.quartz.SimpleScheduleBuilder.simpleSchedule;
import static org.quartz.TriggerBuilder.newTrigger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Date;
import java.util.HashSet;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.quartz.CronScheduleBuilder;
import org.quartz.CronTrigger;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleTrigger;
import org.quartz.Trigger;
import org.quartz.TriggerKey;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.impl.matchers.GroupMatcher;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The schedule in Quartz, kept in the database and shared by all nodes. */
final class Timetable {
  private static final Logger LOG = LoggerFactory.getLogger(Timetable.class);
  private static final String GROUP = "ishc";
  private static final String WATCH = "inbox-watch";
  private static final String SERVE = "serve";
  private static final String ENTRY = "entry";

  private final Schedule schedule;
  private final Scheduler scheduler;

  Timetable(Serve serve, Schedule schedule, ScheduleStore database) throws SchedulerException {
    this.schedule = schedule;
    String source = "ishc-" + System.identityHashCode(this);
    DBConnectionManager.getInstance().addConnectionProvider(source, new Provider(database));
    this.scheduler = new StdSchedulerFactory(properties(source)).getScheduler();
    scheduler.getContext().put(SERVE, serve);
  }

  private static Properties properties(String source) {
    Properties properties = new Properties();
    String[][] settings = {
      {"scheduler.instanceName", "ishc"},
      {"scheduler.instanceId", "AUTO"},
      {"scheduler.skipUpdateCheck", "true"},
      {"threadPool.class", "org.quartz.simpl.SimpleThreadPool"},
      {"threadPool.threadCount", "2"},
      {"jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX"},
      {"jobStore.driverDelegateClass", "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate"},
      {"jobStore.dataSource", source},
      {"jobStore.tablePrefix", "ops.qrtz_"},
      {"jobStore.useProperties", "true"},
      {"jobStore.isClustered", "true"},
      {"jobStore.clusterCheckinInterval", "5000"},
      {"jobStore.misfireThreshold", "60000"},
    };
    for (String[] setting : settings) {
      properties.setProperty("org.quartz." + setting[0], setting[1]);
    }
    return properties;
  }

  /**
   * Brings what Quartz has in line with the file and starts. A trigger that is as it was is left alone: it remembers what was missed while nobody was running.
   */
  void start() throws SchedulerException {
    Set<TriggerKey> wanted = new HashSet<>();
    for (Schedule.Entry entry : schedule.entries()) {
      Trigger trigger = cron(entry);
      // Quartz wakes by the time of the machine, whatever a rehearsal calls now.
      if (trigger.getFireTimeAfter(Date.from(Clock.systemUTC().instant())) == null) {
        LOG.info("{} has no moment left: {}", entry.name(), entry.cron());
        continue;
      }
      wanted.add(put(newJob(EntryJob.class).withIdentity(entry.name(), GROUP).usingJobData(ENTRY, entry.name()).build(), trigger));
    }
    if (schedule.watch().isPresent()) {
      wanted.add(put(newJob(WatchJob.class).withIdentity(WATCH, GROUP).build(), watch(schedule.watch().get())));
    }
    for (TriggerKey key : scheduler.getTriggerKeys(GroupMatcher.triggerGroupEquals(GROUP))) {
      if (!wanted.contains(key)) {
        scheduler.deleteJob(new JobKey(key.getName(), GROUP));
        LOG.info("{} is no longer scheduled", key.getName());
      }
    }
    scheduler.start();
  }

  private TriggerKey put(JobDetail job, Trigger trigger) throws SchedulerException {
    @Nullable Trigger present = scheduler.getTrigger(trigger.getKey());
    if (present == null || !isSame(present, trigger)) {
      scheduler.scheduleJob(job, Set.of(trigger), true);
    }
    return trigger.getKey();
  }

  private static boolean isSame(Trigger present, Trigger wanted) {
    boolean same = false;
    if (present instanceof CronTrigger a && wanted instanceof CronTrigger b) {
      same = a.getCronExpression().equals(b.getCronExpression()) && a.getTimeZone().equals(b.getTimeZone());
    } else if (present instanceof SimpleTrigger a && wanted instanceof SimpleTrigger b) {
      same = a.getRepeatInterval() == b.getRepeatInterval();
    }
    return same && present.getMisfireInstruction() == wanted.getMisfireInstruction();
  }

  private Trigger cron(Schedule.Entry entry) {
    CronScheduleBuilder cron = cronSchedule(entry.cron()).inTimeZone(TimeZone.getTimeZone(schedule.zone()));
    cron = entry.madeUp() ? cron.withMisfireHandlingInstructionFireAndProceed() : cron.withMisfireHandlingInstructionDoNothing();
    return newTrigger().withIdentity(entry.name(), GROUP).withSchedule(cron).build();
  }

  private static Trigger watch(Schedule.Watch watch) {
    return newTrigger()
        .withIdentity(WATCH, GROUP)
        .withSchedule(
            simpleSchedule()
                .withIntervalInMilliseconds(watch.every().toMillis())
                .repeatForever()
                .withMisfireHandlingInstructionNextWithRemainingCount())
        .startNow()
        .build();
  }

  boolean isRunning() {
    try {
      return scheduler.isStarted() && !scheduler.isShutdown() && !scheduler.isInStandbyMode();
    } catch (SchedulerException e) {
      return false;
    }
  }

  /** What runs is finished first. */
  void stop() {
    try {
      scheduler.shutdown(true);
    } catch (SchedulerException e) {
      LOG.error("stopping: {}", Faults.where(e));
    }
  }

  private static Serve serve(JobExecutionContext context) {
    try {
      return (Serve) Objects.requireNonNull(context.getScheduler().getContext().get(SERVE));
    } catch (SchedulerException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Runs an entry of the schedule. */
  @DisallowConcurrentExecution
  public static final class EntryJob implements Job {
    @Override
    public void execute(JobExecutionContext context) {
      serve(context).entry(context.getMergedJobDataMap().getString(ENTRY), context.getScheduledFireTime().toInstant());
    }
  }

  /** Looks at the inbox. */
  @DisallowConcurrentExecution
  public static final class WatchJob implements Job {
    @Override
    public void execute(JobExecutionContext context) {
      serve(context).watch(context.getScheduledFireTime().toInstant());
    }
  }

  private record Provider(ScheduleStore database) implements ConnectionProvider {
    @Override
    public Connection getConnection() throws SQLException {
      return database.getConnection();
    }

    @Override
    public void shutdown() {}

    @Override
    public void initialize() {}
  }
}
