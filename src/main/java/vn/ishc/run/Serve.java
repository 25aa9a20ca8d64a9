package vn.ishc.run;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.quartz.SchedulerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ishc.inbox.InboxFolder;
import vn.ishc.inbox.MailSettings;
import vn.ishc.warehouse.DatabaseUnavailable;

/**
 * The daemon: keeps the schedule, watches the inbox, answers whether it is well. Several of them on one database share the work: Quartz wakes one of them, the
 * claim in {@code ops.scheduled_run} keeps it from being done twice, and the others help a load that has more files than one node can read at once.
 */
public final class Serve implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Serve.class);

  private static final long HELP_MILLIS_MAX = 5_000;

  /** A server that takes no mail is asked again so often. */
  private static final long MAIL_MINUTES = 60;

  private static final String REMIND = "remind";

  private final Settings settings;
  private final Schedule schedule;
  private final Works works;
  private final Reminders reminders;
  private final ScheduleStore database;
  private final PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Timetable timetable;
  private final String node;
  private final Patience patience = new Patience(System::nanoTime);
  private final ReentrantLock loading = new ReentrantLock();
  private final ScheduledExecutorService helper = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("help").factory());
  private final ScheduledExecutorService post = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("post").factory());

  private Serve(Settings settings, Knowledge knowledge, Schedule schedule) throws SchedulerException, SQLException, DatabaseUnavailable {
    this.settings = settings;
    this.schedule = schedule;
    this.works = new Works(settings, knowledge);
    this.reminders = new Reminders(Reminders.inVietnamese(settings), knowledge, System.getenv(MailSettings.PASSWORD));
    this.database = new ScheduleStore(settings);
    this.node = Lease.node();
    Gauge.builder("ishc.inbox.waiting", this, Serve::waiting).description("files that wait in the inbox").register(metrics);
    new JvmMemoryMetrics().bindTo(metrics);
    new JvmThreadMetrics().bindTo(metrics);
    new ProcessorMetrics().bindTo(metrics);
    this.timetable = new Timetable(this, schedule, database);
  }

  /**
   * Reads the schedule of the settings' root.
   *
   * @throws Schedule.BadSchedule with all that is wrong with it
   */
  public static Schedule schedule(Settings settings) throws IOException, Schedule.BadSchedule {
    Schedule schedule = Schedule.read(settings.root().resolve("jobs/schedule.yml"), Works.NAMES);
    Schedule.check(Works.problems(schedule, settings));
    return schedule;
  }

  /** Starts it: from now on the schedule is kept. */
  public static Serve start(Settings settings, Knowledge knowledge, Schedule schedule)
      throws SchedulerException, SQLException, DatabaseUnavailable {
    Serve serve = new Serve(settings, knowledge, schedule);
    serve.timetable.start();
    if (schedule.watch().isPresent()) {
      long millis = Math.min(schedule.watch().get().every().toMillis(), HELP_MILLIS_MAX);
      ScheduledFuture<?> looking = serve.helper.scheduleWithFixedDelay(serve::help, millis, millis, TimeUnit.MILLISECONDS);
      LOG.debug("looks for loads to help: {}", looking);
    }
    if (schedule.entries().stream().anyMatch(entry -> entry.run().equals(REMIND))) {
      ScheduledFuture<?> asking = serve.post.scheduleWithFixedDelay(serve::post, 0, MAIL_MINUTES, TimeUnit.MINUTES);
      LOG.debug("looks for mails that are still to go: {}", asking);
    }
    LOG.info("serving as {}", serve.node);
    return serve;
  }

  /** The figures of this node, as Prometheus reads them. */
  String metrics() {
    return metrics.scrape();
  }

  /** Whether the database answers and the schedule is kept; in words for the health page. */
  Map<String, Boolean> health() {
    boolean answers;
    try (Connection connection = database.getConnection()) {
      answers = connection.isValid(2);
    } catch (SQLException e) {
      answers = false;
    }
    return Map.of("database", answers, "schedule", timetable.isRunning());
  }

  private double waiting() {
    try {
      return InboxFolder.scan(settings.home().resolve("inbox")).size();
    } catch (IOException e) {
      return Double.NaN;
    }
  }

  /** A look at the inbox. Leaves a line in the diary only when something was loaded or went wrong. */
  void watch(Instant due) {
    Schedule.Watch watch = schedule.watch().orElseThrow();
    if (patience.asksToWait()) {
      return;
    }
    loading.lock();
    try {
      run(new Due("inbox-watch", due, false), () -> patience.with(() -> watch.checksOnly() ? works.check(watch.settle()) : works.load(watch.settle())));
    } finally {
      loading.unlock();
    }
  }

  /** A look whether a load of another node has more files than it can read at once. Quartz wakes one node for the watch, this wakes all the others. */
  private void help() {
    Schedule.Watch watch = schedule.watch().orElseThrow();
    if (loading.tryLock()) {
      try {
        run(new Due("inbox-watch", settings.clock().instant(), false), () -> {
          try (Connection connection = database.getConnection()) {
            return works.join(connection, watch.settle());
          }
        });
      } finally {
        loading.unlock();
      }
    }
  }

  /** Mails of reminders that the server would not take, or whose process was killed: they do not wait for the next entry of the schedule. */
  private void post() {
    run(new Due("reminder-mail", settings.clock().instant(), false), () -> {
      try (Connection connection = database.getConnection()) {
        if (OwedMail.folders(connection).isEmpty()) {
          return new Works.Ended("nothing", "");
        }
      }
      List<Reminders.Reminded> owed = reminders.sendOwed();
      long sent = owed.stream().filter(each -> each.mail() == Reminders.Mail.SENT).count();
      long failed = owed.stream().filter(each -> each.mail() == Reminders.Mail.FAILED).count();
      String said = "mails %d, not sent %d".formatted(sent, failed);
      return new Works.Ended(failed > 0 ? "failed" : sent > 0 ? "done" : "nothing", said);
    });
  }

  /** An entry of the schedule that has come due. */
  void entry(String name, Instant due) {
    Optional<Schedule.Entry> entry = schedule.entries().stream().filter(e -> e.name().equals(name)).findFirst();
    if (entry.isEmpty()) {
      LOG.warn("{} is no longer in schedule.yml", name);
      return;
    }
    Duration settle = schedule.watch().map(Schedule.Watch::settle).orElse(Schedule.SETTLE_USUAL);
    run(new Due(name, due, true), () -> works.run(entry.get().run(), entry.get().with(), settle));
  }

  /**
   * What has come due.
   *
   * @param entry its name
   * @param at when it was due
   * @param told whether the diary has a line of it in any case
   */
  private record Due(String entry, Instant at, boolean told) {}

  private void run(Due due, Patience.Work work) {
    if (due.told() && !claim(due)) {
      return;
    }
    long start = System.nanoTime();
    Works.Ended ended;
    try {
      ended = work.run();
    } catch (Exception | StackOverflowError | OutOfMemoryError e) {
      LOG.error("{} failed: {}", due.entry(), Faults.where(e));
      ended = new Works.Ended("failed", Faults.where(e));
    }
    Timer.builder("ishc.run").tag("entry", due.entry()).tag("outcome", ended.outcome()).register(metrics)
        .record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
    Counter.builder("ishc.runs").tag("entry", due.entry()).tag("outcome", ended.outcome()).register(metrics).increment();
    boolean worth = ended.outcome().equals("done") || ended.outcome().equals("failed");
    if (due.told() || (worth && claim(due))) {
      end(due, ended);
    }
    if (worth) {
      LOG.info("{} {} {}", due.entry(), ended.outcome(), ended.said());
    }
  }

  /** Whether it is ours to do: the first node to write the line does it. */
  private boolean claim(Due due) {
    String sql = "insert into ops.scheduled_run (entry, due_at, node, started_at) values (?, ?, ?, clock_timestamp()) on conflict do nothing";
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, due.entry());
      statement.setTimestamp(2, Timestamp.from(due.at()));
      statement.setString(3, node);
      return statement.executeUpdate() == 1;
    } catch (SQLException e) {
      LOG.error("{} not begun: {}", due.entry(), Faults.where(e));
      return false;
    }
  }

  private void end(Due due, Works.Ended ended) {
    String sql = "update ops.scheduled_run set finished_at = clock_timestamp(), outcome = ?, said = ? where entry = ? and due_at = ?";
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, ended.outcome());
      statement.setString(2, ended.said());
      statement.setString(3, due.entry());
      statement.setTimestamp(4, Timestamp.from(due.at()));
      statement.executeUpdate();
    } catch (SQLException e) {
      LOG.error("the end of {} is not written down: {}", due.entry(), Faults.where(e));
    }
  }

  /** Stops: what runs is finished, nothing new begins. */
  @Override
  public void close() {
    helper.close();
    post.close();
    timetable.stop();
    database.close();
    metrics.close();
    LOG.info("stopped");
  }
}
