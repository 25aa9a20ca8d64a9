package vn.ishc.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.ishc.TestDatabase;
import vn.ishc.warehouse.StagedFile.Club;
import vn.ishc.warehouse.StagedFile.Person;

/** Nghi Vạn (17911) and Nghi Trung (17893) became Nghi Lộc (17827) on 1/7/2025. */
class ClubResolutionTest {
  private final DataSource source = TestDatabase.migrated();

  private List<String> clubs() throws SQLException {
    return Ask.rows(source, "select period, club_code, club_name, commune_code from mart.club order by 1, 2");
  }

  private static StagedFile file(String name, String submitter, String receivedAt) {
    return new StagedFile(name, submitter, receivedAt);
  }

  @Test
  void aClubIsFoundAgainInTheCommuneThatItsOwnBecame() throws SQLException {
    StagedFile.publish(
        source,
        file("r1", "huyen-429", "2025-06-18").registry("2025-H1", "429", "429", Club.of("429", "17911", "xóm 5")),
        file("r2", "xa-17827", "2025-12-18").registry("2025-H2", "17827", "429", Club.of("429", "17827", "xóm 5")));
    assertThat(clubs()).containsExactly("2025-H1|429-17911-xom-5|xóm 5|17911", "2025-H2|429-17911-xom-5|xóm 5|17827");
  }

  @Test
  void twoClubsOfOneNameInAMergedCommuneAreToldApartByTheirFounding() throws SQLException {
    Club older = new Club("429", "17911", "xóm 5", "2018-01-07", "476");
    Club younger = new Club("429", "17893", "xóm 5", "2022-09-16", "370");
    StagedFile.publish(
        source,
        file("r1", "huyen-429", "2025-06-18").registry("2025-H1", "429", "429", older, younger),
        file("r2", "xa-17827", "2025-12-18")
            .registry(
                "2025-H2", "17827", "429",
                new Club("429", "17827", "xóm 5", "2022-09-16", null), new Club("429", "17827", "xóm 5", null, "476")));
    assertThat(Ask.rows(source, "select period, club_code, founded_on from mart.club order by 1, 2"))
        .containsExactly(
            "2025-H1|429-17893-xom-5|2022-09-16", "2025-H1|429-17911-xom-5|2018-01-07",
            "2025-H2|429-17893-xom-5|2022-09-16", "2025-H2|429-17911-xom-5|-");
  }

  @Test
  void clubsThatNothingTellsApartStayApartAndAreSaid() throws SQLException {
    StagedFile.publish(
        source,
        file("r1", "huyen-429", "2025-06-18")
            .registry("2025-H1", "429", "429", Club.of("429", "17911", "xóm 5"), Club.of("429", "17893", "xóm 5")),
        file("r2", "xa-17827", "2025-12-18").registry("2025-H2", "17827", "429", Club.of("429", "17827", "xóm 5")));
    assertThat(clubs())
        .containsExactly(
            "2025-H1|429-17893-xom-5|xóm 5|17893", "2025-H1|429-17911-xom-5|xóm 5|17911", "2025-H2|429-17827-xom-5|xóm 5|17827");
    assertThat(Ask.rows(source, "select code, severity, row_number, found from mart.finding"))
        .containsExactly("L04|warning|1|CLB xóm 5");
  }

  @Test
  void aRenamedClubIsKnownByFoundingDayAndDecision() throws SQLException {
    StagedFile.publish(
        source,
        file("r1", "huyen-429", "2024-06-18")
            .registry("2024-H1", "429", "429", new Club("429", "17911", "xóm 5", "2018-01-07", "476")),
        file("r2", "huyen-429", "2024-12-18")
            .registry("2024-H2", "429", "429", new Club("429", "17911", "thôn Hòa Bình", "2018-01-07", "476")));
    assertThat(clubs())
        .containsExactly("2024-H1|429-17911-xom-5|xóm 5|17911", "2024-H2|429-17911-xom-5|thôn Hòa Bình|17911");
    assertThat(
            Ask.rows(
                source, "select club_name, valid_from, valid_to from core.dim_club where club_key <> -1 order by valid_from"))
        .containsExactly("xóm 5|2024-01-01|2024-07-01", "thôn Hòa Bình|2024-07-01|9999-12-31");
  }

  @Test
  void clubsThatDifferInToneMarksAloneDiffer() throws SQLException {
    StagedFile.publish(
        source,
        file("r1", "huyen-429", "2024-06-18")
            .registry("2024-H1", "429", "429", Club.of("429", "17911", "thôn Bình"), Club.of("429", "17911", "thôn Bính")));
    assertThat(Ask.rows(source, "select count(distinct club_code) from mart.club")).containsExactly("2");
    assertThat(Ask.rows(source, "select club_code from mart.club where club_name = 'thôn Bính'"))
        .allMatch(code -> code.matches("429-17911-thon-binh(-[0-9a-f]{4})?"));
  }

