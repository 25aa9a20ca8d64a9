package vn.ishc.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code ishc help [COMMAND]}: the same as {@code --help} behind a command. */
@Command(name = "help", helpCommand = true, sortOptions = false, customSynopsis = "ishc help [COMMAND…]")
final class HelpCommand extends Subcommand {
  @Parameters(arity = "0..*", paramLabel = "COMMAND", descriptionKey = "command")
  private List<String> commands = new ArrayList<>();

  @Override
  Outcome run(Session session) {
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
}
