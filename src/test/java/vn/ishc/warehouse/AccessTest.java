package vn.ishc.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.ishc.TestDatabase;

class AccessTest {
  private final DataSource source = TestDatabase.migrated();

  @Test
  void everyRoleIsThere() throws SQLException {
    try (Connection connection = source.getConnection()) {
      assertThat(Access.missing(connection)).isEmpty();
    }
    assertThat(Ask.value(source, "select count(*) from pg_roles where rolname ~ '^ishc_district_[0-9]{3}$' and pg_has_role(oid, 'ishc_district', 'usage')"))
        .isEqualTo("21");
    assertThat(Ask.value(source, "select count(*) from pg_roles where rolname like 'ishc\\_%' and (rolsuper or rolcreaterole or rolcreatedb or rolbypassrls)")).isEqualTo("0");
  }

  @Test
  void aMartThatIsMadeAnewIsOpenToTheAnalystAndClosedToDistrictsUntilItsRightsAreSaid() throws SQLException {
    Ask.run(source, "create view mart.made_anew as select * from core.fact_club_period");
    String rights = "select has_table_privilege('ishc_analyst', 'mart.made_anew', 'select') and not has_table_privilege('ishc_district', 'mart.made_anew', 'select')";
    assertThat(Ask.value(source, rights)).isEqualTo("t");
    new Access(TestDatabase.ROOT).apply(source, true);
    assertThat(Ask.value(source, "select has_table_privilege('ishc_district', 'mart.made_anew', 'select')")).isEqualTo("t");
    assertThat(Ask.value(source, "select reloptions::text from pg_class where oid = 'mart.made_anew'::regclass")).isEqualTo("{security_invoker=true}");
  }

  @Test
  void rightsThatWereLostAreGivenAgain() throws SQLException {
    Ask.run(source, "revoke usage on schema mart from ishc_analyst");
    new Access(TestDatabase.ROOT).apply(source, false);
    assertThat(Ask.value(source, "select has_schema_privilege('ishc_analyst', 'mart', 'usage')")).isEqualTo("t");
  }
}
