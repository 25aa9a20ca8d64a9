package vn.ishc.cli;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ishc explain}: the rows behind a figure. */
@Command(name = "explain", sortOptions = false, customSynopsis = "ishc explain INDICATOR --as-of D [--area A]")
public final class ExplainCommand extends Subcommand {
  private final Job<Request> job;

  @Parameters(arity = "1", paramLabel = "INDICATOR", descriptionKey = "indicator")
  private String indicator = "";

  @Option(names = "--as-of", required = true, paramLabel = "yyyy-mm-dd", descriptionKey = "as-of")
  private @Nullable LocalDate asOf;

  @Option(names = "--area", paramLabel = "A", descriptionKey = "area")
  private @Nullable String area;

  /**
   * What is asked.
   *
   * @param indicator its code
   * @param asOf the day the figure speaks of
   * @param area the district; empty for the province
   */
  public record Request(String indicator, LocalDate asOf, Optional<String> area) {}

  /** The command with the work behind it. */
  public ExplainCommand(Job<Request> job) {
    this.job = job;
  }

  @Override
  Outcome run(Session session) throws Exception {
    LocalDate day = Objects.requireNonNull(asOf, "required");
    return job.run(new Request(indicator, day, Optional.ofNullable(area)), session);
  }
}
