package vn.ishc.run;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.ishc.report.ReportFormat;
import vn.ishc.report.ReportKind;
import vn.ishc.row.Language;
import vn.ishc.row.Period;

/**
 * A review or evaluation that is to be written.
 *
 * @param kind which of the three
 * @param asOf the day of its figures; empty takes the last day of the plan that has some
 * @param district GSO code of a plan district; empty for the province
 * @param language of the files
 * @param formats of the files
 * @param folder where they go
 * @param publish whether to keep an edition
 */
public record ReviewOrder(
    ReportKind kind, Optional<LocalDate> asOf, Optional<String> district, Language language, Set<ReportFormat> formats, Path folder, boolean publish) {
  /** The 21 districts of the plan, as they were in 2022. */
  private static final Pattern DISTRICT = Pattern.compile("4(1[2-9]|2\\d|3[0-2])");

  /** Copies the formats. */
  public ReviewOrder {
    formats = Set.copyOf(formats);
  }

  /** Whether a code is that of a plan district. */
  public static boolean isDistrict(String code) {
    return DISTRICT.matcher(code).matches();
  }

  /** The name of the job that writes a kind of paper. */
  public static String jobName(ReportKind kind) {
    return switch (kind) {
      case ANNUAL -> "annualReview";
      case HALF_YEAR -> "halfYearReview";
      case FINAL -> "finalEvaluation";
    };
  }

  /**
   * Reads an order as a scheduler writes it, in the words of the command line: {@code year} (annualReview), {@code period} (halfYearReview), {@code as-of}
   * (finalEvaluation), and for all {@code district}, {@code lang}, {@code format}, {@code out}, {@code publish}. Without a year or period the last one that
   * has ended is meant.
   *
   * @throws BadOrder when the job is unknown or a parameter cannot be read; tells of all of them
   */
  static ReviewOrder of(String jobName, Map<String, String> parameters, Settings settings) {
    for (ReportKind kind : ReportKind.values()) {
      if (jobName(kind).equals(jobName)) {
        return new Reader(parameters, settings).order(kind);
      }
    }
    throw new BadOrder(List.of(jobName + ": " + java.util.Arrays.stream(ReportKind.values()).map(ReviewOrder::jobName).collect(Collectors.joining(", "))));
  }

  /** The order as job parameters; reading them gives the same order again. */
  Map<String, String> parameters() {
    Map<String, String> parameters = new TreeMap<>();
    asOf.ifPresent(
        day -> {
          switch (kind) {
            case ANNUAL -> parameters.put("year", Integer.toString(day.getYear()));
            case HALF_YEAR -> parameters.put("period", Period.of(day).code());
            case FINAL -> parameters.put("as-of", day.toString());
          }
        });
    district.ifPresent(code -> parameters.put("district", code));
    parameters.put("lang", language.code());
    parameters.put("format", formats.stream().sorted().map(ReportFormat::extension).collect(Collectors.joining(",")));
    parameters.put("out", folder.toString());
    parameters.put("publish", Boolean.toString(publish));
    return parameters;
  }

  /** Reads parameters one by one and gathers what is wrong with them. */
  private static final class Reader {
    private final Map<String, String> parameters;
    private final Settings settings;
    private final Set<String> known = new TreeSet<>();
    private final List<String> problems = new ArrayList<>();

    Reader(Map<String, String> parameters, Settings settings) {
      this.parameters = parameters;
      this.settings = settings;
    }

    ReviewOrder order(ReportKind kind) {
      Optional<LocalDate> asOf = day(kind);
      Optional<String> district = read("district", "429", code -> Optional.of(code).filter(ReviewOrder::isDistrict));
      Language language = read("lang", "vi", Language::of).orElse(settings.language());
      Set<ReportFormat> formats = read("format", "docx,xlsx,html", Reader::formats).orElseGet(() -> EnumSet.allOf(ReportFormat.class));
      Path folder = read("out", "reports", Reader::path).map(settings.home()::resolve).orElseGet(() -> settings.home().resolve("reports"));
      boolean publish = read("publish", "true", Reader::flag).orElse(false);
      parameters.keySet().stream().filter(name -> !known.contains(name)).sorted().forEach(name -> problems.add(name + ": " + String.join(", ", known)));
      if (!problems.isEmpty()) {
        throw new BadOrder(problems);
      }
      return new ReviewOrder(kind, asOf, district, language, formats, folder, publish);
    }

    private Optional<LocalDate> day(ReportKind kind) {
      LocalDate today = LocalDate.ofInstant(settings.clock().instant(), Settings.ZONE);
      return switch (kind) {
        case ANNUAL -> Optional.of(read("year", "2024", Reader::lastDayOfYear).orElse(LocalDate.of(today.getYear() - 1, 12, 31)));
        case HALF_YEAR -> Optional.of(read("period", "2025-H1", text -> Period.parse(text).map(Period::end)).orElse(Period.of(today).start().minusDays(1)));
        case FINAL -> read("as-of", "2025-12-31", Reader::date);
      };
    }

    private <T> Optional<T> read(String name, String example, Function<String, Optional<T>> reader) {
      known.add(name);
      String text = parameters.getOrDefault(name, "").strip();
      if (text.isEmpty()) {
        return Optional.empty();
      }
      Optional<T> value = reader.apply(text);
      if (value.isEmpty()) {
        problems.add(name + "=" + text + ": " + example);
      }
      return value;
    }

    private static Optional<LocalDate> date(String text) {
      try {
        return Optional.of(LocalDate.parse(text));
      } catch (DateTimeException e) {
        return Optional.empty();
      }
    }

    private static Optional<LocalDate> lastDayOfYear(String text) {
      return text.matches("\\d{4}") ? Optional.of(LocalDate.of(Integer.parseInt(text), 12, 31)) : Optional.empty();
    }

    private static Optional<Set<ReportFormat>> formats(String text) {
      Set<ReportFormat> formats = EnumSet.noneOf(ReportFormat.class);
      for (String word : text.split(",")) {
        Optional<ReportFormat> format = ReportFormat.of(word);
        if (format.isEmpty()) {
          return Optional.empty();
        }
        formats.add(format.get());
      }
      return Optional.of(formats);
    }

    private static Optional<Path> path(String text) {
      try {
        return Optional.of(Path.of(text));
      } catch (InvalidPathException e) {
        return Optional.empty();
      }
    }

    private static Optional<Boolean> flag(String text) {
      return switch (text.toLowerCase(Locale.ROOT)) {
        case "true" -> Optional.of(true);
        case "false" -> Optional.of(false);
        default -> Optional.empty();
      };
    }
  }
}
