package vn.ishc.run;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** When files came: written down once, for all that wait together, so that a load that is begun again gives them the same moment. */
final class Arrivals {
  private Arrivals() {}

  /**
   * Dates files. One that the warehouse holds keeps its moment, unless it was taken back: then it comes anew.
   *
   * @param connection commits by itself
   * @param claimed everything that waits
   * @param now for those that come now
   */
  static List<Claimed> dated(Connection connection, List<Claimed> claimed, Instant now) throws SQLException {
    Array files = connection.createArrayOf("text", claimed.stream().map(file -> file.record().fileId()).toArray());
    String sql =
        """
        with
        waiting as (select unnest(?) as file_id),
        gone as (delete from ops.arrival a where not exists (select from waiting w where w.file_id = a.file_id)),
        come as (
          insert into ops.arrival (file_id, received_at)
          select w.file_id, coalesce(f.received_at, ?)
          from waiting w left join ops.file f on f.file_id = w.file_id and f.state <> 'reverted'
          on conflict (file_id) do nothing
          returning file_id, received_at)
        select file_id, received_at from come
        union all
        select a.file_id, a.received_at from ops.arrival a join waiting w using (file_id)
        """;
    Map<String, Instant> moments = new HashMap<>();
    try (PreparedStatement s = connection.prepareStatement(sql)) {
      s.setArray(1, files);
      s.setTimestamp(2, Timestamp.from(now));
      try (ResultSet rows = s.executeQuery()) {
        while (rows.next()) {
          moments.put(rows.getString(1), rows.getTimestamp(2).toInstant());
        }
      }
    }
    return claimed.stream().map(file -> file.receivedAt(moments.getOrDefault(file.record().fileId(), now))).toList();
  }

  /** Forgets those that are in the warehouse: from here on its own row says when they came. */
  static void finish(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("delete from ops.arrival a using ops.file f where f.file_id = a.file_id and f.state <> 'staged'");
    }
  }
}
