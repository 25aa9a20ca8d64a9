package vn.ishc.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ishc.indicator.World.H1;
import static vn.ishc.indicator.World.H2;
import static vn.ishc.indicator.World.all;
import static vn.ishc.indicator.World.member;
import static vn.ishc.indicator.World.members;

import java.time.LocalDate;
import java.util.Set;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(World.Each.class)
class IndicatorsTest {
  private static final LocalDate OLD = LocalDate.of(2018, 1, 7);
  private static final LocalDate NEW = LocalDate.of(2022, 9, 16);

  @Test
  void aDistrictWithoutClubsHasRowsToo(World world) {
    world.withRoster("429-17911-xom-5", "2025-H1", NEW, member(1, "woman older"));
    world.refresh();
    assertThat(world.figure("I01", H1, "430")).isEqualTo("0/1 0.0 false");
    assertThat(world.figure("I02", H1, "430")).isEqualTo("0/1 0.0 false");
    assertThat(world.figure("I03", H1, "430")).isEqualTo("0/- 0.0 -");
    assertThat(world.figure("I04", H1, "430")).isEqualTo("0/- 0.0 -");
    assertThat(world.figure("I07", H1, "430")).isEqualTo("0/0 - -");
    assertThat(world.figure("I12", H1, "430")).isEqualTo("0/0 - -");
    assertThat(world.figure("I29", H1, "430")).isEqualTo("0/0 - -");
    assertThat(
            world.dsl.fetchCount(
                DSL.table("mart.indicator"),
                DSL.condition("indicator_code = 'I04' and area_level = 'district'")))
        .isEqualTo(21);
  }

  @Test
  void districtsAreCountedOfTwentyOne(World world) {
    for (int i = 0; i < 5; i++) {
      world.withoutRoster("429-17911-xom-" + i, "2025-H1", i < 4 ? NEW : OLD);
    }
    world.withoutRoster("417-16837-ban-na", "2025-H1", NEW);
    world.refresh();
    assertThat(world.figure("I01", H1, "40")).isEqualTo("2/21 " + 2 / 21.0 + " false");
    assertThat(world.figure("I02", H1, "40")).isEqualTo("1/21 " + 1 / 21.0 + " false");
    assertThat(world.figure("I02", H1, "429")).isEqualTo("1/1 1.0 true");
    assertThat(world.figure("I02b", H1, "429")).isEqualTo("0/1 0.0 false");
    assertThat(world.figure("I02", H1, "417")).isEqualTo("0/1 0.0 false");
    assertThat(world.figure("I04", H1, "40")).isEqualTo("6/- 6.0 false");
  }

  @Test
  void aClubWithoutRosterIsInNoDenominatorOfMembers(World world) {
    world.withRoster("429-17911-xom-2", "2025-H1", NEW, members(1, 60, "woman older"));
    world.withoutRoster("429-17911-xom-5", "2025-H1", OLD);
    world.refresh();
    assertThat(world.figure("I07", H1, "429")).isEqualTo("1/1 1.0 true");
    assertThat(world.figure("I22", H1, "429")).isEqualTo("0/2 0.0 -");
    assertThat(world.figure("I12", H1, "429-17911-xom-5")).isEqualTo("-/- - -");
    assertThat(world.figure("I12", H1, "429-17911-xom-2")).isEqualTo("0/60 0.0 -");
    assertThat(world.figure("I04", H1, "429-17911-xom-5")).isEqualTo("no row");
  }

  @Test
  void sixtyPerCentOfFiftyFiveIsThirtyThree(World world) {
    world.withRoster(
        "429-17911-xom-2",
        "2025-H1",
        NEW,
        all(members(1, 33, "woman older55"), members(34, 22, "")));
    world.withRoster(
        "429-17911-xom-3",
        "2025-H1",
        NEW,
        all(members(101, 32, "woman older55"), members(134, 23, "")));
    world.refresh();
    assertThat(world.figure("I30", H1, "429-17911-xom-2")).isEqualTo("33/55 0.6 true");
    assertThat(world.figure("I30", H1, "429-17911-xom-3"))
        .isEqualTo("32/55 " + 32 / 55.0 + " false");
    assertThat(world.figure("I08", H1, "429")).isEqualTo("1/2 0.5 false");
    assertThat(world.figure("I09b", H1, "429")).isEqualTo("1/2 0.5 false");
    assertThat(world.figure("I10b", H1, "429")).isEqualTo("1/2 0.5 false");
    assertThat(world.figure("I11b", H1, "429")).isEqualTo("1/2 0.5 -");
    assertThat(world.figure("I09", H1, "429")).isEqualTo("0/2 0.0 false");
  }

  @Test
  void seventyPerCentIsStillBetween(World world) {
    world.withRoster(
        "429-17911-xom-2", "2025-H1", NEW, all(members(1, 7, "woman"), members(8, 3, "")));
    world.refresh();
    assertThat(world.figure("I30", H1, "429")).isEqualTo("7/10 0.7 true");
  }

