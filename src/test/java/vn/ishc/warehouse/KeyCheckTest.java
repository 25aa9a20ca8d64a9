package vn.ishc.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ishc.TestDatabase;
import vn.ishc.vault.KeyPlace;
import vn.ishc.vault.VaultKey;
import vn.ishc.vault.VaultLocked;

class KeyCheckTest {
  private final DataSource source = TestDatabase.migrated();

  @TempDir Path home;

  private VaultKey key(KeyPlace place) throws Exception {
    try (Connection connection = source.getConnection()) {
      return KeyCheck.key(connection, place);
    }
  }

  @Test
  void theFirstKeyIsTheKeyOfTheWarehouseForGood() throws Exception {
    VaultKey first = key(KeyPlace.of(home, Map.of()));
    assertThat(key(KeyPlace.of(home, Map.of())).checkValue()).isEqualTo(first.checkValue());
    assertThatThrownBy(() -> key(new KeyPlace.InVariable("ab".repeat(32)))).isInstanceOfSatisfying(VaultLocked.class, e -> assertThat(e.reason()).isEqualTo(VaultLocked.Reason.WRONG));
    assertThatThrownBy(() -> key(KeyPlace.of(home.resolve("other"), Map.of())))
        .isInstanceOfSatisfying(VaultLocked.class, e -> assertThat(e.reason()).isEqualTo(VaultLocked.Reason.LOST));
    assertThat(home.resolve("other/vault.key")).as("a lost key is not replaced by a new one").doesNotExist();
  }

  @Test
  void theDatabaseKnowsNothingThatTheKeyCouldBeLearntFrom() throws Exception {
    key(KeyPlace.of(home, Map.of()));
    String secret = Files.readString(home.resolve("vault.key")).strip();
    assertThat(Ask.value(source, "select encode(check_value, 'hex') from vault.key_check")).hasSize(32);
    assertThat(secret).doesNotContain(Ask.value(source, "select encode(check_value, 'hex') from vault.key_check"));
  }

  @Test
  void withoutTheKeyNobodyGetsAPersonKey() throws SQLException {
    assertThatThrownBy(() -> Ask.value(source, "select vault.person_key('N|1')")).hasMessageContaining("no key of the vault");
    String first = "select set_config('ishc.pepper', '%s', true), vault.person_key('N|1')";
    assertThat(Ask.rows(source, first.formatted("a"))).isNotEqualTo(Ask.rows(source, first.formatted("b")));
  }
}
