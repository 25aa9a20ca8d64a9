package vn.ishc.warehouse;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * Seeds the dimensions that no file brings: places, days and half-years, code lists, the calendar of due dates. Seeds again
 * whenever the lists, the calendar or the SQL have changed.
 *
 * @param root the folder that holds {@code sql/reference} and {@code jobs/calendar.yml}
 */
public record ReferenceData(Path root) {
  private static final List<String> LISTS = List.of("communes_pre2025", "communes_2025", "commune_mapping", "districts");

  /** Brings the dimensions up to date, in a transaction of its own. */
  public void seed(DataSource dataSource) throws SQLException {
    Calendar calendar = Calendar.read(root.resolve("jobs/calendar.yml"));
    String fingerprint = fingerprint(calendar);
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      if (!fingerprint.equals(seeded(connection))) {
        copyLists(connection);
        copyCalendar(connection, calendar);
        new SqlFolder(root.resolve("sql/reference")).run(connection);
        remember(connection, fingerprint);
      }
      connection.commit();
    }
  }

  private static String seeded(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("lock table ops.reference_data");
      try (ResultSet row = statement.executeQuery("select sha256 from ops.reference_data where name = 'dimensions'")) {
        return row.next() ? row.getString(1) : "";
      }
    }
  }

  private static void remember(Connection connection, String fingerprint) throws SQLException {
    String upsert =
        "insert into ops.reference_data values ('dimensions', ?) on conflict (name) do update set sha256 = excluded.sha256";
    try (PreparedStatement statement = connection.prepareStatement(upsert)) {
      statement.setString(1, fingerprint);
      statement.executeUpdate();
    }
  }

  private static void copyLists(Connection connection) throws SQLException {
    for (String list : LISTS) {
      String csv = list(list);
      String columns = csv.lines().findFirst().orElseThrow();
      try (Statement statement = connection.createStatement()) {
        statement.execute("create temp table " + list + " (" + definitions(columns) + ") on commit drop");
      }
      copy(connection, list, csv);
    }
  }

  private static String definitions(String columns) {
    return Arrays.stream(columns.split(",", -1))
        .map(column -> column + (column.contains("valid_") || column.endsWith("_date") ? " date" : " text"))
        .collect(Collectors.joining(", "));
  }

  private static void copy(Connection connection, String table, String csv) throws SQLException {
    try {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("copy " + table + " from stdin (format csv, header)", new StringReader(csv));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copyCalendar(Connection connection, Calendar calendar) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("create temp table due_date (period text primary key, due_on date not null) on commit drop");
    }
    String rows =
        calendar.dueDates().entrySet().stream()
            .map(due -> due.getKey() + "," + due.getValue() + "\n")
            .collect(Collectors.joining("", "period,due_on\n", ""));
    copy(connection, "due_date", rows);
    if (!calendar.feeds().isEmpty()) {
      replaceDueFeeds(connection, calendar.feeds());
    }
  }

  private static void replaceDueFeeds(Connection connection, List<String> feeds) throws SQLException {
    try (Statement statement = connection.createStatement();
        PreparedStatement insert = connection.prepareStatement("insert into ops.due_feed (feed) values (?)")) {
      statement.execute("delete from ops.due_feed");
      for (String feed : feeds) {
        insert.setString(1, feed);
        insert.executeUpdate();
      }
    }
  }

  private String fingerprint(Calendar calendar) {
    MessageDigest digest = sha256();
    LISTS.forEach(list -> digest.update(list(list).getBytes(StandardCharsets.UTF_8)));
    digest.update(calendar.toString().getBytes(StandardCharsets.UTF_8));
    for (Path file : new SqlFolder(root.resolve("sql/reference")).files()) {
      digest.update(bytes(file));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String list(String name) {
    String resource = "/vn/ishc/link/" + name + ".csv";
    try (InputStream in = ReferenceData.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
