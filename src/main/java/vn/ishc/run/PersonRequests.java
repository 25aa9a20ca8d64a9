package vn.ishc.run;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.ishc.vault.Asked;
import vn.ishc.vault.Erasure;
import vn.ishc.vault.ErasureList;
import vn.ishc.vault.Held;
import vn.ishc.vault.HeldReader;
import vn.ishc.vault.VaultKey;
import vn.ishc.vault.VaultLocked;
import vn.ishc.warehouse.DatabaseUnavailable;
import vn.ishc.warehouse.KeyCheck;
import vn.ishc.warehouse.OpenWarehouse;

/** What a person may ask for: to see all that is held about them, and to be erased. One at a time, and never beside a load. */
public final class PersonRequests {
  private final Settings settings;
  private final Knowledge knowledge;

  /**
   * @param settings where and when
   * @param knowledge contracts: what the rows of a feed hold
   */
  public PersonRequests(Settings settings, Knowledge knowledge) {
    this.settings = settings;
    this.knowledge = knowledge;
  }

  /** All that is held about everyone whom the request may mean: nobody, one, or several persons with one number. */
  public List<Held> held(Asked asked) throws DatabaseUnavailable, VaultLocked, SQLException, IOException {
    return inTurn(asked, Optional.empty());
  }

  /**
   * Erases a person, when exactly one is meant.
   *
   * @return what was held until now; nothing is erased unless it is one person
   */
  public List<Held> erase(Asked asked) throws DatabaseUnavailable, VaultLocked, SQLException, IOException {
    return inTurn(asked, Optional.of(settings.clock().instant().atZone(Settings.ZONE).toLocalDate()));
  }

  private List<Held> inTurn(Asked asked, Optional<LocalDate> eraseOn) throws DatabaseUnavailable, VaultLocked, SQLException, IOException {
    try (OpenWarehouse warehouse = OpenWarehouse.open(settings.database(), settings.root());
        Connection connection = warehouse.source().getConnection()) {
      Loads.lock(connection);
      try {
        VaultKey key = KeyCheck.key(connection, settings.vaultKey());
        connection.setAutoCommit(false);
        return answered(connection, key, asked, eraseOn);
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
        Loads.unlock(connection);
      }
    }
  }

  private List<Held> answered(Connection connection, VaultKey key, Asked asked, Optional<LocalDate> eraseOn) throws SQLException, IOException {
    HeldReader reader = new HeldReader(connection, knowledge.contracts(), key);
    List<Held> all = new java.util.ArrayList<>();
    for (long person : asked.keys(connection, key)) {
      all.add(reader.of(person));
    }
    if (all.size() == 1 && eraseOn.isPresent()) {
      new Erasure(connection, key).erase(all.getFirst(), eraseOn.get());
      connection.commit();
      new ErasureList(settings.home().resolve(ErasureList.FILE)).join(connection);
      connection.commit();
    }
    return all;
  }
}
