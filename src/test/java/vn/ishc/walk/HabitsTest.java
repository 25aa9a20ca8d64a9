package vn.ishc.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ishc.link.ClubMention;
import vn.ishc.row.PartialDate;
import vn.ishc.row.Severity;
import vn.ishc.row.Value;

/** Habits of those who send sheets: what they write is taken for what they mean, or asked about, never for something else. */
class HabitsTest {
  private static final LocalDate DAY = LocalDate.of(2025, 7, 10);
  private static final String DISTRICT = "huyen-nam-dan";
  private static final String COMMUNE = "xa-kim-lien-17971";
  private static final String STATION = "tyt-kim-lien-17971";
  private static final String BANK = "nhcsxh-thanh-chuong";
  private static final String ROSTER = "STT;Họ và tên;Năm sinh;Giới tính;Thôn";
  private static final String FIRST = "1;Nguyễn Văn An;1948;Nam;Xóm 3";
  private static final String SECOND = "2;Trần Thị Bình;1952;Nữ;Xóm 3";

  @TempDir Path folder;

  private Walked walked(String sender, String... lines) throws IOException {
    return Walked.of(Files.writeString(folder.resolve("a.csv"), String.join("\n", lines) + "\n"), sender, DAY);
  }

  private static List<Value> column(Walked walked, String name) {
    return walked.rows().stream()
        .map(line -> line.row().clean().values()[line.table().contract().column(name).orElseThrow().index()])
        .toList();
  }

  private static Value whole(long number) {
    return new Value.Whole(number);
  }

  private static Value day(int year, int month, int day) {
    return new Value.Date(PartialDate.day(LocalDate.of(year, month, day)));
  }

  private static List<String> clubs(Walked walked) {
    return walked.report().clubs().stream().map(ClubMention::name).toList();
  }

  private static List<String> communes(Walked walked) {
    return walked.report().clubs().stream().map(club -> club.commune() == null ? "" : club.commune().code()).toList();
  }

  @Test
  void aHalfNamedBesideItsYearIsTheHalfOfThatYear() throws IOException {
    assertThat(walked(DISTRICT, "DANH SÁCH HỘI VIÊN CLB XÓM 3 NĂM 2025 (6 tháng đầu năm)", ROSTER, FIRST, SECOND).report().period()).isEqualTo("2025-H1");
    assertThat(walked(DISTRICT, "DANH SÁCH HỘI VIÊN NĂM 2025", "CLB xóm 3", "6 tháng đầu năm", ROSTER, FIRST, SECOND).report().period()).isEqualTo("2025-H1");
    assertThat(walked(DISTRICT, "DANH SÁCH HỘI VIÊN NĂM 2025", "CLB xóm 3", "(Tính đến 30/6/2025)", ROSTER, FIRST, SECOND).report().period()).isEqualTo("2025-H1");
  }

  @Test
  void aYearAloneIsItsSecondHalfWhateverTheDayOfTheSignature() throws IOException {
    Walked walked = walked(DISTRICT, "Nam Đàn, ngày 05 tháng 01 năm 2025", "DANH SÁCH HỘI VIÊN CLB XÓM 3 NĂM 2024", ROSTER, FIRST, SECOND);
    assertThat(walked(DISTRICT, "DANH SÁCH HỘI VIÊN CLB XÓM 3 NĂM 2024", "Nam Đàn, ngày 05 tháng 01 năm 2025", ROSTER, FIRST, SECOND).report().period())
        .isEqualTo("2024-H2");
    assertThat(walked.report().feed()).isEqualTo("member-roster");
  }

  @Test
  void wordsForTheTimeAfterTheWordClubAreNoClub() throws IOException {
    Walked activities =
        walked(DISTRICT, "KẾT QUẢ HOẠT ĐỘNG CỦA CÁC CÂU LẠC BỘ QUÝ I NĂM 2025", "Ngày;Hoạt động;Số người", "05/01/2025;Sinh hoạt định kỳ;40", "10/01/2025;Văn nghệ;60");
    assertThat(clubs(activities)).isEmpty();
    assertThat(clubs(walked(DISTRICT, "HOẠT ĐỘNG CỦA CLB LTHTGN ĐẾN 30/6/2025", "Ngày;Hoạt động;Số người", "05/01/2025;Sinh hoạt định kỳ;40"))).isEmpty();
  }

