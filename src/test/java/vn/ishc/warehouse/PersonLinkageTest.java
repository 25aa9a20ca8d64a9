package vn.ishc.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.ishc.TestDatabase;
import vn.ishc.warehouse.StagedFile.Club;
import vn.ishc.warehouse.StagedFile.Person;

/** Persons over the files: the same whatever the order, by the piece and from scratch; decided, they stay decided. */
class PersonLinkageTest {
  private static final Club XOM_5 = Club.of("429", "17827", "xóm 5");
  private static final Club XOM_6 = Club.of("429", "17827", "xóm 6");
  private static final String PERSONS = "select count(*) from core.person where person_key <> -1";
  private static final List<String> VAULT =
      List.of(
          "select profile_key, name_key, club_key, rosters, loans, first_period, anchor_key, person_key, person_match from vault.person_profile order by 1",
          "select left_profile, right_profile, weight, zone, may_join, agreement from vault.person_pair order by 1, 2",
          "select block_key, profile_key from vault.person_block order by 1, 2",
          "select file_id, mention_no, person_key, person_match from vault.person_mention order by 1, 2");

  private final DataSource source = TestDatabase.migrated();

  private static StagedFile registry(String period) {
    return new StagedFile("clb " + period, "huyen-429", period.substring(0, 4) + "-06-18").registry(period, "429", "429", XOM_5, XOM_6);
  }

  private static StagedFile roster(String name, String period, Club club, Person... members) {
    return new StagedFile(name, "huyen-429", period.substring(0, 4) + "-06-19").roster(period, club, members);
  }

  private static List<StagedFile> files() {
    Person hue = new Person("Trần Thị Huệ", "1950-03-04", "female", "040150000001");
    Person hueByYear = Person.of("Trần Thị Huệ", "1950", "female");
    Person namesake = new Person("Trần Thị Huệ", "1950-11-20", "female", "040150000002");
    Person bare = Person.of("tran thi hue", "1950", "female");
    Person short1 = Person.of("Vi Xoan", "1948", "female");
    Person long1 = Person.of("Vi Thị Xoan", "1948-02-02", "female");
    Person long2 = Person.of("Vi Ngọc Xoan", "1948-07-27", "female");
    return List.of(
        registry("2025-H1"),
        roster("a", "2024-H1", XOM_5, hueByYear, short1),
        roster("b", "2024-H2", XOM_5, hue, long1),
        roster("c", "2024-H2", XOM_6, namesake, long2),
        roster("d", "2025-H1", XOM_6, hueByYear, short1),
        new StagedFile("h", "tyt", "2025-06-18").check("2025-H1", XOM_5, bare, "2025-03-03").check("2025-H1", XOM_6, bare, "2025-04-03"),
        new StagedFile("l", "huyen-429", "2025-06-18").loan("2025-H1", XOM_5, hue, "429/00001", "2024-03-01", 5_000_000, null, "2025-06-15"),
        new StagedFile("p", "huyen-429", "2025-06-18").repayment("2025-H1", XOM_5, bare, "429/00001", "2025-02-02", 1_000_000, "PT1"),
        new StagedFile("b sửa", "huyen-429", "2025-07-02").roster("2024-H2", XOM_5, hue, namesake));
  }

  private static List<String> everything(DataSource source) throws SQLException {
    List<String> all = new ArrayList<>(Ask.everything(source));
    for (String sql : VAULT) {
      all.addAll(Ask.rows(source, sql));
    }
    return all;
  }

  @Test
  void anyOrderAndAComputationFromScratchGiveTheSamePersonsPairsAndDoubts() throws SQLException {
    StagedFile.publish(source, files());
    List<String> inOneGo = everything(source);
    for (long seed = 1; seed <= 4; seed++) {
      DataSource other = TestDatabase.migrated();
      List<StagedFile> files = new ArrayList<>(files());
      Collections.shuffle(files, new Random(seed));
      for (StagedFile file : files) {
        StagedFile.publish(other, file);
      }
      assertThat(everything(other)).as("order %d", seed).containsExactlyElementsOf(inOneGo);
      StagedFile.recompute(other);
      assertThat(everything(other)).as("from scratch, order %d", seed).containsExactlyElementsOf(inOneGo);
    }
  }

