package vn.ishc.cli;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ishc sample}: synthetic inputs of any size. */
@Command(
    name = "sample",
    sortOptions = false,
    customSynopsis = "ishc sample --out DIR [--clubs N] [--periods N] [--seed N]")
public final class SampleCommand extends Subcommand {
  private final Job<Request> job;

  @Option(names = "--out", required = true, paramLabel = "DIR", descriptionKey = "out")
  private @Nullable Path out;

  @Option(names = "--clubs", paramLabel = "N", descriptionKey = "clubs")
  private @Nullable Integer clubs;

  @Option(names = "--periods", paramLabel = "N", descriptionKey = "periods")
  private @Nullable Integer periods;

  @Option(names = "--seed", paramLabel = "N", descriptionKey = "seed")
  private @Nullable Long seed;

  /**
   * What is asked; what is empty is left to the work's own habit.
   *
   * @param out the folder to write to
   * @param clubs how many clubs
   * @param periods how many half-years
   * @param seed the same seed gives the same files
   */
  public record Request(Path out, Optional<Integer> clubs, Optional<Integer> periods, Optional<Long> seed) {}

  /** The command with the work behind it. */
  public SampleCommand(Job<Request> job) {
    this.job = job;
  }

  @Override
  Outcome run(Session session) throws Exception {
    Path folder = Objects.requireNonNull(out, "required");
    Request request =
        new Request(
            folder, Optional.ofNullable(clubs), Optional.ofNullable(periods), Optional.ofNullable(seed));
    return job.run(request, session);
  }
}
