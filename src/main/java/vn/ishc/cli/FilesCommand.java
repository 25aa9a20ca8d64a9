package vn.ishc.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ishc files}: the files that came in. */
@Command(name = "files", sortOptions = false, customSynopsis = "ishc files [--submitter S]")
public final class FilesCommand extends Subcommand {
  private final Job<Request> job;

  @Option(names = "--submitter", paramLabel = "S", descriptionKey = "submitter")
  private @Nullable String submitter;

  /**
   * What is asked.
   *
   * @param submitter whose files; empty for everybody's
   */
  public record Request(Optional<String> submitter) {}

  /** The command with the work behind it. */
  public FilesCommand(Job<Request> job) {
    this.job = job;
  }

  @Override
  Outcome run(Session session) throws Exception {
    return job.run(new Request(Optional.ofNullable(submitter)), session);
  }
}
