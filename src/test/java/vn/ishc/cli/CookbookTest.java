package vn.ishc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.ishc.SampleWarehouse;
import vn.ishc.TestDatabase;

/** Every question of the cookbook, asked of the sample; {@code -Dgolden=update} writes the answers again. */
class CookbookTest {
  private static final Path QUERIES = TestDatabase.ROOT.resolve("sql/queries");
  private static final Path GOLDEN = TestDatabase.ROOT.resolve("src/test/resources/golden/queries");
  private static final Pattern CLOSED_ROOM = Pattern.compile("\\b(ops|staging|vault)\\.");

  static List<CookbookQuery> queries() throws IOException {
    return CookbookQuery.all(QUERIES);
  }

  @ParameterizedTest
  @MethodSource("queries")
  void theAnswerIsTheOneThatWasReviewed(CookbookQuery query) throws Exception {
    String answer = ask(query, Map.of());
    Path golden = GOLDEN.resolve(query.name() + ".csv");
    if ("update".equals(System.getProperty("golden"))) {
      Files.createDirectories(GOLDEN);
      Files.writeString(golden, answer);
    }
    assertThat(golden).as("the reviewed answer of " + query.name()).exists();
    assertThat(answer).isEqualTo(Files.readString(golden));
  }

  @Test
  void everyAnswerHasItsQuestion() throws IOException {
    try (Stream<Path> files = Files.list(GOLDEN)) {
      assertThat(files.map(file -> file.getFileName().toString().replace(".csv", "")))
          .containsExactlyInAnyOrderElementsOf(queries().stream().map(CookbookQuery::name).toList());
    }
    assertThat(queries()).hasSizeGreaterThanOrEqualTo(25);
  }

  @ParameterizedTest
  @MethodSource("queries")
  void aQuestionReadsCoreAndMartOnlyAndDeclaresItsParameters(CookbookQuery query) {
    assertThat(CLOSED_ROOM.matcher(query.statement()).find()).isFalse();
    assertThat(query.undeclared()).isEmpty();
    assertThat(query.grain()).startsWith("One row per ");
  }

  @Test
  void aParameterIsBoundAndNeverPastedIn() throws Exception {
    CookbookQuery query = queries().stream().filter(each -> each.name().equals("size_of_clubs")).findFirst().orElseThrow();
    CookbookQuery byPeriod = CookbookQuery.parse("x", "-- vi: a\n-- en: b\n-- grain: One row per x\n-- read: c\n-- set: period=2025-H1 (d)\nselect :period::text as asked");
    assertThat(ask(byPeriod, Map.of())).isEqualTo("asked\n2025-H1\n");
    assertThat(ask(byPeriod, Map.of("period", "'; drop table core.club --"))).contains("'; drop table core.club --");
    assertThat(query.parameters()).isEmpty();
  }

  @Test
  void aHeadWithoutAQuestionIsRefused() {
    assertThatThrownBy(() -> CookbookQuery.parse("x", "-- vi: a\nselect 1")).hasMessageContaining("“en”");
  }

  private static String ask(CookbookQuery query, Map<String, String> given) throws SQLException, IOException {
    StringBuilder out = new StringBuilder();
    try (Connection connection = SampleWarehouse.source().getConnection();
        Statement setting = connection.createStatement()) {
      setting.execute("set time zone 'Asia/Ho_Chi_Minh'");
      try (PreparedStatement statement = query.prepare(connection, given);
          ResultSet rows = statement.executeQuery()) {
        RowPrinter printer = RowPrinter.of(OutputFormat.CSV, out, rows.getMetaData());
        while (rows.next()) {
          printer.row(rows);
        }
        printer.end();
      }
    }
    return out.toString().replace("\r\n", "\n"); // one line end, whatever a checkout makes of files
  }
}
