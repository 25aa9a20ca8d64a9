package vn.ishc.cli;

import picocli.CommandLine.Command;

/** {@code ishc verify}: whether the warehouse is what its files say. */
@Command(name = "verify", sortOptions = false, customSynopsis = "ishc verify")
public final class VerifyCommand extends Subcommand {
  private final Job<Request> job;

  /** Nothing more is asked. */
  public record Request() {}

  /** The command with the work behind it. */
  public VerifyCommand(Job<Request> job) {
    this.job = job;
  }

  @Override
  Outcome run(Session session) throws Exception {
    return job.run(new Request(), session);
  }
}
