package vn.ishc.warehouse;

import java.io.IOException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import vn.ishc.vault.KeyPlace;
import vn.ishc.vault.VaultKey;
import vn.ishc.vault.VaultLocked;

/** Holds the key of the vault against the check value in the database: what one key has locked, no other may add to. */
public final class KeyCheck {
  private KeyCheck() {}

  /**
   * The key that this database is locked with. A database without a check value takes the key there is, or the one that is made
   * now; a database with one never gets another.
   *
   * @param connection with auto-commit on
   * @param place where the key comes from
   * @throws VaultLocked when there is no key, or another one
   */
  public static VaultKey key(Connection connection, KeyPlace place) throws SQLException, IOException, VaultLocked {
    Optional<byte[]> expected = checkValue(connection);
    if (expected.isPresent()) {
      VaultKey key = place.find().orElseThrow(() -> new VaultLocked(VaultLocked.Reason.LOST, place.toString()));
      return checked(key, expected.get(), place);
    }
    VaultKey key = place.findOrMake();
    remember(connection, key);
    return checked(key, checkValue(connection).orElseThrow(), place);
  }

  private static VaultKey checked(VaultKey key, byte[] expected, KeyPlace place) throws VaultLocked {
    if (MessageDigest.isEqual(key.checkValue(), expected)) {
      return key;
    }
    throw new VaultLocked(VaultLocked.Reason.WRONG, place.toString());
  }

  private static Optional<byte[]> checkValue(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select check_value from vault.key_check")) {
      return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
    }
  }

  /** Of two first loads at the same time the one that comes first decides. */
  private static void remember(Connection connection, VaultKey key) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement("insert into vault.key_check (check_value) values (?) on conflict do nothing")) {
      insert.setBytes(1, key.checkValue());
      insert.executeUpdate();
    }
  }
}
