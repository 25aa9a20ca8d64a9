package vn.ishc.run;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import vn.ishc.row.Language;
import vn.ishc.vault.KeyPlace;
import vn.ishc.warehouse.DatabaseAddress;
import vn.ishc.warehouse.DatabaseUnavailable;

/**
 * What holds for one run of the program, read once at its start.
 *
 * @param root the top folder of the product, with {@code jobs/}, {@code sql/} and {@code sample-inputs/}
 * @param home the folder of {@code inbox/ outbox/ archive/ reports/ postgres/}
 * @param language what people read
 * @param quiet whether to leave out progress and advice
 * @param clock the time, in {@link #ZONE}; stands still when {@code ISHC_CLOCK} is set
 * @param givenDatabase the server to use instead of the embedded one
 * @param vaultKey where the key of the vault comes from
 */
public record Settings(
    Path root,
    Path home,
    Language language,
    boolean quiet,
    Clock clock,
    Optional<DatabaseAddress> givenDatabase,
    KeyPlace vaultKey) {

  /** Where all days begin and end, whatever the machine thinks. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  /**
   * Reads the settings.
   *
   * @param root the top folder of the product
   * @param home the home folder asked for on the command line; empty leaves it to {@code ISHC_HOME} or {@code var}
   * @param language what people read
   * @param quiet whether to leave out progress and advice
   * @param environment the environment variables
   * @throws BadSetting when a variable cannot be read
   */
  public static Settings of(
      Path root, Optional<Path> home, Language language, boolean quiet, Map<String, String> environment) {
    Path folder = home.orElseGet(() -> homeFrom(root, environment)).toAbsolutePath().normalize();
    return new Settings(
        root,
        folder,
        language,
        quiet,
        clockFrom(environment),
        databaseFrom(environment),
        KeyPlace.of(folder, environment));
  }

  /**
   * The database to work with, started when needed.
   *
   * @throws DatabaseUnavailable when there is none
   */
  public DatabaseAddress database() throws DatabaseUnavailable {
    return DatabaseAddress.of(home, givenDatabase);
  }

  private static Path homeFrom(Path root, Map<String, String> environment) {
    String home = environment.getOrDefault("ISHC_HOME", "");
    try {
      return home.isEmpty() ? root.resolve("var") : Path.of(home);
    } catch (InvalidPathException e) {
      throw new BadSetting("ISHC_HOME", home, "/srv/ishc", e);
    }
  }

  private static Clock clockFrom(Map<String, String> environment) {
    String instant = environment.getOrDefault("ISHC_CLOCK", "");
    try {
      return instant.isEmpty() ? Clock.system(ZONE) : Clock.fixed(Instant.parse(instant), ZONE);
    } catch (DateTimeParseException e) {
      throw new BadSetting("ISHC_CLOCK", instant, "2026-01-15T01:30:00Z", e);
    }
  }

  private static Optional<DatabaseAddress> databaseFrom(Map<String, String> environment) {
    String url = environment.getOrDefault("ISHC_DB_URL", "");
    if (url.isEmpty()) {
      return Optional.empty();
    }
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new BadSetting("ISHC_DB_URL", url, "jdbc:postgresql://localhost:5432/ishc", null);
    }
    String user = environment.getOrDefault("ISHC_DB_USER", "");
    String password = environment.getOrDefault("ISHC_DB_PASSWORD", "");
    return Optional.of(new DatabaseAddress(url, user, password));
  }
}
