package vn.ishc.run;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.ishc.inbox.InboxFolder;

/** What the schedule can run, by the names that {@code jobs/schedule.yml} uses. */
final class Works {
  /** The names. */
  static final Set<String> NAMES = Set.of("load", "verify");

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

  /** Runs the work of that name. */
  Ended run(String name, Map<String, String> with, Duration settle) throws Exception {
    return switch (name) {
      case "load" -> load(settle);
      case "verify" -> verify();
      default -> throw new IllegalArgumentException("no such work: " + name);
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

  private Ended verify() throws Exception {
    List<Verification.Invariant> broken =
        new Verification(settings, knowledge).run().stream().filter(invariant -> !invariant.holds()).toList();
    return broken.isEmpty()
        ? new Ended("done", "")
        : new Ended("failed", String.join("; ", broken.stream().map(invariant -> invariant.titleEn() + ": " + invariant.broken()).toList()));
  }
}
