package vn.ishc.vault;

import java.security.InvalidKeyException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ishc.feed.Contracts;

/** Gathers all that is held about a person, the sealed opened. */
public final class HeldReader {
  private static final List<Sealed> NUMBERS = List.of(Sealed.NATIONAL_ID, Sealed.OLD_ID, Sealed.INSURANCE_NO, Sealed.PHONE);

  private final Connection connection;
  private final Contracts contracts;
  private final Locks locks;

  /**
   * @param connection may read vault, staging and star
   * @param contracts tell which columns a row has
   */
  public HeldReader(Connection connection, Contracts contracts, VaultKey key) {
    this.connection = connection;
    this.contracts = contracts;
    this.locks = key.locks();
  }

  /** All that is held. */
  public Held of(long personKey) throws SQLException {
    String sql =
        """
        select m.*, f.submitter, f.file_name, f.received_at, f.state, f.archive_path, t.sheet
        from (select * from vault.mentions_of(?) union select file_id, mention_no from vault.erased_mention where person_key = ?) o
          join vault.person_mention m using (file_id, mention_no)
          join ops.file f using (file_id)
          join ops.file_table t using (file_id, table_no)
        order by f.received_at, f.submitter, f.file_name, m.mention_no
        """;
    List<Held.Mention> mentions = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, personKey);
      statement.setLong(2, personKey);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          mentions.add(mention(rows));
        }
      }
    }
    return new Held(personKey, mentions, counted(personKey));
  }

  private Held.Mention mention(ResultSet row) throws SQLException {
    String file = row.getString("file_id");
    int table = row.getInt("table_no");
    int number = row.getInt("row_number");
    String sheet = row.getString("sheet");
    String feed = row.getString("feed");
    @Nullable LocalDate erased = row.getObject("erased_on", LocalDate.class);
    Held.Source source =
        new Held.Source(
            file, row.getString("submitter"), row.getString("file_name"), row.getTimestamp("received_at").toInstant(), row.getString("state"),
            Optional.ofNullable(row.getString("archive_path")));
    return new Held.Mention(
        source, sheet, number, feed, row.getString("role"), row.getString("period"), said(row), values(feed, file, table, number),
        texts(file, table, number), findings(file, sheet, number), Optional.ofNullable(erased));
  }

  private Map<String, String> said(ResultSet row) throws SQLException {
    Map<String, String> said = new LinkedHashMap<>();
    put(said, "full_name", row.getString("full_name"));
    put(said, "birth", birth(row));
    put(said, "sex", row.getString("sex"));
    for (Sealed number : NUMBERS) {
      byte @Nullable [] sealed = row.getBytes(number.column() + "_sealed");
      put(said, number.column(), sealed == null ? null : open(number, sealed));
    }
    put(said, "address", row.getString("address"));
    return said;
  }

  private static @Nullable String birth(ResultSet row) throws SQLException {
    @Nullable String from = row.getString("birth");
    @Nullable String to = row.getString("birth_to");
    if (from == null || from.equals(to)) {
      return from;
    }
    return "year".equals(row.getString("birth_precision")) ? from.substring(0, 4) : from + " – " + to;
  }

  private static void put(Map<String, String> map, String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      map.put(name, value);
    }
  }

  private String open(Sealed what, byte[] sealed) {
    try {
      return locks.open(what, sealed);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("the vault does not open: " + what.column(), e);
    }
  }

  /** What the staging table has of the row, in the order of the contract. */
  private Map<String, String> values(String feed, String file, int table, int number) throws SQLException {
    Map<String, String> values = new LinkedHashMap<>();
    var contract = contracts.of(feed);
    if (contract.isEmpty()) {
      return values;
    }
    String sql = "select * from staging." + contract.get().table() + " where file_id = ? and table_no = ? and row_number = ?";
    try (PreparedStatement statement = row(sql, file, table, number);
        ResultSet rows = statement.executeQuery()) {
      if (rows.next()) {
        Map<String, String> columns = columns(rows);
        contract.get().columns().forEach(column -> put(values, column.name(), columns.get(column.name())));
      }
    }
    return values;
  }

  private static Map<String, String> columns(ResultSet row) throws SQLException {
    Map<String, String> columns = new LinkedHashMap<>();
    ResultSetMetaData names = row.getMetaData();
    for (int i = 1; i <= names.getColumnCount(); i++) {
      boolean flag = names.getColumnType(i) == Types.BIT || names.getColumnType(i) == Types.BOOLEAN;
      put(columns, names.getColumnName(i), flag ? (row.getBoolean(i) ? "true" : null) : row.getString(i));
    }
    return columns;
  }

  private Map<String, String> texts(String file, int table, int number) throws SQLException {
    Map<String, String> texts = new LinkedHashMap<>();
    String sql = "select column_name, value_sealed from vault.row_text where file_id = ? and table_no = ? and row_number = ? order by 1";
    try (PreparedStatement statement = row(sql, file, table, number);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        texts.put(rows.getString(1), open(Sealed.ROW_TEXT, rows.getBytes(2)));
      }
    }
    return texts;
  }

  private PreparedStatement row(String sql, String file, int table, int number) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    statement.setString(1, file);
    statement.setInt(2, table);
    statement.setInt(3, number);
    return statement;
  }

  private List<Held.Told> findings(String file, String sheet, int number) throws SQLException {
    List<Held.Told> findings = new ArrayList<>();
    String sql =
        """
        select f.message_vi, t.message_vi_sealed, f.message_en, t.message_en_sealed, f.code from ops.finding f left join vault.finding_text t using (file_id, finding_no)
        where f.file_id = ? and f.sheet = ? and f.row_number = ? order by f.finding_no
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, file);
      statement.setString(2, sheet);
      statement.setInt(3, number);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          String code = " [" + rows.getString(5) + "]";
          findings.add(new Held.Told(words(rows.getString(1), rows.getBytes(2)) + code, words(rows.getString(3), rows.getBytes(4)) + code));
        }
      }
    }
    return findings;
  }

  private String words(String masked, byte @Nullable [] sealed) throws SQLException {
    return sealed == null ? masked : open(Sealed.FINDING, sealed);
  }

  private List<Held.Counted> counted(long personKey) throws SQLException {
    List<Held.Counted> counted = new ArrayList<>();
    String sql =
        """
        select m.period, c.club_name, d.plan_district_name
        from core.fact_member_period m
          join core.fact_club_period c using (club_key, period_key)
          join core.dim_plan_district d on d.plan_district = m.plan_district
        where m.person_key = ? order by 1, 2
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, personKey);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          counted.add(new Held.Counted(rows.getString(1), rows.getString(2), rows.getString(3)));
        }
      }
    }
    return counted;
  }
}
