package vn.ishc.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ishc.indicator.World.H1;
import static vn.ishc.indicator.World.H2;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(World.Each.class)
class WiderFiguresTest {
  @Test
  void trainingsOfWholeDistrictsCountAsPersonsTrained(World world) {
    SmallProvince.fill(world);
    world.refresh();
    assertThat(world.figure("I20", H1, "429")).isEqualTo("110/- 110.0 -");
    assertThat(world.figure("I20", H1, "40")).isEqualTo("210/- 210.0 -");
  }

  @Test
  void activitiesOfWholeDistrictsAreNoClubs(World world) {
    SmallProvince.fill(world);
    world.refresh();
    assertThat(world.figure("I24", H1, "429")).isEqualTo("0/2 0.0 -");
    assertThat(world.figure("I24", H2, "429")).isEqualTo("1/2 0.5 -");
    assertThat(world.figure("I22", H2, "429")).isEqualTo("1/2 0.5 -");
    assertThat(world.figure("I23", H2, "40")).isEqualTo("1/3 " + 1 / 3.0 + " -");
  }

  @Test
  void theEighthAreaMayComeFromAnotherFeed(World world) {
    SmallProvince.fill(world);
    world.refresh();
    assertThat(world.figure("I25", H2, "429")).isEqualTo("0/2 0.0 false");
    assertThat(world.figure("I25b", H2, "429")).isEqualTo("1/2 0.5 false");
  }

  @Test
  void anActivityCountsByItsOwnDay(World world) {
    SmallProvince.fill(world);
    world.dsl.execute(
        "update core.fact_activity set activity_on = '2025-12-31' where row_number = 13");
    world.refresh();
    assertThat(world.figure("I25", H2, "429")).isEqualTo("1/2 0.5 false");
  }

  @Test
  void bothFundsMayBeKnownFromTheLedger(World world) {
    SmallProvince.fill(world);
    world.dsl.execute(
        "update core.fact_club_period set income_fund = 1 where club_code = ?",
        SmallProvince.BAN_NA);
    world.refresh();
    assertThat(world.figure("I26", H1, "429")).isEqualTo("0/2 0.0 false");
    assertThat(world.figure("I26", H2, "429")).isEqualTo("1/2 0.5 false");
    assertThat(world.figure("I26", H2, "417")).isEqualTo("0/1 0.0 false");
  }

  @Test
  void moneyOfTheProvinceBelongsToNoDistrict(World world) {
    SmallProvince.fill(world);
    world.refresh();
    assertThat(world.figure("I27", H2, "429")).startsWith("20250000/- ");
    assertThat(world.figure("I27a", H2, "40")).startsWith("66250000/- ");
    assertThat(world.figure("I27b", H1, "40")).isEqualTo("0/- 0.0 -");
    assertThat(world.figure("I27e", H2, "413")).isEqualTo("0/- 0.0 -");
  }

  @Test
  void whatIsToldTwiceIsCountedOnce(World world) {
    SmallProvince.fill(world);
    world.dsl.execute("update core.fact_fund set counted = false where row_number = 8");
    world.refresh();
    assertThat(world.figure("I27", H2, "40")).startsWith("17250000/- ");
  }

  @Test
  void reportsAreThoseDueInTheYear(World world) {
    SmallProvince.fill(world);
    world.refresh();
    assertThat(world.figure("I28", H1, "40")).isEqualTo("1/2 0.5 false");
    assertThat(world.figure("I28", H2, "429")).isEqualTo("2/3 " + 2 / 3.0 + " false");
    assertThat(world.figure("I28", H2, "430")).isEqualTo("0/0 - -");
  }

  @Test
  void theClubFundIsAReadingOfItsOwn(World world) {
    SmallProvince.fill(world);
    world.refresh();
    assertThat(world.figure("I13", H2, "429")).startsWith("34/55 ");
    assertThat(world.figure("I13c", H1, "429")).startsWith("20/55 ");
    assertThat(world.figure("I13c", H2, "429")).startsWith("30/55 ");
    assertThat(world.figure("I14c", H1, "429")).isEqualTo("0/1 0.0 false");
    assertThat(world.figure("I14c", H2, "429")).isEqualTo("1/1 1.0 true");
    assertThat(world.figure("I14b", H2, "429")).isEqualTo("0/1 0.0 false");
  }

  @Test
  void theLedgersOwnOverdueIsHeldAgainstOurs(World world) {
    SmallProvince.fill(world);
    world.refresh();
    assertThat(world.figure("I16", H2, "429")).isEqualTo("2000000/5000000 0.4 -");
    assertThat(world.figure("I16b", H2, "429")).isEqualTo("5000000/5000000 1.0 -");
  }

  @Test
  void fiveVolunteersAreEnough(World world) {
    SmallProvince.fill(world);
    world.refresh();
    assertThat(world.figure("I19", H2, "429")).isEqualTo("1/1 1.0 -");
    assertThat(world.figure("I19", H1, "429")).isEqualTo("0/1 0.0 -");
    world.dsl.execute("update core.fact_club_period set volunteers = 4");
    world.refresh();
    assertThat(world.figure("I19", H2, "429")).isEqualTo("0/1 0.0 -");
  }

  @Test
  void aQuarterNeedsPressAndBroadcast(World world) {
    SmallProvince.fill(world);
    world.dsl.execute(
        "insert into core.dim_outlet values (1, 'báo nghệ an', 'unknown', 'Báo'), (2, 'đài ptth',"
            + " 'unknown', 'Đài'), (3, 'cổng', 'unknown', 'Cổng') on conflict do nothing");
    String file = world.file("bao-nghe-an", "Tin bai.xls");
    String[] days = {
      "2025-01-05",
      "2025-03-31",
      "2025-04-01",
      "2025-08-01",
      "2025-09-01",
      "2025-10-01",
      "2025-11-01",
      "2024-12-01"
    };
    int[] outlets = {1, 2, 1, 1, 2, 3, 2, 1};
    String[] kinds = {"online", null, "print", null, "radio", "portal", "television", "print"};
    for (int i = 0; i < days.length; i++) {
      world.dsl.execute(
          "insert into core.fact_media_item (period_key, period, date_key, published_on,"
              + " outlet_key, media_kind, title, file_id, table_no, sheet, row_number) values"
              + " (20251, '2025-H1', -1, ?::date, ?, ?, 'x', ?, 1, 'Sheet1', ?)",
          days[i],
          outlets[i],
          kinds[i],
          file,
          i + 7);
    }
    world.refresh();
    assertThat(world.figure("I21", H1, "40")).isEqualTo("1/- 1.0 false");
    assertThat(world.figure("I21", H2, "40")).isEqualTo("2/- 2.0 false");
    assertThat(world.figure("I21", H2, "429")).isEqualTo("no row");
    assertThat(new Evidence(world.definitions).explain(world.dsl, "I21", H2, "40"))
        .extracting(row -> row.source().orElseThrow().rows())
        .containsExactlyInAnyOrder(List.of(7, 9, 10), List.of(8, 11, 13));
  }
}
