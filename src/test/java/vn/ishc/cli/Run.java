package vn.ishc.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One run of the command line and what it answered. */
record Run(int status, String out, String err) {
  static Run of(List<Object> commands, Map<String, String> environment, String... words) {
    return of(commands, environment, "", words);
  }

  static Run of(List<Object> commands, Map<String, String> environment, String input, String... words) {
    return of(surroundings -> commands, environment, input, words);
  }

  /** With commands that need the surroundings. */
  static Run of(CommandsFor commands, Map<String, String> environment, String input, String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Surroundings surroundings =
        new Surroundings(
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, false, StandardCharsets.UTF_8),
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            environment,
            Path.of("").toAbsolutePath(),
            "");
    int status = Ishc.run(commands.in(surroundings), surroundings, words);
    return new Run(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** The commands that run in given surroundings. */
  interface CommandsFor {
    List<Object> in(Surroundings surroundings);
  }
}