  @Test
  void theLetterThatNumbersASectionIsNoHamletAndItsLeaderNoClub() throws IOException {
    Walked walked =
        walked(
            BANK, "DANH SÁCH HỘ VAY VỐN đến 30/6/2025", "STT;Họ và tên;Số tiền vay;Số khế ước;Ngày vay", "A;Tổ 1: Trưởng tổ Hoàng Văn Sơn",
            "1;Hoàng Thị Liên;50000000;KU1;15/03/2023", "B;Tổ 2: Trưởng tổ Phạm Thị Hà", "1;Trần Văn Lực;20000000;KU2;20/06/2021");
    assertThat(walked.report().rowsAccepted()).isEqualTo(2);
    assertThat(clubs(walked)).isEmpty();
    Walked hamlets =
        walked(
            BANK, "DANH SÁCH HỘ VAY VỐN đến 30/6/2025", "STT;Họ và tên;Số tiền vay;Số khế ước;Ngày vay", "B;Xóm 2 - Tổ trưởng: Phạm Thị Hà",
            "1;Trần Văn Lực;20000000;KU2;20/06/2021");
    assertThat(clubs(hamlets)).containsExactly("xóm 2");
  }

  @Test
  void sumsOfAPageAndOfAGroupAreNoRows() throws IOException {
    Walked walked =
        walked(
            DISTRICT, "DANH SÁCH HỘI VIÊN CLB XÓM 3, XÃ KIM LIÊN", "6 tháng đầu năm 2025", ROSTER, FIRST, ";Cộng trang;;1", ";Mang sang trang sau: 1", ROSTER,
            ";Trang trước chuyển sang;;1", SECOND, ";Cộng tổ 1;;2", ";Cộng nhóm;;2");
    assertThat(walked.report().rowsAccepted()).isEqualTo(2);
    assertThat(walked.report().rowsRefused()).isZero();
  }

  @Test
  void aDayOfExaminationAboveTheTableHoldsForItsRows() throws IOException {
    Walked walked =
        walked(
            STATION, "SỔ KHÁM SỨC KHỎE CLB LTHTGN XÓM 5", "Ngày khám: 22/5/2025", "TT;Họ tên;Năm sinh;GT;HA;CC;CN;PLSK", "1;Lê Văn Quế;1956;Nam;130/80;160;54;III",
            "2;Bùi Thị Xuân;1934;Nữ;120/70;145;38;IV");
    assertThat(walked.report().feed()).isEqualTo("health-check");
    assertThat(column(walked, "exam_on")).containsExactly(day(2025, 5, 22), day(2025, 5, 22));
    assertThat(column(walked, "weight_kg")).containsExactly(new Value.Decimal(new BigDecimal("54")), new Value.Decimal(new BigDecimal("38")));
  }

  @Test
  void daysOfExaminationBetweenTheRowsAreNoHeadings() throws IOException {
    Walked walked =
        walked(
            STATION, "KẾT QUẢ KHÁM SỨC KHỎE NCT - CLB LTHTGN XÓM SEN 3", "Stt;Họ và tên NCT;Năm sinh;;HA (mmHg);C.cao;C.nặng;Xếp loại SK;Bệnh", ";;Nam;Nữ;;;;;", "Ngày khám 12/5/2025;;;;;;;;",
            "1;Ông Ng. Văn Lợi;1948;;130/80;1m62;54kg;Loại II;THA, khớp", "2;Bà Trần T Mão;;1951;14/8;152;47,5;III;nt", "Ngày khám: 13/5/2025;;;;;;;;",
            "3;Hoàng Thị Sửu;;51;120/70;1,49;45;2;BT");
    assertThat(walked.report().rowsAccepted()).isEqualTo(3);
    assertThat(column(walked, "exam_on")).containsExactly(day(2025, 5, 12), day(2025, 5, 12), day(2025, 5, 13));
    assertThat(column(walked, "weight_kg")).containsExactly(new Value.Decimal(new BigDecimal("54")), new Value.Decimal(new BigDecimal("47.5")), new Value.Decimal(new BigDecimal("45")));
  }

