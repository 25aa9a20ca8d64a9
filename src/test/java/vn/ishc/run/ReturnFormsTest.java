package vn.ishc.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ishc.form.FormBook;
import vn.ishc.form.FormWorkbook;
import vn.ishc.row.Language;
import vn.ishc.row.Period;
import vn.ishc.vault.Asked;
import vn.ishc.vault.Sealed;

/** A return made by us, filled in by an officer, dropped back. */
class ReturnFormsTest {
  private static final String SENDER = "xa-dai-dong-17713";
  private static final String FIRST = "2025-12-18T02:00:00Z";
  private static final String LATER = "2026-06-09T02:00:00Z";
  private static final Period NEXT = new Period(2026, 1);
  private static final int HEAD = 8;

  @TempDir Path folder;

  private TestHome known() throws Exception {
    TestHome home = new TestHome(folder.resolve("home"));
    home.drop(
        SENDER,
        "DS CLB 6 thang cuoi nam 2025.csv",
        """
        DANH SÁCH CÂU LẠC BỘ
        6 tháng cuối năm 2025
        STT;Tên CLB;Xã;Ngày thành lập;Chủ nhiệm;Số thành viên;Nữ
        1;CLB xóm 3;Đại Đồng;5/3/2020;Nguyễn Văn Minh;3;2
        2;CLB xóm 10;Đại Đồng;6/4/2021;Trần Văn Đức;1;0
        """
            .getBytes(StandardCharsets.UTF_8));
    home.drop(
        SENDER,
        "DS hoi vien 6 thang cuoi nam 2025.csv",
        """
        DANH SÁCH HỘI VIÊN
        6 tháng cuối năm 2025
        STT;Tên CLB;Xã;Họ và tên;Ngày sinh;Giới tính;Số CCCD;Điện thoại;Thôn;Dân tộc;Hộ nghèo;Chức vụ;Ngày vào CLB;Ngày ra CLB
        1;CLB xóm 3;Đại Đồng;Nguyễn Văn Minh;5/3/1950;Nam;040050001234;0912345678;xóm 3;Kinh;;Chủ nhiệm;1/2/2020;
        2;CLB xóm 3;Đại Đồng;Trần Thị Lan;1952;Nữ;040152001235;;=xóm 3;Thái;x;;3/2020;
        3;CLB xóm 3;Đại Đồng;Lê Thị Hoa;1948;Nữ;;;xóm 3;Kinh;;;;1/10/2025
        4;CLB xóm 10;Đại Đồng;Trần Văn Đức;1955;Nam;;;xóm 10;Kinh;;Chủ nhiệm;;
        """
            .getBytes(StandardCharsets.UTF_8));
    home.load(FIRST);
    return home;
  }

