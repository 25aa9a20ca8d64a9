package vn.ishc.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ishc.TestDatabase;
import vn.ishc.warehouse.StagedFile.Club;
import vn.ishc.warehouse.StagedFile.Person;

/** What held when: versions follow the half-years that files speak of, never the order or the day of their arrival. */
class HistoryTest {
  /** Nghi Hợp became part of Khánh Hợp on 1/2/2020, and that of Đông Lộc on 1/7/2025. */
  private static final Club IN_480 = new Club("429", "17872", "xóm 3", "2017-05-05", "12");
  private static final Club IN_460 = new Club("429", "17878", "xóm 3", "2017-05-05", "12");
  private static final Club SPLIT_OFF = new Club("429", "17878", "xóm 4", "2022-03-01", "77");
  private static final Club CLOSING = new Club("429", "17866", "xóm Trung", "2016-01-01", "5");
  private static final Club MOVED = new Club("429", "17893", "xóm Trung", "2016-01-01", "5");
  private static final Person HOA = new Person("Lê Thị Hoa", "1950-02-02", "female", "040150000001");
  private static final Person SINH = new Person("Lô Văn Sinh", "1965-06-30", "male", "040065000002");

  private static List<StagedFile> files() {
    return List.of(
        new StagedFile("r19", "huyen-429", "2019-12-18").registry("2019-H2", "429", "429", IN_480, CLOSING),
        new StagedFile("r20", "huyen-429", "2020-12-18").registry("2020-H2", "429", "429", IN_460, CLOSING),
        new StagedFile("r22", "huyen-429", "2022-12-18").registry("2022-H2", "429", "429", IN_460, SPLIT_OFF, CLOSING),
        new StagedFile("r22 sửa", "huyen-429", "2023-02-01").registry("2022-H2", "429", "429", IN_460, SPLIT_OFF, MOVED),
        new StagedFile("r23 muộn", "huyen-429", "2025-01-10")
            .registry("2023-H2", "429", "429", IN_460, SPLIT_OFF).closed(MOVED, "merged", "2023-09-30"),
        new StagedFile("r24", "huyen-429", "2024-12-18").registry("2024-H2", "429", "429", IN_460, SPLIT_OFF),
        new StagedFile("r25", "xa-17878", "2025-12-18").registry("2025-H2", "17878", "429", IN_460, SPLIT_OFF),
        new StagedFile("m22", "huyen-429", "2022-12-18").roster("2022-H2", IN_460, "poor = true, ethnicity = 'thai'", HOA, SINH),
        new StagedFile("m23", "huyen-429", "2023-12-18").roster("2023-H2", IN_460, "near_poor = true, ethnicity = 'thai'", HOA, SINH),
        new StagedFile("m23 sửa", "huyen-429", "2024-01-18").roster("2023-H2", IN_460, "near_poor = true, ethnicity = 'thai'", HOA),
        new StagedFile("m24", "huyen-429", "2024-12-18").roster("2024-H2", IN_460, "ethnicity = 'thai'", HOA));
  }

  private static List<String> clubs(DataSource source) throws SQLException {
    return Ask.rows(
        source,
        "select d.club_code, d.club_name, p.frame, p.commune_code, d.status, d.valid_from, d.valid_to from core.dim_club d "
            + "join core.dim_place p using (place_key) where club_key <> -1 order by 1, valid_from");
  }

  private static List<String> persons(DataSource source) throws SQLException {
    return Ask.rows(
        source,
        "select birth_year, ethnicity_group, economic_class, valid_from, valid_to from core.dim_person where person_key <> -1 "
            + "order by birth_year, valid_from");
  }

  @Test
  void versionsFollowTheHalfYearsOfTheFiles() throws SQLException {
    DataSource source = TestDatabase.migrated();
    StagedFile.publish(source, files());
    assertThat(persons(source))
        .containsExactly(
            "1950|minority|poor|2022-07-01|2023-07-01",
            "1950|minority|near_poor|2023-07-01|2024-07-01",
            "1950|minority|other|2024-07-01|9999-12-31",
            "1965|minority|poor|2022-07-01|9999-12-31");
    assertThat(clubs(source))
        .containsExactly(
            "429-17866-xom-trung|xóm Trung|v2017_480|17866|active|2019-07-01|2020-01-01",
            "429-17866-xom-trung|xóm Trung|v2020_460|17866|active|2020-01-01|2022-07-01",
            "429-17866-xom-trung|xóm Trung|v2020_460|17893|active|2022-07-01|2023-07-01",
            "429-17866-xom-trung|xóm Trung|v2020_460|17893|merged|2023-07-01|2024-07-01",
            "429-17866-xom-trung|xóm Trung|v2024_412|17893|unlisted|2024-07-01|2025-07-01",
            "429-17866-xom-trung|xóm Trung|v2025_130|17827|unlisted|2025-07-01|9999-12-31",
            "429-17872-xom-3|xóm 3|v2017_480|17872|active|2019-07-01|2020-01-01",
            "429-17872-xom-3|xóm 3|v2020_460|17878|active|2020-01-01|2024-07-01",
            "429-17872-xom-3|xóm 3|v2024_412|17878|active|2024-07-01|2025-07-01",
            "429-17872-xom-3|xóm 3|v2025_130|17878|active|2025-07-01|9999-12-31",
            "429-17878-xom-4|xóm 4|v2020_460|17878|active|2022-07-01|2024-07-01",
            "429-17878-xom-4|xóm 4|v2024_412|17878|active|2024-07-01|2025-07-01",
            "429-17878-xom-4|xóm 4|v2025_130|17878|active|2025-07-01|9999-12-31");
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15, 16})
  void lateCorrectedAndRepeatedFilesGiveTheSameHistoryInAnyOrder(long seed) throws SQLException {
    DataSource ordered = TestDatabase.migrated();
    StagedFile.publish(ordered, files());
    DataSource shuffled = TestDatabase.migrated();
    List<StagedFile> files = new ArrayList<>(files());
    Random random = new Random(seed);
    Collections.shuffle(files, random);
    while (!files.isEmpty()) {
      List<StagedFile> portion = files.subList(0, Math.min(files.size(), 1 + random.nextInt(4)));
      StagedFile.publish(shuffled, portion);
      portion.clear();
    }
    assertThat(clubs(shuffled)).isEqualTo(clubs(ordered));
    assertThat(persons(shuffled)).isEqualTo(persons(ordered));
    assertThat(Ask.rows(shuffled, "select * from mart.club order by club_code, as_of"))
        .isEqualTo(Ask.rows(ordered, "select * from mart.club order by club_code, as_of"));
  }
}
