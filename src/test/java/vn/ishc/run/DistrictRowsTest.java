package vn.ishc.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ishc.TestDatabase;

/** Every role over everything it might read: what it sees is counted against what it should see, told in another way. */
class DistrictRowsTest {
  /** Which rows of a mart are those of district {@code %1$s}. A mart that is not here fails the test. */
  private static final Map<String, String> ROWS_OF_THE_DISTRICT = rules();

  @TempDir static Path folder;

  private static TestHome home;

  private static Map<String, String> rules() {
    Map<String, String> rules = new HashMap<>();
    for (String mart : List.of("club", "membership", "health_check", "loan", "activity", "fund", "reconciliation")) {
      rules.put(mart, "district_code = '%1$s'");
    }
    rules.put("indicator",
        "area_level = 'province' or area_code = '%1$s' or area_code in (select club_code from core.club where plan_district = '%1$s')");
    String sender = "submitter in (select submitter from ops.submitter where plan_district = '%1$s')";
    rules.put("file", sender);
    rules.put("finding", "file_id in (select file_id from ops.file where " + sender + ")");
    rules.put("submission",
        "unit_code = '%1$s' or unit_code in (select commune_code from core.dim_place where frame = 'v2025_130' and plan_district_code = '%1$s')");
    rules.put("media_item", "true");
    return rules;
  }

  @BeforeAll
  static void load() throws Exception {
    home = new TestHome(folder);
    Path samples = TestDatabase.ROOT.resolve("sample-inputs");
    try (Stream<Path> files = Files.walk(samples, 2)) {
      for (Path file : files.filter(f -> samples.relativize(f).getNameCount() == 2 && Files.isRegularFile(f)).toList()) {
        home.drop(samples.relativize(file).toString().replace('\\', '/'));
      }
    }
    home.load("2026-01-20T02:00:00Z");
  }

  private static List<String> districts() throws SQLException {
    return home.rows("select plan_district from core.dim_plan_district where plan_district <> '-1' order by 1");
  }

  private static List<String> views() throws SQLException {
    return home.rows("select table_name from information_schema.views where table_schema = 'mart' order by 1");
  }

  @Test
  void aDistrictSeesAllRowsOfItsOwnAndNoneOfAnother() throws SQLException {
    int seen = 0;
    List<String> views = home.rows(
        "select relname from pg_class where relnamespace = 'mart'::regnamespace and relkind = 'v' and has_table_privilege('ishc_district', oid, 'select') order by 1");
    List<String> wrong = new ArrayList<>();
    for (String district : districts()) {
      for (String view : views) {
        assertThat(ROWS_OF_THE_DISTRICT).containsKey(view);
        String rows = "select t::text from mart." + view + " t";
        List<String> own = home.rows(rows + " where " + ROWS_OF_THE_DISTRICT.get(view).formatted(district) + " order by 1");
        List<String> shown = home.rowsAs("ishc_district_" + district, rows + " order by 1");
        if (!own.equals(shown)) {
          wrong.add(view + " of " + district + ": " + own.size() + " rows, shown " + shown.size());
        }
        seen += shown.size();
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(seen).isGreaterThan(500);
  }

  @Test
  void theStarItselfShowsADistrictNoMoreThanTheMarts() throws SQLException {
    for (String table : home.rows(
        "select table_schema || '.' || table_name from information_schema.columns where column_name = 'plan_district' and table_schema in ('core', 'ops')"
            + " and has_table_privilege('ishc_district', format('%I.%I', table_schema, table_name), 'select') and table_name <> 'dim_plan_district'")) {
      assertThat(home.rowsAs("ishc_district_429", "select plan_district from " + table + " where plan_district not in ('429', '-1')")).as(table).isEmpty();
    }
    String others = "select count(*) from core.person p where person_key <> -1 and not exists (select from mart.membership m where m.person_id = p.person_id)"
        + " and not exists (select from mart.health_check m where m.person_id = p.person_id) and not exists (select from mart.loan m where m.person_id = p.person_id)"
        + " and not exists (select from core.fact_home_care h where p.person_key in (h.volunteer_key, h.recipient_key))";
    assertThat(home.rowsAs("ishc_district_429", others)).containsExactly("0");
  }

  @Test
  void everyTableOfTheStarSaysWhoMaySeeIt() throws SQLException {
    assertThat(home.rows(
            "select oid::regclass::text from pg_class where relnamespace = 'core'::regnamespace and relkind = 'r' and not relrowsecurity"
                + " and not has_table_privilege('ishc_district', oid, 'select')"))
        .as("neither ruled by district nor for everybody: see sql/access/030_districts.sql")
        .isEmpty();
    assertThat(home.rows("select oid::regclass from pg_class where relnamespace = 'mart'::regnamespace and relkind in ('v', 'm') and not has_table_privilege('ishc_analyst', oid, 'select')"))
        .isEmpty();
  }

  @Test
  void aLeakyConditionOfTheAskerSeesNoRowOfAnother() throws SQLException {
    String district = home.value("select district_code from mart.membership group by 1 order by count(*) desc limit 1");
    String leak = "select count(*) from mart.membership where 1 / (case when district_code in ('" + district + "', '-1') then 1 else 0 end) = 1";
    assertThat(Integer.parseInt(home.rowsAs("ishc_district_" + district, leak).getFirst())).isPositive();
    assertThatThrownBy(() -> home.rowsAs("ishc_analyst", leak)).hasMessageContaining("division by zero");
  }

  @Test
  void theAnalystSeesEveryMartAndNeitherVaultNorStaging() throws SQLException {
    for (String view : views()) {
      String count = "select count(*) from mart." + view;
      assertThat(home.rowsAs("ishc_analyst", count)).as(view).isEqualTo(home.rows(count));
    }
    for (String table : home.rows(
        "select table_schema || '.' || table_name from information_schema.tables where table_schema in ('vault', 'staging')"
            + " or table_schema = 'ops' and table_name not in ('file', 'file_table', 'finding', 'slice', 'submitter')")) {
      for (String role : List.of("ishc_analyst", "ishc_district_429")) {
        assertThatThrownBy(() -> home.rowsAs(role, "select 1 from " + table)).as(role + " " + table).hasMessageContaining("permission denied");
      }
    }
    assertThatThrownBy(() -> home.rowsAs("ishc_analyst", "select vault.pepper()")).hasMessageContaining("permission denied");
    assertThatThrownBy(() -> home.rowsAs("ishc_steward", "delete from vault.person")).hasMessageContaining("permission denied");
    assertThat(home.rowsAs("ishc_steward", "select count(*) from vault.person_mention")).isEqualTo(home.rows("select count(*) from vault.person_mention"));
  }
}
