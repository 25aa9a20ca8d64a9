package vn.ishc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.ishc.TestDatabase;
import vn.ishc.cli.DataDictionary.Column;
import vn.ishc.cli.DataDictionary.Table;
import vn.ishc.row.Language;

class DataDictionaryTest {
  private static final DataSource SOURCE = TestDatabase.migrated();

  private static DataDictionary dictionary() throws SQLException, IOException {
    try (Connection connection = SOURCE.getConnection()) {
      return DataDictionary.read(connection);
    }
  }

  @Test
  void everyTableAndColumnIsExplainedInBothLanguages() throws Exception {
    DataDictionary dictionary = dictionary();
    List<String> silent = new ArrayList<>();
    for (Table table : dictionary.tables()) {
      for (boolean vi : new boolean[] {true, false}) {
        if (dictionary.grain(table, vi).isBlank()) {
          silent.add(table.name() + " " + vi);
        }
        for (Column column : table.columns()) {
          if (dictionary.meaning(table, column, vi).isBlank()) {
            silent.add(table.name() + "." + column.name() + " " + vi);
          }
        }
      }
    }
    assertThat(silent).isEmpty();
  }

  @Test
  void noVietnameseTextIsLeftOver() throws Exception {
    DataDictionary dictionary = dictionary();
    Set<String> known = new HashSet<>();
    for (Table table : dictionary.tables()) {
      known.add(table.name());
      table.columns().forEach(column -> {
        known.add(column.name());
        known.add(table.name() + "." + column.name());
      });
    }
    assertThat(dictionary.vietnamese().keySet()).isSubsetOf(known);
  }

  @Test
  void thePageLinksWhereItPoints() throws Exception {
    String page = DictionaryPage.of(dictionary(), Language.VI);
    assertThat(page).contains("<html lang=\"vi\">", "Từ điển dữ liệu", "id=\"mart.club\"").doesNotContain("{{");
    Matcher links = Pattern.compile("href=\"#([^\"$]+)\"").matcher(page);
    while (links.find()) {
      assertThat(page).contains("id=\"" + links.group(1) + "\"");
    }
    assertThat(DictionaryPage.of(dictionary(), Language.EN)).contains("One row per active club and half-year.");
  }

  @Test
  void theBusMatrixNamesEveryFact() throws Exception {
    Set<String> facts = new TreeSet<>();
    dictionary().tables().stream().map(Table::name).filter(name -> name.startsWith("core.fact_")).forEach(name -> facts.add(name.substring(5)));
    Set<String> told = new TreeSet<>();
    String matrix = Files.readString(TestDatabase.ROOT.resolve("sql/README.md"));
    matrix.lines().filter(line -> line.startsWith("| `fact_")).forEach(line -> {
      Matcher names = Pattern.compile("`(fact_[a-z_]+)`").matcher(line.split("\\|", -1)[1]);
      while (names.find()) {
        told.add(names.group(1));
      }
    });
    assertThat(told).isEqualTo(facts);
  }

  @Test
  void theBusMatrixAgreesWithTheKeysOfTheFacts() throws Exception {
    List<Table> tables = dictionary().tables();
    String matrix = Files.readString(TestDatabase.ROOT.resolve("sql/README.md"));
    matrix.lines().filter(line -> line.startsWith("| `fact_")).forEach(line -> {
      String[] cells = line.split("\\|", -1);
      Matcher names = Pattern.compile("`(fact_[a-z_]+)`").matcher(cells[1]);
      while (names.find()) {
        String fact = names.group(1);
        List<String> columns = tables.stream().filter(table -> table.name().equals("core." + fact)).flatMap(table -> table.columns().stream()).map(Column::name).toList();
        assertThat(columns.contains("place_key")).as(fact + " place").isEqualTo(cells[3].contains("x"));
        assertThat(columns.contains("plan_district")).as(fact + " plan district").isEqualTo(cells[4].contains("x"));
        assertThat(columns.contains("club_key")).as(fact + " club").isEqualTo(cells[5].contains("x"));
        assertThat(columns.contains("person_key")).as(fact + " person").isEqualTo(cells[6].contains("x"));
        assertThat(columns.contains("period_key")).as(fact + " period").isEqualTo(cells[2].contains("period"));
      }
    });
  }
}
