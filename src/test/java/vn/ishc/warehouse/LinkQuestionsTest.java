package vn.ishc.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.ishc.TestDatabase;
import vn.ishc.link.Contradiction;
import vn.ishc.warehouse.LinkQuestions.Compared;
import vn.ishc.warehouse.LinkQuestions.Meant;
import vn.ishc.warehouse.StagedFile.Club;
import vn.ishc.warehouse.StagedFile.Person;

/** What a steward learns about two persons besides how they agree: what stands against them, what was decided and when. */
class LinkQuestionsTest {
  private static final Club CLUB = Club.of("429", "17911", "xóm 5");
  private final DataSource source = TestDatabase.migrated();

  private static StagedFile roster(Person... members) {
    return new StagedFile("a", "huyen-429", "2025-06-11").roster("2025-H1", CLUB, members).refused("member-roster", "2025-H1", "429", 0);
  }

  private static Meant row(LinkQuestions questions, int number) throws SQLException {
    return questions.find("a › " + number).orElseThrow();
  }

  private Contradiction against(Person one, Person other) throws SQLException {
    StagedFile.publish(source, new StagedFile("r", "huyen-429", "2025-06-10").registry("2025-H1", "429", "429", CLUB), roster(one, other));
    try (Connection connection = source.getConnection()) {
      LinkQuestions questions = new LinkQuestions(connection);
      return questions.against(row(questions, 1), row(questions, 2)).orElseThrow();
    }
  }

  @Test
  void twoRowsOfOneRosterStandAgainstOnePerson() throws SQLException {
    assertThat(against(Person.of("Trần Thị Huệ", "1950-03-04", "female"), Person.of("Trần Thị Huê", "1950-03-04", "female"))).isEqualTo(Contradiction.ONE_ROSTER);
  }

  @Test
  void twoNumbersOfAKindStandAgainstOnePerson() throws SQLException {
    assertThat(against(new Person("Trần Thị Huệ", "1950-03-04", "female", "040150000001"), new Person("Trần Thị Huệ", "1950-03-04", "female", "040150000010")))
        .isEqualTo(Contradiction.TWO_NATIONAL_IDS);
  }

  /** Written alike in two half-years: one writing, two rows. */
  @Test
  void theRowThatWasAskedForIsShownAndNoOtherOfThePerson() throws SQLException {
    Person woman = Person.of("Trần Thị Huệ", "1950-03-04", "female");
    StagedFile.publish(
        source, new StagedFile("r", "huyen-429", "2025-06-10").registry("2025-H1", "429", "429", CLUB),
        new StagedFile("a", "huyen-429", "2025-06-11").roster("2024-H2", CLUB, Person.of("Lê Văn Bảy", "1948", "male"), woman).refused("member-roster", "2024-H2", "429", 0),
        new StagedFile("b", "huyen-429", "2025-06-12").roster("2025-H1", CLUB, woman).refused("member-roster", "2025-H1", "429", 0));
    try (Connection connection = source.getConnection()) {
      LinkQuestions questions = new LinkQuestions(connection);
      Meant before = questions.find("a › 2").orElseThrow();
      Meant now = questions.find("b › 1").orElseThrow();
      assertThat(before.writings()).isEqualTo(now.writings());
      assertThat(before.where()).startsWith("huyen-429/a › ").endsWith(" › 2");
      assertThat(now.where()).startsWith("huyen-429/b › ").endsWith(" › 1");
      assertThat(questions.find(before.personId()).orElseThrow().where()).isEqualTo(now.where());
    }
  }

  @Test
  void aDecisionAndAWeightHaveTheirDay() throws SQLException {
    StagedFile.publish(
        source, new StagedFile("r", "huyen-429", "2025-06-10").registry("2025-H1", "429", "429", CLUB),
        new StagedFile("a", "huyen-429", "2025-06-11").roster("2024-H2", CLUB, new Person("Trần Thị Huệ", "1950-03-04", "female", "040150000001"))
            .refused("member-roster", "2024-H2", "429", 0),
        new StagedFile("b", "huyen-429", "2025-06-12").roster("2025-H1", CLUB, Person.of("Trần Thị Huệ", "1950-03-04", "female")).refused("member-roster", "2025-H1", "429", 0));
    try (Connection connection = source.getConnection()) {
      LinkQuestions questions = new LinkQuestions(connection);
      Meant a = row(questions, 1);
      Meant b = questions.find("b › 1").orElseThrow();
      Compared pair = questions.nearest(a, b).orElseThrow();
      assertThat(questions.against(a, b)).isEmpty();
      assertThat(questions.decided(pair.left(), pair.right())).isEmpty();
      assertThat(questions.weighedAt(pair.left(), pair.right()).orElseThrow()).isBetween(Instant.parse("2025-06-10T00:00:00Z"), Instant.parse("2025-06-13T00:00:00Z"));
      try (var statement = connection.createStatement()) {
        statement.execute("insert into vault.link_decision (left_profile, right_profile, same_person, decided_on, file_id) select " + Math.min(pair.left(), pair.right()) + ", "
            + Math.max(pair.left(), pair.right()) + ", true, '2025-07-01', file_id from ops.file where file_name = 'a'");
      }
      assertThat(questions.decided(pair.left(), pair.right())).hasValue(new LinkQuestions.Decided(true, LocalDate.of(2025, 7, 1)));
    }
  }
}
