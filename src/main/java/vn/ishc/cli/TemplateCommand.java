package vn.ishc.cli;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ishc template}: a form to be filled in, empty or with what is known already. */
@Command(name = "template", sortOptions = false, customSynopsis = "ishc template FEED [--unit CODE] [--period 2026-H1] [--out F]")
public final class TemplateCommand extends Subcommand {
  private final Job<Request> job;

  @Parameters(paramLabel = "FEED", descriptionKey = "feed")
  private @Nullable String feed;

  @Option(names = "--unit", paramLabel = "CODE", descriptionKey = "unit")
  private @Nullable String unit;

  @Option(names = "--period", paramLabel = "2026-H1", descriptionKey = "period")
  private @Nullable String period;

  @Option(names = "--out", paramLabel = "F", descriptionKey = "out")
  private @Nullable Path out;

  /**
   * What is asked.
   *
   * @param feed name of the feed
   * @param unit code of a plan district, a commune or a club whose return it is; empty for an empty form, for which no database is needed
   * @param period the half-year as written; empty when not said
   * @param out where to write; empty for a file in the current folder
   */
  public record Request(String feed, Optional<String> unit, Optional<String> period, Optional<Path> out) {}

  /** The command with the work behind it. */
  public TemplateCommand(Job<Request> job) {
    this.job = job;
  }

  @Override
  Outcome run(Session session) throws Exception {
    return job.run(new Request(Objects.requireNonNull(feed, "required"), Optional.ofNullable(unit), Optional.ofNullable(period), Optional.ofNullable(out)), session);
  }
}
