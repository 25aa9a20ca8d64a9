package vn.ishc.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.ishc.TestDatabase;
import vn.ishc.warehouse.StagedFile.Club;
import vn.ishc.warehouse.StagedFile.Person;

class MemberRulesTest {
  private static final Club CLUB = Club.of("429", "17911", "xóm 5");
  private final DataSource source = TestDatabase.migrated();

  private static StagedFile file(String name) {
    return new StagedFile(name, "huyen-429", "2025-06-18");
  }

  private static StagedFile registry(String period) {
    return file("registry " + period).registry(period, "429", "429", CLUB);
  }

  private static Person[] people(int count, String birth, String sex, String name) {
    Person[] people = new Person[count];
    for (int i = 0; i < count; i++) {
      people[i] = Person.of(name + " " + i, birth, sex);
    }
    return people;
  }

  @Test
  void sixtyIsReachedOnTheBirthday() throws SQLException {
    StagedFile.publish(
        source,
        registry("2025-H1"),
        file("m").roster(
            "2025-H1", CLUB,
            Person.of("A", "1965-06-30", "male"), Person.of("B", "1965-07-01", "male"), Person.of("C", "1970-06-30", "male"),
            Person.of("D", "1970-07-01", "male")));
    assertThat(Ask.rows(source, "select members, older_60, older_55, younger from mart.club")).containsExactly("4|1|3|3");
  }

  @Test
  void aYearAloneCountsByTheDifferenceOfTheYears() throws SQLException {
    StagedFile.publish(
        source,
        registry("2025-H1"),
        file("m").roster("2025-H1", CLUB, Person.of("A", "1965", "male"), Person.of("B", "1966", "male")));
    assertThat(Ask.rows(source, "select older_60, older_55 from mart.club")).containsExactly("1|2");
  }

  @Test
  void theMostPreciseBirthOfAPersonCountsInEveryClub() throws SQLException {
    StagedFile.publish(
        source,
        registry("2025-H1"),
        file("m").roster("2025-H1", CLUB, new Person("A", "1965", "male", "040065000001")),
        file("h").check("2025-H1", CLUB, new Person("A", "1965-12-24", "male", "040065000001"), "2025-03-03"));
    assertThat(Ask.rows(source, "select older_60, checked_this_year from mart.club")).containsExactly("0|1");
  }

  @Test
  void joinedByTheDayAndLeftAfterItMakesAMember() throws SQLException {
    StagedFile.publish(
        source,
        registry("2025-H1"),
        file("m")
            .roster("2025-H1", CLUB, "joined_on = '2025-06-30'", Person.of("A", "1950", "male"))
            .roster("2025-H1", CLUB, "joined_on = '2025-07-01'", Person.of("B", "1950", "male"))
            .roster("2025-H1", CLUB, "left_on = '2025-06-30'", Person.of("C", "1950", "male"))
            .roster("2025-H1", CLUB, "left_on = '2025-07-01'", Person.of("D", "1950", "male")));
    assertThat(Ask.value(source, "select members from mart.club")).isEqualTo("2");
  }

  @Test
  void theLatestRosterIsCarriedForwardAndMarked() throws SQLException {
    StagedFile.publish(
        source,
        registry("2024-H2"),
        registry("2025-H1"),
        file("m").roster("2024-H2", CLUB, Person.of("A", "1965-01-15", "female")));
    assertThat(Ask.rows(source, "select period, members, women, older_60, roster_period, roster_carried_forward from mart.club order by 1"))
        .containsExactly("2024-H2|1|1|0|2024-H2|f", "2025-H1|1|1|1|2024-H2|t");
  }

  @Test
  void aClubWithoutRosterHasNoFigures() throws SQLException {
    StagedFile.publish(source, registry("2025-H1"));
    assertThat(Ask.rows(source, "select members, women, borrowers_ever, volunteers, meets_size, meets_loans, roster_period from mart.club"))
        .containsExactly("-|-|-|-|-|-|-");
  }

  @Test
  void boundsAreInclusiveAndWhole() throws SQLException {
    // 55 members: 33 women are exactly 60 %, 22 younger are exactly 40 %.
    StagedFile.publish(
        source,
        registry("2025-H1"),
        file("m")
            .roster("2025-H1", CLUB, people(33, "1950", "female", "nữ"))
            .roster("2025-H1", CLUB, people(22, "1990", "male", "nam")));
    assertThat(Ask.rows(source, "select members, women, meets_size, meets_women, meets_older, meets_younger from mart.club"))
        .containsExactly("55|33|t|t|t|t");
  }

  @Test
  void oneWomanLessMissesTheBound() throws SQLException {
    StagedFile.publish(
        source,
        registry("2025-H1"),
        file("m")
            .roster("2025-H1", CLUB, people(32, "1950", "female", "nữ"))
            .roster("2025-H1", CLUB, people(23, "1990", "male", "nam")));
    assertThat(Ask.rows(source, "select meets_women, meets_older, meets_younger from mart.club")).containsExactly("f|f|f");
  }

  @Test
  void aPersonCountsOnceInAClub() throws SQLException {
    Person twice = new Person("A", "1950", "male", "040050000001");
    StagedFile.publish(source, registry("2025-H1"), file("m").roster("2025-H1", CLUB, twice, twice));
    assertThat(Ask.value(source, "select members from mart.club")).isEqualTo("1");
  }

