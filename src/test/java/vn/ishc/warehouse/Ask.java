package vn.ishc.warehouse;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Plain questions to a test database. */
final class Ask {
  private Ask() {}

  /** Rows as text, values joined by {@code |}; an empty value is written {@code -}. */
  static List<String> rows(DataSource source, String sql) throws SQLException {
    try (Connection connection = source.getConnection()) {
      return rows(connection, sql);
    }
  }

  private static List<String> rows(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        StringBuilder row = new StringBuilder();
        for (int column = 1; column <= columns; column++) {
          String value = result.getString(column);
          row.append(column == 1 ? "" : "|").append(value == null ? "-" : value);
        }
        rows.add(row.toString());
      }
      return rows;
    }
  }

  /** The only value of the only row. */
  static String value(DataSource source, String sql) throws SQLException {
    return rows(source, sql).getFirst();
  }

  static void run(DataSource source, String sql) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Everything the marts and the star say, in a fixed order; load numbers, clocks and the aliases of persons, which tell what happened when, are left out. */
  static List<String> everything(DataSource source) throws SQLException {
    String tables =
        """
        select c.relnamespace::regnamespace || '.' || c.relname from pg_class c
        where c.relnamespace in ('mart'::regnamespace, 'core'::regnamespace) and c.relkind in ('r', 'v', 'm', 'p')
          and c.relname not in ('dim_date', 'dim_period', 'dim_place', 'bridge_place_lineage', 'person_alias', 'member_group', 'public_count')
          and c.relname not like 'public\\_%' -- what leaves the house follows from the facts
        order by 1
        """;
    List<String> all = new ArrayList<>();
    try (Connection connection = source.getConnection()) {
      for (String table : rows(connection, tables)) {
        rows(connection, "select (to_jsonb(t) - 'load_id')::text from " + table + " t order by (to_jsonb(t) - 'load_id')::text collate \"C\"").forEach(row -> all.add(table + ": " + row));
      }
    }
    return all;
  }
}
