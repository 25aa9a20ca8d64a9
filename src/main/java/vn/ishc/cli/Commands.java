package vn.ishc.cli;

import java.util.List;

/** The commands there are, in the order of the help; each one is given the work behind it here. */
public final class Commands {
  private Commands() {}

  /**
   * All commands.
   *
   * @param surroundings what the process was given
   */
  public static List<Object> all(Surroundings surroundings) {
    return List.of(
        new DemoCommand(DemoRun::run),
        new LoadCommand(LoadRun::run),
        new CheckCommand(CheckRun::run),
        new PreviewCommand(PreviewRun::run),
        new TemplateCommand(TemplateRun::run),
        new StatusCommand(StoreRuns::status),
        new FilesCommand(StoreRuns::files),
        new FindingsCommand(StoreRuns::findings),
        new RevertCommand(ServeRuns::revert),
        new RemindCommand(RemindRuns::remind),
        new IndicatorsCommand(FigureRuns::indicators),
        new ExplainCommand(FigureRuns::explain),
        new ReportCommand(),
        new ServeCommand(ServeRuns::serve),
        new VerifyCommand(ServeRuns::verify),
        new RebuildCommand(ServeRuns::rebuild),
        new BackupCommand(BackupRuns::backup),
        new RestoreCommand(BackupRuns::restore),
        new SampleCommand(SampleRun::run),
        new PersonCommand(surroundings),
        new LinkCommand(),
        new SqlCommand(surroundings),
        new DbCommand(),
        new HelpCommand());
  }
}
