package vn.ishc.run;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
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
  private static final String COMMUNE = "xa-dai-dong-17713";
  private static final String DISTRICT = "huyen-thanh-chuong";

  /** What a database that fails says of its own. */
  private static final List<String> SAID_BY_THE_DATABASE = List.of("zuyxanh", "915550123");

  private static final Map<ColumnType, String> RIGHT = Map.ofEntries(
      Map.entry(ColumnType.CLUB, "CLB xóm 3"), Map.entry(ColumnType.COMMUNE, "Đại Đồng"), Map.entry(ColumnType.DISTRICT, "Thanh Chương"),
      Map.entry(ColumnType.BIRTH, "5/3/1948"), Map.entry(ColumnType.DATE, "5/9/2025"),
      Map.entry(ColumnType.SEX, "Nam"), Map.entry(ColumnType.TICK, "x"), 
      Map.entry(ColumnType.COUNT, "3"),
      Map.entry(ColumnType.MONEY, "1000000"), Map.entry(ColumnType.DECIMAL, "50"), Map.entry(ColumnType.HEIGHT, "152"), Map.entry(ColumnType.PRESSURE, "130/80"),
      Map.entry(ColumnType.GLUCOSE, "5,2"), Map.entry(ColumnType.RATE, "6"), Map.entry(ColumnType.MONTHS, "12"), Map.entry(ColumnType.DECISION, "15/QĐ-UBND"),
      Map.entry(ColumnType.IGNORED, "1"), Map.entry(ColumnType.TEXT, "trồng keo"));

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

  private static String right(Column column, int row, PlantedMarks.Person person) {
    return switch (column.type()) {
      case PERSON_NAME -> person.name();
      case NATIONAL_ID -> row % 3 == 0 ? person.oldId() : person.nationalId();
      case INSURANCE_NO -> person.insuranceNo();
      case PHONE -> person.phone();
      case ADDRESS -> person.address();
      case NOTE -> person.note();
      case CODE, CODES -> switch (column.name()) {
        case "activity_kinds" -> "Tập huấn";
        case "source" -> "Ngân sách nhà nước";
        default -> "";
      };
      case TEXT -> column.name().endsWith("_no") ? "K" + row : "trồng keo";
      default -> String.valueOf(RIGHT.get(column.type()));
    };
  }

  /** Many right rows, and one for each column with something personal in it that does not belong there; marks too around the table and beside it. */
  private static byte[] planted(Contract contract, PlantedMarks marks, String sender) {
    List<Column> columns = contract.columns();
    List<String> lines = new ArrayList<>();
    String margin = ";".repeat(columns.size());
    lines.add(contract.titleVi().toUpperCase(Locale.ROOT) + " 6 tháng cuối năm 2025" + margin);
    lines.add("Người báo: Đỗ Thị " + marks.stray(sender) + margin);
    lines.add(columns.stream().map(PlantedMarkersTest::header).collect(Collectors.joining(";", "", ";Hỏi lại " + marks.stray(sender))));
    PlantedMarks.Person accepted = marks.person(sender);
    PlantedMarks.Person wrongly = marks.person(sender);
    String stray = marks.stray(sender);
    String beside = ";" + marks.stray(sender);
    for (int wrong = -6 * columns.size(); wrong < columns.size(); wrong++) {
      int row = wrong;
      PlantedMarks.Person person = row < 0 ? accepted : wrongly;
      lines.add(columns.stream().map(column -> column.index() == row ? stray : right(column, row + 1000, person)).collect(Collectors.joining(";", "", beside)));
    }
    lines.add("Người lập biểu: Hồ Văn " + marks.word(sender) + margin);
    return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
  }

  private static String sender(Contract contract) {
    return SENDERS.getOrDefault(contract.feed(), COMMUNE);
  }

  /** Every feed by its sender, a roster of the same club by somebody else, and a workbook that ends halfway. */
  private static PlantedMarks drop(TestHome home) throws Exception {
    PlantedMarks marks = new PlantedMarks();
    for (Contract contract : contracts()) {
      home.drop(sender(contract), contract.feed() + " 6 thang cuoi nam 2025.csv", planted(contract, marks, sender(contract)));
      if (contract.feed().equals("member-roster")) {
        home.drop(DISTRICT, contract.feed() + " Dai Dong 6 thang cuoi nam 2025.csv", planted(contract, marks, DISTRICT));
        home.drop(COMMUNE, "DS hoi vien hong 6 thang cuoi nam 2025.xlsx", damaged(planted(contract, marks, COMMUNE)));
      }
    }
    return marks;
  }

  /** The lines as a workbook, the last quarter of which was not copied. */
  private static byte[] damaged(byte[] lines) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      Sheet sheet = book.createSheet("Hội viên");
      for (String line : new String(lines, StandardCharsets.UTF_8).split("\n")) {
        Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
        String[] cells = line.split(";");
        for (int i = 0; i < cells.length; i++) {
          row.createCell(i).setCellValue(cells[i]);
        }
      }
      book.write(out);
      return Arrays.copyOf(out.toByteArray(), out.size() * 3 / 4);
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

  @Test
  void whateverIsWrittenInAnyColumnOfAnyFeedStaysInTheVault() throws Exception {
    TestHome home = new TestHome(folder.resolve("all"));
    PlantedMarks marks = drop(home);
    assertThat(marks.all()).hasSizeGreaterThan(50);
    assertThat(marks.in(logged(home))).isEmpty();
    assertThat(home.rows("select distinct feed from mart.file where state in ('loaded_with_findings', 'superseded') order by 1"))
        .containsExactlyElementsOf(contracts().stream().map(Contract::feed).sorted().toList());
    assertThat(home.value("select count(*) from vault.person_mention where full_name like '%Zu%x'")).isNotEqualTo("0");
    assertThat(PrivacyTest.leaks(home, List.copyOf(marks.all()))).isEmpty();
    assertThat(answersWithMarksOfOthers(home, marks)).isEmpty();
  }

  /** The vault itself holds no number that can be read. */
  @Test
  void noNumberIsReadableEvenInTheVault() throws Exception {
    TestHome home = new TestHome(folder.resolve("numbers"));
    String numbers = String.join("|", drop(home).numbers());
    home.load(NOW);
    List<String> readable = new ArrayList<>();
    for (String table : home.rows("select table_name from information_schema.tables where table_schema = 'vault' and table_type = 'BASE TABLE'")) {
      readable.addAll(home.rows("select '" + table + ": ' || (to_jsonb(t) - 'address' - 'full_name')::text from vault." + table
          + " t where (to_jsonb(t) - 'address' - 'full_name' - 'name_key')::text ~ '" + numbers + "' limit 3"));
    }
    assertThat(readable).isEmpty();
  }

  private static final Path FORM = Path.of("hoi-nct-tinh", "Phieu xac nhan nguoi trung.xlsx");

  /** Answers go to whoever sent the file; nobody reads of another sender's persons, but for the association, which decides who is who. */
  private static List<String> answersWithMarksOfOthers(TestHome home, PlantedMarks marks) throws Exception {
    List<String> wrong = new ArrayList<>();
    int own = 0;
    Path outbox = home.path("outbox");
    try (Stream<Path> answers = Files.walk(outbox)) {
      for (Path answer : answers.filter(Files::isRegularFile).filter(file -> !file.endsWith(FORM)).toList()) {
        String text = text(answer);
        String reader = String.valueOf(outbox.relativize(answer).getName(0));
        own += marks.in(text).size();
        marks.ofOthers(text, reader).forEach(mark -> wrong.add(outbox.relativize(answer) + ": " + mark));
      }
    }
    assertThat(own).as("an answer is read as deep as it holds what its own sender wrote").isGreaterThan(50);
    return wrong;
  }

  /** Whatever stands in an answer: cells, notes, names of sheets, properties; marks of style between letters are taken out. */
  private static String text(Path answer) throws IOException {
    byte[] bytes = Files.readAllBytes(answer);
    if (bytes.length < 2 || bytes[0] != 'P' || bytes[1] != 'K') {
      return new String(bytes, StandardCharsets.UTF_8);
    }
    StringBuilder text = new StringBuilder();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
        String xml = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        text.append(xml).append('\n').append(xml.replaceAll("<[^>]*>", "")).append('\n');
      }
    }
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"vault.person_mention", "staging.health_check", "ops.finding", "core.fact_membership", "vault.person", "core.fact_indicator"})
  void aDatabaseThatFailsTellsNobody(String table) throws Exception {
    TestHome home = new TestHome(folder.resolve(table));
    home.run("create function ops.fail() returns trigger language plpgsql as $$ begin raise exception 'Zuyxanh 0915550123 %', new; end $$");
    home.run("create trigger fail before insert on " + table + " for each row execute function ops.fail()");
    PlantedMarks marks = drop(home);
    String said = logged(home);
    assertThat(said).as("it did fail").isNotEmpty();
    assertThat(said.toLowerCase(Locale.ROOT)).doesNotContain(SAID_BY_THE_DATABASE);
    assertThat(marks.in(said)).isEmpty();
    assertThat(PrivacyTest.leaks(home, Stream.concat(SAID_BY_THE_DATABASE.stream(), marks.all().stream()).toList())).isEmpty();
    try (Stream<Path> left = Files.list(home.path("spool"))) {
      assertThat(left).as("lines left on disk").isEmpty();
    }
  }
}
