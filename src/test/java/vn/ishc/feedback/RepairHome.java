package vn.ishc.feedback;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.ishc.TestDatabase;
import vn.ishc.feed.Contract;
import vn.ishc.row.Language;
import vn.ishc.run.FileOutcome;
import vn.ishc.run.Knowledge;
import vn.ishc.run.Loads;
import vn.ishc.run.Settings;
import vn.ishc.vault.KeyPlace;
import vn.ishc.warehouse.DatabaseAddress;

/** A home folder whose files come in on days that are told. */
final class RepairHome {
  private static final LocalTime MORNING = LocalTime.of(9, 0);

  private final Path home;
  private final Optional<DatabaseAddress> database;
  private final Knowledge knowledge;

  /**
   * @param home fresh
   * @param database fresh as well; empty for the server of the home
   */
  RepairHome(Path home, Optional<DatabaseAddress> database) throws IOException {
    this.home = Files.createDirectories(home);
    this.database = database;
    this.knowledge = Knowledge.read(TestDatabase.ROOT);
  }

  Path path(String name) {
    return home.resolve(name);
  }

  /** Puts a copy of a file into the inbox of a sender. */
  void drop(String sender, Path file) throws IOException {
    Path inbox = Files.createDirectories(path("inbox").resolve(sender));
    Files.copy(file, inbox.resolve(file.getFileName().toString()), StandardCopyOption.REPLACE_EXISTING);
  }

  List<FileOutcome> load(LocalDate day) throws Exception {
    return new Loads(settings(day), knowledge).run(outcome -> {}).files();
  }

  /** Whether a file of this feed takes the place of what was said before. */
  boolean replaces(String feed) {
    return knowledge.contracts().of(feed).orElseThrow().kind() == Contract.Kind.SLICE;
  }

  private Settings settings(LocalDate day) {
    Clock clock = Clock.fixed(day.atTime(MORNING).atZone(Settings.ZONE).toInstant(), Settings.ZONE);
    return new Settings(TestDatabase.ROOT, home, Language.VI, true, clock, database, new KeyPlace.InVariable("ab".repeat(32)));
  }

  /** The first column of every row, asked about one file. */
  List<String> rows(String sql, String fileId) throws Exception {
    try (Connection connection = settings(LocalDate.EPOCH).database().open();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, fileId);
      try (ResultSet result = statement.executeQuery()) {
        List<String> rows = new ArrayList<>();
        while (result.next()) {
          rows.add(result.getString(1));
        }
        return rows;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