  private static byte[] form(TestHome home, String feed, String unit, Consumer<XSSFWorkbook> officer) throws Exception {
    FormBook form = new ReturnForms(home.settings(FIRST), TestHome.KNOWLEDGE).of(TestHome.KNOWLEDGE.contracts().of(feed).orElseThrow(), unit, NEXT).orElseThrow();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new FormWorkbook(TestHome.KNOWLEDGE.lists(), Language.VI).write(form, Instant.parse(FIRST), out);
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      officer.accept(book);
      ByteArrayOutputStream changed = new ByteArrayOutputStream();
      book.write(changed);
      return changed.toByteArray();
    }
  }

  private static String text(XSSFSheet sheet, int row, int column) {
    return sheet.getRow(row).getCell(column).toString();
  }

  private List<String> loaded(TestHome home, String sender, byte[] bytes) throws Exception {
    home.drop(sender, "gui lai.xlsx", bytes);
    home.load(LATER);
    return home.rows(
        "select s.period || ' ' || c.club_code from ops.slice s join staging.club_mention m using (file_id, club_no) join core.club c using (club_key)"
            + " join ops.file f on f.file_id = s.file_id where f.file_name = 'gui lai.xlsx' order by 1");
  }

  private static List<String> told(TestHome home) throws Exception {
    return home.rows("select distinct code from ops.finding join ops.file using (file_id) where file_name = 'gui lai.xlsx' and severity <> 'info' order by 1");
  }

  @Test
  void whoWasOnTheLastRosterAndHasNotLeftStandsInTheNextOne() throws Exception {
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(form(known(), "member-roster", "17713", b -> {})))) {
      assertThat(book.getNumberOfSheets()).isEqualTo(3);
      assertThat(book.isSheetHidden(2)).isTrue();
      XSSFSheet sheet = book.getSheetAt(0);
      assertThat(sheet.getSheetName()).isEqualTo("CLB xóm 3 Đại Đồng");
      assertThat(text(sheet, HEAD + 1, 1)).isEqualTo("Nguyễn Văn Minh");
      assertThat(text(sheet, HEAD + 1, 2)).isEqualTo("05/03/1950");
      assertThat(text(sheet, HEAD + 1, 4)).isEqualTo("040050001234");
      assertThat(text(sheet, HEAD + 2, 2)).isEqualTo("1952");
      assertThat(sheet.getRow(HEAD + 3).getCell(1).toString()).isEmpty();
    }
  }

  @Test
  void whatBeginsLikeAFormulaStaysText() throws Exception {
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(form(known(), "member-roster", "17713", b -> {})))) {
      org.apache.poi.xssf.usermodel.XSSFCell cell = book.getSheetAt(0).getRow(HEAD + 2).getCell(7);
      assertThat(cell.getCellType()).isEqualTo(org.apache.poi.ss.usermodel.CellType.STRING);
      assertThat(cell.getStringCellValue()).isEqualTo("=xóm 3");
      assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("@");
    }
  }

  @Test
  void aReturnDroppedBackIsLoadedAsItsIdsSayAndNothingIsFound() throws Exception {
    TestHome home = known();
    byte[] bytes = form(home, "member-roster", "17713", book -> {
      book.getSheetAt(0).getRow(HEAD + 2).getCell(9).setCellValue("");
      book.getSheetAt(1).getRow(HEAD + 1).getCell(6).setCellValue("0987654321");
    });
    assertThat(loaded(home, SENDER, bytes)).containsExactly("2026-H1 428-17713-xom-10", "2026-H1 428-17713-xom-3");
    assertThat(told(home)).isEmpty();
    assertThat(home.value("select count(*) from mart.membership where period = '2026-H1'")).isEqualTo("3");
  }

  @Test
  void sheetsMayBeRenamedAndTitlesTakenAway() throws Exception {
    TestHome home = known();
    byte[] bytes = form(home, "member-roster", "17713", book -> {
      book.setSheetName(0, "to 1");
      book.setSheetName(1, "CLB xóm 77");
      for (int row = 2; row < HEAD - 1; row++) {
        book.getSheetAt(0).getRow(row).getCell(0).setCellValue("");
        book.getSheetAt(1).getRow(row).getCell(0).setCellValue("");
      }
    });
    assertThat(loaded(home, SENDER, bytes)).containsExactly("2026-H1 428-17713-xom-10", "2026-H1 428-17713-xom-3");
    assertThat(told(home)).doesNotContain("F12", "F13", "F14", "F15", "L03", "L04");
    assertThat(home.rows("select distinct period_source from ops.file_table t join ops.file f using (file_id) where f.file_name = 'gui lai.xlsx'")).containsExactly("form");
  }

  @Test
  void whatTheOfficerHasOpenlyWrittenWinsAndTheDifferenceIsTold() throws Exception {
    TestHome home = known();
    byte[] bytes = form(home, "member-roster", "428-17713-xom-3", book -> {
      XSSFSheet sheet = book.getSheetAt(0);
      sheet.getRow(3).getCell(0).setCellValue("CLB liên thế hệ tự giúp nhau xóm 10, xã Đại Đồng");
      sheet.getRow(5).getCell(0).setCellValue("Kỳ báo cáo: 6 tháng cuối năm 2026");
    });
    assertThat(loaded(home, SENDER, bytes)).containsExactly("2026-H2 428-17713-xom-10");
    assertThat(told(home)).contains("F15");
  }

  @Test
  void idsOfAnotherUnitLeadNobodyIntoIt() throws Exception {
    TestHome home = known();
    byte[] bytes = form(home, "member-roster", "428-17713-xom-3", book -> {
      book.setSheetName(0, "to 1");
      for (int row : List.of(0, 3, 4)) {
        book.getSheetAt(0).getRow(row).getCell(0).setCellValue("");
      }
    });
    assertThat(loaded(home, "xa-mon-son-17263", bytes)).noneMatch(slice -> slice.contains("428-"));
    assertThat(told(home)).contains("F15");
  }

  @Test
  void anErasedPersonIsNotFilledIn() throws Exception {
    TestHome home = known();
    home.requests(FIRST).erase(new Asked.ByNumber(Sealed.NATIONAL_ID, "040152001235"));
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(form(home, "member-roster", "17713", b -> {})))) {
      assertThat(text(book.getSheetAt(0), HEAD + 1, 1)).isEqualTo("Nguyễn Văn Minh");
      assertThat(text(book.getSheetAt(0), HEAD + 2, 1)).isEmpty();
    }
  }

  private static int column(XSSFSheet sheet, String heading) {
    for (org.apache.poi.ss.usermodel.Cell cell : sheet.getRow(HEAD)) {
      if (cell.toString().equals(heading)) {
        return cell.getColumnIndex();
      }
    }
    throw new AssertionError("no column " + heading);
  }

  private TestHome knownCare() throws Exception {
    TestHome home = known();
    home.drop(
        SENDER,
        "TNV cham soc tai nha 6 thang cuoi nam 2025.csv",
        """
        DANH SÁCH TÌNH NGUYỆN VIÊN CHĂM SÓC TẠI NHÀ
        6 tháng cuối năm 2025
        STT;Tên CLB;Xã;Họ tên TNV;N.sinh TNV;Giới tính TNV;CCCD TNV;Điện thoại TNV;Ngày tập huấn;Người được chăm sóc;Năm sinh người được chăm sóc;Số lần thăm
        1;CLB xóm 3;Đại Đồng;Trần Thị Lan;1952;Nữ;040152001235;0912345679;12/8/2025;Lê Thị Hoa;1940;mười lăm
        2;CLB xóm 3;Đại Đồng;Trần Thị Lan;1952;Nữ;040152001235;0912345679;12/8/2025;Phan Văn Thịnh;5/6/1938;8
        3;CLB xóm 10;Đại Đồng;Trần Văn Đức;1955;Nam;;;;Ngô Thị Sáu;1935;4
        """
            .getBytes(StandardCharsets.UTF_8));
    home.load(FIRST);
    return home;
  }

  @Test
  void theCareOfTheLastHalfYearIsFilledInAndOnlyTheVisitsAreLeftToBeWritten() throws Exception {
    TestHome home = knownCare();
    assertThat(home.rows("select visits::text from staging.home_care order by row_number")).containsExactly("15", "8", "4");
    byte[] bytes = form(home, "home-care", "17713", book -> {
      XSSFSheet first = book.getSheetAt(0);
      assertThat(text(first, HEAD + 1, column(first, "Họ tên TNV"))).isEqualTo("Trần Thị Lan");
      assertThat(text(first, HEAD + 1, column(first, "CCCD TNV"))).isEqualTo("040152001235");
      assertThat(text(first, HEAD + 1, column(first, "Ngày tập huấn"))).isEqualTo("12/08/2025");
      assertThat(text(first, HEAD + 2, column(first, "Năm sinh người được chăm sóc"))).isEqualTo("05/06/1938");
      assertThat(text(first, HEAD + 1, column(first, "Số lần thăm"))).isEmpty();
      first.getRow(HEAD + 1).getCell(column(first, "Số lần thăm")).setCellValue(11);
      first.getRow(HEAD + 2).getCell(column(first, "Số lần thăm")).setCellValue(9);
      first.getRow(HEAD + 3).getCell(column(first, "Họ tên TNV")).setCellValue("Nguyễn Văn Minh");
      first.getRow(HEAD + 3).getCell(column(first, "Người được chăm sóc")).setCellValue("Hồ Thị Bảy");
      first.getRow(HEAD + 3).getCell(column(first, "Số lần thăm")).setCellValue("bốn lần");
      XSSFSheet second = book.getSheetAt(1);
      second.getRow(HEAD + 1).getCell(column(second, "Số lần thăm")).setCellValue(5);
      book.setSheetName(0, "to 1");
      for (int row = 2; row < HEAD - 1; row++) {
        first.getRow(row).getCell(0).setCellValue("");
        second.getRow(row).getCell(0).setCellValue("");
      }
    });
    assertThat(loaded(home, SENDER, bytes)).containsExactly("2026-H1 428-17713-xom-10", "2026-H1 428-17713-xom-3");
    assertThat(told(home)).isEmpty();
    assertThat(home.rows("select distinct t.feed || ' ' || t.period_source from ops.file_table t join ops.file f using (file_id) where f.file_name = 'gui lai.xlsx'")).containsExactly("home-care form");
    assertThat(home.rows("select rows_accepted || '+' || rows_refused from ops.file where file_name = 'gui lai.xlsx'")).containsExactly("4+0");
    assertThat(home.rows("select visits::text from staging.home_care join ops.file using (file_id) where file_name = 'gui lai.xlsx' order by table_no, row_number"))
        .containsExactlyInAnyOrder("11", "9", "4", "5");
    assertThat(home.value("select count(distinct person_key) from staging.home_care h join vault.person_mention m using (file_id, mention_no) where m.full_name = 'Trần Thị Lan'")).isEqualTo("1");
  }

  private TestHome knownLoans() throws Exception {
    TestHome home = known();
    home.drop(
        "huyen-thanh-chuong",
        "So cho vay 6 thang cuoi nam 2025.csv",
        """
        SỔ CHO VAY
        6 tháng cuối năm 2025
        STT;Họ và tên;Ngày sinh;Giới tính;Số CCCD;CLB;Xã;Ngày vay;Số tiền vay;Thời hạn;Hạn trả;Dư nợ
        1;Trần Thị Lan;1952;;040152001235;CLB xóm 3;Đại Đồng;05/03/2025;3.000.000;24;05/03/2027;3.000.000
        2;Nguyễn Văn Minh;5/3/1950;Nam;040050001234;CLB xóm 3;Đại Đồng;01/02/2025;2.000.000;6;01/08/2025;2.000.000
        """
            .getBytes(StandardCharsets.UTF_8));
    home.drop(
        "nhcsxh-thanh-chuong",
        "Du no 6 thang cuoi nam 2025.csv",
        """
        DANH SÁCH VAY VỐN
        6 tháng cuối năm 2025
        STT;Số khế ước;Họ và tên;Ngày sinh;Giới tính;Số CCCD;CLB;Xã;Ngày vay;Số tiền vay;Thời hạn;Hạn trả;Dư nợ
        1;6600000123456;Nguyễn Văn Minh;5/3/1950;Nam;040050001234;CLB xóm 3;Đại Đồng;01/02/2024;30.000.000;36;01/02/2027;18.000.000
        2;6600000123457;Trần Văn Đức;1955;Nam;;CLB xóm 10;Đại Đồng;01/02/2022;20.000.000;36;01/02/2025;9.000.000
        """
            .getBytes(StandardCharsets.UTF_8));
    home.load(FIRST);
    return home;
  }

  @Test
  void aDistrictIsHandedTheLoansOfItsOwnBooksAndDroppedBackTheyAreTheSameLoans() throws Exception {
    TestHome home = knownLoans();
    String loans = "select concat_ws(' ', lender, amount, outstanding, state) from mart.loan order by 1";
    String overdue = "select concat_ws(' ', area_level, area_code, numerator, denominator) from mart.indicator where indicator_code = 'I16' and as_of = '2025-12-31' order by 1";
    List<String> before = home.rows(loans);
    List<String> shareBefore = home.rows(overdue);
    assertThat(before).hasSize(4);
    byte[] bytes = form(home, "loan-ledger", "428", book -> {
      XSSFSheet sheet = book.getSheetAt(0);
      assertThat(text(sheet, HEAD + 1, column(sheet, "Nguồn vốn"))).isEqualTo("Quỹ CLB");
      assertThat(List.of(text(sheet, HEAD + 1, column(sheet, "Họ và tên")), text(sheet, HEAD + 2, column(sheet, "Họ và tên")))).containsExactlyInAnyOrder("Trần Thị Lan", "Nguyễn Văn Minh");
      assertThat(text(sheet, HEAD + 3, column(sheet, "Họ và tên"))).isEmpty();
    });
    loaded(home, "huyen-thanh-chuong", bytes);
    assertThat(home.rows("select rows_accepted || '+' || rows_refused from ops.file where file_name = 'gui lai.xlsx'")).containsExactly("2+0");
    assertThat(home.rows(loans)).isEqualTo(before);
    assertThat(home.rows(overdue)).isNotEmpty().isEqualTo(shareBefore);
  }

  @Test
  void otherFeedsAreGivenWhatIsKnownAndTheClubsToChooseFrom() throws Exception {
    TestHome home = known();
    for (String feed : List.of("home-care", "half-year-report", "loan-ledger", "club-registry", "activity-log", "fund-ledger")) {
      assertThat(form(home, feed, "428", b -> {})).as(feed).isNotEmpty();
    }
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(form(home, "club-registry", "428", b -> {})))) {
      assertThat(List.of(text(book.getSheetAt(0), HEAD + 1, 1), text(book.getSheetAt(0), HEAD + 1, 4))).containsExactly("xóm 3", "05/03/2020");
    }
    assertThat(new ReturnForms(home.settings(FIRST), TestHome.KNOWLEDGE).of(TestHome.KNOWLEDGE.contracts().of("home-care").orElseThrow(), "999", NEXT)).isEqualTo(Optional.empty());
  }
}
