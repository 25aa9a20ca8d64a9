package vn.ishc.vault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.TreeSet;

/**
 * Who was erased, beside the archive: a new warehouse made from the archive must not bring them back. Holds mentions and keyed
 * hashes, nothing that names anybody.
 *
 * @param path the file
 */
public record ErasureList(Path path) {
  /** Name of the file in the home folder. */
  public static final String FILE = "vault-erasures.csv";

  private static final String READ =
      """
      select concat_ws(',', 'mention', file_id, mention_no, person_key, person_match, erased_on) from vault.erased_mention
      union all select concat_ws(',', kind, encode(hash, 'hex'), '', person_key, '', erased_on) from vault.erased_hash
      """;
  private static final String MENTION = "insert into vault.erased_mention values (?, ?, ?, ?, ?::date) on conflict do nothing";
  private static final String HASH =
      "insert into vault.erased_hash (hash, kind, person_key, erased_on) values (decode(?, 'hex'), ?, ?, ?::date) on conflict do nothing";
  private static final int FIELDS = 6;

  /** Brings file and database together: afterwards both know what either knew. */
  public void join(Connection connection) throws SQLException, IOException {
    List<String> there = Files.exists(path) ? Files.readAllLines(path, StandardCharsets.US_ASCII) : List.of();
    for (String line : there) {
      String[] fields = line.split(",", -1);
      if (fields.length == FIELDS) {
        insert(connection, fields);
      }
    }
    TreeSet<String> all = new TreeSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(READ)) {
      while (rows.next()) {
        all.add(rows.getString(1));
      }
    }
    if (!all.isEmpty() && !all.equals(new TreeSet<>(there))) {
      write(all);
    }
  }

  private static void insert(Connection connection, String[] fields) throws SQLException {
    boolean mention = fields[0].equals("mention");
    try (PreparedStatement statement = connection.prepareStatement(mention ? MENTION : HASH)) {
      statement.setString(1, fields[1]);
      if (mention) {
        statement.setInt(2, Integer.parseInt(fields[2]));
        statement.setLong(3, Long.parseLong(fields[3]));
        statement.setString(4, fields[4]);
        statement.setString(5, fields[5]);
      } else {
        statement.setString(2, fields[0]);
        statement.setLong(3, Long.parseLong(fields[3]));
        statement.setString(4, fields[5]);
      }
      statement.executeUpdate();
    }
  }

  private void write(TreeSet<String> lines) throws IOException {
    Path part = path.resolveSibling(path.getFileName() + ".part");
    Files.deleteIfExists(part);
    Files.createFile(part, SecretFile.ownerOnly("rw-------"));
    Files.write(part, lines, StandardCharsets.US_ASCII);
    Files.move(part, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
