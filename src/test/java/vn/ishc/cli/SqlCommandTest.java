package vn.ishc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ishc.warehouse.EmbeddedServer;

class SqlCommandTest {
  @TempDir static Path home;

  @AfterAll
  static void stopServer() throws Exception {
    new EmbeddedServer(home).stop();
  }

  private static Run run(String input, String... words) {
    Map<String, String> environment = Map.of("ISHC_HOME", home.toString());
    return Run.of(around -> List.of(new SqlCommand(around), new DbCommand()), environment, input, words);
  }

  @Test
  void aTableShowsAbsentApartFromEmpty() {
    Run run = run("", "sql", "select 1200 as số, 'đ' as chữ, null::text as a, '' as b, true as t");
    assertThat(run.out()).isEqualTo("""
          số  chữ  a  b  t
        ────  ───  ─  ─  ────
        1200  đ    ∅     true
        """);
    assertThat(run.err()).isEqualTo("(1 dòng)\n");
    assertThat(run.status()).isZero();
  }

  @Test
  void csvAndJsonAreForPrograms() {
    String question = "select 1.50 as m, 'a,b' as m, null::text as n, array[1,2] as l, '{\"x\":1}'::jsonb as j";
    assertThat(run("", "sql", question, "--format", "csv").out())
        .isEqualTo("m,m,n,l,j\r\n1.50,\"a,b\",,\"{1,2}\",\"{\"\"x\"\": 1}\"\r\n");
    assertThat(run("", "sql", question, "--format", "json").out())
        .isEqualTo("[\n{\"m\":1.50,\"m_2\":\"a,b\",\"n\":null,\"l\":[1,2],\"j\":{\"x\": 1}}\n]\n");
    assertThat(run("", "sql", "select 1 where false", "--format", "json").out()).isEqualTo("[]\n");
  }

  @Test
  void theStatementMayComeFromAnotherProgram() {
    assertThat(run("select 'từ ống' as v", "sql", "-", "--format=csv").out()).isEqualTo("v\r\ntừ ống\r\n");
    assertThat(run("select 2 as v", "sql", "--format=csv").out()).isEqualTo("v\r\n2\r\n");
    assertThat(run(" \n", "sql").status()).isEqualTo(2);
  }

  @Test
  void nothingCanBeChanged() {
    Run create = run("", "sql", "create table changed (n int)");
    assertThat(create.status()).isEqualTo(1);
    assertThat(create.err()).contains("read-only transaction").hasLineCount(1);
    assertThat(run("", "sql", "commit; create table changed (n int)").err()).contains("read-only transaction");
  }

  @Test
  void whoeverAsksIsTheAnalystAndCannotBecomeAnybodyElse() {
    assertThat(run("", "sql", "select current_user as u, session_user as s", "--format", "csv").out()).contains("ishc_analyst,ishc_analyst");
    for (String way : List.of(
        "select * from vault.person", "select * from staging.member_roster", "set role ishc", "set session authorization ishc", "set role ishc_steward",
        "commit; set transaction read write; delete from core.fact_fund", "copy (select 1) to program 'true'", "select pg_read_file('PG_VERSION')")) {
      Run run = run("", "sql", way);
      assertThat(run.status()).as(way).isEqualTo(1);
      assertThat(run.err()).as(way).contains("ishc_analyst không được xem phần này", "--as steward");
    }
    assertThat(run("", "sql", "reset role; select current_user as u", "--format", "csv").out()).contains("ishc_analyst");
    assertThat(run("", "sql", "select count(*) as n from vault.person", "--as", "steward", "--format", "csv").out()).contains("0");
    assertThat(run("", "sql", "select current_user as u", "--as", "429", "--format", "csv").out()).contains("ishc_district_429");
    assertThat(run("", "sql", "select 1", "--as", "boss").status()).isEqualTo(2);
  }

  @Test
  void aMistakeIsPointedAt() {
    Run run = run("", "sql", "select 1,\n  nosuch");
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).isEqualTo(
        "ishc: cơ sở dữ liệu báo lỗi: column \"nosuch\" does not exist (dòng 2, cột 3 của câu SQL)\n");
  }

  @Test
  void aLongAnswerIsWhole() {
    Run run = run("", "sql", "select generate_series(1, 30000) as n", "--format", "csv");
    assertThat(run.out().lines()).hasSize(30001).last().isEqualTo("30000");
  }

  @Test
  void hoursAreThoseOfVietNam() {
    String question = "select timestamptz '2025-12-31 18:00Z' as t";
    assertThat(run("", "sql", question, "--format", "csv").out()).contains("2026-01-01 01:00:00+07");
  }

  @Test
  void otherToolsGetAnAddressEach() {
    assertThat(run("", "db", "url").out().lines())
        .satisfiesExactly(
            jdbc -> assertThat(jdbc).matches("jdbc:postgresql://127.0.0.1:\\d+/ishc\\?user=ishc_analyst&password=[0-9a-f]{64}"),
            psql -> assertThat(psql).matches("postgresql://ishc_analyst:[0-9a-f]{64}@127.0.0.1:\\d+/ishc"));
    assertThat(run("", "db", "status").out()).startsWith("đang chạy: 127.0.0.1:");
  }
}
