package vn.ishc.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.ishc.TestDatabase;
import vn.ishc.warehouse.StagedFile.Club;
import vn.ishc.warehouse.StagedFile.Person;

/** What only shows when versions meet: W01, W02; and rosters that jumped: R15. */
class VersionFindingsTest {
  private static final Club CLUB = Club.of("429", "17911", "xóm 5");
  private static final String FINDINGS =
      "select file_name, code, found from mart.finding join mart.file using (file_id) where code in ('W01', 'W02', 'R15') order by 1, 2";
  private final DataSource source = TestDatabase.migrated();

  private static StagedFile registry(String name, String received) {
    return new StagedFile(name, "huyen-429", received).registry("2025-H1", "429", "429", CLUB);
  }

  private static Person person(int number) {
    return Person.of("A " + number, "1950-01-0" + number, "male");
  }

  @Test
  void bothVersionsAreToldOfEachOther() throws SQLException {
    StagedFile.publish(source, registry("first", "2025-06-10"));
    assertThat(Ask.rows(source, FINDINGS)).isEmpty();
    StagedFile.publish(source, registry("second", "2025-06-18"));
    assertThat(Ask.rows(source, FINDINGS)).containsExactly("first|W02|18/06/2025", "second|W01|10/06/2025");
    assertThat(Ask.rows(source, "select file_name, state from mart.file order by 1")).containsExactly("first|superseded", "second|loaded");
    assertThat(Ask.value(source, "select message_vi from mart.finding where code = 'W01'"))
        .isEqualTo("Thay cho số liệu đã nhận ngày 10/06/2025 về cùng đơn vị và kỳ.");
  }

  @Test
  void aClubsRosterIsReplacedByTheLaterOne() throws SQLException {
    StagedFile.publish(
        source, registry("r", "2025-06-10"), new StagedFile("m1", "huyen-429", "2025-06-11").roster("2025-H1", CLUB, person(1)),
        new StagedFile("m2", "huyen-429", "2025-06-12").roster("2025-H1", CLUB, person(1), person(2)));
    assertThat(Ask.rows(source, FINDINGS)).containsExactly("m1|W02|12/06/2025", "m2|W01|11/06/2025");
  }

  @Test
  void aRosterThatChangedByMoreThanHalfIsAskedAfter() throws SQLException {
    StagedFile.publish(
        source, registry("r", "2025-06-10"), new StagedFile("m1", "huyen-429", "2025-06-11").roster("2025-H1", CLUB, person(1), person(2), person(3)),
        new StagedFile("m2", "huyen-429", "2025-12-12").roster("2025-H2", CLUB, person(1)));
    assertThat(Ask.rows(source, FINDINGS)).containsExactly("m2|R15|xóm 5: 3 → 1");
  }

  /** The commune sent the former roster, the district answers for this one. */
  @Test
  void howLargeARosterOfSomebodyElseWasIsNotTold() throws SQLException {
    StagedFile.publish(
        source, registry("r", "2025-06-10"), new StagedFile("m1", "xa-17911", "2025-06-11").roster("2025-H1", CLUB, person(1), person(2), person(3)),
        new StagedFile("m2", "huyen-429", "2025-12-12").roster("2025-H2", CLUB, person(1)));
    assertThat(Ask.rows(source, FINDINGS)).containsExactly("m2|R15|xóm 5: … → 1");
    assertThat(Ask.value(source, "select message_vi from mart.finding where code = 'R15'"))
        .isEqualTo("Số thành viên của CLB thay đổi quá một nửa so với danh sách kỳ trước (xóm 5: … → 1); kiểm tra lại.");
  }
}
