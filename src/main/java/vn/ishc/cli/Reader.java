package vn.ishc.cli;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import vn.ishc.warehouse.DatabaseAddress;
import vn.ishc.warehouse.DatabaseUnavailable;
import vn.ishc.warehouse.Logins;
import vn.ishc.warehouse.OpenWarehouse;

/**
 * As whom the warehouse is asked.
 *
 * @param role the role of the database; empty for its owner
 */
record Reader(Optional<String> role) {
  /** How readers are named on the command line. */
  static final String LABEL = "analyst|steward|loader|owner|412…432";

  private static final List<String> NAMES = List.of("analyst", "steward", "loader");

  /** Reads the name of a reader: one of {@link #LABEL}. */
  static final class Converter implements ITypeConverter<Reader> {
    @Override
    public Reader convert(String word) {
      String name = word.toLowerCase(Locale.ROOT);
      if (name.equals("owner")) {
        return new Reader(Optional.empty());
      }
      if (NAMES.contains(name)) {
        return new Reader(Optional.of("ishc_" + name));
      }
      if (name.matches("[0-9]{3}")) {
        return new Reader(Optional.of("ishc_district_" + name));
      }
      throw new TypeConversionException(word);
    }
  }

  /**
   * The database as this reader reaches it. A warehouse that nobody has opened yet is opened first, for its roles. Where a server of
   * the operator's own has no such login and lets us make none, the analyst's questions go on as the user who was given, and that
   * is said; nobody else's do.
   *
   * @throws NoLogin when this reader cannot log in
   */
  DatabaseAddress address(Session session) throws DatabaseUnavailable, SQLException, IOException {
    DatabaseAddress owner = session.settings().database();
    if (role.isEmpty()) {
      return owner;
    }
    Logins logins = new Logins(owner, session.settings().home());
    Optional<DatabaseAddress> login = logins.as(role.get());
    if (login.isEmpty()) {
      OpenWarehouse.open(owner, session.settings().root()).close();
      login = logins.as(role.get());
    }
    if (login.isPresent()) {
      return login.get();
    }
    if (role.get().equals("ishc_analyst") && session.settings().givenDatabase().isPresent()) {
      session.screen().complain(session.screen().text("access.as-given", owner.user()));
      return owner;
    }
    throw new NoLogin(role.get());
  }

  /** A role cannot log in here, and we may not change that. */
  static final class NoLogin extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoLogin(String role) {
      super(role);
    }
  }
}
