package vn.ishc.warehouse;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.postgresql.PGConnection;
import vn.ishc.vault.SecretFile;

/**
 * Real logins for the roles of {@link Access}: whoever asks as the analyst is the analyst and cannot become the owner again. The
 * passwords are random and lie in {@code <home>/logins}, one file a role, readable by their owner alone. A login that does not
 * work yet is made, or given the password of this home, as far as the owner of the database may do so.
 *
 * @param owner the database as its owner reaches it
 * @param home the home folder
 */
public record Logins(DatabaseAddress owner, Path home) {

  /**
   * The database as a role reaches it.
   *
   * @param role for example {@code ishc_analyst}
   * @return empty when that role cannot log in and we may not change it
   */
  public Optional<DatabaseAddress> as(String role) throws IOException, SQLException {
    String password = new SecretFile(home.resolve("logins").resolve(role)).readOrMake();
    DatabaseAddress address = new DatabaseAddress(owner.url(), role, password);
    if (works(address)) {
      return Optional.of(address);
    }
    return given(role, password) && works(address) ? Optional.of(address) : Optional.empty();
  }

  private static boolean works(DatabaseAddress address) throws SQLException {
    try (Connection connection = address.open()) {
      return connection.isValid(0);
    } catch (SQLException e) {
      if (String.valueOf(e.getSQLState()).startsWith("28")) {
        return false;
      }
      throw e;
    }
  }

  /** The password goes to the server as a verifier, so that no log of statements holds it. */
  private boolean given(String role, String password) throws SQLException {
    try (Connection connection = owner.open();
        Statement statement = connection.createStatement()) {
      connection.unwrap(PGConnection.class).alterUserPassword(role, password.toCharArray(), "scram-sha-256");
      statement.execute("alter role \"" + role.replace("\"", "\"\"") + "\" login");
      return true;
    } catch (SQLException e) {
      if ("42501".equals(e.getSQLState()) || "42704".equals(e.getSQLState())) {
        return false;
      }
      throw e;
    }
  }
}
