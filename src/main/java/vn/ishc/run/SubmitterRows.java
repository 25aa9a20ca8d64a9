package vn.ishc.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import vn.ishc.inbox.Submitter;
import vn.ishc.inbox.Submitters;

/** The senders, as the database knows them. */
final class SubmitterRows {
  private SubmitterRows() {}

  /** Writes down whose these folders are; those of nobody are left out. */
  static void remember(Connection connection, Submitters submitters, Collection<String> folders) throws SQLException {
    String sql =
        """
        insert into ops.submitter (submitter, kind, name, plan_district, commune_code) values (?, ?, ?, ?, ?)
        on conflict (submitter) do update
          set kind = excluded.kind, name = excluded.name, plan_district = excluded.plan_district, commune_code = excluded.commune_code
        """;
    try (PreparedStatement s = connection.prepareStatement(sql)) {
      for (String folder : folders.stream().distinct().toList()) {
        Optional<Submitter> submitter = submitters.find(folder);
        if (submitter.isPresent()) {
          s.setString(1, folder);
          s.setString(2, submitter.get().kind().name().toLowerCase(Locale.ROOT));
          s.setString(3, submitter.get().name());
          s.setString(4, submitter.get().planDistrict().orElse(null));
          s.setString(5, submitter.get().communeCode().orElse(null));
          s.addBatch();
        }
      }
      s.executeBatch();
    }
  }
}
