package vn.ishc.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import vn.ishc.TestDatabase;
import vn.ishc.clean.CodeLists;
import vn.ishc.row.Cell;

/** Codes that stand in {@code jobs/lists} and in the dimensions are the same codes, and the names of the dimensions are phrases that files may use. */
class CodeListAgreementTest {
  private static final Path LISTS = TestDatabase.ROOT.resolve("jobs/lists");
  private static final DataSource SOURCE = TestDatabase.migrated();

  @ParameterizedTest
  @CsvSource({"fund-source, fund_source", "lender, lender", "activity-kind, activity_kind"})
  void theListAndTheDimensionHoldTheSameCodes(String list, String dimension) throws IOException, SQLException {
    Map<String, List<String>> phrases = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(LISTS.resolve(list + ".yml")));
    Set<String> codes = new TreeSet<>(Ask.rows(SOURCE, "select " + dimension + " from core.dim_" + dimension + " where " + dimension + "_key <> -1"));
    assertThat(codes).isEqualTo(new TreeSet<>(phrases.keySet()));
  }

  @Test
  void everyCodeOfEveryListHasItsEnglishWord() throws IOException {
    CodeLists lists = CodeLists.read(LISTS);
    for (String list : lists.names()) {
      Map<String, String> words = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(LISTS.resolve("en").resolve(list + ".yml")));
      assertThat(words).as(list).containsOnlyKeys(lists.of(list).codes().toArray(String[]::new));
      assertThat(words.values()).as(list).doesNotHaveDuplicates().allMatch(word -> word.matches("[A-Z][\\w -]+"));
    }
  }

  @ParameterizedTest
  @CsvSource({"fund-source, fund_source", "lender, lender", "activity-kind, activity_kind"})
  void aNameOfTheDimensionIsReadAsItsCode(String list, String dimension) throws IOException, SQLException {
    var known = CodeLists.read(LISTS).of(list);
    for (String row : Ask.rows(SOURCE, "select " + dimension + ", " + dimension + "_name from core.dim_" + dimension + " where " + dimension + "_key <> -1")) {
      String[] parts = row.split("\\|", -1);
      assertThat(known.readAll(new Cell.Text(parts[1], null)).value()).as(parts[1]).contains(parts[0]);
    }
  }
}
