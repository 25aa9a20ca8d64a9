package vn.ishc.run;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import vn.ishc.TestDatabase;
import vn.ishc.feed.Column;
import vn.ishc.feed.ColumnType;
import vn.ishc.feed.Contract;
import vn.ishc.feed.Contracts;

/** Marks are planted in every column of every feed, right and wrong, and on every way a load can fail; only the vault may have them. */
class PlantedMarkersTest {
  private static final String NOW = "2025-12-18T02:00:00Z";
  private static final List<String> MARKS = List.of("zuyxanh", "quzanh", "vuxich", "5550123", "8712345", "4021234567");

  /** Free text in a wrong cell: a name with its honorific, a telephone, a card. */
  private static final String STRAY = "gặp ông Zuyxanh 0915550123";

  private static final Map<ColumnType, String> RIGHT = Map.ofEntries(
      Map.entry(ColumnType.CLUB, "CLB xóm 3"), Map.entry(ColumnType.COMMUNE, "Đại Đồng"), Map.entry(ColumnType.DISTRICT, "Thanh Chương"),
      Map.entry(ColumnType.ADDRESS, "nhà ông Vuxich"), Map.entry(ColumnType.BIRTH, "5/3/1948"), Map.entry(ColumnType.DATE, "5/9/2025"),
      Map.entry(ColumnType.SEX, "Nam"), Map.entry(ColumnType.TICK, "x"), Map.entry(ColumnType.NATIONAL_ID, "040048712345"),
      Map.entry(ColumnType.INSURANCE_NO, "HT2404021234567"), Map.entry(ColumnType.PHONE, "0915550123"), Map.entry(ColumnType.COUNT, "3"),
      Map.entry(ColumnType.MONEY, "1000000"), Map.entry(ColumnType.DECIMAL, "50"), Map.entry(ColumnType.HEIGHT, "152"), Map.entry(ColumnType.PRESSURE, "130/80"),
      Map.entry(ColumnType.GLUCOSE, "5,2"), Map.entry(ColumnType.RATE, "6"), Map.entry(ColumnType.MONTHS, "12"), Map.entry(ColumnType.DECISION, "15/QĐ-UBND"),
      Map.entry(ColumnType.NOTE, "Zuyxanh gọi 0915550123"), Map.entry(ColumnType.IGNORED, "1"), Map.entry(ColumnType.TEXT, "trồng keo"));

  private static final Map<String, String> SENDERS = Map.of(
      "health-check", "tyt-dai-dong-17713", "loan-ledger", "nhcsxh-thanh-chuong", "loan-repayment", "nhcsxh-thanh-chuong", "media-item", "bao-nghe-an",
      "plan-targets", "hoi-nct-tinh");

  @TempDir Path folder;

  private static List<Contract> contracts() throws Exception {
    return Contracts.read(TestDatabase.ROOT.resolve("jobs/feeds")).all();
  }

  private static String header(Column column) {
    return column.headers().stream()
        .filter(spec -> spec.part().isEmpty() && spec.group().isEmpty())
        .findFirst()
        .orElse(column.headers().getFirst())
        .leaf();
  }

  private static String right(Column column, int row) {
    if (column.type() == ColumnType.PERSON_NAME) {
      return "Nguyễn Văn Zuyxanh";
    }
    if (column.type() == ColumnType.CODE || column.type() == ColumnType.CODES) {
      return switch (column.name()) {
        case "activity_kinds" -> "Tập huấn";
        case "source" -> "Ngân sách nhà nước";
        default -> "";
      };
    }
    return column.type() == ColumnType.TEXT && column.name().endsWith("_no") ? "K" + row : String.valueOf(RIGHT.get(column.type()));
  }

  /** Many right rows, and one for each column with something personal in it that does not belong there. */
  private static byte[] planted(Contract contract) {
    List<Column> columns = contract.columns();
    List<String> lines = new ArrayList<>();
    String margin = ";".repeat(columns.size() - 1);
    lines.add(contract.titleVi().toUpperCase(java.util.Locale.ROOT) + " 6 tháng cuối năm 2025" + margin);
    lines.add("Người báo: Đỗ Thị Quzanh 0915550123" + margin);
    lines.add(columns.stream().map(PlantedMarkersTest::header).collect(Collectors.joining(";")));
    for (int wrong = -6 * columns.size(); wrong < columns.size(); wrong++) {
      int row = wrong;
      lines.add(columns.stream().map(column -> column.index() == row ? STRAY : right(column, row + 1000)).collect(Collectors.joining(";")));
    }
    lines.add("Người lập biểu: Hồ Văn Quzanh" + margin);
    return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
  }

