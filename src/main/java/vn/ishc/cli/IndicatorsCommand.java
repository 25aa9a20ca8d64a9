package vn.ishc.cli;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ishc indicators}: the indicator table. */
@Command(
    name = "indicators",
    sortOptions = false,
    customSynopsis = "ishc indicators [--as-of 2025-12-31] [--area 429] [--format table|csv|json]")
public final class IndicatorsCommand extends Subcommand {
  private final Job<Request> job;

  @Option(names = "--as-of", paramLabel = "yyyy-mm-dd", descriptionKey = "as-of")
  private @Nullable LocalDate asOf;

  @Option(names = "--area", paramLabel = "A", descriptionKey = "area")
  private @Nullable String area;

  @Option(names = "--format", paramLabel = "table|csv|json", descriptionKey = "format")
  private OutputFormat format = OutputFormat.TABLE;

  /**
   * What is asked.
   *
   * @param asOf the day the figures speak of; empty for the latest period there is
   * @param area the district; empty for the province
   * @param format how the table is printed
   */
  public record Request(Optional<LocalDate> asOf, Optional<String> area, OutputFormat format) {}

  /** The command with the work behind it. */
  public IndicatorsCommand(Job<Request> job) {
    this.job = job;
  }

  @Override
  Outcome run(Session session) throws Exception {
    return job.run(new Request(Optional.ofNullable(asOf), Optional.ofNullable(area), format), session);
  }
}
