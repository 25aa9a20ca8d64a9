package vn.ishc.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.ishc.inbox.InboxFolder;

/** What the schedule can run, by the names that {@code jobs/schedule.yml} uses. */
final class Works {
  /** The names. */
  static final Set<String> NAMES = Set.of("load", "verify", "backup", "restoreDrill", "annualReview", "halfYearReview", "finalEvaluation");

  /** Works that write papers take the words of the command line; the others take these. */
  private static final Map<String, Set<String>> HANDED =
      Map.of("load", Set.of(), "verify", Set.of(), "backup", Set.of("to", "keep"), "restoreDrill", Set.of("from"));

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
        if (!entry.with().getOrDefault("keep", "1").matches("[1-9][0-9]{0,3}")) {
          problems.add(where + "keep: how many backups are kept, from 1 to 9999");
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
      case "backup" -> backup(with);
      case "restoreDrill" -> drill(with);
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

  private Ended backup(Map<String, String> with) throws Exception {
    Backup.Written written = new Backup(settings).run(path(with, "to"));
    int gone = with.containsKey("keep") ? Backup.keepNewest(written.path().getParent(), Integer.parseInt(with.get("keep"))) : 0;
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
