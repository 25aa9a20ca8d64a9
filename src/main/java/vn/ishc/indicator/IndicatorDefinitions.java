package vn.ishc.indicator;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that is measured, in the order of the plan. */
public final class IndicatorDefinitions implements Iterable<IndicatorDefinition> {
  private final Map<String, IndicatorDefinition> byCode = new LinkedHashMap<>();

  IndicatorDefinitions(List<IndicatorDefinition> definitions) {
    definitions.forEach(definition -> byCode.put(definition.code(), definition));
  }

  /**
   * Reads the list.
   *
   * @param file {@code jobs/indicators.yml}
   * @throws IOException when it cannot be read
   * @throws IllegalArgumentException with every problem in it, one a line
   */
  public static IndicatorDefinitions read(Path file) throws IOException {
    try (Reader reader = Files.newBufferedReader(file)) {
      return new IndicatorReader(String.valueOf(file.getFileName())).read(reader);
    }
  }

  /** The one with a code; empty when there is none. */
  public Optional<IndicatorDefinition> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /** All of them. */
  public List<IndicatorDefinition> all() {
    return List.copyOf(byCode.values());
  }

  @Override
  public Iterator<IndicatorDefinition> iterator() {
    return all().iterator();
  }

  /**
   * The codes that count as something for an indicator; none when the indicator is not measured.
   */
  List<String> codes(String code, String what) {
    return find(code).map(definition -> definition.codes(what)).orElse(List.of());
  }
}
