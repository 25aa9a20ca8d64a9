package vn.ishc.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ishc.feed.Contract;
import vn.ishc.row.Period;
import vn.ishc.vault.Locks;
import vn.ishc.vault.Sealed;

/**
 * What is known already for the next return of a feed: the rows of {@code sql/returns/<feed>.sql}, whose columns are called as those of the contract. A
 * column {@code x_precision} says how much of the date {@code x} was written; {@code x:phone} is a number to be opened with the key of the vault.
 */
final class ReturnRows {
  private static final Pattern PARAMETER = Pattern.compile("(?<!:):(clubs|period)\\b");
  private static final String PRECISION = "_precision";

  private final Connection connection;
  private final Path folder;
  private final Locks locks;

  ReturnRows(Connection connection, Path root, Locks locks) {
    this.connection = connection;
    this.folder = root.resolve("sql/returns");
    this.locks = locks;
  }

  /**
   * The rows by key of the club they belong to; none for a feed of which nothing can be known before it is sent.
   *
   * @param clubs keys
   * @param period the half-year that the return is for
   */
  Map<Long, List<Map<String, Object>>> of(Contract contract, List<Long> clubs, Period period) throws SQLException, IOException {
    Map<Long, List<Map<String, Object>>> rows = new HashMap<>();
    Path file = folder.resolve(contract.feed() + ".sql");
    if (!Files.exists(file)) {
      return rows;
    }
    try (PreparedStatement statement = prepared(Files.readString(file), clubs, period);
        ResultSet result = statement.executeQuery()) {
      while (result.next()) {
        rows.computeIfAbsent(result.getLong("club_key"), club -> new ArrayList<>()).add(row(result));
      }
    }
    return rows;
  }

  private PreparedStatement prepared(String text, List<Long> clubs, Period period) throws SQLException {
    String sql = text.lines().filter(line -> !line.startsWith("--")).reduce("", (all, line) -> all + line + "\n");
    List<String> names = new ArrayList<>();
    Matcher parameter = PARAMETER.matcher(sql);
    String bound = parameter.replaceAll(match -> {
      names.add(match.group(1));
      return "?";
    });
    PreparedStatement statement = connection.prepareStatement(bound);
    Array keys = connection.createArrayOf("bigint", clubs.toArray());
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).equals("clubs")) {
        statement.setArray(i + 1, keys);
      } else {
        statement.setString(i + 1, period.code());
      }
    }
    return statement;
  }

  private Map<String, Object> row(ResultSet result) throws SQLException {
    ResultSetMetaData columns = result.getMetaData();
    Map<String, Object> row = new HashMap<>();
    Map<String, String> precisions = new HashMap<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      String name = columns.getColumnLabel(i);
      @Nullable Object value = value(result, i, name);
      if (value != null && name.endsWith(PRECISION)) {
        precisions.put(name.substring(0, name.length() - PRECISION.length()), value.toString());
      } else if (value != null) {
        row.putIfAbsent(name.replaceFirst(":.*", ""), value);
      }
    }
    row.replaceAll((name, value) -> value instanceof LocalDate day ? written(day, precisions.getOrDefault(name, "day")) : value);
    row.remove("club_key");
    return row;
  }

  private @Nullable Object value(ResultSet result, int column, String name) throws SQLException {
    int colon = name.indexOf(':');
    if (colon > 0) {
      byte @Nullable [] sealed = result.getBytes(column);
      return sealed == null ? null : open(Sealed.valueOf(name.substring(colon + 1).toUpperCase(Locale.ROOT)), sealed);
    }
    @Nullable Object value = result.getObject(column);
    return switch (value) {
      case java.sql.Date day -> day.toLocalDate();
      case Array array -> array.getArray();
      case null -> null;
      default -> value;
    };
  }

  private String open(Sealed what, byte[] sealed) {
    try {
      return locks.open(what, sealed);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("a number of the vault does not open", e);
    }
  }

  /** A date as far as it is known, as people write it. */
  private static String written(LocalDate day, String precision) {
    return switch (precision) {
      case "day" -> "%02d/%02d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
      case "month" -> "%02d/%d".formatted(day.getMonthValue(), day.getYear());
      default -> Integer.toString(day.getYear());
    };
  }
}
