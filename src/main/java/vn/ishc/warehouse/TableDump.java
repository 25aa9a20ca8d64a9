package vn.ishc.warehouse;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * The rows of all tables as text, out of one database and into another: in PostgreSQL's COPY format, which every server from 15 on reads alike, whatever its
 * machine. Schemas, marts and rights are not in it: they come from {@code sql/}.
 */
public final class TableDump {
  private static final String TABLES =
      """
      select c.oid::regclass::text, string_agg(format('%I', a.attname), ', ' order by a.attnum)
      from pg_class c
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      where c.relkind = 'r' and c.relpersistence = 'p' and c.relnamespace::regnamespace::text in ('ops', 'staging', 'vault', 'core', 'mart')
      group by c.oid
      order by 1
      """;

  private static final String SEQUENCES =
      """
      select format('%I.%I', schemaname, sequencename), coalesce(last_value, 0)
      from pg_sequences where schemaname in ('ops', 'staging', 'vault', 'core', 'mart')
      order by 1
      """;

  /** What a session that writes or reads dumps must agree on. */
  private static final String SESSION =
      """
      set search_path = pg_catalog; set time zone 'UTC'; set datestyle = 'ISO'; set intervalstyle = 'postgres'; set bytea_output = 'hex';
      set extra_float_digits = 1; set synchronize_seqscans = off; set row_security = off
      """;

  private TableDump() {}

  /**
   * A table.
   *
   * @param name with its schema
   * @param columns as COPY names them
   */
  public record Table(String name, String columns) {}

  /** A connection that sees one moment for as long as its transaction lasts, ready to read tables. */
  public static void beginReading(Connection connection) throws SQLException {
    execute(connection, SESSION);
    connection.setAutoCommit(false);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setReadOnly(true);
    execute(connection, "select 1 from pg_class limit 1");
  }

  /**
   * A connection ready to fill tables, in one transaction that the caller commits: empty, with triggers and foreign keys asleep, because the rows come
   * from a database where they held.
   *
   * @throws SQLException state 42501 where the user may not put them to sleep
   */
  public static void beginWriting(Connection connection, List<Table> tables) throws SQLException {
    execute(connection, SESSION);
    connection.setAutoCommit(false);
    execute(connection, "set local session_replication_role = replica");
    execute(connection, "truncate " + String.join(", ", tables.stream().map(Table::name).toList()));
  }

  /** Every table there is, in the order of the names. */
  public static List<Table> tables(Connection connection) throws SQLException {
    List<Table> tables = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(TABLES)) {
      while (rows.next()) {
        tables.add(new Table(rows.getString(1), rows.getString(2)));
      }
    }
    return tables;
  }

  /** Where every sequence stands; 0 for one that was never asked. */
  public static Map<String, Long> sequences(Connection connection) throws SQLException {
    Map<String, Long> sequences = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(SEQUENCES)) {
      while (rows.next()) {
        sequences.put(rows.getString(1), rows.getLong(2));
      }
    }
    return sequences;
  }

  /** Sets a sequence to where it stood. */
  public static void setSequence(Connection connection, String name, long last) throws SQLException {
    if (last > 0) {
      try (PreparedStatement statement = connection.prepareStatement("select setval(?::regclass, ?)")) {
        statement.setString(1, name);
        statement.setLong(2, last);
        statement.execute();
      }
    }
  }

  /** Writes the rows of a table as they lie; the number of rows. */
  public static long out(Connection connection, Table table, OutputStream to) throws SQLException, IOException {
    return copies(connection).copyOut("copy " + table.name() + " (" + table.columns() + ") to stdout", to);
  }

  /** Reads rows into a table; the number of rows. */
  public static long in(Connection connection, Table table, InputStream from) throws SQLException, IOException {
    return copies(connection).copyIn("copy " + table.name() + " (" + table.columns() + ") from stdin", from);
  }

  /** The version of the schema: the number of the last migration; empty where there is none. */
  public static String schemaVersion(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select coalesce(max(version::int)::text, '') from public.flyway_schema_history where success and version is not null")) {
      row.next();
      return row.getString(1);
    }
  }

  private static CopyManager copies(Connection connection) throws SQLException {
    return connection.unwrap(PGConnection.class).getCopyAPI();
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
