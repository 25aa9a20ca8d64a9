package vn.ishc.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;
import vn.ishc.report.ReportFormat;
import vn.ishc.report.ReportKind;
import vn.ishc.row.Period;

/** {@code ishc report …}: the reviews and the final evaluation as docx, xlsx and html. */
@Command(
    name = "report",
    sortOptions = false,
    customSynopsis = {
      "ishc report final [--as-of 2025-12-31] [--district 429] [--format docx,xlsx,html] [--out DIR] [--publish]",
      "ishc report annual --year 2024 …",
      "ishc report half-year --period 2025-H1 …",
      "ishc report edition NAME [--format docx,xlsx,html] [--out DIR]"
    },
    subcommands = {ReportCommand.Final.class, ReportCommand.Annual.class, ReportCommand.HalfYear.class, ReportCommand.Edition.class})
final class ReportCommand extends Subcommand {
  @Override
  Outcome run(Session session) {
    String missing = session.screen().text("usage.missing", "final | annual | half-year | edition");
    throw new ParameterException(spec().commandLine(), missing);
  }

  /** Where to, and in which forms. */
  static final class Target {
    @Option(names = "--format", split = ",", paramLabel = "docx,xlsx,html", descriptionKey = "report.format", converter = FormatConverter.class)
    private @Nullable List<ReportFormat> formats;

    @Option(names = "--out", paramLabel = "DIR", descriptionKey = "report.out")
    private @Nullable Path out;

    Set<ReportFormat> formats() {
      return formats == null ? EnumSet.allOf(ReportFormat.class) : EnumSet.copyOf(formats);
    }

    Path folder(Session session) {
      return out == null ? session.settings().home().resolve("reports") : out;
    }
  }

  /** Of which area, and whether to keep it. */
  static final class Scope {
    @Option(names = "--district", paramLabel = "CODE", descriptionKey = "report.district")
    private @Nullable String district;

    @Option(names = "--publish", descriptionKey = "report.publish")
    private boolean publish;

    Optional<String> district() {
      return Optional.ofNullable(district);
    }
  }

  /** The word of a format. */
  static final class FormatConverter implements ITypeConverter<ReportFormat> {
    @Override
    public ReportFormat convert(String word) {
      return ReportFormat.of(word).orElseThrow(() -> new TypeConversionException(word));
    }
  }

  /** The final evaluation. */
  @Command(name = "final", sortOptions = false, customSynopsis = "ishc report final [--as-of 2025-12-31] [--district 429] [--format docx,xlsx,html] [--out DIR] [--publish]")
  static final class Final extends Subcommand {
    @Mixin private final Scope scope = new Scope();
    @Mixin private final Target target = new Target();

    @Option(names = "--as-of", paramLabel = "yyyy-mm-dd", descriptionKey = "as-of")
    private @Nullable LocalDate asOf;

    @Override
    Outcome run(Session session) throws Exception {
      return ReportRun.write(new ReportRun.Wanted(ReportKind.FINAL, Optional.ofNullable(asOf), scope.district(), scope.publish), target, session);
    }
  }

  /** The annual review. */
  @Command(name = "annual", sortOptions = false, customSynopsis = "ishc report annual --year 2024 [--district 429] [--format docx,xlsx,html] [--out DIR] [--publish]")
  static final class Annual extends Subcommand {
    @Mixin private final Scope scope = new Scope();
    @Mixin private final Target target = new Target();

    @Option(names = "--year", required = true, paramLabel = "yyyy", descriptionKey = "report.year")
    private int year;

    @Override
    Outcome run(Session session) throws Exception {
      LocalDate day = new Period(year, 2).end();
      return ReportRun.write(new ReportRun.Wanted(ReportKind.ANNUAL, Optional.of(day), scope.district(), scope.publish), target, session);
    }
  }

  /** The half-year review. */
  @Command(name = "half-year", sortOptions = false, customSynopsis = "ishc report half-year --period 2025-H1 [--district 429] [--format docx,xlsx,html] [--out DIR] [--publish]")
  static final class HalfYear extends Subcommand {
    @Mixin private final Scope scope = new Scope();
    @Mixin private final Target target = new Target();

    @Option(names = "--period", required = true, paramLabel = "yyyy-H1", descriptionKey = "report.period")
    private String period = "";

    @Override
    Outcome run(Session session) throws Exception {
      Optional<LocalDate> day = Period.parse(period).map(Period::end);
      if (day.isEmpty()) {
        throw new ParameterException(spec().commandLine(), session.screen().text("usage.value", "--period", period, "2025-H1"));
      }
      return ReportRun.write(new ReportRun.Wanted(ReportKind.HALF_YEAR, day, scope.district(), scope.publish), target, session);
    }
  }

  /** A published edition, written again. */
  @Command(name = "edition", sortOptions = false, customSynopsis = "ishc report edition NAME [--format docx,xlsx,html] [--out DIR]")
  static final class Edition extends Subcommand {
    @Mixin private final Target target = new Target();

    @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "report.edition")
    private String name = "";

    @Override
    Outcome run(Session session) throws Exception {
      return ReportRun.again(name, target, session);
    }
  }

}
