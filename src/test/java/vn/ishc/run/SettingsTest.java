package vn.ishc.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.ishc.row.Language;

class SettingsTest {
  private static final Path ROOT = Path.of("/opt/ishc");

  private static Settings with(Map<String, String> environment) {
    return Settings.of(ROOT, Optional.empty(), Language.VI, false, environment);
  }

  @Test
  void homeIsAskedForOrInTheEnvironmentOrBesideTheLauncher() {
    assertThat(with(Map.of()).home()).isEqualTo(Path.of("/opt/ishc/var"));
    assertThat(with(Map.of("ISHC_HOME", "/srv/kho")).home()).isEqualTo(Path.of("/srv/kho"));
    Optional<Path> asked = Optional.of(Path.of("/a/../b"));
    assertThat(Settings.of(ROOT, asked, Language.VI, false, Map.of("ISHC_HOME", "/c")).home()).isEqualTo(Path.of("/b"));
  }

  @Test
  void theDayIsTheOneInVietNam() {
    Settings settings = with(Map.of("ISHC_CLOCK", "2025-12-31T18:00:00Z"));
    assertThat(settings.clock().instant()).isEqualTo(Instant.parse("2025-12-31T18:00:00Z"));
    assertThat(LocalDate.now(settings.clock())).isEqualTo(LocalDate.of(2026, 1, 1));
    assertThat(with(Map.of()).clock().getZone()).isEqualTo(Settings.ZONE);
  }

  @Test
  void aClockOrAnAddressThatCannotBeReadNamesItsVariable() {
    assertThatThrownBy(() -> with(Map.of("ISHC_CLOCK", "2025-12-31")))
        .isInstanceOfSatisfying(BadSetting.class, e -> assertThat(e.variable()).isEqualTo("ISHC_CLOCK"));
    assertThatThrownBy(() -> with(Map.of("ISHC_DB_URL", "localhost:5432")))
        .isInstanceOfSatisfying(BadSetting.class, e -> assertThat(e.variable()).isEqualTo("ISHC_DB_URL"));
  }

  @Test
  void aGivenServerComesWithItsLogin() {
    Map<String, String> environment =
        Map.of("ISHC_DB_URL", "jdbc:postgresql://db/ishc", "ISHC_DB_USER", "hoi", "ISHC_DB_PASSWORD", "bí mật");
    assertThat(with(environment).givenDatabase())
        .hasValueSatisfying(given -> assertThat(given.jdbcUrlWithLogin()).contains("user=hoi", "password=b%C3%AD"));
    assertThat(with(Map.of()).givenDatabase()).isEmpty();
  }
}
