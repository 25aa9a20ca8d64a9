package vn.ishc.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ishc revert}: takes one file back. */
@Command(name = "revert", sortOptions = false, customSynopsis = "ishc revert FILE-ID")
public final class RevertCommand extends Subcommand {
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
  public RevertCommand(Job<Request> job) {
    this.job = job;
  }

  @Override
  Outcome run(Session session) throws Exception {
    return job.run(new Request(fileId), session);
  }
}
