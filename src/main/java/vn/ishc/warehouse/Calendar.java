package vn.ishc.warehouse;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import vn.ishc.row.Period;

/**
 * When which reports are due, as {@code jobs/calendar.yml} says:
 *
 * <pre>
 * due: {H1: "06-20", H2: "12-20"}        # month and day, every year
 * exceptions: {2021-H2: "2022-01-15"}    # full dates, single half-years
 * feeds: [club-registry, half-year-report]
 * </pre>
 *
 * @param dueDates due date of each half-year that differs from the plan's 20 June and 20 December, by its code
 * @param feeds the feeds that every reporting unit owes; empty for the six of the plan
 */
public record Calendar(SortedMap<String, LocalDate> dueDates, List<String> feeds) {
  private static final int FIRST_YEAR = 2010;
  private static final int LAST_YEAR = 2035;

  /** Copies the parts. */
  public Calendar {
    dueDates = new TreeMap<>(dueDates);
    feeds = List.copyOf(feeds);
  }

  /** Reads the file; without one the dates of the plan hold. */
  public static Calendar read(Path file) {
    if (!Files.exists(file)) {
      return new Calendar(new TreeMap<>(), List.of());
    }
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return of(new Yaml(new SafeConstructor(new LoaderOptions())).load(reader));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Calendar of(@Nullable Object document) {
    Map<?, ?> root = document instanceof Map<?, ?> map ? map : Map.of();
    SortedMap<String, LocalDate> dueDates = new TreeMap<>();
    section(root, "due").forEach((half, day) -> everyYear(half.toString(), day.toString(), dueDates));
    section(root, "exceptions").forEach((period, day) -> dueDates.put(known(period.toString()), date(day)));
    List<String> feeds = new ArrayList<>();
    if (root.get("feeds") instanceof List<?> list) {
      list.forEach(feed -> feeds.add(feed.toString()));
    }
    return new Calendar(dueDates, feeds);
  }

  private static Map<?, ?> section(Map<?, ?> root, String name) {
    return root.get(name) instanceof Map<?, ?> map ? map : Map.of();
  }

  private static void everyYear(String half, String day, SortedMap<String, LocalDate> dueDates) {
    MonthDay due = MonthDay.parse("--" + day);
    for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
      dueDates.put(known(year + "-" + half), due.atYear(year));
    }
  }

  private static String known(String period) {
    return Period.parse(period)
        .orElseThrow(() -> new IllegalArgumentException("calendar.yml: " + period + " is no half-year; write 2025-H1"))
        .code();
  }

  private static LocalDate date(Object day) {
    return LocalDate.parse(day.toString());
  }
}
