package vn.ishc.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;

/**
 * Who may see what: roles, rights and the rows of districts, as {@code sql/access} says. Said again whenever those files or the
 * marts have changed, or a role has come.
 *
 * @param root the folder that holds {@code sql/}
 */
public record Access(Path root) {
  private static final String NAME = "access";

  /** Every role there should be; the districts' roles are those of the plan. */
  private static final String ROLES =
      """
      select role from unnest(array['ishc_loader', 'ishc_analyst', 'ishc_steward', 'ishc_district']
        || array(select 'ishc_district_' || plan_district from core.dim_plan_district where plan_district <> '-1' order by 1)) role
      """;

  /**
   * Brings roles and rights up to date, in a transaction of its own.
   *
   * @param changed whether tables or marts have changed just now
   */
  void apply(DataSource source, boolean changed) throws SQLException {
    String fingerprint = fingerprint();
    try (Connection connection = source.getConnection()) {
      if (!changed && fingerprint.equals(said(connection)) && settled(connection)) {
        return;
      }
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute("lock table ops.reference_data");
      }
      new SqlFolder(folder()).run(connection);
      remember(connection, fingerprint);
      connection.commit();
    }
  }

  /** The roles that are missing on this server because we may not make them. */
  public static List<String> missing(Connection connection) throws SQLException {
    List<String> missing = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(ROLES + " where not exists (select from pg_roles where rolname = role)")) {
      while (rows.next()) {
        missing.add(rows.getString(1));
      }
    }
    return missing;
  }

  /** Whether nothing is left to do: every role that is there has its rights, and none is missing that we could make. */
  private static boolean settled(Connection connection) throws SQLException {
    String sql =
        """
        select bool_and(case when exists (select from pg_roles where rolname = role)
            then has_schema_privilege(role, 'mart', 'usage')
            else not (select rolcreaterole or rolsuper from pg_roles where rolname = current_user) end)
        from (ROLES) wanted
        """
            .replace("ROLES", ROLES);
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getBoolean(1);
    }
  }

  private static String said(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("select sha256 from ops.reference_data where name = ?")) {
      statement.setString(1, NAME);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? row.getString(1) : "";
      }
    }
  }

  private static void remember(Connection connection, String fingerprint) throws SQLException {
    String upsert = "insert into ops.reference_data values (?, ?) on conflict (name) do update set sha256 = excluded.sha256";
    try (PreparedStatement statement = connection.prepareStatement(upsert)) {
      statement.setString(1, NAME);
      statement.setString(2, fingerprint);
      statement.executeUpdate();
    }
  }

  private Path folder() {
    return root.resolve("sql/access");
  }

  private String fingerprint() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Path file : new SqlFolder(folder()).files()) {
        digest.update(Files.readAllBytes(file));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
