package vn.ishc.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ishc serve}: keeps the schedule and watches the inbox until it is stopped. */
@Command(name = "serve", sortOptions = false, customSynopsis = "ishc serve [--port 9464] [--check]")
public final class ServeCommand extends Subcommand {
  private static final int PORT_MAX = 65_535;

  private final Job<Request> job;

  @Option(names = "--port", paramLabel = "PORT", descriptionKey = "port", defaultValue = "9464")
  private int port;

  @Option(names = "--check", descriptionKey = "check")
  private boolean check;

  /**
   * What is asked.
   *
   * @param port of the page for monitoring on the loopback address; 0 for none
   * @param check whether only to read the schedule and say what is in it
   */
  public record Request(int port, boolean check) {}

  /** The command with the work behind it. */
  public ServeCommand(Job<Request> job) {
    this.job = job;
  }

  @Override
  Outcome run(Session session) throws Exception {
    if (port < 0 || port > PORT_MAX) {
      throw new picocli.CommandLine.ParameterException(spec().commandLine(), session.screen().text("serve.port", Integer.toString(port)));
    }
    return job.run(new Request(port, check), session);
  }
}
