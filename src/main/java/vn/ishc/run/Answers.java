package vn.ishc.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.ishc.vault.FindingTexts;
import vn.ishc.vault.VaultKey;

/** The plain answer to a sender: {@code outbox/<folder>/<file>.phan-hoi.txt}, written after the commit, never before. */
final class Answers {
  private static final int LINES_MAX = 2000;

  private final Path outbox;
  private final FindingTexts texts;

  Answers(Path home, VaultKey key) {
    this.texts = new FindingTexts(Optional.of(key));
    this.outbox = home.resolve("outbox");
  }

  void write(Connection connection, Claimed file, FileOutcome outcome) throws SQLException, IOException {
    String folder = file.record().submitter().isEmpty() ? "_khong-ro" : file.record().submitter();
    Path target = Files.createDirectories(outbox.resolve(folder)).resolve(file.record().name() + ".phan-hoi.txt");
    List<String> lines = new ArrayList<>();
    lines.add("PHẢN HỒI: " + file.record().name());
    lines.add(OutcomeWords.line(outcome, true));
    lines.add("");
    lines.addAll(findings(connection, file));
    Path part = target.resolveSibling(target.getFileName() + ".part");
    Files.write(part, lines);
    Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private List<String> findings(Connection connection, Claimed file) throws SQLException {
    String sql =
        """
        select f.sheet, f.cell, f.message_vi, f.code, t.message_vi_sealed
        from ops.finding f left join vault.finding_text t using (file_id, finding_no)
        where f.file_id = ? and f.severity <> 'info'
        order by f.severity, f.finding_no limit ?
        """;
    List<String> lines = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, file.record().fileId());
      statement.setInt(2, LINES_MAX);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          String place = rows.getString(1).isEmpty() ? "" : " › " + rows.getString(1);
          String cell = rows.getString(2) == null ? "" : " › " + rows.getString(2);
          lines.add(file.record().name() + place + cell + ": " + texts.message(rows.getString(3), rows.getBytes(5)) + " [" + rows.getString(4) + "]");
        }
      }
    }
    return lines;
  }
}
