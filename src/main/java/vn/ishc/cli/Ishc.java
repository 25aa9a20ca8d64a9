package vn.ishc.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;
import vn.ishc.row.Language;
import vn.ishc.run.Settings;

/** The command line as a whole: {@code ishc COMMAND …}, and the options that every command has. */
@Command(
    name = "ishc",
    versionProvider = Ishc.Version.class,
    sortOptions = false,
    customSynopsis = "ishc COMMAND [--home DIR] [--lang vi|en] [--quiet] …")
public final class Ishc implements Runnable {
  private static final int WIDTH = 110;

  private final Surroundings surroundings;
  private final Language language;

  @Option(names = "--home", paramLabel = "DIR", scope = ScopeType.INHERIT, order = 90)
  private @Nullable Path home;

  /** Read before everything else, see {@link #languageOf}: the words about wrong words need it. */
  @Option(names = "--lang", paramLabel = "vi|en", scope = ScopeType.INHERIT, order = 91)
  @SuppressWarnings("UnusedVariable")
  private @Nullable Language asked;

  @Option(names = {"-q", "--quiet"}, scope = ScopeType.INHERIT, order = 92)
  private boolean quiet;

  @Option(names = {"-h", "--help"}, usageHelp = true, scope = ScopeType.INHERIT, order = 93)
  @SuppressWarnings("UnusedVariable")
  private boolean help;

  @Option(names = {"-V", "--version"}, versionHelp = true, order = 94)
  @SuppressWarnings("UnusedVariable")
  private boolean version;

  private Ishc(Surroundings surroundings, Language language) {
    this.surroundings = surroundings;
    this.language = language;
  }

  /**
   * Runs one command.
   *
   * @param commands those there are
   * @param surroundings what the process was given
   * @param words the command line
   * @return the exit status
   */
  public static int run(List<Object> commands, Surroundings surroundings, String... words) {
    Ishc ishc = new Ishc(surroundings, languageOf(words));
    try {
      return ishc.commandLine(commands).execute(words);
    } finally {
      surroundings.out().flush();
      surroundings.err().flush();
    }
  }

  CommandLine commandLine(List<Object> commands) {
    CommandLine line = new CommandLine(this);
    commands.forEach(line::addSubcommand);
    Complaints complaints = new Complaints(this::screen);
    return line.setResourceBundle(Messages.bundle(language))
        .setUsageHelpWidth(WIDTH)
        .setUsageHelpLongOptionsMaxWidth(30)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .registerConverter(Language.class, languageConverter())
        .setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8))
        .setColorScheme(Help.defaultColorScheme(coloured() ? Ansi.ON : Ansi.OFF))
        .setParameterExceptionHandler(complaints::wrongUsage)
        .setExecutionExceptionHandler(complaints::failure);
  }

  /** Without a command there is nothing to do but to say which ones there are. */
  @Override
  public void run() {
    throw new CommandMissing();
  }

  /** Nobody said what to do. */
  static final class CommandMissing extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  Session session() {
    Settings settings =
        Settings.of(
            surroundings.root(), Optional.ofNullable(home), language, quiet, surroundings.environment());
    return new Session(settings, screen());
  }

  private Screen screen() {
    return new Screen(surroundings.out(), surroundings.err(), language, quiet, surroundings.terminal(2));
  }

  private boolean coloured() {
    return surroundings.terminal(1) && !surroundings.environment().containsKey("NO_COLOR");
  }

  /** The language asked for anywhere among the words; Vietnamese when none is, or an unknown one. */
  static Language languageOf(String... words) {
    for (int i = 0; i < words.length; i++) {
      if (words[i].startsWith("--lang=")) {
        return Language.of(words[i].substring("--lang=".length())).orElse(Language.VI);
      }
      if (words[i].equals("--lang") && i + 1 < words.length) {
        return Language.of(words[i + 1]).orElse(Language.VI);
      }
    }
    return Language.VI;
  }

  private static ITypeConverter<Language> languageConverter() {
    return code -> Language.of(code).orElseThrow(() -> new TypeConversionException(code));
  }

  /** The version of the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Ishc.class.getPackage().getImplementationVersion();
      return new String[] {"ishc " + (version == null ? "(not packaged)" : version)};
    }
  }
}
