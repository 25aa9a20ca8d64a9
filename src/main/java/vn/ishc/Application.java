package vn.ishc;

import vn.ishc.cli.Commands;
import vn.ishc.cli.Ishc;
import vn.ishc.cli.Surroundings;
import vn.ishc.cli.Training;

/** Starts the command line. */
public final class Application {
  private Application() {}

  /**
   * Runs one command and ends the process with its exit status.
   *
   * @param args the command line
   */
  public static void main(String[] args) {
    if (Boolean.getBoolean("ishc.training")) {
      Training.run();
      return;
    }
    Surroundings surroundings = Surroundings.ofProcess();
    System.exit(Ishc.run(Commands.all(surroundings), surroundings, args));
  }
}
