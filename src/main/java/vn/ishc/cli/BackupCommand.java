package vn.ishc.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ishc backup}: the warehouse and its originals in one file. */
@Command(name = "backup", sortOptions = false, customSynopsis = "ishc backup [TARGET]")
public final class BackupCommand extends Subcommand {
  private final Job<Request> job;

  @Parameters(arity = "0..1", paramLabel = "TARGET", descriptionKey = "target")
  private @Nullable Path target;

  /**
   * What is asked.
   *
   * @param target a folder or a zip that does not exist yet; empty for {@code backups/} of the home folder
   */
  public record Request(Optional<Path> target) {}

  /** The command with the work behind it. */
  public BackupCommand(Job<Request> job) {
    this.job = job;
  }

  @Override
  Outcome run(Session session) throws Exception {
    return job.run(new Request(Optional.ofNullable(target)), session);
  }
}
