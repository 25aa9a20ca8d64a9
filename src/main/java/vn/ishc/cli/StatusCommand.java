package vn.ishc.cli;

import picocli.CommandLine.Command;

/** {@code ishc status}: what came in, what became of it. */
@Command(name = "status", sortOptions = false, customSynopsis = "ishc status")
public final class StatusCommand extends Subcommand {
  private final Job<Request> job;

  /** Nothing more is asked. */
  public record Request() {}

  /** The command with the work behind it. */
  public StatusCommand(Job<Request> job) {
    this.job = job;
  }

  @Override
  Outcome run(Session session) throws Exception {
    return job.run(new Request(), session);
  }
}
