package vn.ishc.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.ishc.TestDatabase;
import vn.ishc.warehouse.StagedFile.Club;
import vn.ishc.warehouse.StagedFile.Person;

/** Every district differs for a reason of its own. */
class ReconciliationTest {
  private static final Club NGHI_LOC = Club.of("429", "17911", "xóm 5");
  private static final Club NGHI_LOC_2 = Club.of("429", "17830", "xóm 6");
  private static final Club THANH_CHUONG = Club.of("428", "17713", "xóm 1");
  private static final Club NAM_DAN = Club.of("430", "17956", "xóm 5");
  private static final Club NAM_DAN_2 = Club.of("430", "17971", "xóm 2");
  private static final Club CON_CUONG = Club.of("422", "17263", "bản Nà");
  private static final Club TUONG_DUONG = Club.of("418", "16876", "bản Mo");
  private static final Club DIEN_CHAU = Club.of("425", "17392", "xóm 3");
  private static final Club YEN_THANH = Club.of("426", "17509", "xóm 4");
  private static final Club DO_LUONG = Club.of("427", "17617", "xóm 7");
  private static final DataSource SOURCE = TestDatabase.migrated();

  @BeforeAll
  static void load() throws SQLException {
    Person a = new Person("A", "1950-01-01", "female", "040150000001");
    Person b = Person.of("B", "1951-01-01", "male");
    StagedFile.publish(
        SOURCE,
        file("r429", "huyen-429").registry("2025-H1", "429", "429", NGHI_LOC, NGHI_LOC_2),
        file("m429", "huyen-429").roster("2025-H1", NGHI_LOC, a, b).roster("2025-H1", NGHI_LOC_2, a),
        file("h429", "huyen-429").halfYearReport("2025-H1", "429", "429", 3),
        file("r428", "huyen-428").registry("2025-H1", "428", "428", THANH_CHUONG),
        file("m428", "huyen-428").roster("2025-H1", THANH_CHUONG, a).roster("2025-H1", THANH_CHUONG, "left_on = '2025-03-01'", b),
        file("h428", "huyen-428").halfYearReport("2025-H1", "428", "428", 2),
        file("r430", "huyen-430").registry("2025-H1", "430", "430", NAM_DAN, NAM_DAN_2),
        file("m430", "huyen-430").roster("2025-H1", NAM_DAN, a, b),
        file("h430", "huyen-430").halfYearReport("2025-H1", "430", "430", 55),
        file("r422", "huyen-422").registry("2025-H1", "422", "422", CON_CUONG),
        file("m422", "huyen-422").roster("2025-H1", CON_CUONG, a, b),
        file("r418", "huyen-418").registry("2025-H1", "418", "418", TUONG_DUONG),
        file("h418", "huyen-418").halfYearReport("2025-H1", "418", "418", 50),
        file("r425-2024", "huyen-425").registry("2024-H2", "425", "425", DIEN_CHAU),
        file("m425-2024", "huyen-425").roster("2024-H2", DIEN_CHAU, a, b),
        file("r425", "huyen-425").registry("2025-H1", "425", "425", DIEN_CHAU),
        file("h425", "huyen-425").halfYearReport("2025-H1", "425", "425", 7),
        file("r426", "huyen-426").registry("2025-H1", "426", "426", YEN_THANH),
        file("m426", "huyen-426").roster("2025-H1", YEN_THANH, a, b).refused("member-roster", "2025-H1", "426", 3),
        file("h426", "huyen-426").halfYearReport("2025-H1", "426", "426", 5),
        file("r427", "huyen-427").registry("2025-H1", "427", "427", DO_LUONG),
        new StagedFile("m427", "huyen-427", "2025-07-30").roster("2025-H1", DO_LUONG, a, b),
        file("h427", "huyen-427").halfYearReport("2025-H1", "427", "427", 5),
        new StagedFile("r1", "xa-17950", "2025-12-20").registry("2025-H2", "17950", "430", Club.of("430", "17950", "xóm 8")),
        new StagedFile("m1", "xa-17950", "2025-12-20").roster("2025-H2", Club.of("430", "17950", "xóm 8"), a, b),
        new StagedFile("h1", "xa-17950", "2025-12-20").halfYearReport("2025-H2", "17950", "430", 2),
        new StagedFile("r2", "xa-17944", "2025-12-20").registry("2025-H2", "17944", "430", Club.of("430", "17944", "xóm 9")),
        new StagedFile("m2", "xa-17944", "2025-12-21").roster("2025-H2", Club.of("430", "17944", "xóm 9"), Person.of("C", "1949-01-01", "male")),
        file("f429", "huyen-429").fund("2025-H1", "huyen-429", "district", "429", "budget", 10),
        file("fso", "so-tai-chinh").fund("2025-H1", "so-tai-chinh", "district", "429", "budget", 12));
    Ask.run(SOURCE, "update core.fact_club_period set income_fund = 5000000 where plan_district = '428'");
    Ask.run(SOURCE, "update core.fact_unit_report set income_fund = 5 where plan_district = '428'");
    Ask.run(SOURCE, "update core.fact_unit_report set income_fund = 5000 where plan_district = '422'");
    Ask.run(SOURCE, "update core.fact_club_period set income_fund = 5000000, operating_fund = 1 where plan_district = '429'");
    Ask.run(SOURCE, "update core.fact_unit_report set income_fund = 10000, operating_fund = 2 where plan_district = '429'");
  }