  @Test
  void aPersonInTwoClubsIsOnePersonInTheDistrictAndTheProvince(World world) {
    world.withRoster(
        "429-17911-xom-2", "2025-H1", NEW, member(1, "woman older poor"), member(2, ""));
    world.withRoster(
        "429-17911-xom-3", "2025-H1", OLD, member(1, "woman older poor"), member(3, ""));
    world.withRoster("417-16837-ban-na", "2025-H1", NEW, member(1, "woman older"), member(4, ""));
    world.refresh();
    assertThat(world.figure("I29", H1, "429")).startsWith("1/3 ");
    assertThat(world.figure("I29", H1, "40")).startsWith("1/4 ");
    assertThat(world.figure("I31", H1, "417")).startsWith("1/2 ");
    assertThat(world.figure("I29", H1, "429-17911-xom-3")).startsWith("1/2 ");
    assertThat(world.figure("I05", H1, "40")).startsWith("3/- ");
    assertThat(world.figure("I05", H1, "429")).startsWith("2/- ");
    assertThat(world.figure("I06", H1, "40")).startsWith("1/- ");
  }

  @Test
  void moneyOfAPersonInTwoClubsCountsOnce(World world) {
    world.withRoster(
        "429-17911-xom-2", "2025-H1", NEW, new World.Member(1, "ever now", 4_000_000, 1_000_000));
    world.withRoster(
        "429-17911-xom-3",
        "2025-H1",
        OLD,
        new World.Member(1, "ever now", 4_000_000, 1_000_000),
        member(2, "ever"));
    world.refresh();
    assertThat(world.figure("I16", H1, "429")).isEqualTo("1000000/4000000 0.25 -");
    assertThat(world.figure("I13", H1, "429")).isEqualTo("2/2 1.0 true");
    assertThat(world.figure("I15", H1, "429")).isEqualTo("1/2 0.5 -");
    assertThat(world.figure("I13b", H1, "429")).isEqualTo("1/2 0.5 true");
    assertThat(world.figure("I14", H1, "429")).isEqualTo("2/2 1.0 true");
    assertThat(world.figure("I14b", H1, "429")).isEqualTo("2/2 1.0 true");
  }

  @Test
  void aClosedClubStaysAClubFoundedInThePlan(World world) {
    world.withoutRoster("429-17911-xom-2", "2024-H2", NEW);
    world.club("429-17911-xom-2", "2025-H1", NEW, "dissolved");
    world.withoutRoster("429-17911-xom-3", "2025-H1", LocalDate.of(2021, 1, 1));
    world.withoutRoster("429-17911-xom-4", "2025-H1", LocalDate.of(2020, 12, 31));
    world.refresh();
    assertThat(world.figure("I03", LocalDate.of(2024, 12, 31), "429")).isEqualTo("1/- 1.0 -");
    assertThat(world.figure("I03", H1, "429")).isEqualTo("2/- 2.0 -");
    assertThat(world.figure("I03b", H1, "429")).isEqualTo("1/- 1.0 -");
    assertThat(world.figure("I03", H1, "40")).isEqualTo("2/- 2.0 false");
  }

  @Test
  void aDistrictAnswersToItsOwnTarget(World world) {
    world.withoutRoster("429-17911-xom-2", "2025-H1", NEW);
    String file = world.file("ubnd-tinh", "Phu luc.ods");
    world.dsl.execute(
        "insert into core.fact_target (plan_district, year, measure, target, file_id, table_no,"
            + " sheet, row_number) values ('429', 2025, 'new_clubs_total', 1, ?, 1, 'PL', 9),"
            + " ('430', 2025, 'new_clubs_total', 6, ?, 1, 'PL', 10)",
        file,
        file);
    world.refresh();
    assertThat(world.figure("I03", H1, "429")).isEqualTo("1/- 1.0 true");
    assertThat(world.figure("I03", H1, "430")).isEqualTo("0/- 0.0 false");
    assertThat(world.figure("I03", H1, "431")).isEqualTo("0/- 0.0 -");
    assertThat(
            world.dsl.fetchValue(
                "select target from mart.indicator where indicator_code = 'I03' and area_code ="
                    + " '40'"))
        .isEqualTo(130.0);
  }

  @Test
  void povertyIsHeldAgainstTheYearBefore(World world) {
    world.withRoster("429-17911-xom-2", "2024-H1", NEW, member(1, "poor"), member(2, ""));
    world.registries("2024-H2");
    world.roster("429-17911-xom-2", "2024-H2", "2024-H1", NEW, member(1, "poor"), member(2, ""));
    world.withRoster(
        "429-17911-xom-2", "2025-H1", NEW, member(1, "poor"), member(2, ""), member(3, ""));
    world.withRoster("429-17911-xom-2", "2025-H2", NEW, member(1, "poor"), member(2, ""));
    world.refresh();
    assertThat(world.figure("I29", LocalDate.of(2024, 6, 30), "429")).isEqualTo("1/2 0.5 -");
    assertThat(world.figure("I29", H1, "429")).isEqualTo("1/3 " + 1 / 3.0 + " true");
    assertThat(world.figure("I29", H2, "429")).isEqualTo("1/2 0.5 false");
    assertThat(world.figure("I29", H1, "429-17911-xom-2")).endsWith(" true");
  }

