package vn.ishc.cli;

import picocli.CommandLine.Command;

/** {@code ishc rebuild}: the warehouse anew from the archive. */
@Command(name = "rebuild", sortOptions = false, customSynopsis = "ishc rebuild")
public final class RebuildCommand extends Subcommand {
  private final Job<Request> job;

  /** Nothing more is asked. */
  public record Request() {}

  /** The command with the work behind it. */
  public RebuildCommand(Job<Request> job) {
    this.job = job;
  }

  @Override
  Outcome run(Session session) throws Exception {
    return job.run(new Request(), session);
  }
}