  private static String sender(Contract contract) {
    return SENDERS.getOrDefault(contract.feed(), "xa-dai-dong-17713");
  }

  private static void drop(TestHome home) throws Exception {
    for (Contract contract : contracts()) {
      home.drop(sender(contract), contract.feed() + " 6 thang cuoi nam 2025.csv", planted(contract));
    }
  }

  /** What a load says to its logs, whatever comes of it. */
  private static String logged(TestHome home) {
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    log.start();
    root.addAppender(log);
    try {
      Works.Ended ended = new Works(home.settings(NOW), TestHome.KNOWLEDGE).run("load", Map.of(), java.time.Duration.ZERO);
      return said(log) + ended.said();
    } catch (Exception e) {
      java.io.StringWriter trace = new java.io.StringWriter();
      e.printStackTrace(new java.io.PrintWriter(trace));
      return said(log) + trace;
    } finally {
      root.detachAppender(log);
    }
  }

  private static String said(ListAppender<ILoggingEvent> log) {
    return log.list.stream()
        .map(event -> event.getFormattedMessage() + (event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy())))
        .collect(Collectors.joining("\n"));
  }

  private static List<String> marksIn(String text) {
    String lower = text.toLowerCase(java.util.Locale.ROOT);
    return MARKS.stream().filter(lower::contains).toList();
  }

  @Test
  void whateverIsWrittenInAnyColumnOfAnyFeedStaysInTheVault() throws Exception {
    TestHome home = new TestHome(folder.resolve("all"));
    drop(home);
    assertThat(marksIn(logged(home))).isEmpty();
    assertThat(home.rows("select feed from mart.file where state = 'loaded_with_findings' order by 1"))
        .containsExactlyElementsOf(contracts().stream().map(Contract::feed).sorted().toList());
    assertThat(home.value("select count(*) from vault.person_mention where full_name like '%Zuyxanh'")).isNotEqualTo("0");
    assertThat(PrivacyTest.leaks(home, MARKS)).isEmpty();
    assertThat(answersOfOthers(home)).isEmpty();
  }

  /** The vault itself holds no number that can be read. */
  @Test
  void noNumberIsReadableEvenInTheVault() throws Exception {
    TestHome home = new TestHome(folder.resolve("numbers"));
    drop(home);
    home.load(NOW);
    List<String> readable = new ArrayList<>();
    for (String table : home.rows("select table_name from information_schema.tables where table_schema = 'vault' and table_type = 'BASE TABLE'")) {
      readable.addAll(home.rows("select '" + table + ": ' || (to_jsonb(t) - 'address' - 'full_name')::text from vault." + table
          + " t where (to_jsonb(t) - 'address' - 'full_name' - 'name_key')::text ~ '5550123|8712345|4021234567' limit 3"));
    }
    assertThat(readable).isEmpty();
  }

  private static final Path FORM = Path.of("hoi-nct-tinh", "Phieu xac nhan nguoi trung.xlsx");

  /** Answers go to whoever sent the file; nobody reads of another sender's persons, but for the association, which decides who is who. */
  private static List<String> answersOfOthers(TestHome home) throws Exception {
    List<String> wrong = new ArrayList<>();
    try (Stream<Path> answers = Files.walk(home.path("outbox"))) {
      for (Path answer : answers.filter(Files::isRegularFile).filter(file -> !file.endsWith(FORM)).toList()) {
        String feed = String.valueOf(answer.getFileName()).split(" 6 thang")[0];
        String sender = contracts().stream().filter(contract -> contract.feed().equals(feed)).findFirst().map(PlantedMarkersTest::sender).orElse("?");
        if (!answer.getParent().endsWith(sender)) {
          wrong.add(answer.toString());
        }
      }
    }
    return wrong;
  }

  @ParameterizedTest
  @ValueSource(strings = {"vault.person_mention", "staging.health_check", "ops.finding", "core.fact_membership", "vault.person", "core.fact_indicator"})
  void aDatabaseThatFailsTellsNobody(String table) throws Exception {
    TestHome home = new TestHome(folder.resolve(table));
    home.run("create function ops.fail() returns trigger language plpgsql as $$ begin raise exception 'Zuyxanh 0915550123 %', new; end $$");
    home.run("create trigger fail before insert on " + table + " for each row execute function ops.fail()");
    drop(home);
    String said = logged(home);
    assertThat(said).as("it did fail").isNotEmpty();
    assertThat(marksIn(said)).isEmpty();
    assertThat(PrivacyTest.leaks(home, MARKS)).isEmpty();
    try (Stream<Path> left = Files.list(home.path("spool"))) {
      assertThat(left).as("lines left on disk").isEmpty();
    }
  }
}
