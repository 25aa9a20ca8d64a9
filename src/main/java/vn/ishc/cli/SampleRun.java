package vn.ishc.cli;

import java.nio.file.Files;
import vn.ishc.row.Period;
import vn.ishc.sample.Messiness;
import vn.ishc.sample.SampleSpec;
import vn.ishc.sample.SampleTruth;
import vn.ishc.sample.SampleWriter;

/** {@code sample}: made-up inputs of any size. */
final class SampleRun {
  private static final int CLUBS = 24;
  private static final int PERIODS = 2;
  private static final long SEED = 345;
  private static final Period LAST = new Period(2025, 2);

  private SampleRun() {}

  static Outcome run(SampleCommand.Request request, Session session) throws Exception {
    Screen screen = session.screen();
    SampleSpec spec =
        new SampleSpec(
            request.clubs().orElse(CLUBS), request.periods().orElse(PERIODS), request.seed().orElse(SEED), LAST, Messiness.USUAL);
    SampleTruth truth = SampleWriter.write(Files.createDirectories(request.out()), spec);
    screen.out().println(screen.text("sample.done", Integer.toString(truth.files().size()), request.out()));
    screen.out().flush();
    return Outcome.DONE;
  }
}
