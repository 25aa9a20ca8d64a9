package vn.ishc.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two seconds for each reader, always the same files, so that a build that breaks broke by its own change; {@link FuzzRun} goes on for as long as one likes. */
class FuzzTest {
  private static final long MILLIS = 2_000;
  private static final long SEED = 1;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Target.class)
  void whateverAFileHoldsItIsReadOrRefused(Target target) throws Exception {
    FuzzRun run = new FuzzRun(target, folder);
    assertThat(run.run(MILLIS, SEED)).as(run.toString()).isEmpty();
  }
}
