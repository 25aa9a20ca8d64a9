package vn.ishc.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ishc check}: a dry run of files, without a database. */
@Command(
    name = "check",
    sortOptions = false,
    customSynopsis = "ishc check FILE|DIR… [--submitter S] [--annotate OUT] [--format text|json]")
public final class CheckCommand extends Subcommand {
  private final Job<Request> job;

  @Parameters(arity = "1..*", paramLabel = "FILE|DIR", descriptionKey = "files")
  private List<Path> files = new ArrayList<>();

  @Option(names = "--submitter", paramLabel = "S", descriptionKey = "submitter")
  private @Nullable String submitter;

  @Option(names = "--annotate", paramLabel = "OUT", descriptionKey = "annotate")
  private @Nullable Path annotate;

  @Option(names = "--format", paramLabel = "text|json", descriptionKey = "format")
  private Format format = Format.TEXT;

  /** How the findings are printed. */
  public enum Format {
    /** Sentences. */
    TEXT,
    /** For other programs. */
    JSON;

    /** As written on the command line. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What is asked.
   *
   * @param files at least one
   * @param submitter whose files they are; empty when not said
   * @param annotate where to write the annotated copy; empty for none
   * @param format how the findings are printed
   */
  public record Request(List<Path> files, Optional<String> submitter, Optional<Path> annotate, Format format) {}

  /** The command with the work behind it. */
  public CheckCommand(Job<Request> job) {
    this.job = job;
  }

  @Override
  Outcome run(Session session) throws Exception {
    Request request =
        new Request(List.copyOf(files), Optional.ofNullable(submitter), Optional.ofNullable(annotate), format);
    return job.run(request, session);
  }
}
