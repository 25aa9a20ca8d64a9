package vn.ishc.warehouse;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL server that the operator names ({@code ISHC_DB_URL}) instead of the embedded one. */
final class GivenServer {
  /** The oldest {@code server_version_num} we run on: 15 brought {@code unique nulls not distinct}, {@code merge}. */
  static final int VERSION_MIN = 150000;

  private GivenServer() {}

  /** The address again, once it has answered and is new enough. */
  static DatabaseAddress checked(DatabaseAddress address) throws DatabaseUnavailable {
    try (Connection connection = address.open();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select current_setting('server_version_num')::int, current_setting('server_version')")) {
      row.next();
      requireVersion(row.getInt(1), row.getString(2));
      return address;
    } catch (SQLException e) {
      String said = String.valueOf(e.getMessage());
      throw new DatabaseUnavailable(DatabaseUnavailable.Reason.REFUSED, e, address.toString(), said);
    }
  }

  static void requireVersion(int number, String shown) throws DatabaseUnavailable {
    if (number < VERSION_MIN) {
      String least = String.valueOf(VERSION_MIN / 10000);
      throw new DatabaseUnavailable(DatabaseUnavailable.Reason.TOO_OLD, null, shown, least);
    }
  }
}
