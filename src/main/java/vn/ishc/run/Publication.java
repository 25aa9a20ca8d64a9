package vn.ishc.run;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/** Brings everything staged into the star, within the caller's transaction. */
interface Publication {
  void publish(Connection connection) throws SQLException, IOException;
}