  @Test
  void whoDidNotComeWasNotExaminedOnTheDayToldForAll() throws IOException {
    Walked walked =
        walked(
            STATION, "KẾT QUẢ KHÁM SỨC KHỎE NCT", "Ngày khám: 22/5/2025", "TT;Họ tên;Năm sinh;GT;HA;CC;CN;PLSK;GC", "1;Lê Văn Quế;1956;Nam;130/80;160;54;III;", "2;Bùi Thị Xuân;1934;Nữ;120/70;145;38;IV;vắng đo mắt",
            "3;Lê Thị Mai;1944;Nữ;120/70;145;38;IV;", "4;Lê Thị Hoa;1944;Nữ;120/70;145;38;IV;", "5;Lê Văn Dần;1950;Nam;;;;;không khám");
    assertThat(walked.report().rowsAccepted()).isEqualTo(4);
    assertThat(walked.codes(Severity.ERROR)).containsExactly("C01");
  }

  @Test
  void checkUpsWithoutADayAreNoRoster() throws IOException {
    Walked walked =
        walked(
            STATION, "SỔ KHÁM SỨC KHỎE CLB LTHTGN XÓM 5", "TT;Họ tên;Năm sinh;GT;HA;CC;CN;PLSK", "1;Lê Văn Quế;1956;Nam;130/80;160;54;III",
            "2;Bùi Thị Xuân;1934;Nữ;120/70;145;38;IV");
    assertThat(walked.report().feed()).isEmpty();
    assertThat(walked.codes(Severity.ERROR)).containsExactly("F10");
    assertThat(walked.of(Severity.ERROR).getFirst().details()).contains("“Ngày khám”");
  }

  @Test
  void aSecondRowOfHeadingsIsNoDataAlsoWhenNobodyKnowsItsWords() throws IOException {
    Walked walked =
        walked(
            BANK, "SAO KÊ DƯ NỢ đến 30/6/2025", "STT;Mã món vay;Khách hàng;Ngày giải ngân;Số tiền giải ngân;Dư nợ;", ";;;;;Phần thứ nhất;Phần thứ hai",
            "1;66001;Nguyễn Văn An;05/03/2025;50000000;1;2", "2;66002;Trần Thị Bình;06/03/2025;40000000;3;4");
    assertThat(walked.report().rowsAccepted()).isEqualTo(2);
    assertThat(walked.report().rowsRefused()).isZero();
    assertThat(column(walked, "outstanding")).containsOnly(Value.ABSENT);
  }

  @Test
  void aRateThatAnotherCellOfItsColumnSaysToBePerMonthIsPerMonth() throws IOException {
    Walked walked =
        walked(
            BANK, "DANH SÁCH VAY VỐN đến 30/6/2025", "STT;Họ và tên;Số khế ước;Số tiền vay;Ngày vay;Lãi suất", "1;Hoàng Thị Liên;KU1;50000000;15/03/2023;0,55%/tháng",
            "2;Trần Văn Lực;KU2;20000000;20/06/2021;0,66%", "3;Lê Thị Mai;KU3;20000000;20/06/2021;9%/năm");
    assertThat(column(walked, "interest_rate_year").stream().map(v -> ((Value.Decimal) v).number().stripTrailingZeros().toPlainString()))
        .containsExactly("6.6", "7.92", "9");
  }

  @Test
  void aSectionsSumAboveItsRowsIsNotAddedToThem() throws IOException {
    Walked walked =
        walked(
            DISTRICT, "KINH PHÍ 6 tháng đầu năm 2025", "TT;Nguồn kinh phí;Loại quỹ;Dự toán;Số thu;Số chi", "I;NGÂN SÁCH;;150;130;125", "1;Ngân sách tỉnh;Kinh phí đề án;100;80;75",
            "2;Ngân sách huyện;Kinh phí đề án;50;50;50", "II;NGOÀI NGÂN SÁCH;;20;25;10", "1;Xã hội hóa;Quỹ tăng thu nhập;20;25;10", ";TỔNG CỘNG;;170;155;135");
    assertThat(column(walked, "received")).containsExactly(whole(80), whole(50), whole(25));
    assertThat(walked.rows().stream().map(line -> line.row().repeats())).containsOnly(0);
    assertThat(walked.of(Severity.WARNING)).isEmpty();
  }

  @Test
  void rowsNumberedInRomanThatHaveNoRowsBelowAreRows() throws IOException {
    Walked walked = walked(DISTRICT, "KINH PHÍ 6 tháng đầu năm 2025", "TT;Nguồn kinh phí;Dự toán;Số thu;Số chi", "I;Ngân sách;150;130;125", "II;Xã hội hóa;20;25;10");
    assertThat(column(walked, "received")).containsExactly(whole(130), whole(25));
  }