  @Test
  void aPairInDoubtIsTwoPersonsAndListed() throws SQLException {
    StagedFile.publish(
        source,
        registry("2025-H1"),
        roster("a", "2024-H2", XOM_5, new Person("Trần Thị Huệ", "1950-03-04", "female", "040150000001")),
        roster("b", "2025-H1", XOM_5, new Person("Trần Thị Huệ", "1950-03-04", "female", "040150000010")));
    assertThat(Ask.value(source, PERSONS)).isEqualTo("2");
    assertThat(Ask.rows(source, "select substr(agreement, 1, 2), substr(agreement, 8, 1) from mart.pending_link")).containsExactly("=d|x");
  }

  @Test
  void aDecisionOfTheAssociationJoinsAndSplitsAndIsKeptByAComputationFromScratch() throws SQLException {
    StagedFile.publish(
        source,
        registry("2025-H1"),
        roster("a", "2024-H2", XOM_5, Person.of("Trần Thị Huệ", "1950-03-04", "female"), Person.of("Vi Thị Xoan", "1950", "female")),
        roster("b", "2025-H1", XOM_5, Person.of("Lê Thị Lan", "1951", "female"), Person.of("Vi Xoan", "1950", "female")));
    assertThat(Ask.value(source, PERSONS)).isEqualTo("3");
    StagedFile.publish(
        source,
        new StagedFile("phiếu", "hoi-nct-tinh", "2025-07-01")
            .review("2025-H1", "trần thị huệ", "lê thị lan", true, "2025-07-01").review("2025-H1", "vi thị xoan", "vi xoan", false, "2025-07-01"));
    String keys = "select name_key, dense_rank() over (order by anchor_key) from vault.person_profile order by name_key";
    assertThat(Ask.value(source, PERSONS)).isEqualTo("3");
    List<String> decided = Ask.rows(source, keys);
    assertThat(Ask.value(source, "select count(distinct person_key) from vault.person_profile where name_key in ('trần thị huệ', 'lê thị lan')")).isEqualTo("1");
    assertThat(Ask.value(source, "select count(distinct person_key) from vault.person_profile where name_key like 'vi %'")).isEqualTo("2");
    StagedFile.recompute(source);
    assertThat(Ask.rows(source, keys)).isEqualTo(decided);
  }

  @Test
  void aDistrictDecidesNothing() throws SQLException {
    StagedFile.publish(
        source, registry("2025-H1"), roster("a", "2025-H1", XOM_5, Person.of("Trần Thị Huệ", "1950", "female"), Person.of("Lê Thị Lan", "1951", "female")));
    StagedFile.publish(source, new StagedFile("phiếu", "huyen-429", "2025-07-01").review("2025-H1", "trần thị huệ", "lê thị lan", true, "2025-07-01"));
    assertThat(Ask.value(source, PERSONS)).isEqualTo("2");
  }

  @Test
  void aLaterFileKeepsTheIdAndAnEarlierOneLeadsTheFormerIdOn() throws SQLException {
    Person hue = new Person("Trần Thị Huệ", "1950-03-04", "female", "040150000001");
    StagedFile.publish(source, registry("2025-H1"), roster("b", "2024-H2", XOM_5, hue));
    String id = Ask.value(source, "select person_key from core.person where person_key <> -1");
    StagedFile.publish(source, roster("c", "2025-H1", XOM_5, new Person("Trần Huệ", "1950", "female", "040150000001")));
    assertThat(Ask.value(source, "select person_key from core.person where person_key <> -1")).isEqualTo(id);
    StagedFile.publish(source, roster("a", "2024-H1", XOM_5, new Person("Trần T. Huệ", "1950", "female", "040150000001")));
    String now = Ask.value(source, "select person_key from core.person where person_key <> -1");
    assertThat(Ask.rows(source, "select former_key, person_key, reason from core.person_alias")).containsExactly(id + "|" + now + "|rekeyed");
  }
}
