package vn.ishc.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.ishc.TestDatabase;

class MigrationTest {
  private static final String OURS = "('ops', 'staging', 'vault', 'core', 'mart')";
  private static final DataSource source = TestDatabase.migrated();

  @Test
  void everyTableSaysItsGrain() throws SQLException {
    assertThat(
            Ask.rows(
                source,
                "select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace "
                    + "where c.relkind in ('r', 'v', 'm') and n.nspname in " + OURS
                    + " and coalesce(obj_description(c.oid, 'pg_class'), '') not like 'One row per %'"))
        .isEmpty();
  }

  @Test
  void everyColumnIsDescribed() throws SQLException {
    assertThat(
            Ask.rows(
                source,
                "select c.oid::regclass || '.' || a.attname from pg_class c join pg_namespace n on n.oid = c.relnamespace "
                    + "join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped "
                    + "where c.relkind in ('r', 'v', 'm') and n.nspname in " + OURS
                    + " and coalesce(col_description(c.oid, a.attnum), '') = ''"))
        .isEmpty();
  }

  @Test
  void everyTableHasAPrimaryKey() throws SQLException {
    assertThat(
            Ask.rows(
                source,
                "select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace "
                    + "where c.relkind = 'r' and n.nspname in " + OURS
                    + " and c.oid not in (select conrelid from pg_constraint where contype = 'p')"
                    + " and c.oid <> 'ops.batch_job_execution_params'::regclass"))
        .isEmpty();
  }

  @Test
  void everyDimensionHasAnUnknownMember() throws SQLException {
    for (String table : Ask.rows(source, "select table_name from information_schema.tables where table_schema = 'core' "
        + "and (table_name like 'dim\\_%' or table_name in ('club', 'person'))")) {
      String key =
          Ask.value(
              source,
              "select a.attname from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1] "
                  + "where k.contype = 'p' and k.conrelid = ('core." + table + "')::regclass");
      assertThat(Ask.value(source, "select count(*) from core." + table + " where " + key + "::text = '-1'"))
          .as(table)
          .isEqualTo("1");
    }
  }

  @Test
  void theFourMapsHaveTheirCommunes() throws SQLException {
    assertThat(Ask.rows(source, "select frame, count(*) from core.dim_place where place_key <> -1 group by frame order by frame"))
        .containsExactly("v2017_480|480", "v2020_460|460", "v2024_412|412", "v2025_130|130");
    assertThat(Ask.value(source, "select count(distinct plan_district_code) from core.dim_place where place_key <> -1"))
        .isEqualTo("21");
    assertThat(Ask.value(source, "select count(*) from core.bridge_place_lineage"))
        .isEqualTo(Integer.toString(480 * 4 + 460 * 3 + 412 * 2 + 130));
  }

  @Test
  void aPlanDistrictOutlivesItsDistrict() throws SQLException {
    assertThat(
            Ask.rows(
                source,
                "select frame, commune_code, plan_district_code from core.dim_place where (frame, commune_code) in "
                    + "(('v2024_412', '16717'), ('v2024_412', '17905'), ('v2025_130', '16732'), ('v2025_130', '16708')) "
                    + "order by 1, 2"))
        .containsExactly("v2024_412|16717|413", "v2024_412|17905|429", "v2025_130|16708|412", "v2025_130|16732|413");
  }

  @Test
  void reportsAreDueOnTheTwentieth() throws SQLException {
    assertThat(Ask.rows(source, "select period, due_on from core.dim_period where year = 2025 order by 1"))
        .containsExactly("2025-H1|2025-06-20", "2025-H2|2025-12-20");
  }

  @Test
  void migratingAgainChangesNothing() throws SQLException {
    var before = Ask.everything(source);
    new Database(source, TestDatabase.ROOT).migrate();
    assertThat(Ask.everything(source)).isEqualTo(before);
  }

  @Test
  void validityIntervalsOfAClubCannotOverlap() throws SQLException {
    Ask.run(source, "insert into core.club values (7, 'x', '429', -1, false, '2024-H1')");
    String version =
        "insert into core.dim_club (club_version_key, club_key, club_code, club_name, plan_district, place_key, cohort, status, "
            + "inferred, valid_from, valid_to) values (%d, 7, 'x', 'x', '429', -1, 'new', 'active', false, '%s', '%s')";
    Ask.run(source, String.format(version, 1, "2024-01-01", "2024-07-01"));
    assertThatThrownBy(() -> Ask.run(source, String.format(version, 2, "2024-06-30", "9999-12-31")))
        .hasMessageContaining("one_version_at_a_time");
    Ask.run(source, String.format(version, 2, "2024-07-01", "9999-12-31"));
    Ask.run(source, "delete from core.dim_club where club_key = 7");
    Ask.run(source, "delete from core.club where club_key = 7");
  }

  @Test
  void noFileMayLoseARow() {
    assertThatThrownBy(
            () ->
                Ask.run(
                    source,
                    "insert into ops.file (file_id, content_sha256, submitter, file_name, size_bytes, received_at, state, "
                        + "rows_read, rows_accepted) values ('0123456789ab', '', '', '', 0, now(), 'staged', 3, 2)"))
        .hasMessageContaining("no_row_vanishes");
  }
}