  @Test
  void aDayInTheReasonForLeavingIsTheDayOfLeaving() throws IOException {
    Walked walked =
        walked(
            DISTRICT, "DANH SÁCH HỘI VIÊN CLB XÓM 3, XÃ KIM LIÊN", "6 tháng đầu năm 2025", ROSTER + ";Lý do ra", FIRST + ";Chết ngày 3/4/2025", SECOND + ";chuyển đi");
    assertThat(column(walked, "left_on")).containsExactly(day(2025, 4, 3), day(2025, 6, 30));
    assertThat(column(walked, "left_reason")).containsExactly(new Value.Code("died"), new Value.Code("moved"));
  }

  @Test
  void aRegistryMayWriteItsCommuneIntoTheAddress() throws IOException {
    Walked walked =
        walked(
            DISTRICT, "DANH SÁCH CÂU LẠC BỘ đến 30/6/2025", "TT;Tên CLB;Địa chỉ;Số TV", "1;CLB LTHTGN Xóm 3;xóm 3, xã Kim Liên, Nam Đàn;50", "2;CLB Xóm 5;Xóm 5 - Nam Giang;48");
    assertThat(walked.report().rowsAccepted()).isEqualTo(2);
    assertThat(communes(walked)).containsExactly("17971", "17956");
  }

  @Test
  void aDashForAnAmountIsNothingPaid() throws IOException {
    Walked walked =
        walked(BANK, "BẢNG KÊ THU NỢ 6 tháng đầu năm 2025", "STT;Số khế ước;Ngày thu;Gốc;Lãi", "1;KU1;15/01/2025;-;275.000", "2;KU2;15/02/2025; – ;264.000");
    assertThat(walked.report().rowsRefused()).isZero();
    assertThat(column(walked, "principal")).containsExactly(whole(0), whole(0));
    assertThat(walked(BANK, "BẢNG KÊ THU NỢ 6 tháng đầu năm 2025", "STT;Số khế ước;Ngày thu;Gốc;Lãi", "1;KU1;15/01/2025;;275.000").report().rowsRefused()).isEqualTo(1);
  }

  @Test
  void theTimeBehindTheCommuneOfATitleIsNotPartOfItsName() throws IOException {
    Walked walked = walked(DISTRICT, "DANH SÁCH HỘI VIÊN", "CLB LTHTGN Sen 2, xã Kim Liên - 6 tháng đầu năm 2025", ROSTER, FIRST, SECOND);
    assertThat(communes(walked)).containsExactly("17971");
    assertThat(clubs(walked)).containsExactly("Sen 2");
    assertThat(walked.codes(Severity.WARNING)).isEmpty();
  }

  @Test
  void aCommuneWrittenBehindADashIsTheCommuneOfTheClub() throws IOException {
    Walked walked =
        walked(
            DISTRICT, "QUỸ CỦA CÁC CLB 6 tháng đầu năm 2025", "STT;Câu lạc bộ;Quỹ;Nguồn;Số thu", "1;CLB xóm 1 - Kim Liên;Quỹ TTN;XHH;50", "2;CLB xóm 2 – Nam Giang;Quỹ TTN;XHH;50",
            "3;CLB Sao Mai - Hoa Sen;Quỹ TTN;XHH;50");
    assertThat(clubs(walked)).containsExactly("xóm 1", "xóm 2", "Sao Mai - Hoa Sen");
    assertThat(communes(walked)).containsExactly("17971", "17956", "");
  }

  @Test
  void amountsOfOneSourceThatDifferAreTwoRows() throws IOException {
    Walked walked =
        walked(DISTRICT, "KINH PHÍ 6 tháng đầu năm 2025", "TT;Nguồn kinh phí;Loại quỹ;Số thu", "1;Ngân sách tỉnh;Kinh phí đề án;80", "2;Ngân sách huyện;Kinh phí đề án;50", "3;Ngân sách huyện;Kinh phí đề án;50");
    assertThat(walked.rows().stream().map(line -> line.row().repeats() > 0)).containsExactly(false, false, true);
  }

