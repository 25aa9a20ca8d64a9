package vn.ishc.indicator;

import java.io.Reader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads {@code jobs/indicators.yml}; says everything that is wrong with it at once. */
final class IndicatorReader {
  private static final Pattern CODE = Pattern.compile("I\\d\\d[a-z]?");
  private static final Set<String> KEYS =
      Set.of(
          "code",
          "name",
          "definition",
          "unit",
          "target",
          "clause",
          "levels",
          "reading_of",
          "part_of",
          "codes");
  private static final Set<String> TARGET_KEYS =
      Set.of("rule", "value", "upper", "district_measure");
  private static final Set<String> MEASURES =
      Set.of("clubs_before", "new_clubs_total", "members", "older");
  private static final List<AreaLevel> USUAL_LEVELS =
      List.of(AreaLevel.PROVINCE, AreaLevel.DISTRICT);

  private final String fileName;
  private final List<String> problems = new ArrayList<>();
  private final Map<String, IndicatorDefinition> found = new LinkedHashMap<>();

  IndicatorReader(String fileName) {
    this.fileName = fileName;
  }

  IndicatorDefinitions read(Reader reader) {
    for (Object entry : entries(reader)) {
      if (entry instanceof Map<?, ?> map) {
        add(map);
      } else {
        problem("indicators", "every entry is a mapping, not: " + entry);
      }
    }
    checkReferences();
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", problems));
    }
    return new IndicatorDefinitions(List.copyOf(found.values()));
  }

  private List<?> entries(Reader reader) {
    try {
      Object root = new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
      if (root instanceof Map<?, ?> map && map.get("indicators") instanceof List<?> list) {
        return list;
      }
      problem("indicators", "is missing, or no list");
    } catch (YAMLException e) {
      problems.add(fileName + ": is not YAML: " + e.getMessage());
    }
    return List.of();
  }

  private void add(Map<?, ?> entry) {
    String code = text(entry, "?", "code");
    if (!CODE.matcher(code).matches()) {
      problem(code, "a code looks like I13 or I13b");
    }
    knownKeys(code, entry, KEYS);
    IndicatorDefinition definition =
        new IndicatorDefinition(
            code,
            inLanguage(entry, code, "name", "vi"),
            inLanguage(entry, code, "name", "en"),
            inLanguage(entry, code, "definition", "vi"),
            inLanguage(entry, code, "definition", "en"),
            parsed(entry, code, "unit", Unit::of).orElse(Unit.SHARE),
            target(entry, code),
            text(entry, code, "clause"),
            levels(entry, code),
            optional(entry, "reading_of"),
            optional(entry, "part_of"),
            codes(entry, code));
    if (found.put(code, definition) != null) {
      problem(code, "stands twice");
    }
  }

  private Optional<Target> target(Map<?, ?> entry, String code) {
    if (!entry.containsKey("target")) {
      return Optional.empty();
    }
    if (!(entry.get("target") instanceof Map<?, ?> target)) {
      problem(code, "target is a mapping, for example {rule: at_least, value: 1}");
      return Optional.empty();
    }
    knownKeys(code + " › target", target, TARGET_KEYS);
    Optional<String> measure = optional(target, "district_measure");
    measure
        .filter(name -> !MEASURES.contains(name))
        .ifPresent(name -> problem(code, "district_measure is unknown: " + name));
    Optional<Target.Rule> rule = parsed(target, code + " › target", "rule", Target.Rule::of);
    Optional<BigDecimal> value = number(target, code, "value");
    Optional<BigDecimal> upper = number(target, code, "upper");
    try {
      return rule.map(known -> new Target(known, value, upper, measure));
    } catch (IllegalArgumentException e) {
      problem(code + " › target", e.getMessage());
      return Optional.empty();
    }
  }

  private List<AreaLevel> levels(Map<?, ?> entry, String code) {
    if (!entry.containsKey("levels")) {
      return USUAL_LEVELS;
    }
    List<AreaLevel> levels = new ArrayList<>();
    for (String level : list(entry, code, "levels")) {
      AreaLevel.of(level)
          .ifPresentOrElse(
              levels::add,
              () -> problem(code, "levels knows province, district, club, not: " + level));
    }
    return levels;
  }

  private Map<String, List<String>> codes(Map<?, ?> entry, String code) {
    Map<String, List<String>> codes = new LinkedHashMap<>();
    if (entry.get("codes") instanceof Map<?, ?> map) {
      map.keySet()
          .forEach(
              what ->
                  codes.put(
                      String.valueOf(what), list(map, code + " › codes", String.valueOf(what))));
    } else if (entry.containsKey("codes")) {
      problem(code, "codes is a mapping, for example {activity: [training]}");
    }
    return codes;
  }

  private void checkReferences() {
    for (IndicatorDefinition definition : found.values()) {
      for (Optional<String> other : List.of(definition.readingOf(), definition.partOf())) {
        other
            .filter(code -> !found.containsKey(code))
            .ifPresent(
                code -> problem(definition.code(), "speaks of " + code + ", which is not there"));
      }
    }
  }

  private void knownKeys(String where, Map<?, ?> map, Set<String> known) {
    for (Object key : map.keySet()) {
      if (!known.contains(String.valueOf(key))) {
        problem(where, "knows no " + key);
      }
    }
  }

  private String inLanguage(Map<?, ?> entry, String code, String key, String language) {
    if (entry.get(key) instanceof Map<?, ?> texts && texts.get(language) != null) {
      return String.valueOf(texts.get(language));
    }
    problem(code, key + " needs vi and en");
    return "";
  }

  private <T> Optional<T> parsed(
      Map<?, ?> entry, String where, String key, Function<String, Optional<T>> parser) {
    String text = text(entry, where, key);
    Optional<T> value = parser.apply(text);
    if (value.isEmpty() && !text.isEmpty()) {
      problem(where, key + " is unknown: " + text);
    }
    return value;
  }

  private Optional<BigDecimal> number(Map<?, ?> map, String code, String key) {
    Object value = map.get(key);
    if (value == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BigDecimal(value.toString()));
    } catch (NumberFormatException e) {
      problem(code + " › target", key + " is no number: " + value);
      return Optional.empty();
    }
  }

  private String text(Map<?, ?> map, String where, String key) {
    Object value = map.get(key);
    if (value == null) {
      problem(where, key + " is missing");
      return "";
    }
    return value.toString();
  }

  private static Optional<String> optional(Map<?, ?> map, String key) {
    @Nullable Object value = map.get(key);
    return Optional.ofNullable(value).map(Object::toString);
  }

  private List<String> list(Map<?, ?> map, String where, String key) {
    if (map.get(key) instanceof List<?> list) {
      return list.stream().map(String::valueOf).toList();
    }
    problem(where, key + " is a list");
    return List.of();
  }

  private void problem(String where, @Nullable String what) {
    problems.add(fileName + " › " + where + ": " + what);
  }
}
