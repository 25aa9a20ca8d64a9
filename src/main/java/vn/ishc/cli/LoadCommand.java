package vn.ishc.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ishc load}: everything in the inbox, now. */
@Command(name = "load", sortOptions = false, customSynopsis = "ishc load [FILE|DIR…]")
public final class LoadCommand extends Subcommand {
  private final Job<Request> job;

  @Parameters(arity = "0..*", paramLabel = "FILE|DIR", descriptionKey = "sources")
  private List<Path> sources = new ArrayList<>();

  /**
   * What is asked.
   *
   * @param sources files and folders to copy into the inbox first; a folder's name is its submitter
   */
  public record Request(List<Path> sources) {}

  /** The command with the work behind it. */
  public LoadCommand(Job<Request> job) {
    this.job = job;
  }

  @Override
  Outcome run(Session session) throws Exception {
    return job.run(new Request(List.copyOf(sources)), session);
  }
}
