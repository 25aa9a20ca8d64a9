package vn.ishc.warehouse;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the warehouse's database is and who we are there.
 *
 * @param url the JDBC address, for example {@code jdbc:postgresql://127.0.0.1:5433/ishc}
 * @param user the database role; empty leaves it to the driver (the name of the operating system's user)
 * @param password its password; empty for none
 */
public record DatabaseAddress(String url, String user, String password) {
  private static final String SCHEME = "jdbc:";

  /** Server, database, options. */
  private static final Pattern DATABASE = Pattern.compile("^(jdbc:postgresql:(?://[^/?]*/)?)([^?/]*)(.*)$");

  /**
   * The database to work with: the given server when there is one, else the embedded server of the home folder, which
   * is started when it does not run yet.
   *
   * @param home the home folder
   * @param given the server named by the operator
   * @throws DatabaseUnavailable when there is no usable server, with the reason
   */
  public static DatabaseAddress of(Path home, Optional<DatabaseAddress> given) throws DatabaseUnavailable {
    if (given.isPresent()) {
      return GivenServer.checked(given.get());
    }
    try {
      return new EmbeddedServer(home).start();
    } catch (IOException e) {
      throw new DatabaseUnavailable(DatabaseUnavailable.Reason.FOLDER, e, home.toString(), e.toString());
    }
  }

  /** A new connection; the caller closes it. */
  public Connection open() throws SQLException {
    Properties login = new Properties();
    login.setProperty("ApplicationName", "ishc");
    if (!user.isEmpty()) {
      login.setProperty("user", user);
    }
    if (!password.isEmpty()) {
      login.setProperty("password", password);
    }
    return DriverManager.getConnection(url, login);
  }

  /** Another database of the same server. */
  public DatabaseAddress of(String database) {
    return new DatabaseAddress(DATABASE.matcher(url).replaceFirst("$1" + Matcher.quoteReplacement(database) + "$3"), user, password);
  }

  /** The name of the database; empty where the address leaves it to the server. */
  public String database() {
    Matcher parts = DATABASE.matcher(url);
    return parts.find() ? parts.group(2) : "";
  }

  /** The address with user and password as a JDBC client takes it. */
  public String jdbcUrlWithLogin() {
    String separator = url.contains("?") ? "&" : "?";
    return user.isEmpty() ? url : url + separator + "user=" + encoded(user) + "&password=" + encoded(password);
  }

  /** The address with user and password as {@code psql} and other libpq clients take it, without options. */
  public String psqlUrl() {
    String bare = url.substring(SCHEME.length()).replaceFirst("\\?.*", "");
    String login = user.isEmpty() ? "" : encoded(user) + ":" + encoded(password) + "@";
    return bare.replaceFirst("^postgresql:(//)?", "postgresql://" + Matcher.quoteReplacement(login));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Without the password, so that no log shows it. */
  @Override
  public String toString() {
    return user + " @ " + url;
  }
}
