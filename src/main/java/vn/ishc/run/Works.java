package vn.ishc.run;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.ishc.inbox.InboxFolder;
import vn.ishc.inbox.MailSettings;

/** What the schedule can run, by the names that {@code jobs/schedule.yml} uses. */
final class Works {
  /** The names. */
  static final Set<String> NAMES = Set.of("load", "verify", "remind", "annualReview", "halfYearReview", "finalEvaluation");

  /** Those to which nothing is handed. */
  private static final Set<String> PLAIN = Set.of("load", "verify", "remind");

  private final Settings settings;
  private final Knowledge knowledge;

  Works(Settings settings, Knowledge knowledge) {
    this.settings = settings;
    this.knowledge = knowledge;
  }

  /**
   * How a run ended.
   *
   * @param outcome as {@code ops.scheduled_run.outcome}
   * @param said figures, never a name
   */
  record Ended(String outcome, String said) {}

  /** What entries hand to their works and these cannot read. */
  static List<String> problems(Schedule schedule, Settings settings) {
    List<String> problems = new ArrayList<>();
    for (Schedule.Entry entry : schedule.entries()) {
      String where = "entries › " + entry.name() + " › with: ";
      if (PLAIN.contains(entry.run())) {
        entry.with().keySet().stream().sorted().forEach(key -> problems.add(where + key + ": nothing is handed to " + entry.run()));
        continue;
      }
      try {
        ReviewOrder.of(entry.run(), entry.with(), settings);
      } catch (BadOrder e) {
        e.problems().forEach(problem -> problems.add(where + problem));
      }
    }
    return problems;
  }

  /** Runs the work of that name. */
  Ended run(String name, Map<String, String> with, Duration settle) throws Exception {
    return switch (name) {
      case "load" -> load(settle);
      case "verify" -> verify();
      case "remind" -> remind();
      default -> review(name, with);
    };
  }

  /** Loads what has settled; looks before it opens anything, since most of the time nothing waits. */
  Ended load(Duration settle) throws Exception {
    if (!anySettled(settle)) {
      return new Ended("nothing", "");
    }
    Optional<LoadSummary> summary = new Loads(settings, knowledge).runSettled(settle);
    if (summary.isEmpty()) {
      return new Ended("busy", "");
    }
    List<FileOutcome> files = summary.get().files();
    String said = "files %d, refused %d, rows %d".formatted(
        files.size(), files.stream().filter(file -> file.state().equals("refused")).count(), files.stream().mapToLong(FileOutcome::accepted).sum());
    return new Ended(summary.get().anyFailed() ? "failed" : "done", said);
  }

  /** Whether a file waits that has come to rest, other than those of nobody, which wait for an operator. */
  private boolean anySettled(Duration settle) throws IOException {
    for (InboxFolder.Waiting file : InboxFolder.scan(settings.home().resolve("inbox"))) {
      if (file.regular()
          && knowledge.submitters().find(file.folder()).isPresent()
          && InboxFolder.isSettled(file, Clock.systemUTC().instant(), settle)) {
        return true;
      }
    }
    return false;
  }

  /** A paper; its edition or the number of its files is all that is said. */
  private Ended review(String job, Map<String, String> with) throws Exception {
    Optional<Reviews.Written> written = new Reviews(settings).run(job, with);
    return written
        .map(paper -> new Ended("done", "as of " + paper.asOf() + ", files " + paper.files().size() + paper.edition().map(name -> ", edition " + name).orElse("")))
        .orElseGet(() -> new Ended("nothing", ""));
  }

  /** Writes to officers, who read Vietnamese whatever the machine speaks. */
  private Ended remind() throws Exception {
    List<Reminders.Reminded> reminded = new Reminders(Reminders.inVietnamese(settings), knowledge, System.getenv(MailSettings.PASSWORD)).run(true);
    long sent = reminded.stream().filter(each -> each.mail() == Reminders.Mail.SENT).count();
    long failed = reminded.stream().filter(each -> each.mail() == Reminders.Mail.FAILED).count();
    String said = "senders %d, mails %d".formatted(reminded.size(), sent);
    return failed > 0 ? new Ended("failed", said + ", mails not sent " + failed) : new Ended(reminded.isEmpty() ? "nothing" : "done", said);
  }

  private Ended verify() throws Exception {
    List<Verification.Invariant> broken =
        new Verification(settings, knowledge).run().stream().filter(invariant -> !invariant.holds()).toList();
    return broken.isEmpty()
        ? new Ended("done", "")
        : new Ended("failed", String.join("; ", broken.stream().map(invariant -> invariant.titleEn() + ": " + invariant.broken()).toList()));
  }
}
