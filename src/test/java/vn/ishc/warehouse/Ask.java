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
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
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
    List<String> all = new ArrayList<>();
    String tables =
        "select table_schema || '.' || table_name from information_schema.tables "
            + "where table_schema in ('mart', 'core') and table_name not in ('dim_date', 'dim_period', 'dim_place', "
            + "'bridge_place_lineage', 'person_alias', 'member_group', 'public_count') and table_name not like 'public\\_%' order by 1"; // what leaves the house follows from the facts
    for (String table : rows(source, tables)) {
      String columns =
          value(
              source,
              "select string_agg(quote_ident(column_name), ', ' order by ordinal_position) from information_schema.columns "
                  + "where table_schema || '.' || table_name = '" + table + "' and column_name <> 'load_id'");
      rows(source, "select " + columns + " from " + table + " t order by (" + columns + ")::text collate \"C\"")
          .forEach(row -> all.add(table + ": " + row));
    }
    return all;
  }
}
