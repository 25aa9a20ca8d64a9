package vn.ishc.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ishc findings}: everything that was found in one file. */
@Command(name = "findings", sortOptions = false, customSynopsis = "ishc findings FILE-ID")
public final class FindingsCommand extends Subcommand {
  private final Job<Request> job;

  @Parameters(arity = "1", paramLabel = "FILE-ID", descriptionKey = "file-id")
  private String fileId = "";

  /**
   * What is asked.
   *
   * @param fileId the file's identity, as {@code ishc files} prints it
   */
  public record Request(String fileId) {}

  /** The command with the work behind it. */
  public FindingsCommand(Job<Request> job) {
    this.job = job;
  }

  @Override
  Outcome run(Session session) throws Exception {
    return job.run(new Request(fileId), session);
  }
}
