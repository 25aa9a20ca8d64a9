package vn.ishc.cli;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.ishc.feedback.Catalogue;
import vn.ishc.feedback.Words;
import vn.ishc.inbox.InboxFolder;
import vn.ishc.inbox.Submitters;
import vn.ishc.row.FindingCode;
import vn.ishc.row.Language;
import vn.ishc.run.Knowledge;
import vn.ishc.run.OutcomeWords;
import vn.ishc.vault.FindingTexts;
import vn.ishc.vault.VaultKey;
import vn.ishc.vault.VaultLocked;
import vn.ishc.warehouse.KeyCheck;
import vn.ishc.warehouse.OpenWarehouse;

/** {@code status}, {@code files}, {@code findings}: what came in, what became of it, what was found. */
final class StoreRuns {
  private StoreRuns() {}

  static Outcome status(StatusCommand.Request request, Session session) throws Exception {
    Screen screen = session.screen();
    boolean vi = screen.language() == Language.VI;
    try (OpenWarehouse warehouse = open(session);
        Connection connection = warehouse.source().getConnection()) {
      String sql =
          """
          select submitter, count(*), count(*) filter (where state in ('loaded', 'loaded_with_findings')), count(*) filter (where state = 'refused'),
            count(*) filter (where state in ('duplicate', 'superseded', 'reverted')), sum(rows_accepted), sum(rows_refused),
            to_char(max(received_at) at time zone 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY HH24:MI')
          from ops.file group by submitter order by submitter collate "vi-x-icu"
          """;
      TextTable table =
          new TextTable(
              screen.out(),
              List.of(
                  column(screen, "status.submitter", false),
                  column(screen, "status.files", true),
                  column(screen, "status.loaded", true),
                  column(screen, "status.refused", true),
                  column(screen, "status.other", true),
                  column(screen, "load.accepted", true),
                  column(screen, "load.refused", true),
                  column(screen, "status.last", false)));
      try (PreparedStatement statement = connection.prepareStatement(sql);
          ResultSet rows = statement.executeQuery()) {
        print(table, rows, 8);
      }
      lastLoad(connection, screen, vi);
      ScheduleStatus.print(connection, session);
    }
    waiting(session);
    screen.out().flush();
    return Outcome.DONE;
  }

  /** Files in a folder that is nobody's wait for a person, not for the next load. */
  private static void waiting(Session session) throws IOException {
    Submitters submitters = Knowledge.read(session.settings().root()).submitters();
    Map<Boolean, List<InboxFolder.Waiting>> files =
        InboxFolder.scan(session.settings().home().resolve("inbox")).stream().collect(Collectors.partitioningBy(file -> submitters.find(file.folder()).isPresent()));
    Screen screen = session.screen();
    screen.out().println(screen.text("status.waiting", Long.toString(files.getOrDefault(true, List.of()).size())));
    for (InboxFolder.Waiting file : files.getOrDefault(false, List.of())) {
      screen.out().println(screen.text("status.nobodys", TextWidth.visible(file.folder() + "/" + file.name())));
    }
  }

