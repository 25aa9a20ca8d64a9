package vn.ishc.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ishc remind}: reminds senders of what has not come and what is to be repaired. */
@Command(name = "remind", sortOptions = false, customSynopsis = "ishc remind [--no-mail]")
public final class RemindCommand extends Subcommand {
  private final Job<Request> job;

  @Option(names = "--no-mail", descriptionKey = "no-mail")
  private boolean noMail;

  /**
   * What is asked.
   *
   * @param mail whether mail is sent too, where it is set up
   */
  public record Request(boolean mail) {}

  /** The command with the work behind it. */
  public RemindCommand(Job<Request> job) {
    this.job = job;
  }

  @Override
  Outcome run(Session session) throws Exception {
    return job.run(new Request(!noMail), session);
  }
}