  @Test
  void headingsOnEveryPageAreOfTheSameTableAlsoWhereOnlyTheTitleToldTheDay() throws IOException {
    String headings = "TT;Họ và tên;NS;GT;Xóm;CC;CN;HA;M;PLSK";
    Walked walked =
        walked(
            STATION, "KẾT QUẢ KHÁM SỨC KHỎE CLB LTHTGN XÓM 2", "Ngày khám 10/6/2025", headings, "1;Nguyễn Sỹ Hùng;1950;Nam;2;160;50;130/80;75;II", headings,
            "2;Cao Thị Nhung;1946;Nữ;2;149;41;160/90;82;IV", "Ngày khám 11/6/2025", headings, "3;Hồ Thị Lương;1952;Nữ;2;150;45;120/80;70;II");
    assertThat(walked.report().feed()).isEqualTo("health-check");
    assertThat(column(walked, "exam_on")).containsExactly(day(2025, 6, 10), day(2025, 6, 10), day(2025, 6, 11));
  }

  @Test
  void aGroupOfBorrowersIsASection() throws IOException {
    Walked walked =
        walked(
            BANK, "SAO KÊ DƯ NỢ đến 30/6/2025", "STT;Mã món vay;Khách hàng;Ngày giải ngân;Số tiền giải ngân", ";Tổ TK&VV: Nguyễn Thị Hoa - xóm 1",
            "1;66001;Nguyễn Văn An;05/03/2025;50000000", ";Tổ TK&VV: Lê Văn Nam - xóm 2", "1;66002;Trần Thị Bình;06/03/2025;40000000");
    assertThat(walked.report().rowsAccepted()).isEqualTo(2);
    assertThat(walked.report().rowsRefused()).isZero();
    assertThat(clubs(walked)).isEmpty();
  }

  @Test
  void aSectionOfDissolvedClubsTellsTheirStatusUpToTheNextSection() throws IOException {
    Walked walked =
        walked(
            DISTRICT, "DANH SÁCH CÂU LẠC BỘ đến 30/6/2025", "TT;Tên CLB;Xã;Số TV", "A;CLB ĐANG HOẠT ĐỘNG", "1;Xóm 3;Kim Liên;50", "B;CLB GIẢI THỂ", "2;Xóm 7;Nam Giang;0",
            "C;Xã Kim Liên", "3;Xóm 8;Kim Liên;40");
    assertThat(column(walked, "status")).containsExactly(new Value.Code("active"), new Value.Code("dissolved"), Value.ABSENT);
  }

  @Test
  void aHeadingOfTwoColumnsInOneIsNeither() throws IOException {
    Walked walked =
        walked(DISTRICT, "DANH SÁCH CÂU LẠC BỘ đến 30/6/2025", "TT;Tên CLB;Xã;Số TV;Hộ nghèo, cận nghèo;Họ tên chủ nhiệm CLB", "1;Xóm 3;Kim Liên;50;12;Nguyễn Văn An");
    assertThat(column(walked, "poor")).containsExactly(Value.ABSENT);
    assertThat(column(walked, "near_poor")).containsExactly(Value.ABSENT);
    assertThat(column(walked, "head_name")).containsExactly(new Value.Text("Nguyễn Văn An"));
  }

  @Test
  void theSumsBesideTheNameOfASectionAreNoPartOfIt() throws IOException {
    Walked walked =
        walked(
            DISTRICT, "DANH SÁCH CÂU LẠC BỘ đến 30/6/2025", "TT;Tên CLB;Số TV;Nữ", "I;Xã Kim Liên;105;75", "1;Xóm 3;50;35", "2;Sen 1;55;40", "II;Xã Nam Giang;48;30",
            "1;Xóm 5;48;30", ";Cộng;153;105");
    assertThat(walked.report().rowsAccepted()).isEqualTo(3);
    assertThat(communes(walked)).containsExactly("17971", "17971", "17956");
  }

  @Test
  void remarksInBracketsBehindTheNameOfASectionAreNoPartOfIt() throws IOException {
    Walked walked =
        walked(DISTRICT, "DANH SÁCH HỘI VIÊN 6 tháng đầu năm 2025", ROSTER, "CLB xóm 3 (48 thành viên)", FIRST, "CLB xóm 4 (ra mắt ngày 5/3/2024)", "1;Trần Thị Bình;1952;Nữ;Xóm 4");
    assertThat(clubs(walked)).containsExactly("xóm 3", "xóm 4");
  }

