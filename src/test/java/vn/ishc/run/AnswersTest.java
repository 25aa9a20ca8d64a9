package vn.ishc.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a sender finds in the outbox, and what becomes of it when it is repaired and dropped back. */
class AnswersTest {
  private static final String SENDER = "xa-dai-dong-17713";
  private static final String NAME = "Danh sach hoi vien CLB xom 3, 6 thang cuoi nam 2025.csv";
  private static final String FIRST = "2025-12-18T02:00:00Z";
  private static final String LATER = "2026-01-09T02:00:00Z";

  @TempDir Path folder;

  /** A roster; births that cannot be read are refused. */
  private static String roster(List<String> births) {
    List<String> lines = new ArrayList<>();
    lines.add("DANH SÁCH HỘI VIÊN CLB LIÊN THẾ HỆ TỰ GIÚP NHAU XÓM 3;;;;");
    lines.add("Xã Đại Đồng, 6 tháng cuối năm 2025;;;;");
    lines.add("STT;Họ và tên;Ngày sinh;Giới tính;Ghi chú");
    for (int i = 0; i < births.size(); i++) {
      lines.add((i + 1) + ";" + name(i) + ";" + births.get(i) + ";" + (i % 2 == 0 ? "Nam" : "Nữ") + ";");
    }
    return String.join("\n", lines);
  }

  private static String name(int number) {
    List<String> family = List.of("Nguyễn", "Trần", "Lê", "Phan", "Hồ");
    List<String> given = List.of("An", "Bình", "Cường", "Dung", "Hạnh", "Lan", "Mai");
    return family.get(number % family.size()) + (number % 2 == 0 ? " Văn " : " Thị ") + given.get(number % given.size());
  }

