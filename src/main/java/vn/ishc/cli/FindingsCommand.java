package vn.ishc.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code ishc findings}: everything that was found in one file. */
@Command(name = "findings", sortOptions = false, customSynopsis = {"ishc findings FILE-ID", "ishc findings --catalogue"})
public final class FindingsCommand extends Subcommand {
  private final Job<Request> job;

  @Parameters(arity = "0..1", paramLabel = "FILE-ID", descriptionKey = "file-id")
  private @Nullable String fileId;

  @Option(names = "--catalogue", descriptionKey = "catalogue")
  private boolean catalogue;

  /**
   * What is asked.
   *
   * @param fileId the file's identity, as {@code ishc files} prints it; empty for the catalogue of all codes
   */
  public record Request(Optional<String> fileId) {}

  /** The command with the work behind it. */
  public FindingsCommand(Job<Request> job) {
    this.job = job;
  }

  @Override
  Outcome run(Session session) throws Exception {
    if (catalogue == (fileId != null)) {
      throw new ParameterException(spec().commandLine(), session.screen().text("usage.missing", "FILE-ID | --catalogue"));
    }
    return job.run(new Request(Optional.ofNullable(fileId)), session);
  }
}