  @Test
  void diseasesTickedInColumnsOfTheirOwnAreDiagnoses() throws IOException {
    Walked walked =
        walked(
            STATION, "DANH SÁCH KHÁM SỨC KHỎE NCT 6 tháng đầu năm 2025", "STT;Họ và tên;Năm sinh;Ngày khám;Bệnh lý;;;Kết luận", ";;;;THA;ĐTĐ;Mắt;",
            "1;Nguyễn Văn Thành;1948;14/4/2025;x;;x;", "2;Trần Thị Lài;1950;14/4/2025;;+;;Thoái hóa khớp", "3;Phạm Bá Đức;1955;15/4/2025;;;;", "4;Lê Văn Tư;1950;15/4/2025;0;-;;COPD");
    assertThat(column(walked, "conditions"))
        .containsExactly(
            new Value.Codes(Set.of("hypertension", "eyes")), new Value.Codes(Set.of("diabetes", "joints")), Value.ABSENT, new Value.Codes(Set.of("lungs")));
    assertThat(walked.of(Severity.WARNING)).isEmpty();
  }

  @Test
  void tablesBesideEachOtherAreTables() throws IOException {
    Walked walked =
        walked(
            DISTRICT, "KẾT QUẢ HOẠT ĐỘNG quý I năm 2025", "Tháng 1;;;;;Tháng 2", "Ngày;Hoạt động;CLB;Số người;;Ngày;Hoạt động;CLB;Số người",
            "05/01/2025;Họp;Xóm 1;40;;03/02/2025;Tặng quà;Xóm 1;25", "10/01/2025;Văn nghệ;Xóm 2;60;;09/02/2025;Tập huấn;Xóm 2;55", ";;;;;20/02/2025;Thể dục;Xóm 3;30");
    assertThat(column(walked, "participants")).containsExactly(whole(40), whole(60), whole(25), whole(55), whole(30));
    assertThat(walked.report().tables()).hasSize(2);
    assertThat(walked.report().rowsRefused()).isZero();
  }

  @Test
  void namesInThreeColumnsOfAPageAreOneClub() throws IOException {
    Walked walked =
        walked(
            DISTRICT, "DANH SÁCH THÀNH VIÊN CLB LTHTGN XÓM MẬU TÀI, XÃ KIM LIÊN 6 THÁNG ĐẦU NĂM 2025", "TT;Họ tên;NS;;TT;Họ tên;NS;;TT;Họ tên;NS",
            "1;Nguyễn Thị An;1950;;4;Trần Văn Dũng;1953;;7;Lê Thị Gái;1956", "2;Nguyễn Văn Ba;1951;;5;Trần Thị Em;1954;;8;Lê Văn Hùng;1957", "3;Nguyễn Thị Cúc;1952;;6;Trần Thị Phúc;1955");
    assertThat(walked.report().rowsAccepted()).isEqualTo(8);
    assertThat(communes(walked).stream().distinct()).containsExactly("17971");
    assertThat(clubs(walked).stream().map(name -> name.toLowerCase(java.util.Locale.ROOT)).distinct()).containsExactly("xóm mậu tài");
  }

  @Test
  void eachTableHasTheClubAboveIt() throws IOException {
    Walked walked =
        walked(
            DISTRICT, "DANH SÁCH THÀNH VIÊN 6 THÁNG ĐẦU NĂM 2025", "CLB Xóm 1, xã Kim Liên;;;;CLB Xóm 2, xã Kim Liên", "TT;Họ tên;NS;;TT;Họ tên;NS",
            "1;Nguyễn Thị An;1950;;1;Trần Văn Dũng;1953", "2;Nguyễn Văn Ba;1951;;2;Trần Thị Em;1954");
    assertThat(clubs(walked)).containsExactly("xóm 1", "xóm 2");
    assertThat(walked.rows().stream().map(line -> line.row().club().number())).containsExactly(1, 1, 2, 2);
  }

  @Test
  void headingsThatRepeatUnderGroupsAreOneTable() throws IOException {
    Walked walked =
        walked(
            DISTRICT, "BIỂU TỔNG HỢP 6 tháng đầu năm 2025", "TT;Đơn vị;Số CLB;;Số thành viên;", ";;Tổng số;Mới;Tổng số;Nữ", "1;Xã Kim Liên;12;1;600;400", "2;Xã Nam Giang;5;0;250;150");
    assertThat(walked.report().tables()).hasSize(1);
    assertThat(column(walked, "members")).containsExactly(whole(600), whole(250));
  }
}
