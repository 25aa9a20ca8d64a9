package vn.ishc.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** One command of the contract: its fields are its words, {@link #run} does what they ask. */
abstract class Subcommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  abstract Outcome run(Session session) throws Exception;

  @Override
  public final Integer call() throws Exception {
    return run(ishc().session()).status();
  }

  final CommandSpec spec() {
    return Objects.requireNonNull(spec, "filled when the words are read");
  }

  private Ishc ishc() {
    return (Ishc) spec().root().userObject();
  }
}
