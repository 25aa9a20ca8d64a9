package vn.ishc.warehouse;

import java.sql.SQLException;

/**
 * A set-based load failed. The message names the file and the SQL state; the server's own words are quoted only as far as they
 * cannot hold a value of a row (which may be personal): never the details that follow the first line, and the first line only for
 * violated constraints, mistakes in the SQL, lost connections and lacking resources.
 */
public final class SetBasedLoadFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String sqlState;

  private SetBasedLoadFailed(String message, String sqlState) {
    super(message);
    this.sqlState = sqlState;
  }

  static SetBasedLoadFailed of(String file, SQLException cause) {
    String state = cause.getSQLState() == null ? "?????" : cause.getSQLState();
    String words = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    return new SetBasedLoadFailed("sql/" + file + ": SQL state " + state + (isFreeOfValues(state) ? ": " + words : ""), state);
  }

  /** The SQL state, for example {@code 40001} when another transaction was in the way and trying again helps. */
  public String sqlState() {
    return sqlState;
  }

  private static boolean isFreeOfValues(String state) {
    return switch (state.substring(0, 2)) {
      case "08", "23", "40", "42", "53", "57" -> true;
      default -> false;
    };
  }
}