  @Test
  void withoutNumberAPersonIsTheOnlyOneOfThatNameAndBirth() throws SQLException {
    StagedFile.publish(
        source,
        registry("2025-H1"),
        file("m").roster("2025-H1", CLUB, new Person("A", "1950-03-04", "male", "040050000001")),
        file("h").check("2025-H1", CLUB, Person.of("A", "1950", "male"), "2025-03-03"));
    assertThat(Ask.value(source, "select checked_this_year from mart.club")).isEqualTo("1");
    assertThat(Ask.value(source, "select count(*) from core.person where person_key <> -1")).isEqualTo("1");
  }

  @Test
  void aWeakerNumberJoinsTheOnlyPersonItDoesNotContradict() throws SQLException {
    StagedFile.publish(
        source,
        registry("2025-H1"),
        file("m").roster("2025-H1", CLUB, new Person("A", "1950-03-04", "male", "040050000001")),
        file("h").check("2025-H1", CLUB, Person.of("A", "1950", "male"), "2025-03-03"),
        file("o").check("2025-H1", CLUB, Person.of("A", "1952-09-09", "male"), "2025-03-04"));
    Ask.run(source, "update vault.person_mention set insurance_no_hash = '\\x4012345678' where birth_precision = 'year'");
    StagedFile.recompute(source);
    assertThat(Ask.rows(source, "select exam_on, person_match from mart.health_check order by 1"))
        .containsExactly("2025-03-03|name_and_birth", "2025-03-04|own");
    assertThat(Ask.value(source, "select checked_this_year from mart.club")).isEqualTo("1");
  }

  @Test
  void personsThatTheFilesCannotTellApartStayApart() throws SQLException {
    StagedFile.publish(
        source,
        registry("2025-H1"),
        file("m").roster(
            "2025-H1", CLUB, new Person("A", "1950-03-04", "male", "040050000001"), new Person("A", "1950-09-09", "male", "040050000002")),
        file("h").check("2025-H1", CLUB, Person.of("A", "1950", "male"), "2025-03-03"));
    assertThat(Ask.value(source, "select checked_this_year from mart.club")).isEqualTo("0");
  }

  @Test
  void aPersonInTwoClubsIsListed() throws SQLException {
    Person person = new Person("A", "1950", "male", "040050000001");
    Club other = Club.of("429", "17893", "xóm 2");
    StagedFile.publish(
        source,
        file("r").registry("2025-H1", "429", "429", CLUB, other),
        file("m").roster("2025-H1", CLUB, person).roster("2025-H1", other, person));
    assertThat(Ask.rows(source, "select code, severity, row_number, found from mart.finding order by row_number"))
        .containsExactly("L05|info|1|429-17893-xom-2", "L05|info|2|429-17911-xom-5");
    assertThat(Ask.value(source, "select state from mart.file where file_name = 'm'")).isEqualTo("loaded");
  }

  @Test
  void volunteersOfRosterAndHomeCareListCountOnce() throws SQLException {
    Person both = new Person("A", "1970", "female", "040170000001");
    StagedFile.publish(
        source,
        registry("2025-H1"),
        file("m")
            .roster("2025-H1", CLUB, "volunteer = true", both, new Person("B", "1971", "female", "040171000002"))
            .homeCare("2025-H1", CLUB, both)
            .homeCare("2025-H1", CLUB, new Person("C", "1972", "female", "040172000003")));
    assertThat(Ask.value(source, "select volunteers from mart.club")).isEqualTo("3");
  }

  @Test
  void aLoanOutstandingIsTheLedgersOwnFigureElseAmountLessRepayments() throws SQLException {
    Person stated = new Person("A", "1950", "male", "040050000001");
    Person reckoned = new Person("B", "1950", "male", "040050000002");
    Person repaid = new Person("C", "1950", "male", "040050000003");
    StagedFile.publish(
        source,
        registry("2025-H1"),
        file("m").roster("2025-H1", CLUB, stated, reckoned, repaid),
        file("l")
            .loan("2025-H1", CLUB, stated, "429/00001", "2024-03-01", 5_000_000, 1_000_000L, "2025-06-15")
            .loan("2025-H1", CLUB, reckoned, "429/00002", "2025-03-01", 5_000_000, null, "2025-06-15")
            .loan("2025-H1", CLUB, repaid, "429/00003", "2025-03-01", 5_000_000, null, "2025-06-15"),
        file("p")
            .repayment("2025-H1", CLUB, reckoned, "429/00002", "2025-05-01", 2_000_000, "PT1")
            .repayment("2025-H1", CLUB, reckoned, "429/00002", "2025-07-01", 3_000_000, "PT2")
            .repayment("2025-H1", CLUB, repaid, "429/00003", "2025-06-30", 5_000_000, "PT3"));
    assertThat(Ask.rows(source, "select borrowers_ever, borrowers_current, meets_loans from mart.club")).containsExactly("3|2|t");
    assertThat(Ask.rows(source, "select outstanding, overdue from core.fact_member_period order by outstanding"))
        .containsExactly("0|0", "1000000|1000000", "3000000|0");
  }

  @Test
  void aLoanThatOnlyALaterLedgerListsCountsFromItsOwnDay() throws SQLException {
    Person borrower = new Person("A", "1950", "male", "040050000001");
    StagedFile.publish(
        source,
        registry("2025-H1"),
        registry("2024-H2"),
        file("m").roster("2024-H2", CLUB, borrower),
        file("l").loan("2025-H1", CLUB, borrower, "429/00001", "2024-12-31", 5_000_000, 0L, "2025-06-15"));
    assertThat(Ask.rows(source, "select period, borrowers_ever, borrowers_current from mart.club order by 1"))
        .containsExactly("2024-H2|1|1", "2025-H1|1|0");
  }
}
