package vn.ishc.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;
import vn.ishc.run.BadSetting;
import vn.ishc.vault.VaultLocked;
import vn.ishc.warehouse.DatabaseUnavailable;

/** What is said when a command cannot be understood or fails: one clear line in the reader's language. */
final class Complaints {
  private final Supplier<Screen> screens;

  Complaints(Supplier<Screen> screens) {
    this.screens = screens;
  }

  int wrongUsage(ParameterException wrong, String[] words) {
    Screen screen = screens.get();
    screen.complain(sentence(screen, wrong));
    if (wrong instanceof UnmatchedArgumentException unmatched && !unmatched.getSuggestions().isEmpty()) {
      List<String> near = unmatched.getSuggestions();
      screen.err().println(screen.text("usage.near", String.join(", ", near.subList(0, Math.min(3, near.size())))));
    }
    screen.err().println(screen.text("usage.hint", wrong.getCommandLine().getCommandSpec().qualifiedName(" ")));
    return Outcome.WRONG_USAGE.status();
  }

  private static String sentence(Screen screen, ParameterException wrong) {
    return switch (wrong) {
      case UnmatchedArgumentException unmatched -> unmatched(screen, unmatched);
      case MissingParameterException missing -> screen.text("usage.missing", names(missing.getMissing()));
      case OverwrittenOptionException twice -> screen.text("usage.twice", name(twice.getOverwritten()));
      case ParameterException other when other.getArgSpec() != null && other.getValue() != null ->
          screen.text("usage.value", name(other.getArgSpec()), other.getValue(), other.getArgSpec().paramLabel());
      default -> String.valueOf(wrong.getMessage());
    };
  }

  private static String unmatched(Screen screen, UnmatchedArgumentException unmatched) {
    String word = unmatched.getUnmatched().getFirst();
    if (word.startsWith("-")) {
      return screen.text("usage.option", word);
    }
    boolean root = unmatched.getCommandLine().getParent() == null;
    return screen.text(root ? "usage.command" : "usage.word", word);
  }

  private static String names(List<ArgSpec> arguments) {
    return arguments.stream().map(Complaints::name).collect(Collectors.joining(", "));
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  int failure(Exception failure, CommandLine line, ParseResult words) {
    Screen screen = screens.get();
    screen.out().flush();
    if (failure instanceof Ishc.CommandMissing) {
      line.usage(screen.err(), line.getColorScheme());
      return Outcome.WRONG_USAGE.status();
    }
    screen.complain(sentence(screen, failure));
    if (Boolean.getBoolean("ishc.trace")) {
      failure.printStackTrace(screen.err());
    }
    return (failure instanceof BadSetting ? Outcome.WRONG_USAGE : Outcome.FAILED).status();
  }

  private static String sentence(Screen screen, Exception failure) {
    return switch (failure) {
      case BadSetting bad -> screen.text("setting.bad", bad.variable(), bad.value(), bad.example());
      case DatabaseUnavailable none -> screen.text("database." + none.reason(), none.details().toArray());
      case VaultLocked locked -> screen.text("vault." + locked.reason(), locked.details().toArray());
      case Reader.NoLogin none -> screen.text("access.no-login", String.valueOf(none.getMessage()));
      case NoSuchFileException none -> screen.text("failure.nofile", String.valueOf(none.getFile()));
      case AccessDeniedException denied -> screen.text("failure.denied", String.valueOf(denied.getFile()));
      case FileSystemException file -> screen.text("failure.file", String.valueOf(file.getFile()), file.toString());
      case SQLException sql -> screen.text("failure.sql", firstLine(sql));
      case IOException io -> screen.text("failure.io", firstLine(io));
      default -> screen.text("failure.other", failure.getClass().getSimpleName() + ": " + firstLine(failure));
    };
  }

  static String firstLine(Throwable failure) {
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
  }
}
