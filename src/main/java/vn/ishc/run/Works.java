package vn.ishc.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ishc.inbox.InboxFolder;
import vn.ishc.inbox.MailSettings;
import vn.ishc.warehouse.DatabaseUnavailable;

/** What the schedule can run, by the names that {@code jobs/schedule.yml} uses. */
final class Works {
  private static final Logger LOG = LoggerFactory.getLogger(Works.class);

  /** The names. */
  static final Set<String> NAMES = Set.of("load", "verify", "remind", "backup", "restoreDrill", "retention", "annualReview", "halfYearReview", "finalEvaluation");

  /** Works that write papers take the words of the command line; the others take these. */
  private static final Map<String, Set<String>> HANDED =
      Map.of("load", Set.of(), "verify", Set.of(), "remind", Set.of(), "backup", Set.of("to", "keep"), "restoreDrill", Set.of("from"), "retention", Set.of("outbox_days", "diary_days", "staging_days", "archive_days"));

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
      @Nullable Set<String> taken = HANDED.get(entry.run());
      if (taken != null) {
        entry.with().keySet().stream().filter(key -> !taken.contains(key)).sorted().forEach(key -> problems.add(where + key + (taken.isEmpty() ? ": nothing is handed to " : ": is not handed to ") + entry.run()));
        for (String number : List.of("keep", "outbox_days", "diary_days", "staging_days", "archive_days")) {
          if (!entry.with().getOrDefault(number, "1").matches("[1-9][0-9]{0,3}")) {
            problems.add(where + number + ": a number from 1 to 9999");
          }
        }
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
      case "backup" -> backup(with);
      case "restoreDrill" -> drill(with);
      case "retention" -> retention(with);
      default -> review(name, with);
    };
  }

  /** Loads what has settled; looks before it opens anything, since most of the time nothing waits. */
  Ended load(Duration settle) throws Exception {
    return anySettled(settle) ? loadNow(settle) : new Ended("nothing", "");
  }

  /** Checks what has settled and answers, without loading. */
  Ended check(Duration settle) throws Exception {
    InboxChecks.Checked checked = new InboxChecks(settings, knowledge).run(settle);
    String said = "checked %d".formatted(checked.answered());
    return checked.failed() > 0 ? new Ended("failed", said + ", failed " + checked.failed()) : new Ended(checked.answered() > 0 ? "done" : "nothing", said);
  }

  /** Helps a load that is at work elsewhere, where files wait beside it. */
  Ended join(Connection connection, Duration settle) throws Exception {
    return ClaimRows.helpIsWanted(connection) ? loadNow(settle) : new Ended("nothing", "");
  }

  private Ended loadNow(Duration settle) throws Exception {
    Optional<LoadSummary> summary = new Loads(settings, knowledge).runSettled(settle);
    if (summary.isEmpty()) {
      return new Ended("busy", "");
    }
    List<FileOutcome> files = summary.get().files();
    for (FileOutcome file : files) {
      // By its identity: a name may be that of a person.
      LOG.info("file {} {} read {} accepted {} refused {}", file.fileId(), file.state(), file.rowsRead(), file.accepted(), file.refused());
    }
    String said = "files %d, refused %d, rows %d".formatted(
        files.size(), files.stream().filter(file -> file.state().equals("refused")).count(), files.stream().mapToLong(FileOutcome::accepted).sum());
    return new Ended(summary.get().anyFailed() ? "failed" : "done", said);
  }

  /** Whether a file waits that has come to rest, other than those of nobody, which wait for an operator, and those that failed and are not due again. */
  private boolean anySettled(Duration settle) throws IOException, SQLException, DatabaseUnavailable {
    Path inbox = settings.home().resolve("inbox");
    List<InboxFolder.Waiting> settled = new ArrayList<>();
    for (InboxFolder.Waiting file : InboxFolder.scan(inbox)) {
      if (file.regular()
          && knowledge.submitters().find(file.folder()).isPresent()
          && InboxFolder.isSettled(file, Clock.systemUTC().instant(), settle)) {
        settled.add(file);
      }
    }
    if (settled.isEmpty()) {
      return false;
    }
    try (Connection connection = settings.database().open()) {
      for (InboxFolder.Waiting file : settled) {
        String place = inbox.relativize(file.path()).toString();
        if (ClaimRows.due(connection, place, Files.size(file.path()), Files.getLastModifiedTime(file.path()).toMillis()).orElse(true)) {
          return true;
        }
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

  private Ended backup(Map<String, String> with) throws Exception {
    Backup.Written written = new Backup(settings).run(path(with, "to"));
    OptionalInt keep = number(with, "keep");
    Path folder = path(with, "to").orElseGet(() -> Backup.folder(settings));
    int gone = keep.isPresent() ? Backup.keepNewest(folder, keep.getAsInt()) : 0;
    String said = "rows %d, files %d, older backups deleted %d".formatted(written.rows(), written.files(), gone);
    return written.unsound().isEmpty() ? new Ended("done", said) : new Ended("failed", said + ", originals missing or damaged " + written.unsound().size());
  }

  private Ended drill(Map<String, String> with) throws Exception {
    Optional<RestoreDrill.Drilled> drilled = new RestoreDrill(settings, knowledge).newest(path(with, "from"));
    if (drilled.isEmpty()) {
      return new Ended("failed", "no backup to drill");
    }
    String said = drilled.get().backup().getFileName() + ", rows %d, files %d".formatted(drilled.get().rows(), drilled.get().files());
    return drilled.get().wrong().isEmpty() ? new Ended("done", said) : new Ended("failed", said + ": " + String.join("; ", drilled.get().wrong()));
  }

  private Ended retention(Map<String, String> with) throws Exception {
    Retention.Days days = new Retention.Days(number(with, "outbox_days"), number(with, "diary_days"), number(with, "staging_days"), number(with, "archive_days"));
    Retention.Gone gone = new Retention(settings).run(days);
    return new Ended(
        "done", "answers deleted %d, lines of the diary %d, files without rows %d, originals %d".formatted(gone.answers(), gone.diaryRows(), gone.unstaged(), gone.originals()));
  }

  private static OptionalInt number(Map<String, String> with, String name) {
    @Nullable String text = with.get(name);
    return text == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
  }

  private Optional<Path> path(Map<String, String> with, String name) {
    return Optional.ofNullable(with.get(name)).map(settings.home()::resolve);
  }

  private Ended verify() throws Exception {
    List<Verification.Invariant> broken =
        new Verification(settings, knowledge).run().stream().filter(invariant -> !invariant.holds()).toList();
    return broken.isEmpty()
        ? new Ended("done", "")
        : new Ended("failed", String.join("; ", broken.stream().map(invariant -> invariant.titleEn() + ": " + invariant.broken()).toList()));
  }
}
