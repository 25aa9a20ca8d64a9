package vn.ishc.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ishc.inbox.Submitters;
import vn.ishc.row.Language;
import vn.ishc.run.Reminders.Mail;
import vn.ishc.run.Reminders.Reminded;
import vn.ishc.warehouse.DatabaseAddress;

/** Who is reminded of what, in the outbox and by a real mail server. */
class RemindersTest {
  private static final String DISTRICT = "huyen-thanh-chuong";
  private static final String LOADED = "2025-07-02T02:00:00Z";
  private static final String MONDAY = "2025-07-07T00:00:00Z";

  private static final int PATIENCE_MILLIS = 120_000;

  @TempDir Path folder;

  private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

  @AfterEach
  void stop() {
    server.stop();
  }

  private TestHome home() throws Exception {
    TestHome home = new TestHome(folder.resolve("home"));
    home.drop("huyen-thanh-chuong/DS CLB 6 thang dau nam 2025.xlsx");
    home.drop("huyen-thanh-chuong/DS hoi vien 6 thang dau nam 2025.xls");
    home.drop(DISTRICT, "=1+1.xlsx", "không phải bảng tính".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    home.load(LOADED);
    return home;
  }

  private Knowledge withMail(int port) throws Exception {
    Path file = folder.resolve("submitters.yml");
    Files.writeString(
        file,
        """
        submitters: {hoi-nct-tinh: {kind: department, name: Hội Người cao tuổi tỉnh Nghệ An}}
        mail:
          enabled: true
          host: 127.0.0.1
          port: %d
          starttls: false
          from: kho@clb.vn
          user: kho
          addresses: {%s: [vp1@clb.vn, vp2@clb.vn], hoi-nct-tinh: hoi@clb.vn}
        """
            .formatted(port, DISTRICT));
    Knowledge k = TestHome.KNOWLEDGE;
    return new Knowledge(k.root(), k.contracts(), k.lists(), k.places(), new Submitters(file, k.places()));
  }

  private static Reminded of(List<Reminded> all, String folder) {
    return all.stream().filter(each -> each.folder().equals(folder)).findFirst().orElseThrow();
  }

  private static List<String> lines(Path workbook, int sheet) throws Exception {
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(workbook))) {
      Sheet of = book.getSheetAt(sheet);
      List<String> lines = new java.util.ArrayList<>();
      for (Row row : of) {
        StringBuilder line = new StringBuilder();
        row.forEach(cell -> line.append(cell).append(" | "));
        row.forEach(cell -> assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA));
        lines.add(line.toString());
      }
      return lines;
    }
  }

  @Test
  void whatHasNotComeAndWhatIsToBeRepairedLiesInTheOutbox() throws Exception {
    TestHome home = home();
    List<Reminded> reminded = new Reminders(home.settings(MONDAY), TestHome.KNOWLEDGE, null).run(true);
    assertThat(reminded).allMatch(each -> each.mail() == Mail.NONE);
    Path paper = home.path("outbox").resolve(DISTRICT).resolve("Nhac viec.xlsx");
    List<String> missing = lines(paper, 0);
    assertThat(missing).anyMatch(line -> line.contains("Thanh Chương") && line.contains("Biểu tổng hợp") && line.contains("20/06/2025") && line.contains("quá hạn 17 ngày"));
    assertThat(missing).noneMatch(line -> line.contains("Danh sách hội viên"));
    assertThat(missing).noneMatch(line -> line.contains("Nam Đàn"));
    assertThat(lines(paper, 1)).anyMatch(line -> line.startsWith("=1+1.xlsx | chưa rõ") && line.contains("chưa nhận") && line.contains("=1+1.xlsx.phan-hoi.xlsx"));
    assertThat(lines(home.path("outbox").resolve("hoi-nct-tinh/Nhac viec.xlsx"), 0)).anyMatch(line -> line.contains("Nam Đàn"));
  }

  @Test
  void aMailGoesOncePerDayToEveryAddressOfTheFolder() throws Exception {
    server.setUser("kho", "mật-khẩu");
    server.start();
    TestHome home = home();
    Reminders reminders = new Reminders(home.settings(MONDAY), withMail(server.getSmtp().getPort()), "mật-khẩu");
    assertThat(of(reminders.run(true), DISTRICT).mail()).isEqualTo(Mail.SENT);
    assertThat(of(reminders.run(true), DISTRICT).mail()).isEqualTo(Mail.SENT_BEFORE);
    assertThat(server.getReceivedMessages()).hasSize(3);
    MimeMessage letter = letterTo("vp1@clb.vn");
    assertThat(letter.getAllRecipients()).hasSize(2);
    assertThat(letter.getSubject()).contains("Nhắc việc ngày 07/07/2025").contains("3 tệp cần sửa");
    MimeMultipart parts = (MimeMultipart) letter.getContent();
    MimeMultipart text = (MimeMultipart) parts.getBodyPart(0).getContent();
    assertThat(text.getBodyPart(0).getContent().toString()).contains("Kính gửi Huyện Thanh Chương").contains("quá hạn 17 ngày").doesNotContain("Nam Đàn");
    try (InputStream attached = parts.getBodyPart(1).getInputStream();
        XSSFWorkbook book = new XSSFWorkbook(attached)) {
      assertThat(List.of(book.getSheetName(0), book.getSheetName(1))).containsExactly("Chưa gửi", "Cần sửa");
    }
  }

  /** The line that says what is to be sent is there, the server has been called and has said nothing yet: there the process dies. */
  @Test
  void aMailThatAKilledProcessOwesIsSentByTheNextRunAndOnceOnly() throws Exception {
    TestHome home = home();
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      withMail(silent.getLocalPort());
      Process process = remind(home);
      silent.setSoTimeout(PATIENCE_MILLIS);
      silent.accept();
      process.destroyForcibly().waitFor();
    }
    server.setUser("kho", "mật-khẩu");
    server.start();
    Reminders reminders = new Reminders(home.settings(MONDAY), withMail(server.getSmtp().getPort()), "mật-khẩu");
    assertThat(reminders.run(true)).filteredOn(each -> each.mail() != Mail.NONE).hasSize(2).allMatch(each -> each.mail() == Mail.SENT);
    assertThat(reminders.run(true)).filteredOn(each -> each.mail() != Mail.NONE).hasSize(2).allMatch(each -> each.mail() == Mail.SENT_BEFORE);
    assertThat(server.getReceivedMessages()).hasSize(3);
  }

  private Process remind(TestHome home) throws Exception {
    Settings settings = home.settings(MONDAY);
    DatabaseAddress address = settings.givenDatabase().orElseThrow();
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", System.getProperty("java.class.path"), Node.class.getName(), "remind", settings.home().toString(), MONDAY,
            TestHome.KEY, address.url(), address.user(), address.password(), folder.resolve("submitters.yml").toString());
    return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve("remind.log").toFile()).start();
  }

  private MimeMessage letterTo(String address) throws Exception {
    for (MimeMessage message : server.getReceivedMessages()) {
      if (message.getAllRecipients()[0].toString().equals(address)) {
        return message;
      }
    }
    throw new AssertionError("no letter to " + address);
  }

  @Test
  void aServerThatTakesNoMailTakesNoReminderAway() throws Exception {
    TestHome home = home();
    Reminders reminders = new Reminders(home.settings(MONDAY), withMail(1), null);
    assertThat(of(reminders.run(true), DISTRICT).mail()).isEqualTo(Mail.FAILED);
    assertThat(home.path("outbox").resolve(DISTRICT).resolve("Nhac viec.xlsx")).exists();
    assertThat(home.rows("select submitter || ' ' || (mailed_at is null) from ops.reminder order by submitter")).containsExactly("hoi-nct-tinh true", DISTRICT + " true");
  }

  @Test
  void aMailThatTheServerWouldNotTakeGoesOnAnotherDayWithWhatThereIsToDoThenOrNotAtAll() throws Exception {
    TestHome home = home();
    new Reminders(home.settings(MONDAY), withMail(1), "mật-khẩu").run(true);
    server.setUser("kho", "mật-khẩu");
    server.start();
    home.run("delete from core.fact_submission");
    Reminders tuesday = new Reminders(home.settings("2025-07-08T00:00:00Z"), withMail(server.getSmtp().getPort()), "mật-khẩu");
    assertThat(tuesday.sendOwed()).singleElement().extracting(Reminded::folder, Reminded::missing, Reminded::mail).containsExactly(DISTRICT, 0, Mail.SENT);
    assertThat(tuesday.sendOwed()).isEmpty();
    assertThat(of(tuesday.run(true), DISTRICT).mail()).isEqualTo(Mail.SENT_BEFORE);
    assertThat(server.getReceivedMessages()).hasSize(2);
    assertThat(letterTo("vp1@clb.vn").getSubject()).contains("08/07/2025: 0 báo cáo chưa gửi");
    assertThat(home.rows("select submitter || ' ' || reminded_on || ' ' || (mailed_at is null) from ops.reminder")).containsExactly(DISTRICT + " 2025-07-08 false");
  }

  @Test
  void whatWasOwedOnMondayGoesOnceOnTheNextMonday() throws Exception {
    TestHome home = home();
    new Reminders(home.settings(MONDAY), withMail(1), "mật-khẩu").run(true);
    server.setUser("kho", "mật-khẩu");
    server.start();
    Reminders next = new Reminders(home.settings("2025-07-14T00:00:00Z"), withMail(server.getSmtp().getPort()), "mật-khẩu");
    assertThat(of(next.run(true), DISTRICT).mail()).isEqualTo(Mail.SENT);
    assertThat(next.sendOwed()).isEmpty();
    assertThat(server.getReceivedMessages()).hasSize(3);
  }

  @Test
  void aDaemonSendsWhatIsOwedWithoutWaitingForItsMonday() throws Exception {
    TestHome home = home();
    server.start();
    new Reminders(home.settings(MONDAY), withMail(1), null).run(true);
    Knowledge open = withMail(server.getSmtp().getPort());
    Files.writeString(folder.resolve("submitters.yml"), Files.readString(folder.resolve("submitters.yml")).replace("  user: kho\n", ""));
    Knowledge nobodySignsIn = new Knowledge(open.root(), open.contracts(), open.lists(), open.places(), new Submitters(folder.resolve("submitters.yml"), open.places()));
    Schedule.Entry weekly = new Schedule.Entry("reminders", "remind", "0 0 7 ? * MON", false, "Nhắc việc", "Reminders", Map.of());
    try (Serve serve = Serve.start(home.settings("2025-07-09T00:00:00Z"), nobodySignsIn, new Schedule(Settings.ZONE, Optional.empty(), List.of(weekly)))) {
      Instant end = Instant.now().plusMillis(PATIENCE_MILLIS);
      while (home.rows("select entry from ops.scheduled_run where finished_at is not null").isEmpty() && Instant.now().isBefore(end)) {
        Thread.sleep(100);
      }
      assertThat(server.getReceivedMessages()).hasSize(3);
      assertThat(serve.health()).containsEntry("schedule", true);
    }
    assertThat(home.value("select count(*) from ops.reminder where mailed_at is null")).isEqualTo("0");
    assertThat(home.value("select said from ops.scheduled_run where entry = 'reminder-mail'")).isEqualTo("mails 2, not sent 0");
  }

  @Test
  void whoHasNothingToDoAnyMoreHasNoReminder() throws Exception {
    TestHome home = home();
    new Reminders(home.settings(MONDAY), TestHome.KNOWLEDGE, null).run(false);
    Path paper = home.path("outbox").resolve(DISTRICT).resolve("Nhac viec.xlsx");
    assertThat(paper).exists();
    home.run("delete from core.fact_submission where unit_code = '428'");
    home.run("update ops.file set state = 'loaded', errors = 0, warnings = 0 where state in ('refused', 'loaded_with_findings')");
    new Reminders(home.settings("2025-07-14T00:00:00Z"), TestHome.KNOWLEDGE, null).run(false);
    assertThat(paper).doesNotExist();
  }

  /** A file of events counts on beside its repaired answer. */
  @Test
  void whoeverHasSentTheAnswerBackRepairedIsNotRemindedOfTheFileItIsAbout() throws Exception {
    String station = "tyt-nam-giang-17956";
    TestHome home = new TestHome(folder.resolve("home")).drop(station + "/Kham suc khoe 6 thang dau nam 2025.xls");
    home.load(LOADED);
    assertThat(of(new Reminders(home.settings(MONDAY), TestHome.KNOWLEDGE, null).run(false), station).faulty()).isEqualTo(1);
    Path answer = home.path("outbox").resolve(station).resolve("Kham suc khoe 6 thang dau nam 2025.xls.phan-hoi.xlsx");
    ByteArrayOutputStream repaired = new ByteArrayOutputStream();
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(answer))) {
      for (Sheet sheet : book) {
        sheet.getCellComments().forEach((at, note) -> sheet.getRow(at.getRow()).getCell(at.getColumn()).setCellValue(note.getString().getString().contains("Không nhận") ? "05/03/2025" : ""));
      }
      book.write(repaired);
    }
    home.drop(station, answer.getFileName().toString(), repaired.toByteArray());
    LoadSummary back = home.load("2025-07-03T02:00:00Z");
    assertThat(back.files()).singleElement().extracting(FileOutcome::errors, FileOutcome::refused).containsExactly(0, 0);
    int left = back.files().getFirst().warnings() > 0 ? 1 : 0;
    List<Reminded> again = new Reminders(home.settings(MONDAY), TestHome.KNOWLEDGE, null).run(false);
    assertThat(again.stream().filter(each -> each.folder().equals(station)).mapToInt(Reminded::faulty).sum()).isEqualTo(left);
  }

  @Test
  void aReminderInAnotherLanguageTakesThePlaceOfTheFormerOne() throws Exception {
    TestHome home = home();
    Path outbox = home.path("outbox").resolve(DISTRICT);
    Settings vietnamese = home.settings(MONDAY);
    Settings english = new Settings(vietnamese.root(), vietnamese.home(), Language.EN, true, vietnamese.clock(), vietnamese.givenDatabase(), vietnamese.vaultKey());
    new Reminders(english, TestHome.KNOWLEDGE, null).run(false);
    assertThat(outbox.resolve("Reminder.xlsx")).exists();
    new Reminders(vietnamese, TestHome.KNOWLEDGE, null).run(false);
    assertThat(outbox.resolve("Reminder.xlsx")).doesNotExist();
    assertThat(outbox.resolve("Nhac viec.xlsx")).exists();
    new Reminders(english, TestHome.KNOWLEDGE, null).run(false);
    assertThat(outbox.resolve("Nhac viec.xlsx")).doesNotExist();
    assertThat(outbox.resolve("Reminder.xlsx")).exists();
  }

  @Test
  void anAddressThatIsNoneIsToldOf() throws Exception {
    Path file = folder.resolve("submitters.yml");
    Files.writeString(file, "submitters: {}\nmail: {enabled: true, host: a.vn, from: kho}\n");
    assertThatThrownBy(() -> new Submitters(file, TestHome.KNOWLEDGE.places())).hasMessageContaining("mail › from").hasMessageContaining("@");
    assertThat(Optional.of(TestHome.KNOWLEDGE.submitters().mail())).contains(Optional.empty());
  }
}
