package vn.ishc.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A few seconds of Jazzer for the readers of workbooks, of text and of contracts, from sound files, by a fixed seed; {@link GuidedFuzz} goes on for as long as one likes. */
@EnabledOnOs(OS.LINUX)
class GuidedFuzzTest {
  private static final int SECONDS = 5;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(names = {"XLSX", "DELIMITED", "CONTRACT"})
  void whereverJazzerComesNothingBreaks(Target target) throws Exception {
    Process jazzer = GuidedFuzz.run(target, SECONDS, folder, List.of("-seed=1"));
    assertThat(jazzer.waitFor()).as(() -> said(target)).isZero();
    assertThat(said(target)).contains("Done ", "Instrumented vn.ishc.");
  }

  private String said(Target target) {
    try {
      return Files.readString(folder.resolve(target.name() + ".log"));
    } catch (java.io.IOException e) {
      return e.toString();
    }
  }
}
