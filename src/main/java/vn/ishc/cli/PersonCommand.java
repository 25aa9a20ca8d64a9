package vn.ishc.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import vn.ishc.vault.Asked;
import vn.ishc.vault.Sealed;

/** {@code ishc person …}: what a person may ask for. */
@Command(
    name = "person",
    sortOptions = false,
    customSynopsis = {"ishc person export WHO [--format text|json] [--out FILE]", "ishc person erase WHO [--yes]"},
    subcommands = {PersonCommand.Export.class, PersonCommand.Erase.class})
final class PersonCommand extends Subcommand {
  private static final String WHO = "PERSON | --national-id N | --old-id N | --insurance-no N | --phone N";

  private final Surroundings surroundings;

  PersonCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  Outcome run(Session session) {
    throw new ParameterException(spec().commandLine(), session.screen().text("usage.missing", "export | erase"));
  }

  /** Who is meant; {@code -} in the place of a number reads it from the standard input, where no list of processes shows it. */
  abstract static class AboutSomebody extends Subcommand {
    @Parameters(arity = "0..1", paramLabel = "PERSON", descriptionKey = "person.who")
    private @Nullable String personId;

    @Option(names = "--national-id", paramLabel = "N|-", descriptionKey = "person.national-id")
    private @Nullable String nationalId;

    @Option(names = "--old-id", paramLabel = "N|-", descriptionKey = "person.old-id")
    private @Nullable String oldId;

    @Option(names = "--insurance-no", paramLabel = "N|-", descriptionKey = "person.insurance-no")
    private @Nullable String insuranceNo;

    @Option(names = "--phone", paramLabel = "N|-", descriptionKey = "person.phone")
    private @Nullable String phone;

    Asked asked(Session session) throws IOException {
      List<@Nullable String> given = java.util.Arrays.asList(personId, nationalId, oldId, insuranceNo, phone);
      if (given.stream().filter(each -> each != null).count() != 1) {
        throw new ParameterException(spec().commandLine(), session.screen().text("usage.missing", WHO));
      }
      if (personId != null) {
        return new Asked.ById(personId);
      }
      Optional<Asked> number =
          Stream.of(number(Sealed.NATIONAL_ID, nationalId), number(Sealed.OLD_ID, oldId), number(Sealed.INSURANCE_NO, insuranceNo), number(Sealed.PHONE, phone))
              .flatMap(Optional::stream)
              .findFirst();
      return number.orElseThrow();
    }

    private Optional<Asked> number(Sealed kind, @Nullable String given) throws IOException {
      if (given == null) {
        return Optional.empty();
      }
      PersonCommand person = (PersonCommand) spec().parent().userObject();
      String number = given.equals("-") ? new String(person.surroundings.in().readAllBytes(), StandardCharsets.UTF_8).strip() : given;
      return Optional.of(new Asked.ByNumber(kind, number));
    }
  }

  /** All that is held about a person. */
  @Command(name = "export", sortOptions = false, customSynopsis = "ishc person export " + WHO + " [--format text|json] [--out FILE]")
  static final class Export extends AboutSomebody {
    /** How it is printed. */
    enum Format {
      TEXT,
      JSON
    }

    @Option(names = "--format", paramLabel = "text|json", descriptionKey = "format")
    private Format format = Format.TEXT;

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "person.out")
    private @Nullable Path out;

    @Override
    Outcome run(Session session) throws Exception {
      return PersonRuns.export(asked(session), format == Format.JSON, Optional.ofNullable(out), session);
    }
  }

  /** Takes a person out of the vault. */
  @Command(name = "erase", sortOptions = false, customSynopsis = "ishc person erase " + WHO + " [--yes]")
  static final class Erase extends AboutSomebody {
    @Option(names = "--yes", descriptionKey = "person.yes")
    private boolean yes;

    @Override
    Outcome run(Session session) throws Exception {
      return PersonRuns.erase(asked(session), yes, session);
    }
  }
}
