package vn.ishc.cli;

import picocli.CommandLine.Command;

/** {@code ishc demo}: the main job on {@code sample-inputs/}. */
@Command(name = "demo", sortOptions = false, customSynopsis = "ishc demo")
public final class DemoCommand extends Subcommand {
  private final Job<Request> job;

  /** Nothing more is asked. */
  public record Request() {}

  /** The command with the work behind it. */
  public DemoCommand(Job<Request> job) {
    this.job = job;
  }

  @Override
  Outcome run(Session session) throws Exception {
    Outcome outcome = job.run(new Request(), session);
    return outcome == Outcome.REFUSED ? Outcome.DONE : outcome;
  }
}
