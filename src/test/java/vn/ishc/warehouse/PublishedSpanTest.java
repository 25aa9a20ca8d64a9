package vn.ishc.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.ishc.TestDatabase;
import vn.ishc.warehouse.StagedFile.Club;
import vn.ishc.warehouse.StagedFile.Person;

/** For which half-years figures are published. */
class PublishedSpanTest {
  private static final Club CLUB = Club.of("429", "17911", "xóm 5");
  private static final Person MEMBER = Person.of("A", "1950-01-01", "female");

  private final DataSource source = TestDatabase.migrated();

  private String periods() throws SQLException {
    return Ask.value(source, "select string_agg(distinct period, ' ' order by period) from core.fact_club_period");
  }

  @Test
  void aHalfYearThatHadNotBegunWhenItsFileCameMovesNothing() throws SQLException {
    StagedFile.publish(
        source,
        new StagedFile("registry", "huyen-429", "2025-06-18").registry("2025-H1", "429", "429", CLUB),
        new StagedFile("roster", "huyen-429", "2025-06-18").roster("2028-H1", CLUB, MEMBER));
    assertThat(periods()).isEqualTo("2025-H1");
    StagedFile.publish(source, new StagedFile("in time", "xa-17827", "2026-01-02").registry("2026-H1", "17827", "429", Club.of("429", "17827", "xóm 9")));
    assertThat(periods()).isEqualTo("2025-H1 2025-H2 2026-H1");
  }

  @Test
  void aFileThatWasTakenBackMovesNothing() throws SQLException {
    StagedFile later = new StagedFile("roster", "huyen-429", "2026-01-05").roster("2025-H2", CLUB, MEMBER);
    StagedFile.publish(source, new StagedFile("registry", "huyen-429", "2025-06-18").registry("2025-H1", "429", "429", CLUB), later);
    assertThat(periods()).isEqualTo("2025-H1 2025-H2");
    Ask.run(source, "update ops.file set state = 'reverted' where file_id = '" + later.fileId() + "'");
    StagedFile.recompute(source);
    assertThat(periods()).isEqualTo("2025-H1");
  }
}
