package vn.ishc.report;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The figures of a paper, by indicator, day and area. */
final class Results {
  private record Key(String indicator, LocalDate asOf, String area) {}

  private final Map<Key, Result> byKey = new LinkedHashMap<>();

  Results(List<Result> results) {
    results.forEach(result -> byKey.put(new Key(result.code(), result.asOf(), result.area()), result));
  }

  /** A figure; empty when none is told of that day and area. */
  Optional<Result> find(String indicator, LocalDate asOf, String area) {
    return Optional.ofNullable(byKey.get(new Key(indicator, asOf, area)));
  }

  /** Everything told of a day and area, in the order of the codes. */
  List<Result> of(LocalDate asOf, String area) {
    return byKey.values().stream().filter(result -> result.asOf().equals(asOf) && result.area().equals(area)).toList();
  }

  /** The days that figures are told for. */
  List<LocalDate> days() {
    TreeSet<LocalDate> days = new TreeSet<>();
    byKey.keySet().forEach(key -> days.add(key.asOf()));
    return List.copyOf(days);
  }
}
