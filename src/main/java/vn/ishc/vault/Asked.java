package vn.ishc.vault;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Who is asked about: a pseudonymous identity, or a number that is hashed to be found. */
public sealed interface Asked {

  /** The identity that the marts show, for example {@code P012…}. */
  record ById(String personId) implements Asked {}

  /** A number as people write it. */
  record ByNumber(Sealed kind, String number) implements Asked {
    private static final int INSURANCE_DIGITS = 10;

    /** The number as the vault keeps it: digits alone, of a health card the last ten, a phone without +84. */
    String kept() {
      String digits = number.replaceAll("[^0-9]", "");
      return switch (kind) {
        case INSURANCE_NO -> digits.substring(Math.max(0, digits.length() - INSURANCE_DIGITS));
        case PHONE -> digits.startsWith("84") ? "0" + digits.substring(2) : digits;
        default -> digits;
      };
    }

    /** Says nothing of the number. */
    @Override
    public String toString() {
      return kind.column();
    }
  }

  /**
   * The keys of the persons meant: none, one, or several where files give one number to several persons. Mentions that no link gave to
   * anybody (of files that were replaced) make a person of their own in this transaction.
   *
   * @param connection in a transaction
   */
  default List<Long> keys(Connection connection, VaultKey key) throws SQLException {
    return switch (this) {
      case ById id -> keys(connection, "select person_key from core.person where person_id = ? and person_key <> -1", id.personId());
      case ByNumber number -> byNumber(connection, number, key);
    };
  }

  private static List<Long> byNumber(Connection connection, ByNumber asked, VaultKey key) throws SQLException {
    String column = asked.kind().column();
    byte[] hash = key.locks().hash(asked.kind(), asked.kept());
    String known =
        "select person_key from vault.person_mention where %1$s_hash = ? and person_key is not null union select person_key from vault.erased_hash where kind = '%1$s' and hash = ? order by 1"
            .formatted(column);
    List<Long> keys = keys(connection, known, hash, hash);
    if (!keys.isEmpty()) {
      return keys;
    }
    keys(connection, "select length(set_config('ishc.pepper', ?, true))", key.pepper());
    String own =
        "update vault.person_mention set person_key = vault.person_key('%1$s|' || encode(%1$s_hash, 'hex')) where %1$s_hash = ? and person_key is null returning person_key"
            .formatted(column);
    return keys(connection, own, hash).stream().distinct().toList();
  }

  private static List<Long> keys(Connection connection, String sql, Object... values) throws SQLException {
    List<Long> keys = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          keys.add(rows.getLong(1));
        }
      }
    }
    return keys;
  }

  /** The identity that the marts show for a key. */
  static String personId(long key) {
    return String.format(Locale.ROOT, "P%015x", key);
  }
}
