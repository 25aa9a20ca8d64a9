package vn.ishc.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code ishc help [COMMAND]}: the same as {@code --help} behind a command; {@code ishc help officer}: the manual for those who send files. */
@Command(name = "help", helpCommand = true, sortOptions = false, customSynopsis = "ishc help [COMMAND…|officer]")
final class HelpCommand extends Subcommand {
  @Parameters(arity = "0..*", paramLabel = "COMMAND", descriptionKey = "command")
  private List<String> commands = new ArrayList<>();

  private static final String OFFICER = "officer";
  private static final Path MANUAL = Path.of("src/docs/huong-dan.md");

  @Override
  Outcome run(Session session) throws IOException {
    if (commands.equals(List.of(OFFICER))) {
      return manual(session);
    }
    CommandLine line = spec().root().commandLine();
    for (String command : commands) {
      CommandLine next = line.getSubcommands().get(command);
      if (next == null) {
        throw new UnmatchedArgumentException(spec().root().commandLine(), List.of(command));
      }
      line = next;
    }
    line.usage(session.screen().out(), line.getColorScheme());
    return Outcome.DONE;
  }

  /** The manual as text; its pictures are named by their captions. */
  private static Outcome manual(Session session) throws IOException {
    Path manual = session.settings().root().resolve(MANUAL);
    for (String line : Files.readAllLines(manual)) {
      session.screen().out().println(line.replaceFirst("^!\\[(.*)]\\((.*)\\)$", "[$1: src/docs/$2]"));
    }
    session.screen().out().flush();
    return Outcome.DONE;
  }
}
