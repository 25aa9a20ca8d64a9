package vn.ishc.feed;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import vn.ishc.feed.Column.Range;
import vn.ishc.feed.Column.Required;
import vn.ishc.feed.Contract.Kind;
import vn.ishc.feed.Contract.PersonSpec;
import vn.ishc.feed.Contract.RuleSpec;
import vn.ishc.feed.Contract.Unit;

/** Reads one contract and tells everything that is wrong with it, not only the first thing. */
final class ContractReader {
  private static final Set<String> KEYS =
      Set.of(
          "feed", "title", "kind", "unit", "senders", "words", "not_words", "refuse_above", "columns", "persons", "unique",
          "rules", "about");
  private static final Set<String> COLUMN_KEYS =
      Set.of("name", "label", "type", "required", "headers", "parts", "list", "hard", "soft", "fill", "sections", "form", "about");
  private static final Set<String> PERSON_FIELDS =
      Set.of("role", "full_name", "birth", "sex", "national_id", "insurance_no", "phone", "address");

  private final String file;
  private final List<String> problems;
  private final int problemsBefore;

  private ContractReader(String file, List<String> problems) {
    this.file = file;
    this.problems = problems;
    this.problemsBefore = problems.size();
  }

  /** Reads a file; adds to the problems and returns nothing when there are any. */
  static Optional<Contract> read(Path path, List<String> problems) throws IOException {
    ContractReader reader = new ContractReader(path.getFileName().toString(), problems);
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    try (Reader text = Files.newBufferedReader(path)) {
      Object root = new Yaml(new SafeConstructor(options)).load(text);
      if (!(root instanceof Map<?, ?> map)) {
        reader.problem("", "is not a mapping");
        return Optional.empty();
      }
      Contract contract = reader.contract(map);
      return problems.size() == reader.problemsBefore ? Optional.of(contract) : Optional.empty();
    } catch (YAMLException e) {
      reader.problem("", "is not YAML: " + String.valueOf(e.getMessage()).replace('\n', ' '));
      return Optional.empty();
    }
  }

  private void problem(String where, String what) {
    problems.add(file + (where.isEmpty() ? "" : " › " + where) + ": " + what);
  }

  private Contract contract(Map<?, ?> map) {
    unknownKeys(map, KEYS, "");
    String feed = text(map, "feed", "");
    Map<?, ?> title = mapping(map.get("title"), "title");
    List<Column> columns = columns(map.get("columns"));
    Set<String> names = new HashSet<>();
    columns.forEach(column -> names.add(column.name()));
    List<String> unique = strings(map.get("unique"), "unique");
    unique.forEach(name -> known(name, names, "unique"));
    return new Contract(
        feed,
        text(title, "vi", "title"),
        text(title, "en", "title"),
        choice(Kind.class, map.get("kind"), Kind.SLICE, "kind"),
        choice(Unit.class, map.get("unit"), Unit.SUBMITTER, "unit"),
        Set.copyOf(strings(map.get("senders"), "senders")),
        strings(map.get("words"), "words"),
        strings(map.get("not_words"), "not_words"),
        share(map.get("refuse_above")),
        columns,
        persons(map.get("persons"), names),
        unique,
        rules(map.get("rules"), names));
  }

  private double share(@Nullable Object value) {
    if (value == null) {
      return 0.20;
    }
    if (value instanceof Number number && number.doubleValue() > 0 && number.doubleValue() <= 1) {
      return number.doubleValue();
    }
    problem("refuse_above", "is a share above 0 and at most 1, not " + value);
    return 0.20;
  }

