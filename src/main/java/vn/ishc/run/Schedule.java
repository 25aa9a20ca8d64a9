package vn.ishc.run;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quartz.CronExpression;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import vn.ishc.row.Language;

/**
 * What is run when: {@code jobs/schedule.yml}.
 *
 * @param zone where the hours of the entries are read
 * @param watch how the inbox is watched; empty for not at all
 * @param entries in the order of the file
 */
public record Schedule(ZoneId zone, Optional<Watch> watch, List<Entry> entries) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{1,59}");
  private static final Set<String> KEYS = Set.of("timezone", "watch", "entries");
  private static final Set<String> ENTRY_KEYS = Set.of("run", "cron", "if_missed", "title_vi", "title_en", "with");
  private static final Set<String> WATCH_KEYS = Set.of("every_seconds", "settle_seconds", "mode");
  private static final int EVERY_SECONDS_MIN = 5;
  /** How long a file must have lain still where the schedule does not say. */
  static final Duration SETTLE_USUAL = Duration.ofSeconds(45);

  private static final int DAY_SECONDS = 86_400;

  /** Copies the list. */
  public Schedule {
    entries = List.copyOf(entries);
  }

  /**
   * How the inbox is watched.
   *
   * @param every between two looks
   * @param settle how long nothing may have written to a file before it is taken
   * @param checksOnly whether files are only checked and answered, and left for the load of the night
   */
  public record Watch(Duration every, Duration settle, boolean checksOnly) {
    /** A watch that loads. */
    public Watch(Duration every, Duration settle) {
      this(every, settle, false);
    }
  }

  /**
   * One line of the timetable.
   *
   * @param name its name in the file, unique
   * @param run what is run: a name of {@link Works}
   * @param cron when, as Quartz reads it
   * @param madeUp whether a moment that was missed (nobody was running) is made up for, once
   * @param titleVi what people call it
   * @param titleEn the same in English
   * @param with what is handed to the run, for example {@code year: last}
   */
  public record Entry(String name, String run, String cron, boolean madeUp, String titleVi, String titleEn, Map<String, String> with) {
    /** Copies the map. */
    public Entry {
      with = Map.copyOf(with);
    }

    /** The title in a language. */
    public String title(Language language) {
      return language == Language.VI ? titleVi : titleEn;
    }
  }

  /** All that is wrong with the schedule, at once. */
  public static final class BadSchedule extends Exception {
    private static final long serialVersionUID = 1L;
    private final List<String> problems;

    BadSchedule(List<String> problems) {
      super("schedule.yml: " + String.join("; ", problems));
      this.problems = List.copyOf(problems);
    }

    /** One line each: where › what. */
    public List<String> problems() {
      return problems;
    }
  }

  /**
   * Reads the schedule.
   *
   * @param file {@code jobs/schedule.yml}
   * @param runs what can be run
   * @throws BadSchedule with all problems
   */
  public static Schedule read(Path file, Set<String> runs) throws IOException, BadSchedule {
    Reading reading = new Reading(runs);
    Schedule schedule = reading.schedule(root(file));
    check(reading.problems);
    return schedule;
  }

  /** Fails when there are problems. */
  static void check(List<String> problems) throws BadSchedule {
    if (!problems.isEmpty()) {
      throw new BadSchedule(problems);
    }
  }

  private static @Nullable Object root(Path file) throws IOException, BadSchedule {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    try (Reader reader = Files.newBufferedReader(file)) {
      return new Yaml(new SafeConstructor(options)).load(reader);
    } catch (YAMLException e) {
      throw new BadSchedule(List.of(String.valueOf(e.getMessage()).lines().findFirst().orElse("not YAML")));
    }
  }

  /** One reading of the file; gathers what is wrong. */
  private static final class Reading {
    private final Set<String> runs;
    private final List<String> problems = new ArrayList<>();

    Reading(Set<String> runs) {
      this.runs = runs;
    }

    Schedule schedule(@Nullable Object root) {
      Map<?, ?> map = map(root, "the file");
      unknown(map, KEYS, "");
      List<Entry> entries = new ArrayList<>();
      map(map.get("entries"), "entries").forEach((name, entry) -> entries.add(entry(String.valueOf(name), entry)));
      return new Schedule(zone(map.get("timezone")), watch(map.get("watch")), entries);
    }

    private ZoneId zone(@Nullable Object value) {
      try {
        return value == null ? Settings.ZONE : ZoneId.of(value.toString());
      } catch (DateTimeException e) {
        problems.add("timezone: “" + value + "” is none; for example Asia/Ho_Chi_Minh");
        return Settings.ZONE;
      }
    }

    private Optional<Watch> watch(@Nullable Object value) {
      if (value == null) {
        return Optional.empty();
      }
      Map<?, ?> map = map(value, "watch");
      unknown(map, WATCH_KEYS, "watch › ");
      return Optional.of(
          new Watch(seconds(map, "every_seconds", 60, EVERY_SECONDS_MIN), seconds(map, "settle_seconds", 45, 0), checksOnly(map.get("mode"))));
    }

    private boolean checksOnly(@Nullable Object mode) {
      String word = mode == null ? "load" : mode.toString();
      if (!word.equals("load") && !word.equals("check")) {
        problems.add("watch › mode: “" + word + "” is neither load nor check");
      }
      return word.equals("check");
    }

    private Duration seconds(Map<?, ?> map, String key, int usual, int least) {
      Object value = map.get(key);
      if (value == null) {
        return Duration.ofSeconds(usual);
      }
      if (!(value instanceof Integer number) || number < least || number > DAY_SECONDS) {
        problems.add("watch › " + key + ": “" + value + "” is no number of seconds from " + least + " to " + DAY_SECONDS);
        return Duration.ofSeconds(usual);
      }
      return Duration.ofSeconds(number);
    }

    private Entry entry(String name, @Nullable Object value) {
      String where = "entries › " + name;
      Map<?, ?> map = map(value, where);
      unknown(map, ENTRY_KEYS, where + " › ");
      if (!NAME.matcher(name).matches()) {
        problems.add(where + ": a name has small letters, digits and hyphens");
      }
      String run = text(map, "run", where);
      if (!run.isEmpty() && !runs.contains(run)) {
        problems.add(where + " › run: “" + run + "” is not known; known are " + String.join(", ", runs.stream().sorted().toList()));
      }
      String cron = text(map, "cron", where);
      if (!cron.isEmpty() && !CronExpression.isValidExpression(cron)) {
        problems.add(where + " › cron: “" + cron + "” cannot be read; for example \"0 30 1 * * ?\" for half past one every night");
      }
      String missed = map.get("if_missed") == null ? "once" : String.valueOf(map.get("if_missed"));
      if (!missed.equals("once") && !missed.equals("skip")) {
        problems.add(where + " › if_missed: “" + missed + "” is neither once nor skip");
      }
      return new Entry(name, run, cron, missed.equals("once"), text(map, "title_vi", where), text(map, "title_en", where), with(map, where));
    }

    private Map<String, String> with(Map<?, ?> map, String where) {
      Map<String, String> with = new TreeMap<>();
      if (map.get("with") != null) {
        map(map.get("with"), where + " › with").forEach((key, value) -> with.put(String.valueOf(key), asWritten(value)));
      }
      return with;
    }

    /** YAML takes an unquoted 2025-12-31 for a moment in UTC. */
    private static String asWritten(@Nullable Object value) {
      return value instanceof Date day ? day.toInstant().atZone(ZoneOffset.UTC).toLocalDate().toString() : String.valueOf(value);
    }

    private String text(Map<?, ?> map, String key, String where) {
      Object value = map.get(key);
      if (value == null || value.toString().isBlank()) {
        problems.add(where + " › " + key + ": is missing");
        return "";
      }
      return value.toString().strip();
    }

    private Map<?, ?> map(@Nullable Object value, String where) {
      if (value instanceof Map<?, ?> map) {
        return map;
      }
      problems.add(where + ": is no mapping");
      return Map.of();
    }

    private void unknown(Map<?, ?> map, Set<String> known, String where) {
      for (Object key : map.keySet()) {
        if (!known.contains(String.valueOf(key))) {
          problems.add(where + key + ": is not known; known are " + String.join(", ", known.stream().sorted().toList()));
        }
      }
    }
  }
}
