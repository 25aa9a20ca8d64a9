package vn.ishc.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ishc.TestDatabase;
import vn.ishc.warehouse.StagedFile.Club;
import vn.ishc.warehouse.StagedFile.Person;

/** Whatever the order in which files arrive, and however many at a time: the same marts, and those of a computation from scratch. */
class OrderOfArrivalTest {
  private static final Club XOM_5 = new Club("429", "17911", "xóm 5", "2018-01-07", "476");
  private static final Club XOM_5_TRUNG = new Club("429", "17893", "xóm 5", "2022-09-16", "370");
  private static final Club XOM_5_MERGED = new Club("429", "17827", "xóm 5", "2018-01-07", null);
  private static final Club XOM_6 = Club.of("429", "17830", "xóm 6");
  private static final Club NA_BE = Club.of("417", "16873", "bản Na Bè");
  private static final Club NA_BE_2025 = Club.of("417", "16870", "bản Na Bè");
  private static final Person HOA = new Person("Lê Thị Hoa", "1950", "female", "040150000001");
  private static final Person HOA_WITHOUT_NUMBER = Person.of("Lê Thị Hoa", "1950", "female");
  private static final Person SINH = new Person("Lô Văn Sinh", "1965-06-30", "male", "040065000002");
  private static final Person SINH_BY_YEAR = Person.of("Lô Văn Sinh", "1965", "male");
  private static final Person MAI = Person.of("Vừ Y Mai", "1961", "female");

  private static List<String> inOneGo = List.of();

  @BeforeAll
  static void publishInOneGo() throws SQLException {
    DataSource source = TestDatabase.migrated();
    StagedFile.publish(source, files());
    inOneGo = Ask.everything(source);
  }

  private static List<StagedFile> files() {
    return List.of(
        new StagedFile("targets", "ubnd", "2022-06-01").target("429", 8).target("417", 6),
        new StagedFile("r24", "huyen-429", "2024-12-18").registry("2024-H2", "429", "429", XOM_5, XOM_6),
        new StagedFile("r25", "huyen-429", "2025-06-18").registry("2025-H1", "429", "429", XOM_5, XOM_6),
        new StagedFile("r25 sửa", "huyen-429", "2025-07-02").registry("2025-H1", "429", "429", XOM_5, XOM_5_TRUNG, XOM_6),
        new StagedFile("r25b", "xa-17827", "2025-12-18").registry("2025-H2", "17827", "429", XOM_5_MERGED),
        new StagedFile("r417", "huyen-417", "2025-06-18").registry("2025-H1", "417", "417", NA_BE),
        new StagedFile("m24", "huyen-429", "2024-12-18").roster("2024-H2", XOM_5, "poor = true", HOA, SINH_BY_YEAR),
        new StagedFile("m25", "huyen-429", "2025-06-18")
            .roster("2025-H1", XOM_5, HOA, SINH).roster("2025-H1", XOM_6, "minority = true", MAI),
        new StagedFile("m25 sửa", "huyen-429", "2025-07-02").roster("2025-H1", XOM_5, "volunteer = true", HOA_WITHOUT_NUMBER, SINH),
        new StagedFile("m25b", "xa-17827", "2025-12-18").roster("2025-H2", XOM_5_MERGED, HOA, SINH),
        new StagedFile("m417", "xa-16870", "2025-12-18").roster("2025-H2", NA_BE_2025, MAI, SINH).homeCare("2025-H2", NA_BE_2025, MAI),
        new StagedFile("a", "huyen-429", "2025-06-18").activity("2025-H1", "huyen-429", Club.of("429", "17893", "xóm 9"), "training"),
        new StagedFile("h", "tyt", "2025-06-18").check("2025-H1", XOM_5, HOA_WITHOUT_NUMBER, "2025-03-03"),
        new StagedFile("h sửa", "tyt", "2025-07-18").check("2025-H1", XOM_5, HOA, "2025-03-03").check("2025-H1", XOM_6, MAI, "2025-04-04"),
        new StagedFile("l", "huyen-429", "2025-06-18")
            .loan("2025-H1", XOM_5, HOA, "429/00001", "2024-03-01", 5_000_000, null, "2025-06-15"),
        new StagedFile("l2", "xa-17827", "2025-12-18")
            .loan("2025-H2", XOM_5_MERGED, HOA_WITHOUT_NUMBER, "429/00001", "2024-03-01", 5_000_000, 2_000_000L, "2025-12-15"),
        new StagedFile("p", "huyen-429", "2025-06-18").repayment("2025-H1", XOM_5, HOA, "429/00001", "2025-02-02", 1_000_000, "PT1"),
        new StagedFile("f", "huyen-429", "2025-06-18").fund("2025-H1", "huyen-429", "district", "429", "budget", 10),
        new StagedFile("f tỉnh", "so-tai-chinh", "2025-06-19")
            .fund("2025-H1", "so-tai-chinh", "district", "429", "budget", 12).fund("2025-H1", "so-tai-chinh", "province", null, "budget", 7),
        new StagedFile("b", "huyen-429", "2025-06-20").halfYearReport("2025-H1", "429", "429", 3),
        new StagedFile("b2", "xa-17827", "2025-12-21").halfYearReport("2025-H2", "17827", "429", 2));
  }