  @Test
  void everyHalfYearToTheLastWithDataIsPublished(World world) {
    world.withoutRoster("429-17911-xom-2", "2024-H1", NEW);
    world.slice(world.file("bao-nghe-an", "Tin bai.xls"), "media-item", "2025-H2");
    world.slice(world.file("bao-nghe-an", "Tin bai cu.xls"), "media-item", "2023-H1");
    world.refresh();
    assertThat(
            world
                .dsl
                .fetch("select distinct as_of from mart.indicator order by 1")
                .getValues(0, LocalDate.class))
        .containsExactly(LocalDate.of(2024, 6, 30), LocalDate.of(2024, 12, 31), H1, H2);
  }

  @Test
  void withoutRegistryNothingIsPublished(World world) {
    world.slice(world.file("bao-nghe-an", "Tin bai.xls"), "media-item", "2025-H2");
    world.refresh();
    assertThat(world.dsl.fetchCount(DSL.table("mart.indicator"))).isZero();
  }

  @Test
  void aRefreshOfWhatWasTouchedEqualsARefreshOfEverything(World world) {
    world.withRoster("429-17911-xom-2", "2025-H1", NEW, member(1, "woman older"), member(2, ""));
    world.withRoster("417-16837-ban-na", "2025-H1", OLD, member(3, "woman"), member(4, ""));
    world.refresh();
    world.dsl.execute("delete from core.fact_member_period where person_key = 2");
    world.dsl.execute("delete from core.fact_member_period where plan_district = '417'");
    world.dsl.execute("delete from core.fact_club_period where plan_district = '417'");
    world.withoutRoster("417-16837-ban-moi", "2025-H1", NEW);
    String touched = world.refresh(Touched.districts(Set.of("417", "429"))).figures();
    assertThat(world.figure("I30", H1, "40")).isEqualTo("1/1 1.0 false");
    assertThat(world.figure("I30", H1, "417-16837-ban-na")).isEqualTo("no row");
    assertThat(world.figure("I30", H1, "417-16837-ban-moi")).isEqualTo("-/- - -");
    world.dsl.execute("delete from core.fact_indicator");
    assertThat(world.refresh().figures()).isEqualTo(touched);
  }

  @Test
  void anUntouchedDistrictIsLeftAlone(World world) {
    world.withRoster("429-17911-xom-2", "2025-H1", NEW, member(1, "woman"), member(2, ""));
    world.withRoster("417-16837-ban-na", "2025-H1", OLD, member(3, "woman"), member(4, ""));
    world.refresh();
    world.dsl.execute(
        "update core.fact_indicator set area_name = 'x' where area_level <> 'province'");
    world.refresh(Touched.districts(Set.of("417")));
    assertThat(
            world.dsl.fetchValue(
                "select count(*) from mart.indicator where area_name = 'x' and area_code like"
                    + " '417%'"))
        .isEqualTo(0L);
    assertThat(
            world.dsl.fetchValue(
                "select count(*) from mart.indicator where area_name = 'x' and area_code like"
                    + " '429%'"))
        .isNotEqualTo(0L);
  }

  @Test
  void aNewHalfYearReachesEveryDistrict(World world) {
    world.withRoster("429-17911-xom-2", "2025-H1", NEW, member(1, "woman"), member(2, ""));
    world.refresh();
    world.registries("2025-H2");
    world.refresh(Touched.districts(Set.of("417")));
    assertThat(world.figure("I04", H2, "429")).isEqualTo("0/- 0.0 -");
  }

  @Test
  void rowsThatDoNotChangeAreNotWritten(World world) {
    world.withRoster("429-17911-xom-2", "2025-H1", NEW, members(1, 9, "woman older"));
    world.refresh();
    world.dsl.execute(
        "create temp table seen on commit drop as select ctid as place, indicator_key, as_of,"
            + " area_code from core.fact_indicator");
    world.refresh();
    assertThat(
            world.dsl.fetchValue(
                "select count(*) from core.fact_indicator f join seen s using (indicator_key,"
                    + " as_of, area_code) where f.ctid <> s.place"))
        .isEqualTo(0L);
  }

  @Test
  void aKeptPublicationIsNotTouched(World world) {
    world.withRoster("429-17911-xom-2", "2025-H1", NEW, members(1, 9, "woman older"));
    world.refresh();
    world.dsl.execute(
        "insert into core.fact_indicator select indicator_key, as_of, area_level, area_code,"
            + " area_name, 'annual-2025', numerator, denominator, value, target, met from"
            + " core.fact_indicator");
    world.dsl.execute("delete from core.fact_member_period");
    world.refresh();
    assertThat(
            world
                .dsl
                .fetchValue(
                    "select numerator from core.fact_indicator join core.dim_indicator using"
                        + " (indicator_key) where publication = 'annual-2025' and indicator_code ="
                        + " 'I05' and area_code = '40'")
                .toString())
        .isEqualTo("9");
  }
}
