package vn.ishc.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may be true is asked, and a yes is remembered for that value alone. */
class QuestionsTest {
  private static final String SENDER = "xa-dai-dong-17713";
  private static final String NAME = "DS hoi vien 6 thang cuoi nam 2025.csv";
  private static final String NEXT = "DS hoi vien 6 thang dau nam 2026.csv";
  private static final String FIRST = "2025-12-18T02:00:00Z";
  private static final String SECOND = "2026-01-09T02:00:00Z";
  private static final String THIRD = "2026-06-20T02:00:00Z";
  private static final String LAST = "2026-07-20T02:00:00Z";

  @TempDir Path folder;

  private static byte[] roster(String half, int members, String oldest) {
    StringBuilder text = new StringBuilder("DANH SÁCH HỘI VIÊN CLB LTHTGN XÓM 3\nXã Đại Đồng, " + half + "\nSTT;Họ và tên;Ngày sinh;Giới tính\n1;Lê Thị Lan;" + oldest + ";Nữ\n");
    for (int i = 2; i <= members; i++) {
      text.append(i).append(";Nguyễn Văn A").append("nbcdghklmpqrst".charAt(i)).append(';').append(1940 + i).append(";Nam\n");
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private TestHome sent() throws Exception {
    TestHome home = new TestHome(folder.resolve("home"));
    home.drop(SENDER, NAME, roster("6 tháng cuối năm 2025", 8, "1914"));
    home.load(FIRST);
    return home;
  }

  private static Path answer(TestHome home, String name) {
    return home.path("outbox").resolve(SENDER).resolve(name + ".phan-hoi.xlsx");
  }

  /** The answer with a word written into the yellow cell of every question of a code. */
  private static byte[] answered(Path answer, String code, String word) throws Exception {
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(answer));
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      XSSFSheet page = book.getSheet("Phản hồi");
      assertThat(page.isColumnHidden(8)).isTrue();
      for (Row row : page) {
        if (row.getCell(5) != null && row.getCell(5).toString().equals(code)) {
          assertThat(row.getCell(1).toString()).isEqualTo("Xin xác nhận");
          row.getCell(6).setCellValue(word);
        }
      }
      // Rows put in above the data move them: it is not the place that is confirmed.
      book.getSheetAt(1).shiftRows(0, book.getSheetAt(1).getLastRowNum(), 2);
      book.write(out);
      return out.toByteArray();
    }
  }

  private static List<String> asked(TestHome home, String code) throws Exception {
    return home.rows("select f.file_name from mart.finding d join ops.file f using (file_id) where d.code = '" + code + "' and f.state <> 'superseded' order by 1");
  }

  @Test
  void aYesSilencesTheQuestionHereAndInLaterFilesAndAnotherValueAsksAgain() throws Exception {
    TestHome home = sent();
    assertThat(asked(home, "R08")).containsExactly(NAME);
    home.drop(SENDER, NAME + ".phan-hoi.xlsx", answered(answer(home, NAME), "R08", "đúng rồi"));
    home.load(SECOND);
    assertThat(asked(home, "R08")).isEmpty();
    assertThat(home.value("select warnings from ops.file where file_name like '%phan-hoi%'"))
        .isEqualTo(home.value("select count(*) from mart.finding join ops.file f using (file_id) where severity = 'warning' and f.file_name like '%phan-hoi%'"));
    home.drop(SENDER, NEXT, roster("6 tháng đầu năm 2026", 8, "1914"));
    home.drop("huyen-thanh-chuong", NEXT.replace("DS", "DS huyen"), roster("6 tháng đầu năm 2026", 9, "1914"));
    home.load(THIRD);
    assertThat(asked(home, "R08")).containsExactly(NEXT.replace("DS", "DS huyen"));
    assertThat(AnswerPage.lines(answer(home, NEXT))).noneMatch(line -> line.contains("R08"));
    home.drop(SENDER, NEXT.replace(".csv", " lan 2.csv"), roster("6 tháng đầu năm 2026", 8, "1913"));
    home.load(LAST);
    assertThat(asked(home, "R08")).contains(NEXT.replace(".csv", " lan 2.csv"));
    List<String> before = home.marts();
    new Rebuild(home.settings(LAST), TestHome.KNOWLEDGE).run(() -> {});
    assertThat(home.marts()).isEqualTo(before);
    assertThat(home.rows("select mark from vault.confirmation")).hasSize(1).allMatch(mark -> mark.matches("k[0-9a-f]{32}"));
  }

