package vn.ishc.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ishc restore}: a backup becomes the warehouse of the home folder. */
@Command(name = "restore", sortOptions = false, customSynopsis = "ishc restore BACKUP [--force]")
public final class RestoreCommand extends Subcommand {
  private final Job<Request> job;

  @Parameters(arity = "1", paramLabel = "BACKUP", descriptionKey = "backup")
  private Path backup = Path.of("");

  @Option(names = "--force", descriptionKey = "force")
  private boolean force;

  /**
   * What is asked.
   *
   * @param backup the file
   * @param force whether a home folder that is in use is put aside
   */
  public record Request(Path backup, boolean force) {}

  /** The command with the work behind it. */
  public RestoreCommand(Job<Request> job) {
    this.job = job;
  }

  @Override
  Outcome run(Session session) throws Exception {
    return job.run(new Request(backup, force), session);
  }
}