  @Test
  void anInferredClubCountsNowhereUntilTheRegistryCompletesIt() throws SQLException {
    Club club = Club.of("429", "17911", "xóm 5");
    StagedFile.publish(
        source,
        file("r0", "huyen-429", "2025-06-17").registry("2025-H1", "429", "429", Club.of("429", "17893", "xóm 2")),
        file("m1", "huyen-429", "2025-06-18").roster("2025-H1", club, Person.of("Lê Thị Hoa", "1950", "female")));
    assertThat(clubs()).containsExactly("2025-H1|429-17893-xom-2|xóm 2|17893");
    assertThat(Ask.rows(source, "select code, found from mart.finding")).containsExactly("L03|CLB xóm 5");
    assertThat(Ask.value(source, "select state || warnings from mart.file where file_name = 'm1'"))
        .isEqualTo("loaded_with_findings1");
    assertThat(Ask.value(source, "select club_code from mart.membership")).isEqualTo("429-17911-xom-5");

    StagedFile.publish(
        source,
        file("r1", "huyen-429", "2025-06-19").registry("2025-H1", "429", "429", club, Club.of("429", "17893", "xóm 2")));
    assertThat(Ask.rows(source, "select club_code, members from mart.club order by 1"))
        .containsExactly("429-17893-xom-2|-", "429-17911-xom-5|1");
    assertThat(Ask.rows(source, "select * from mart.finding where severity <> 'info'")).isEmpty();
    assertThat(Ask.value(source, "select state || warnings from mart.file where file_name = 'm1'")).isEqualTo("loaded0");
  }

  @Test
  void aNameWithoutCommuneMeansTheOnlyClubOfThatNameInTheDistrict() throws SQLException {
    Club bare = new Club("429", null, "xóm 5", null, null);
    StagedFile.publish(
        source,
        file("r1", "huyen-429", "2025-06-18").registry("2025-H1", "429", "429", Club.of("429", "17911", "xóm 5")),
        file("a1", "huyen-429", "2025-06-18").activity("2025-H1", "huyen-429", bare, "training"));
    assertThat(Ask.rows(source, "select club_code from mart.activity")).containsExactly("429-17911-xom-5");
    assertThat(Ask.rows(source, "select * from mart.finding where severity <> 'info'")).isEmpty();
  }

  @Test
  void aClubOfNghiPhongStaysInItsPlanDistrict() throws SQLException {
    StagedFile.publish(
        source,
        file("r1", "huyen-429", "2024-06-18").registry("2024-H1", "429", "429", Club.of("429", "17902", "xóm 1")),
        file("r2", "tp-412", "2024-12-18").registry("2024-H2", "412", "412", Club.of("412", "17902", "xóm 1")),
        file("r3", "huyen-429", "2024-12-18").registry("2024-H2", "429", "429", Club.of("429", "17911", "xóm 5")),
        file("r4", "phuong-16708", "2025-12-18").registry("2025-H2", "16708", "412", Club.of("412", "16708", "xóm 1")));
    assertThat(
            Ask.rows(source, "select period, district_code, club_code, commune_name from mart.club where club_name = 'xóm 1' order by 1"))
        .containsExactly(
            "2024-H1|429|429-17902-xom-1|Xã Nghi Phong", "2024-H2|429|429-17902-xom-1|Xã Nghi Phong",
            "2025-H1|429|429-17902-xom-1|Xã Nghi Phong", "2025-H2|429|429-17902-xom-1|Phường Vinh Lộc");
  }

  @Test
  void aCommuneSpeaksOnlyForItsOwnPartOfTheDistrict() throws SQLException {
    StagedFile.publish(
        source,
        file("r1", "huyen-429", "2025-06-18")
            .registry(
                "2025-H1", "429", "429",
                Club.of("429", "17911", "xóm 5"), Club.of("429", "17893", "xóm 2"), Club.of("429", "17830", "xóm 6")),
        file("r2", "xa-17827", "2025-12-18").registry("2025-H2", "17827", "429", Club.of("429", "17827", "xóm 5")));
    assertThat(clubs())
        .containsExactly(
            "2025-H1|429-17830-xom-6|xóm 6|17830", "2025-H1|429-17893-xom-2|xóm 2|17893", "2025-H1|429-17911-xom-5|xóm 5|17911",
            "2025-H2|429-17830-xom-6|xóm 6|17854", "2025-H2|429-17911-xom-5|xóm 5|17827");
    assertThat(Ask.rows(source, "select status from core.dim_club where club_code = '429-17893-xom-2' order by valid_from"))
        .containsExactly("active", "unlisted");
  }

  @Test
  void theLaterFileOfASliceIsInForceAndTheFormerSuperseded() throws SQLException {
    StagedFile.publish(
        source, file("r2", "huyen-429", "2025-06-19").registry("2025-H1", "429", "429", Club.of("429", "17911", "xóm 5")));
    StagedFile.publish(
        source, file("r1", "huyen-429", "2025-06-18").registry("2025-H1", "429", "429", Club.of("429", "17911", "xóm 4")));
    assertThat(clubs()).containsExactly("2025-H1|429-17911-xom-5|xóm 5|17911");
    assertThat(Ask.rows(source, "select file_name, state from mart.file order by 1"))
        .containsExactly("r1|superseded", "r2|loaded");
  }

  @Test
  void aClosedClubIsNoLongerActive() throws SQLException {
    Club club = Club.of("429", "17911", "xóm 5");
    StagedFile.publish(
        source,
        file("r1", "huyen-429", "2024-06-18").registry("2024-H1", "429", "429", club),
        file("r2", "huyen-429", "2024-12-18").closed("2024-H2", "429", club, "dissolved", "2025-02-01"),
        file("r3", "huyen-429", "2025-06-18").closed("2025-H1", "429", club, "dissolved", "2025-02-01"));
    assertThat(Ask.rows(source, "select period from mart.club order by 1")).containsExactly("2024-H1", "2024-H2");
  }
}