  private List<Column> columns(@Nullable Object value) {
    List<Column> columns = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Object item : list(value, "columns")) {
      Map<?, ?> map = mapping(item, "columns");
      Column column = column(map, columns.size());
      if (!seen.add(column.name())) {
        problem(column.name(), "stands twice");
      }
      columns.add(column);
    }
    if (columns.isEmpty()) {
      problem("columns", "has no column");
    }
    return columns;
  }

  private Column column(Map<?, ?> map, int index) {
    String name = text(map, "name", "column " + (index + 1));
    unknownKeys(map, COLUMN_KEYS, name);
    ColumnType type = type(map, name);
    List<HeaderSpec> headers = headers(map, name);
    Optional<String> list = Optional.ofNullable(map.get("list")).map(Object::toString);
    if (type.ofAList() && list.isEmpty()) {
      problem(name, "a " + type.spelling() + " column names its list");
    }
    Map<?, ?> label = map.get("label") == null ? Map.of("vi", name, "en", name) : mapping(map.get("label"), name);
    return new Column(
        index,
        name,
        text(label, "vi", name + " label"),
        text(label, "en", name + " label"),
        type,
        required(map.get("required"), name),
        headers,
        list,
        range(map.get("hard"), name + " hard"),
        range(map.get("soft"), name + " soft"),
        Boolean.TRUE.equals(map.get("fill")),
        Boolean.TRUE.equals(map.get("sections")),
        !Boolean.FALSE.equals(map.get("form")));
  }

  private ColumnType type(Map<?, ?> map, String name) {
    String spelling = text(map, "type", name);
    return ColumnType.parse(spelling)
        .orElseGet(
            () -> {
              problem(name, "no such type: " + spelling);
              return ColumnType.TEXT;
            });
  }

  private List<HeaderSpec> headers(Map<?, ?> map, String name) {
    List<HeaderSpec> specs = new ArrayList<>();
    strings(map.get("headers"), name + " headers").forEach(text -> specs.add(HeaderSpec.parse("", text)));
    if (map.get("parts") != null) {
      mapping(map.get("parts"), name + " parts")
          .forEach(
              (part, texts) ->
                  strings(texts, name + " parts").forEach(text -> specs.add(HeaderSpec.parse(String.valueOf(part), text))));
    }
    return specs;
  }

  private Required required(@Nullable Object value, String name) {
    if (value == null || Boolean.FALSE.equals(value)) {
      return Required.NO;
    }
    if (Boolean.TRUE.equals(value)) {
      return Required.YES;
    }
    return choice(Required.class, value, Required.NO, name + " required");
  }

  private Optional<Range> range(@Nullable Object value, String where) {
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof List<?> ends
        && ends.size() == 2
        && ends.get(0) instanceof Number low
        && ends.get(1) instanceof Number high
        && low.doubleValue() <= high.doubleValue()) {
      return Optional.of(new Range(low.doubleValue(), high.doubleValue()));
    }
    problem(where, "is a pair [low, high], not " + value);
    return Optional.empty();
  }

  private List<PersonSpec> persons(@Nullable Object value, Set<String> names) {
    List<PersonSpec> persons = new ArrayList<>();
    for (Object item : list(value, "persons")) {
      Map<?, ?> map = mapping(item, "persons");
      unknownKeys(map, PERSON_FIELDS, "persons");
      Map<String, String> fields = new LinkedHashMap<>();
      map.forEach((key, column) -> fields.put(String.valueOf(key), String.valueOf(column)));
      String role = Optional.ofNullable(fields.remove("role")).orElse("");
      if (role.isEmpty() || !fields.containsKey("full_name")) {
        problem("persons", "every person has a role and a full_name");
      }
      fields.values().forEach(column -> known(column, names, "persons"));
      persons.add(new PersonSpec(role, fields));
    }
    return persons;
  }

  private List<RuleSpec> rules(@Nullable Object value, Set<String> names) {
    List<RuleSpec> rules = new ArrayList<>();
    for (Object item : list(value, "rules")) {
      mapping(item, "rules").forEach((key, columns) -> rule(String.valueOf(key), columns, names).ifPresent(rules::add));
    }
    return rules;
  }

  private Optional<RuleSpec> rule(String spelling, @Nullable Object value, Set<String> names) {
    List<String> columns = strings(value, "rules " + spelling);
    columns.forEach(column -> known(column, names, "rules " + spelling));
    Optional<RuleKind> kind = RuleKind.parse(spelling);
    if (kind.isEmpty()) {
      problem("rules", "no such rule: " + spelling);
      return Optional.empty();
    }
    if (!kind.get().takes(columns.size())) {
      problem("rules " + spelling, "takes another number of columns than " + columns.size());
    }
    return Optional.of(new RuleSpec(kind.get(), columns));
  }

  private void known(String name, Set<String> names, String where) {
    if (!names.contains(name)) {
      problem(where, "no such column: " + name);
    }
  }

  private void unknownKeys(Map<?, ?> map, Set<String> allowed, String where) {
    for (Object key : map.keySet()) {
      if (!allowed.contains(String.valueOf(key))) {
        problem(where, "no such key: " + key);
      }
    }
  }

  private String text(Map<?, ?> map, String key, String where) {
    Object value = map.get(key);
    if (value == null || value.toString().isBlank()) {
      problem(where, "needs " + key);
      return "";
    }
    return value.toString();
  }

  private Map<?, ?> mapping(@Nullable Object value, String where) {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    problem(where, "is a mapping");
    return Map.of();
  }

  private List<?> list(@Nullable Object value, String where) {
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> list) {
      return list;
    }
    problem(where, "is a list");
    return List.of();
  }

  private List<String> strings(@Nullable Object value, String where) {
    return list(value, where).stream().map(String::valueOf).toList();
  }

  private <E extends Enum<E>> E choice(Class<E> type, @Nullable Object value, E otherwise, String where) {
    if (value == null) {
      problem(where, "is needed");
      return otherwise;
    }
    for (E constant : type.getEnumConstants()) {
      if (constant.name().toLowerCase(Locale.ROOT).equals(value.toString())) {
        return constant;
      }
    }
    problem(where, "cannot be " + value);
    return otherwise;
  }
}