  private static void lastLoad(Connection connection, Screen screen, boolean vi) throws SQLException {
    String sql =
        "select load_id, to_char(started_at at time zone 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY HH24:MI'), state from ops.load order by load_id desc limit 1";
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      screen.out().println();
      if (rows.next()) {
        String state =
            switch (rows.getString(3)) {
              case "done" -> vi ? "xong" : "done";
              case "running" -> vi ? "đang chạy" : "running";
              default -> vi ? "hỏng" : "failed";
            };
        screen.out().println(screen.text("status.load", rows.getString(1), rows.getString(2), state));
      }
    }
  }

  static Outcome files(FilesCommand.Request request, Session session) throws Exception {
    Screen screen = session.screen();
    boolean vi = screen.language() == Language.VI;
    String sql =
        """
        select file_id, submitter || '/' || file_name, coalesce(feed, ''), coalesce(period, ''), rows_accepted, rows_refused, errors, warnings,
          to_char(received_at at time zone 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY HH24:MI'), state
        from mart.file where submitter = coalesce(?, submitter) order by received_at, submitter, file_name
        """;
    try (OpenWarehouse warehouse = open(session);
        Connection connection = warehouse.source().getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, request.submitter().orElse(null));
      TextTable table =
          new TextTable(
              screen.out(),
              List.of(
                  column(screen, "files.id", false),
                  column(screen, "load.file", false),
                  column(screen, "load.feed", false),
                  column(screen, "load.period", false),
                  column(screen, "load.accepted", true),
                  column(screen, "load.refused", true),
                  column(screen, "files.errors", true),
                  column(screen, "files.warnings", true),
                  column(screen, "files.received", false),
                  column(screen, "load.state", false)));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          String[] cells = cells(rows, 10);
          cells[9] = OutcomeWords.state(cells[9], vi);
          table.row(cells);
        }
      }
      table.end();
    }
    screen.out().flush();
    return Outcome.DONE;
  }

  static Outcome findings(FindingsCommand.Request request, Session session) throws Exception {
    Screen screen = session.screen();
    boolean vi = screen.language() == Language.VI;
    if (request.fileId().isEmpty()) {
      catalogue(screen, vi);
      return Outcome.DONE;
    }
    String fileId = request.fileId().get();
    String message = vi ? "message_vi" : "message_en";
    String sql =
        """
        select l.file_name || coalesce(' › ' || nullif(f.sheet, ''), '') || coalesce(' › ' || f.cell, '') || ': ', f.severity,
          f.%1$s, t.%1$s_sealed, ' [' || f.code || ']'
        from ops.finding f join ops.file l using (file_id) left join vault.finding_text t using (file_id, finding_no)
        where f.file_id = ? and not f.confirmed
        order by array_position(array['error', 'warning', 'info'], f.severity), f.finding_no
        """
            .formatted(message);
    try (OpenWarehouse warehouse = open(session);
        Connection connection = warehouse.source().getConnection()) {
      if (!known(connection, fileId)) {
        screen.complain(screen.text("findings.no-file", fileId));
        return Outcome.FAILED;
      }
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        statement.setString(1, fileId);
        printFindings(statement, screen, new FindingTexts(key(connection, session)));
      }
    }
    return Outcome.DONE;
  }

  /** Every code there is: how grave, what is wrong, why, what to do, an example. */
  private static void catalogue(Screen screen, boolean vi) {
    Words words = new Words();
    Catalogue catalogue = new Catalogue();
    for (FindingCode code : FindingCode.values()) {
      String grade = code.isQuestion() ? "question" : code.severity().name().toLowerCase(Locale.ROOT);
      screen.out().println(code.code() + "  " + screen.text("findings.one." + grade) + "  " + words.pattern(code, vi));
      Catalogue.Entry entry = catalogue.of(code);
      screen.out().println("     " + screen.text("findings.cause", entry.cause(vi), entry.cure(vi)));
      screen.out().println("     " + screen.text("findings.example", entry.before(), entry.after()));
    }
    screen.out().flush();
  }

  private static void printFindings(PreparedStatement statement, Screen screen, FindingTexts texts) throws SQLException {
    String before = "";
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        if (!rows.getString(2).equals(before)) {
          before = rows.getString(2);
          screen.out().println(screen.text("findings." + before));
        }
        screen.out().println("  " + rows.getString(1) + texts.message(rows.getString(3), rows.getBytes(4)) + rows.getString(5));
      }
    }
    if (before.isEmpty()) {
      screen.out().println(screen.text("findings.none"));
    }
    screen.out().flush();
  }

  /** The key, when the right one is at hand; without it personal words stay masked. */
  private static Optional<VaultKey> key(Connection connection, Session session) throws SQLException, IOException {
    try {
      return Optional.of(KeyCheck.key(connection, session.settings().vaultKey()));
    } catch (VaultLocked e) {
      session.screen().note("findings.masked");
      return Optional.empty();
    }
  }

  private static boolean known(Connection connection, String fileId) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("select 1 from ops.file where file_id = ?")) {
      statement.setString(1, fileId);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  static OpenWarehouse open(Session session) throws Exception {
    return OpenWarehouse.open(session.settings().database(), session.settings().root());
  }

  private static TextTable.Column column(Screen screen, String key, boolean number) {
    return new TextTable.Column(screen.text(key), number);
  }

  private static void print(TextTable table, ResultSet rows, int columns) throws SQLException, IOException {
    while (rows.next()) {
      table.row(cells(rows, columns));
    }
    table.end();
  }

  private static String[] cells(ResultSet rows, int columns) throws SQLException {
    String[] cells = new String[columns];
    for (int i = 0; i < columns; i++) {
      String text = rows.getString(i + 1);
      cells[i] = text == null ? "" : text;
    }
    return cells;
  }
}