  private static List<String> births(int wrong) {
    List<String> births = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      births.add(i < wrong ? "chưa rõ" : "" + (1940 + i));
    }
    return births;
  }

  private TestHome sent(String name, String csv) throws Exception {
    TestHome home = new TestHome(folder.resolve("home"));
    home.drop(SENDER, name, csv.getBytes(StandardCharsets.UTF_8));
    home.load(FIRST);
    return home;
  }

  private static Path answer(TestHome home, String name) {
    return home.path("outbox").resolve(SENDER).resolve(name + ".phan-hoi.xlsx");
  }

  /** Writes a value into every cell that has a note of ours. */
  private static byte[] repaired(Path answer, String value) throws Exception {
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(answer));
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      for (Sheet sheet : book) {
        for (CellAddress at : sheet.getCellComments().keySet()) {
          sheet.getRow(at.getRow()).getCell(at.getColumn()).setCellValue(value);
        }
      }
      book.write(out);
      return out.toByteArray();
    }
  }

  @Test
  void theAnswerRepairedAndDroppedBackTakesThePlaceOfTheFirstVersion() throws Exception {
    TestHome home = sent(NAME, roster(births(2)));
    assertThat(home.rows("select concat(state, ' ', rows_accepted, '+', rows_refused) from mart.file")).containsExactly("loaded_with_findings 22+2");
    home.drop(SENDER, NAME + ".phan-hoi (2).xlsx", repaired(answer(home, NAME), "1951"));
    LoadSummary summary = home.load(LATER);
    assertThat(summary.files()).singleElement().extracting(FileOutcome::errors, FileOutcome::accepted, FileOutcome::refused).containsExactly(0, 24, 0);
    assertThat(home.rows("select state from mart.file order by received_at")).containsExactly("superseded", summary.files().getFirst().state());
    assertThat(home.value("select count(*) from mart.membership")).isEqualTo("24");
    assertThat(home.rows("select code from ops.finding where severity <> 'info' and file_id = '" + summary.files().getFirst().fileId() + "'"))
        .doesNotContain("C01", "C02");
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(answer(home, NAME)))) {
      assertThat(AnswerPage.lines(book.getSheet("Thay đổi"))).anyMatch(line -> line.contains("Thêm 2 dòng, đổi 0 dòng, bớt 0 dòng"));
    }
    try (Stream<Path> answers = Files.list(home.path("outbox").resolve(SENDER))) {
      assertThat(answers.map(file -> file.getFileName().toString())).containsExactly(NAME + ".phan-hoi.xlsx");
    }
  }

  @Test
  void aCorrectionIsAnsweredWithWhoIsNewChangedAndGone() throws Exception {
    TestHome home = sent(NAME, roster(births(0)));
    String corrected = roster(births(0)).replace("Trần Thị Bình;1941;Nữ;", "Trần Thị Bình;1942;Nữ;chuyển đến").replaceAll("24;[^\n]*", "24;Vũ Thị Lan;1950;Nữ;");
    home.drop(SENDER, NAME.replace(".csv", " (da sua).csv"), corrected.getBytes(StandardCharsets.UTF_8));
    home.load(LATER);
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(answer(home, NAME.replace(".csv", " (da sua).csv"))))) {
      List<String> lines = AnswerPage.lines(book.getSheet("Thay đổi"));
      assertThat(lines).anyMatch(line -> line.contains("Thêm 1 dòng, đổi 1 dòng, bớt 1 dòng"));
      assertThat(lines).anyMatch(line -> line.contains("Đổi") && line.contains("Trần Thị Bình") && line.contains("“1941” → “1942”"));
      assertThat(lines).anyMatch(line -> line.contains("Bớt") && line.contains(name(23)));
      assertThat(lines).anyMatch(line -> line.contains("Thêm") && line.contains("Vũ Thị Lan"));
    }
  }

  @Test
  void aRowThatIsStillInTheFileButRefusedIsNotToldAsGone() throws Exception {
    TestHome home = sent(NAME, roster(births(0)));
    home.drop(SENDER, NAME.replace(".csv", " (da sua).csv"), roster(births(1)).replaceAll("24;[^\n]*", "").getBytes(StandardCharsets.UTF_8));
    home.load(LATER);
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(answer(home, NAME.replace(".csv", " (da sua).csv"))))) {
      List<String> lines = AnswerPage.lines(book.getSheet("Thay đổi"));
      assertThat(lines).anyMatch(line -> line.contains("Thêm 0 dòng, đổi 0 dòng, bớt 1 dòng")).anyMatch(line -> line.startsWith("Còn 1 dòng"));
      assertThat(lines).anyMatch(line -> line.contains("| Có trong tệp nhưng chưa nhận |") && line.contains(name(0)));
      assertThat(lines).anyMatch(line -> line.contains("| Bớt |") && line.contains(name(23)));
    }
  }

  @Test
  void aChangeInALedgerOfAnOldEncodingIsToldInVietnamese() throws Exception {
    String former = roster(births(0)).replace("Nguyễn Văn An;1940;Nam;", "NguyÔn V¨n Th×n;1940;Nam;Con liÖt sÜ");
    TestHome home = sent(NAME, former);
    home.drop(SENDER, NAME.replace(".csv", " (da sua).csv"), former.replace("Th×n;1940;Nam;Con liÖt sÜ", "Th×n;1941;Nam;Gia ®×nh chÝnh s¸ch").getBytes(StandardCharsets.UTF_8));
    home.load(LATER);
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(answer(home, NAME.replace(".csv", " (da sua).csv"))))) {
      assertThat(AnswerPage.lines(book.getSheet("Thay đổi")))
          .anyMatch(line -> line.contains("Nguyễn Văn Thìn") && line.contains("“1940” → “1941”"))
          .noneMatch(line -> line.contains("V¨n"));
    }
  }

  @Test
  void whatOnlyThePublicationFindsOutIsInTheAnswerThoughItIsWrittenAhead() throws Exception {
    TestHome home = new TestHome(folder.resolve("home"));
    home.drop(SENDER, NAME, roster(births(1)).getBytes(StandardCharsets.UTF_8));
    home.drop(SENDER, NAME.replace(".csv", " sửa lần 2.csv"), roster(births(0)).getBytes(StandardCharsets.UTF_8));
    home.load(FIRST);
    assertThat(AnswerPage.lines(answer(home, NAME))).anyMatch(line -> line.contains("đã có bản mới hơn"));
    assertThat(AnswerPage.lines(answer(home, NAME.replace(".csv", " sửa lần 2.csv")))).noneMatch(line -> line.contains("đã có bản mới hơn"));
    try (Stream<Path> left = Files.list(home.path("claimed"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void aFileOfNobodyIsToldWhereItBelongsAndNotToComeBack() throws Exception {
    TestHome home = new TestHome(folder.resolve("home"));
    home.drop("usb-cua-ai", NAME, roster(births(1)).getBytes(StandardCharsets.UTF_8));
    home.load(FIRST);
    assertThat(AnswerPage.lines(home.path("outbox").resolve("usb-cua-ai").resolve(NAME + ".phan-hoi.xlsx")))
        .anyMatch(line -> line.contains("vào đúng thư mục của đơn vị"))
        .noneMatch(line -> line.contains("inbox/usb-cua-ai") || line.contains("ngay trong tệp này"));
  }

  @Test
  void aLedgerThatAddsUpSaysThatARowLeftOutStays() throws Exception {
    TestHome home = new TestHome(folder.resolve("home"));
    String ledger = "DANH SÁCH VAY VỐN;;;;\n6 tháng cuối năm 2025;;;;\nSTT;Họ và tên;Ngày sinh;Ngày vay;Số tiền vay\n1;Trần Thị Lan;1952;5/3/2025;3.000.000\n";
    home.drop(SENDER, "Danh sach vay.csv", ledger.getBytes(StandardCharsets.UTF_8));
    home.drop(SENDER, NAME, roster(births(0)).getBytes(StandardCharsets.UTF_8));
    home.load(FIRST);
    assertThat(AnswerPage.lines(answer(home, "Danh sach vay.csv"))).anyMatch(line -> line.startsWith("Riêng Danh sách vay vốn được cộng dồn"));
    assertThat(AnswerPage.lines(answer(home, NAME))).noneMatch(line -> line.contains("cộng dồn"));
  }

  @Test
  void aFileWithoutFindingsGetsOnePage() throws Exception {
    TestHome home = sent(NAME, roster(births(0)));
    if (home.value("select state from mart.file").equals("loaded")) {
      try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(answer(home, NAME)))) {
        assertThat(book.getNumberOfSheets()).isEqualTo(1);
      }
    }
    assertThat(AnswerPage.lines(answer(home, NAME))).anyMatch(line -> line.contains("Đọc 27 dòng = nhận 24 + từ chối 0 + không phải số liệu 3"));
  }

  @Test
  void thePageNamesWhatTheFileWasTakenForAndLeadsToTheCells() throws Exception {
    TestHome home = sent(NAME, roster(births(2)));
    List<String> lines = AnswerPage.lines(answer(home, NAME));
    assertThat(lines).anyMatch(line -> line.contains("Danh sách hội viên") && line.contains("6 tháng cuối năm 2025") && line.contains("Xã Đại Đồng"));
    assertThat(lines).anyMatch(line -> line.contains("Không nhận") && line.contains("C4") && line.contains("“chưa rõ”") && line.endsWith("C02"));
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(answer(home, NAME)))) {
      assertThat(book.getSheetAt(0).getHyperlinkList()).anyMatch(link -> "'Số liệu'!C4".equals(link.getLocation()));
      assertThat(book.getSheetAt(1).getCellComment(new CellAddress("C4")).getString().getString()).startsWith("PHẢN HỒI · Không nhận · C02");
      assertThat(book.getSheetAt(1).getRow(3).getCell(2).getCellStyle().getFillForegroundColorColor().getARGBHex()).isEqualTo("FFF2A04A");
    }
  }

  @Test
  void aNameAsLongAsTheDiskAllowsIsAnswered() throws Exception {
    String name = "đ".repeat(120) + ".csv";
    TestHome home = sent(name, roster(births(2)));
    try (Stream<Path> answers = Files.list(home.path("outbox").resolve(SENDER))) {
      assertThat(answers).hasSize(1);
    }
  }

  @Test
  void theAnswerToACorrectionNamesNobodyWhoWasErased() throws Exception {
    String first = roster(births(0)).replace("Giới tính;Ghi chú", "Giới tính;Số CCCD").replace("Trần Thị Bình;1941;Nữ;", "Trần Thị Bình;1941;Nữ;040141001235");
    TestHome home = sent(NAME, first);
    assertThat(home.requests(FIRST).erase(new vn.ishc.vault.Asked.ByNumber(vn.ishc.vault.Sealed.NATIONAL_ID, "040141001235"))).hasSize(1);
    String second = first.replaceAll("2;Trần Thị Bình;[^\n]*\n", "").replaceAll("24;[^\n]*", "24;Vũ Thị Lan;1950;Nữ;");
    home.drop(SENDER, NAME.replace(".csv", " (da sua).csv"), second.getBytes(StandardCharsets.UTF_8));
    home.load(LATER);
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(answer(home, NAME.replace(".csv", " (da sua).csv"))))) {
      List<String> lines = AnswerPage.lines(book.getSheet("Thay đổi"));
      assertThat(lines).anyMatch(line -> line.contains("Vũ Thị Lan")).noneMatch(line -> line.contains("Trần Thị Bình"));
    }
  }
}