  /** Comparing and printing whole lists would take minutes. */
  private static void assertSame(List<String> actual, List<String> expected, String when) {
    Set<String> is = Set.copyOf(actual);
    Set<String> shouldBe = Set.copyOf(expected);
    assertThat(actual.stream().filter(row -> !shouldBe.contains(row))).as("too much %s", when).isEmpty();
    assertThat(expected.stream().filter(row -> !is.contains(row))).as("missing %s", when).isEmpty();
    assertThat(actual).hasSameSizeAs(expected);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void anyOrderAndAnyPortionsGiveTheSameMarts(long seed) throws SQLException {
    DataSource source = TestDatabase.migrated();
    List<StagedFile> files = new ArrayList<>(files());
    Random random = new Random(seed);
    Collections.shuffle(files, random);
    for (int from = 0; from < files.size(); ) {
      int to = Math.min(files.size(), from + 1 + random.nextInt(4));
      StagedFile.publish(source, files.subList(from, to));
      from = to;
    }
    List<String> arrived = Ask.everything(source);
    assertSame(arrived, inOneGo, "in this order");
    StagedFile.recompute(source);
    assertSame(Ask.everything(source), arrived, "from scratch");
  }

  @Test
  void everyStepIsWhatAComputationFromScratchGives() throws SQLException {
    DataSource source = TestDatabase.migrated();
    List<StagedFile> files = new ArrayList<>(files());
    Collections.reverse(files);
    for (int i = 0; i < files.size(); i++) {
      StagedFile.publish(source, files.get(i));
      if (i % 4 == 2) {
        List<String> incremental = Ask.everything(source);
        StagedFile.recompute(source);
        assertSame(incremental, Ask.everything(source), "after " + files.get(i));
      }
    }
  }

  @Test
  void theFiguresAreRight() throws SQLException {
    DataSource source = TestDatabase.migrated();
    StagedFile.publish(source, files());
    assertThat(
            Ask.rows(
                source,
                "select period, club_code, members, women, older_60, poor, borrowers_ever, borrowers_current, checked_this_year, "
                    + "volunteers, roster_period from mart.club order by 1, 2"))
        .containsExactly(
            "2024-H2|429-17830-xom-6|-|-|-|-|-|-|-|-|-",
            "2024-H2|429-17911-xom-5|2|1|1|2|1|1|0|0|2024-H2",
            "2025-H1|417-16873-ban-na-be|-|-|-|-|-|-|-|-|-",
            "2025-H1|429-17830-xom-6|1|1|1|0|0|0|1|0|2025-H1",
            "2025-H1|429-17893-xom-5|-|-|-|-|-|-|-|-|-",
            "2025-H1|429-17911-xom-5|2|1|2|0|1|1|1|2|2025-H1",
            "2025-H2|417-16873-ban-na-be|2|1|2|0|0|0|0|1|2025-H2",
            "2025-H2|429-17830-xom-6|1|1|1|0|0|0|1|0|2025-H1",
            "2025-H2|429-17911-xom-5|2|1|2|0|1|1|1|0|2025-H2");
    assertThat(Ask.rows(source, "select file_name from mart.file where state = 'superseded' order by 1"))
        .containsExactly("r25");
    assertThat(
            Ask.rows(
                source,
                "select period, unit_code, due_on, received_on, state from mart.submission "
                    + "where feed = 'half-year-report' and state <> 'missing' order by 1, 2"))
        .containsExactly("2025-H1|429|2025-06-20|2025-06-20|on_time", "2025-H2|17827|2025-12-20|2025-12-21|late");
    assertThat(Ask.rows(source, "select district_code, scope, received from mart.fund where counted order by received"))
        .containsExactly("-1|province|7", "429|district|10");
    assertThat(Ask.rows(source, "select measure, reported, counted, difference from mart.reconciliation where period = '2025-H1' and reported is not null"))
        .containsExactly("members|3|3|0", "received_budget|12|10|2");
  }
}