  private static StagedFile file(String name, String submitter) {
    return new StagedFile(name, submitter, "2025-06-18");
  }

  private static String row(String district, String measure) throws SQLException {
    return Ask.value(
        SOURCE,
        "select concat_ws(' ', coalesce(reported::text, '-'), counted, cause) from mart.reconciliation "
            + "where period = '2025-H1' and district_code = '" + district + "' and measure = '" + measure + "'");
  }

  @Test
  void aPersonInTwoClubsIsReportedTwiceAndCountedOnce() throws SQLException {
    assertThat(row("429", "members")).isEqualTo("3 2 double_membership");
  }

  @Test
  void whoHadLeftByTheLastDayIsAnotherDate() throws SQLException {
    assertThat(row("428", "members")).isEqualTo("2 1 different_date");
  }

  @Test
  void aClubWithoutRosterIsWhyLessIsCounted() throws SQLException {
    assertThat(row("430", "members")).isEqualTo("55 2 no_roster");
  }

  @Test
  void whatNobodyReportsIsSaid() throws SQLException {
    assertThat(row("422", "members")).isEqualTo("- 2 not_reported");
  }

  @Test
  void aListThatNeverCameIsSaid() throws SQLException {
    assertThat(row("418", "members")).isEqualTo("50 0 no_source");
  }

  @Test
  void anAmountAThousandTimesOffIsAnErrorOfTheUnit() throws SQLException {
    assertThat(row("429", "income_fund")).isEqualTo("10000 10000000 unit_error_1000");
    assertThat(row("429", "operating_fund")).isEqualTo("2 2 agrees");
  }

  @Test
  void anAmountAMillionTimesOffIsAnErrorOfTheUnit() throws SQLException {
    assertThat(row("428", "income_fund")).isEqualTo("5 5000000 unit_error_1000000");
  }

  @Test
  void aRosterOfTheHalfYearBeforeIsWhyMoreIsReported() throws SQLException {
    assertThat(row("425", "members")).isEqualTo("7 2 carried_forward");
  }

  @Test
  void rowsThatWereRefusedExplainAsMuchAsTheyAre() throws SQLException {
    assertThat(row("426", "members")).isEqualTo("5 2 refused_rows");
  }

  @Test
  void aListThatCameAfterTheReportIsSaid() throws SQLException {
    assertThat(row("427", "members")).isEqualTo("5 2 late_file");
  }

  @Test
  void aCommuneThatHasNotReportedIsWhyLessIsReported() throws SQLException {
    assertThat(Ask.value(SOURCE, "select cause from mart.reconciliation where period = '2025-H2' and district_code = '430' and measure = 'members'")).isEqualTo("not_all_reported");
  }

  @Test
  void moneyToldTwiceCountsOnceAndIsListed() throws SQLException {
    assertThat(row("429", "received_budget")).isEqualTo("12 10 told_twice");
  }

  @Test
  void everyRowSaysItsCauseInBothLanguages() throws SQLException {
    assertThat(Ask.rows(SOURCE, "select cause from mart.reconciliation where cause_vi is null or cause_en is null or cause is null")).isEmpty();
  }
}