  @Test
  void aYesBesideARowThatIsRefusedForSomethingElseHoldsOnceTheRowIsRepaired() throws Exception {
    String table =
        "DANH SÁCH HỘI VIÊN CLB LTHTGN XÓM 3\nXã Đại Đồng, 6 tháng cuối năm 2025\nSTT;Họ và tên;Ngày sinh;Giới tính;Số CCCD\n1;Lê Thị Lan;%s;Nữ;040050001234\n"
            + "2;Trần Văn Bình;1950;Nam;\n3;Trần Văn Cảnh;1951;Nam;\n4;Trần Văn Dũng;1952;Nam;\n5;Trần Văn Hải;1953;Nam;\n6;Trần Văn Long;1954;Nam;\n";
    TestHome home = new TestHome(folder.resolve("home"));
    home.drop(SENDER, NAME, table.formatted("?").getBytes(StandardCharsets.UTF_8));
    home.load(FIRST);
    assertThat(asked(home, "R02")).containsExactly(NAME);
    byte[] confirmed = answered(answer(home, NAME), "R02", "đúng");
    ByteArrayOutputStream repaired = new ByteArrayOutputStream();
    try (XSSFWorkbook book = new XSSFWorkbook(new java.io.ByteArrayInputStream(confirmed))) {
      for (Row row : book.getSheetAt(1)) {
        if (row.getCell(2) != null && row.getCell(2).toString().equals("?")) {
          row.getCell(2).setCellValue("1950");
        }
      }
      book.write(repaired);
    }
    home.drop(SENDER, NAME + ".phan-hoi.xlsx", repaired.toByteArray());
    home.load(SECOND);
    assertThat(home.value("select rows_accepted || '+' || rows_refused from ops.file where file_name like '%phan-hoi%'")).isEqualTo("6+0");
    assertThat(asked(home, "R02")).isEmpty();
    home.drop(SENDER, NEXT, table.formatted("1950").replace("cuối năm 2025", "đầu năm 2026").getBytes(StandardCharsets.UTF_8));
    home.load(THIRD);
    assertThat(asked(home, "R02")).isEmpty();
  }

  @Test
  void noAndNothingConfirmNothing() throws Exception {
    TestHome home = sent();
    home.drop(SENDER, NAME + ".phan-hoi.xlsx", answered(answer(home, NAME), "R08", "không đúng"));
    home.load(SECOND);
    assertThat(asked(home, "R08")).hasSize(1);
    assertThat(home.rows("select mark from vault.confirmation")).isEmpty();
  }

  @Test
  void aFileThatWasReceivedBeforeItsQuestionWasAnsweredIsQuietToo() throws Exception {
    TestHome home = sent();
    home.drop(SENDER, NEXT, roster("6 tháng đầu năm 2026", 8, "1914"));
    home.load(SECOND);
    assertThat(asked(home, "R08")).containsExactly(NAME, NEXT);
    home.drop(SENDER, NAME + ".phan-hoi.xlsx", answered(answer(home, NAME), "R08", "x"));
    home.load(THIRD);
    assertThat(asked(home, "R08")).isEmpty();
    String id = home.value("select file_id from ops.file where file_name like '%phan-hoi%'");
    new Reversal(home.settings(LAST), TestHome.KNOWLEDGE).revert(id);
    assertThat(asked(home, "R08")).contains(NEXT);
  }

  @Test
  void aRosterThatDoubledIsAskedAboutAndConfirmed() throws Exception {
    TestHome home = sent();
    home.drop(SENDER, NEXT, roster("6 tháng đầu năm 2026", 3, "1944"));
    home.load(SECOND);
    assertThat(asked(home, "R15")).containsExactly(NEXT);
    home.drop(SENDER, NEXT + ".phan-hoi.xlsx", answered(answer(home, NEXT), "R15", "Có"));
    home.load(THIRD);
    assertThat(asked(home, "R15")).isEmpty();
    home.drop(SENDER, NEXT.replace(".csv", " lan 2.csv"), roster("6 tháng đầu năm 2026", 2, "1944"));
    home.load(LAST);
    assertThat(asked(home, "R15")).hasSize(1);
  }
}
