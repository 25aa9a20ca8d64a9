package vn.ishc.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code ishc sql}: a question to the warehouse, asked as the analyst unless said otherwise; the session only reads. */
@Command(
    name = "sql",
    sortOptions = false,
    customSynopsis = {
      "ishc sql \"SELECT …\" [--format table|csv|json] [--as " + Reader.LABEL + "]",
      "ishc sql [--format table|csv|json] < FILE",
      "ishc sql --list",
      "ishc sql --query NAME [--set NAME=VALUE]… [--format table|csv|json]"
    })
final class SqlCommand extends Subcommand {
  private static final int FETCH_ROWS = 1000;
  private static final String STANDARD_INPUT = "-";

  private final Surroundings surroundings;

  @Parameters(arity = "0..1", paramLabel = "SELECT", descriptionKey = "statement")
  private @Nullable String statement;

  @Option(names = "--format", paramLabel = "table|csv|json", descriptionKey = "format")
  private OutputFormat format = OutputFormat.TABLE;

  @Option(names = "--as", paramLabel = Reader.LABEL, descriptionKey = "as", converter = Reader.Converter.class)
  private Reader reader = new Reader(Optional.of("ishc_analyst"));

  @Option(names = "--list", descriptionKey = "list")
  private boolean list;

  @Option(names = "--query", paramLabel = "NAME", descriptionKey = "query")
  private @Nullable String query;

  @Option(names = "--set", paramLabel = "NAME=VALUE", descriptionKey = "set")
  private Map<String, String> settings = new LinkedHashMap<>();

  SqlCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  Outcome run(Session session) throws Exception {
    Screen screen = session.screen();
    if (list) {
      return list(session);
    }
    Optional<CookbookQuery> known = query == null ? Optional.empty() : Optional.of(find(query, session));
    String text = known.isPresent() ? known.get().statement() : statementText(screen);
    try (Connection connection = reader.address(session).open()) {
      return known.isPresent() ? answer(connection, known.get(), screen) : answer(connection, text, screen);
    } catch (SQLException e) {
      screen.out().flush();
      screen.complain("42501".equals(e.getSQLState()) ? denied(e, screen) : sentence(e, text, screen));
      return Outcome.FAILED;
    }
  }

  private static List<CookbookQuery> cookbook(Session session) throws IOException {
    return CookbookQuery.all(session.settings().root().resolve("sql/queries"));
  }

  private static Outcome list(Session session) throws IOException {
    Screen screen = session.screen();
    TextTable table =
        new TextTable(screen.out(), List.of(new TextTable.Column(screen.text("sql.query"), false), new TextTable.Column(screen.text("sql.question"), false)));
    for (CookbookQuery each : cookbook(session)) {
      table.row(each.name(), each.question(screen.language()));
    }
    table.end();
    screen.out().flush();
    return Outcome.DONE;
  }

  private CookbookQuery find(String name, Session session) throws IOException {
    CookbookQuery found =
        cookbook(session).stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new ParameterException(spec().commandLine(), session.screen().text("sql.no-query", name)));
    settings.keySet().stream()
        .filter(each -> !found.parameters().containsKey(each))
        .findFirst()
        .ifPresent(each -> {
          throw new ParameterException(
              spec().commandLine(), session.screen().text("sql.no-parameter", name, each, String.join(", ", found.parameters().keySet())));
        });
    return found;
  }

  private Outcome answer(Connection connection, CookbookQuery found, Screen screen) throws SQLException, IOException {
    try (Statement setting = connection.createStatement()) {
      onlyRead(setting);
    }
    connection.setAutoCommit(false);
    screen.note("sql.asked", found.question(screen.language()));
    try (PreparedStatement question = found.prepare(connection, settings)) {
      question.setFetchSize(FETCH_ROWS);
      try (ResultSet rows = question.executeQuery()) {
        print(rows, screen);
      }
    }
    return Outcome.DONE;
  }

  private static void onlyRead(Statement statement) throws SQLException {
    statement.execute("set session characteristics as transaction read only");
    statement.execute("set time zone 'Asia/Ho_Chi_Minh'");
  }

  private String statementText(Screen screen) throws IOException {
    if (statement != null && !statement.equals(STANDARD_INPUT)) {
      return statement;
    }
    boolean nobodyWrites = statement == null && surroundings.terminal(0);
    String text = nobodyWrites ? "" : new String(surroundings.in().readAllBytes(), StandardCharsets.UTF_8);
    if (text.isBlank()) {
      throw new ParameterException(spec().commandLine(), screen.text("usage.missing", "SELECT"));
    }
    return text;
  }

  private Outcome answer(Connection connection, String text, Screen screen) throws SQLException, IOException {
    try (Statement question = connection.createStatement()) {
      onlyRead(question);
      connection.setAutoCommit(false);
      question.setFetchSize(FETCH_ROWS);
      boolean rows = question.execute(text);
      while (rows || question.getUpdateCount() >= 0) {
        if (rows) {
          print(question.getResultSet(), screen);
        }
        rows = question.getMoreResults();
      }
      return Outcome.DONE;
    }
  }

  private void print(ResultSet rows, Screen screen) throws SQLException, IOException {
    RowPrinter printer = RowPrinter.of(format, screen.out(), rows.getMetaData());
    long count = 0;
    while (rows.next()) {
      printer.row(rows);
      count++;
      if (count % FETCH_ROWS == 0 && screen.out().checkError()) {
        return; // nobody reads on
      }
    }
    printer.end();
    screen.out().flush();
    if (format == OutputFormat.TABLE) {
      screen.note("sql.rows", Figures.of(screen.language()).text(count));
    }
  }

  private String denied(SQLException failure, Screen screen) {
    String said = failure instanceof PSQLException known && known.getServerErrorMessage() != null
        ? String.valueOf(known.getServerErrorMessage().getMessage()) : Complaints.firstLine(failure);
    return screen.text("sql.denied", reader.role().orElse("owner"), said);
  }

  private static String sentence(SQLException failure, String text, Screen screen) {
    ServerErrorMessage server = failure instanceof PSQLException known ? known.getServerErrorMessage() : null;
    if (server == null) {
      return screen.text("failure.sql", Complaints.firstLine(failure));
    }
    String said = String.valueOf(server.getMessage());
    int position = Math.min(server.getPosition(), text.length());
    if (position <= 0) {
      return screen.text("failure.sql", said);
    }
    String before = text.substring(0, position - 1);
    long line = before.chars().filter(each -> each == '\n').count() + 1;
    return screen.text("failure.sql.at", said, line, position - before.lastIndexOf('\n') - 1);
  }
}
