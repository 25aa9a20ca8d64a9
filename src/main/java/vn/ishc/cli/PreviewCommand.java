package vn.ishc.cli;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ishc preview}: the cells of a file as they are read, without a database. */
@Command(
    name = "preview",
    sortOptions = false,
    customSynopsis = "ishc preview FILE [--sheet N] [--raw] [--format table|csv|json]")
public final class PreviewCommand extends Subcommand {
  private final Job<Request> job;

  @Parameters(arity = "1", paramLabel = "FILE", descriptionKey = "file")
  private @Nullable Path file;

  @Option(names = "--sheet", paramLabel = "N", descriptionKey = "sheet")
  private @Nullable Integer sheet;

  @Option(names = "--raw", descriptionKey = "raw")
  private boolean raw;

  @Option(names = "--format", paramLabel = "table|csv|json", descriptionKey = "format")
  private OutputFormat format = OutputFormat.TABLE;

  /**
   * What is asked.
   *
   * @param file the workbook
   * @param sheet its sheet, 1 the first; empty for all
   * @param raw whether to leave broken encodings as they are
   * @param format how the cells are printed
   */
  public record Request(Path file, Optional<Integer> sheet, boolean raw, OutputFormat format) {}

  /** The command with the work behind it. */
  public PreviewCommand(Job<Request> job) {
    this.job = job;
  }

  @Override
  Outcome run(Session session) throws Exception {
    Path given = Objects.requireNonNull(file, "required");
    return job.run(new Request(given, Optional.ofNullable(sheet), raw, format), session);
  }
}
