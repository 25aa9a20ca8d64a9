package vn.ishc.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The tables that analysts read, as the database's own catalogue tells them: English from its comments, Vietnamese from {@code dictionary_vi.txt}.
 *
 * @param tables in the order of their names, marts first
 * @param vietnamese texts by {@code schema.table}, column, or {@code schema.table.column}
 */
record DataDictionary(List<Table> tables, Map<String, String> vietnamese) {
  private static final String COLUMNS =
      """
      select n.nspname, c.relname, obj_description(c.oid, 'pg_class'), a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
        col_description(c.oid, a.attnum),
        coalesce(a.attnum = any (p.conkey), false) as is_key,
        (select f.confrelid::regclass::text from pg_constraint f
          where f.contype = 'f' and f.conrelid = c.oid and a.attnum = any (f.conkey) order by f.oid limit 1) as refers_to
      from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        left join pg_constraint p on p.conrelid = c.oid and p.contype = 'p'
      where n.nspname in ('core', 'mart') and c.relkind in ('r', 'v')
      order by n.nspname = 'core', c.relname, a.attnum
      """;

  /**
   * A table or view.
   *
   * @param name with its schema
   * @param english its grain in English
   */
  record Table(String name, String english, List<Column> columns) {}

  /**
   * A column.
   *
   * @param refersTo the table its values are keys of; null for none
   */
  record Column(String name, String type, boolean required, boolean key, @Nullable String refersTo, String english) {}

  static DataDictionary read(Connection connection) throws SQLException, IOException {
    Map<String, Table> tables = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(COLUMNS)) {
      while (row.next()) {
        String name = row.getString(1) + "." + row.getString(2);
        String grain = Objects.requireNonNullElse(row.getString(3), "");
        tables.computeIfAbsent(name, any -> new Table(name, grain, new ArrayList<>()))
            .columns()
            .add(
                new Column(
                    row.getString(4), row.getString(5), row.getBoolean(6), row.getBoolean(8), row.getString(9),
                    Objects.requireNonNullElse(row.getString(7), "")));
      }
    }
    return new DataDictionary(List.copyOf(tables.values()), vietnameseTexts());
  }

  private static Map<String, String> vietnameseTexts() throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    try (InputStream stream = Objects.requireNonNull(DataDictionary.class.getResourceAsStream("dictionary_vi.txt"));
        BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      lines.lines().filter(line -> !line.startsWith("#") && line.contains(" = ")).forEach(line -> {
        int at = line.indexOf(" = ");
        texts.put(line.substring(0, at), line.substring(at + 3));
      });
    }
    return texts;
  }

  /** What a row of the table is; empty when nobody wrote it. */
  String grain(Table table, boolean vi) {
    return vi ? vietnamese.getOrDefault(table.name(), "") : table.english();
  }

  /** What the column means; empty when nobody wrote it. */
  String meaning(Table table, Column column, boolean vi) {
    return vi
        ? vietnamese.getOrDefault(table.name() + "." + column.name(), vietnamese.getOrDefault(column.name(), ""))
        : column.english();
  }

  /** The tables whose columns point to this one. */
  List<String> referredBy(Table table) {
    return tables.stream().filter(each -> each.columns().stream().anyMatch(column -> table.name().equals(column.refersTo()))).map(Table::name).toList();
  }
}
