package vn.ishc.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ishc.run.Verification.Invariant;

class VerificationTest {
  private static final String NOW = "2026-01-05T02:00:00Z";

  /** What is planted: the table, how it is spoilt, a word of the invariant that must then be broken. */
  private static final List<String[]> CORRUPTIONS =
      List.of(
          new String[] {"staging.member_roster", "delete from staging.member_roster where row_number = (select max(row_number) from staging.member_roster)", "keeps every row"},
          new String[] {"ops.file_table", "update ops.file_table set rows_accepted = rows_accepted + 1, rows_read = rows_read + 1 where table_no = 1", "accepted + refused"},
          new String[] {
            "ops.slice",
            "insert into ops.slice select (jsonb_populate_record(null::ops.slice, to_jsonb(s) || jsonb_build_object('slice_no', 999, 'file_id', f.file_id))).* "
                + "from ops.slice s, ops.file f where s.in_force and f.file_id <> s.file_id order by s.file_id, f.file_id limit 1",
            "version in force"
          },
          new String[] {"ops.file", "update ops.file set state = 'staged' where file_id = (select min(file_id) from ops.file)", "half way"},
          new String[] {"ops.file", "update ops.file set state = 'refused' where file_id in (select file_id from core.fact_membership)", "belongs to a loaded file"},
          new String[] {"core.fact_membership", "update core.fact_membership set place_key = 4711", "leads to a row"},
          new String[] {
            "core.dim_person",
            "alter table core.dim_person drop constraint one_person_version_at_a_time; insert into core.dim_person select person_version_key + 1, person_key, sex, "
                + "birth_year, birth_precision, ethnicity_group, economic_class, valid_from + 1, valid_to from core.dim_person where person_key <> -1 limit 1",
            "on any day"
          },
          new String[] {"core.fact_membership", "delete from core.fact_membership where person_key = (select min(person_key) from core.fact_membership)", "latest roster"},
          new String[] {"core.fact_loan_period", "update core.fact_loan_period set outstanding = -1", "owed"},
          new String[] {"vault.person_mention", "update vault.person_mention set person_key = 42 where role = 'member'", "person of the star"},
          new String[] {"core.fact_indicator", "update core.fact_indicator set numerator = numerator + 1 where area_level = 'province'", "computed anew"},
          new String[] {"core.fact_club_period", "delete from core.fact_club_period where as_of = (select max(as_of) from core.fact_club_period)", "half-years with figures of clubs"});

  @TempDir Path folder;

  private static Map<String, Long> broken(TestHome home) throws Exception {
    Map<String, Long> broken = new TreeMap<>();
    for (Invariant invariant : new Verification(home.settings(NOW), TestHome.KNOWLEDGE).run()) {
      if (!invariant.holds()) {
        broken.put(invariant.titleEn(), invariant.broken());
      }
    }
    return broken;
  }

  private static TestHome loaded(Path folder) throws Exception {
    TestHome home = new TestHome(folder);
    home.drop("huyen-thanh-chuong/DS CLB 6 thang dau nam 2025.xlsx");
    home.drop("huyen-thanh-chuong/DS hoi vien 6 thang dau nam 2025.xls");
    home.drop("huyen-thanh-chuong/DS vay von quy CLB 6 thang dau nam 2025.xls");
    home.load(NOW);
    return home;
  }

  @Test
  void everyPlantedCorruptionIsFound() throws Exception {
    TestHome home = loaded(folder);
    assertThat(broken(home)).isEmpty();
    for (String[] corruption : CORRUPTIONS) {
      home.run("create table public.kept as select * from " + corruption[0]);
      home.run("set session_replication_role = replica; " + corruption[1] + "; set session_replication_role = origin");
      assertThat(String.join("; ", broken(home).keySet())).as(corruption[1]).contains(corruption[2]);
      home.run(
          "set session_replication_role = replica; delete from %1$s; insert into %1$s select * from public.kept; drop table public.kept; set session_replication_role = origin"
              .formatted(corruption[0]));
      assertThat(broken(home)).as("after " + corruption[1]).isEmpty();
    }
  }

  @Test
  void theArchiveIsHeldAgainstTheHashes() throws Exception {
    TestHome home = loaded(folder);
    Path file = folder.resolve("archive").resolve(home.value("select min(archive_path) from ops.file"));
    byte[] right = Files.readAllBytes(file);
    byte[] wrong = right.clone();
    wrong[100] ^= 1;
    Files.write(file, wrong);
    assertThat(broken(home)).hasSize(1).containsValue(1L);
    Files.delete(file);
    assertThat(broken(home)).hasSize(1).containsValue(1L);
    Files.write(file, right);
    Files.write(file.resolveSibling("stray.xlsx"), right);
    assertThat(broken(home)).hasSize(1).containsValue(1L);
  }

  @Test
  void anEmptyWarehouseIsSound() throws Exception {
    assertThat(broken(new TestHome(folder))).isEmpty();
  }
}
