package vn.ishc.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The form that editors check contracts against is the form that the program reads. */
class SchemaTest {
  private static final Path JOBS = Path.of("jobs");

  private static Schema schema() throws IOException {
    String text = Files.readString(JOBS.resolve("feed.schema.json"));
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(text, InputFormat.JSON);
  }

  @Test
  void everyContractIsOfTheForm() throws IOException {
    Schema schema = schema();
    try (Stream<Path> files = Files.list(JOBS.resolve("feeds"))) {
      for (Path file : files.sorted().toList()) {
        assertThat(schema.validate(Files.readString(file), InputFormat.YAML)).as(file.getFileName().toString()).isEmpty();
      }
    }
  }

  @Test
  void anUnknownKeyIsNotOfTheForm() throws IOException {
    String contract = Files.readString(JOBS.resolve("feeds/media-item.yml")) + "\nsurprise: 1\n";
    assertThat(schema().validate(contract, InputFormat.YAML)).isNotEmpty();
  }

  @Test
  @SuppressWarnings("unchecked")
  void theFormKnowsTheTypesAndRulesOfTheProgram() throws IOException {
    Map<String, Object> root = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(JOBS.resolve("feed.schema.json")));
    Map<String, Object> column = (Map<String, Object>) ((Map<String, Object>) root.get("$defs")).get("column");
    Map<String, Map<String, Object>> properties = (Map<String, Map<String, Object>>) column.get("properties");
    Set<String> types = new TreeSet<>((List<String>) properties.get("type").get("enum"));
    assertThat(types).isEqualTo(names(ColumnType.values()));
  }

  private static Set<String> names(Enum<?>[] values) {
    Set<String> names = new TreeSet<>();
    for (Enum<?> value : values) {
      names.add(value.name().toLowerCase(Locale.ROOT));
    }
    return names;
  }
}
