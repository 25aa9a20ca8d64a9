package vn.ishc.recognise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ishc.sheet.MergedRanges.Range;

class TableFinderTest {
  private static final String HEADER = "STT|Họ và tên|Ngày sinh|Giới tính|Số CCCD|Địa chỉ|Ghi chú";
  private static final String FIRST = "1|Nguyễn Văn An|5/3/1948|Nam|040048001234|xóm 1|";
  private static final String SECOND = "2|Trần Thị Bình|1952|Nữ|||";
  private static final String THIRD = "3|Lê Văn Cường|/ /1960|Nam||xóm 2|";

  @Test
  void aHeaderOfOneRowIsRecognised() {
    Recognised found = Recognised.of("DANH SÁCH HỘI VIÊN", HEADER, FIRST, SECOND);
    assertThat(found.feeds()).isEqualTo("member-roster");
    assertThat(found.columns()).containsExactly("row_no", "full_name", "birth", "sex", "national_id", "address", "note");
    assertThat(found.kinds()).containsExactly(RowKind.TITLE, RowKind.HEADER, RowKind.DATA, RowKind.DATA);
  }

  private static final String[] TWO_ROWS = {
    "STT|Họ và tên|Năm sinh||Xóm|Đối tượng ưu tiên||Ghi chú", "||Nam|Nữ||Hộ nghèo|Neo đơn|", "1|Nguyễn Văn An|1948||xóm 1|x||", "2|Trần Thị Bình||1952|xóm 1||x|"
  };
  private static final List<String> SPLIT = List.of("row_no", "full_name", "birth/male", "birth/female", "address", "poor", "lone", "note");

  @Test
  void aMergedHeaderOfTwoRowsTellsTheGroupOfEachColumn() {
    GridSheet sheet = GridSheet.of(TWO_ROWS).merged(new Range(1, 1, 2, 3), new Range(1, 1, 5, 6), new Range(1, 2, 0, 0), new Range(1, 2, 1, 1));
    Recognised found = Recognised.of(sheet);
    assertThat(found.columns()).isEqualTo(SPLIT);
    assertThat(found.numbers(RowKind.HEADER)).containsExactly(1, 2);
    assertThat(found.numbers(RowKind.DATA)).containsExactly(3, 4);
  }

  @Test
  void aHeaderOfTwoRowsIsTheSameWhenItsMergesAreLost() {
    assertThat(Recognised.of(TWO_ROWS).columns()).isEqualTo(SPLIT);
  }

  @Test
  void headersOfThreeAndFourRowsAreRecognisedToo() {
    Recognised three =
        Recognised.of(
            "STT|Họ và tên|Năm sinh||Thông tin khác|||", "||Nam|Nữ|Đối tượng ưu tiên|||Ghi chú", "||||Hộ nghèo|Cận nghèo|Neo đơn|",
            "1|Nguyễn Văn An|1948||x|||", "2|Trần Thị Bình||1952||x||");
    assertThat(three.columns()).containsExactly("row_no", "full_name", "birth/male", "birth/female", "poor", "near_poor", "lone", "note");
    assertThat(three.numbers(RowKind.DATA)).containsExactly(4, 5);
    Recognised four =
        Recognised.of(
            "STT|Họ và tên|Thông tin hội viên|||||Ghi chú", "||Năm sinh||Đối tượng ưu tiên|||", "||Nam|Nữ|Hộ||Khác|", "||||Nghèo|Cận nghèo|Neo đơn|",
            "1|Nguyễn Văn An|1948||x|||", "2|Trần Thị Bình||1952||x||");
    assertThat(four.columns()).containsExactly("row_no", "full_name", "birth/male", "birth/female", "poor", "near_poor", "lone", "note");
    assertThat(four.numbers(RowKind.HEADER)).containsExactly(1, 2, 3, 4);
    assertThat(four.numbers(RowKind.DATA)).containsExactly(5, 6);
  }

  @Test
  void aTopRowOfGroupsThatNobodyKnowsHidesNoColumn() {
    List<String> lines = new ArrayList<>(List.of("Thông tin chung||||Thông tin khác|||"));
    lines.addAll(List.of(TWO_ROWS));
    Recognised found = Recognised.of(GridSheet.of(lines));
    assertThat(found.columns()).isEqualTo(SPLIT);
    assertThat(found.numbers(RowKind.DATA)).containsExactly(4, 5);
  }

  @Test
  void twentyRowsOfTitlesAreTitles() {
    List<String> lines = new ArrayList<>();
    for (int i = 1; i <= 18; i++) {
      lines.add("Căn cứ văn bản số " + i + "/KH-UBND của Ủy ban nhân dân tỉnh");
    }
    lines.addAll(List.of("DANH SÁCH HỘI VIÊN CLB xóm 5, xã Nam Giang", "Kỳ báo cáo: 6 tháng đầu năm 2025", HEADER, FIRST, SECOND));
    Recognised found = Recognised.of(GridSheet.of(lines));
    assertThat(found.numbers(RowKind.TITLE)).hasSize(20);
    assertThat(found.tables.getFirst().titles()).hasSize(20).endsWith("Kỳ báo cáo: 6 tháng đầu năm 2025");
    assertThat(found.numbers(RowKind.DATA)).containsExactly(22, 23);
  }

  @Test
  void twoTablesOfTwoFeedsOnOneSheetAreTwoTables() {
    Recognised found =
        Recognised.of(
            "DANH SÁCH CLB", "STT|Tên CLB|Xã|Ngày thành lập|Số thành viên", "1|CLB xóm 5|Nam Giang|2018|52", "", "DANH SÁCH HỘI VIÊN", HEADER, FIRST, SECOND);
    assertThat(found.feeds()).isEqualTo("club-registry member-roster");
    assertThat(found.numbers(RowKind.DATA)).containsExactly(3, 7, 8);
    assertThat(found.tables.getLast().titles()).contains("DANH SÁCH HỘI VIÊN");
  }

  @Test
  void aHeaderRepeatedOnTheNextPrintedPageStartsNoNewTable() {
    Recognised found = Recognised.of(HEADER, FIRST, SECOND, HEADER, THIRD);
    assertThat(found.tables).hasSize(1);
    assertThat(found.numbers(RowKind.HEADER)).containsExactly(1, 4);
    assertThat(found.numbers(RowKind.DATA)).containsExactly(2, 3, 5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"(1)|(2)|(3)|(4)|(5)|(6)|(7)", "1|2|3|4|5|6|7", "A|B|1|2|3|4|5"})
  void aRowOfColumnNumbersIsNotData(String numbers) {
    Recognised found = Recognised.of(HEADER, numbers, FIRST, SECOND);
    assertThat(found.numbers(RowKind.DATA)).containsExactly(3, 4);
    assertThat(found.kinds().get(1)).isIn(RowKind.NUMBERING, RowKind.HEADER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I. Ban chủ nhiệm||||||", "|I. Ban chủ nhiệm|||||", "I|Ban chủ nhiệm|||||", "CLB thôn Đông, xã Nghi Diên||||||", "|CLB LTHTGN xóm 3|||||", "II.||||||",
        "A|Hội viên là người cao tuổi|||||"
      })
  void aRowThatNamesWhatFollowsIsASection(String section) {
    Recognised found = Recognised.of(HEADER, section, FIRST, SECOND);
    assertThat(found.numbers(RowKind.SECTION)).containsExactly(2);
    assertThat(found.numbers(RowKind.DATA)).containsExactly(3, 4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "|Cộng|3|2|||", "Cộng|||2|||", "Tổng cộng|||||3|", "|TỔNG CỘNG:|3||||", "|Tổng số|3||||", "|Cộng CLB xóm 5|3||||", "|cộng: 3 người|3||||",
        "Tổng số: 3 người||||||", "|Tổng|3||||", "|CỘNG I|3||||", "|Toàn huyện|3||||", "|Cộng (I+II)|3||||"
      })
  void aTotalRowIsNotData(String total) {
    Recognised found = Recognised.of(HEADER, FIRST, SECOND, THIRD, total);
    assertThat(found.numbers(RowKind.TOTAL)).as(total).containsExactly(5);
    assertThat(found.numbers(RowKind.DATA)).containsExactly(2, 3, 4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Cộng Văn Lực", "Tống Thị Hoa", "Tổng Văn Đức", "Cộng Hòa", "Tống Cộng Sinh", "TỐNG VĂN SỐ"})
  void aPersonWhoseNameSoundsLikeATotalIsData(String name) {
    Recognised found = Recognised.of(HEADER, FIRST, "2|" + name + "|1950|Nam||xóm 1|", THIRD);
    assertThat(found.numbers(RowKind.DATA)).containsExactly(2, 3, 4);
    Recognised unnumbered = Recognised.of("Họ và tên|Ngày sinh|Giới tính|Địa chỉ", "Nguyễn Văn An|1948|Nam|xóm 1", name + "|1950|Nam|xóm 1");
    if (!name.equals("Cộng Hòa")) {
      assertThat(unnumbered.numbers(RowKind.DATA)).as("without running number").containsExactly(2, 3);
    }
  }

  @Test
  void signaturesAndTheNamesUnderThemAreAFooter() {
    Recognised found =
        Recognised.of(
            HEADER, FIRST, SECOND, THIRD, "", "||||Nam Giang, ngày 15 tháng 6 năm 2025||", "|NGƯỜI LẬP BIỂU|||TM. BAN CHỦ NHIỆM||", "|(Ký, ghi rõ họ tên)||||CHỦ NHIỆM|",
            "", "", "|Phạm Thị Mai|||Hoàng Văn Tám||");
    assertThat(found.numbers(RowKind.FOOTER)).containsExactly(6, 7, 8, 11);
    assertThat(found.numbers(RowKind.DATA)).containsExactly(2, 3, 4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"|Người lập: Phạm Thị Mai|||||", "|NGƯỜI LẬP BIỂU|||||", "|Người lập bảng (ký tên)|||||", "||||Ngày 15 tháng 6 năm 2025||", "|Chủ tịch Hội|||||"})
  void aLineOfTheFooterIsNotData(String line) {
    Recognised found = Recognised.of(HEADER, FIRST, SECOND, line);
    assertThat(found.numbers(RowKind.FOOTER)).containsExactly(4);
  }

  @Test
  void blankRowsInsideATableEndNothing() {
    Recognised found = Recognised.of(HEADER, FIRST, "", "", "| ||  |||", SECOND, "", THIRD);
    assertThat(found.numbers(RowKind.DATA)).containsExactly(2, 6, 8);
    assertThat(found.kinds()).hasSize(4);
  }

  @Test
  void lineBreaksTabsAndFootnoteMarksInHeadersAreNothing() {
    Recognised found = Recognised.of("STT|Họ và\ntên (*)|Ngày,\ttháng,\nnăm sinh¹|Giới\ntính|Số CCCD (1)|Địa  chỉ*|Ghi chú(**)", FIRST, SECOND);
    assertThat(found.columns()).containsExactly("row_no", "full_name", "birth", "sex", "national_id", "address", "note");
  }

  @Test
  void hiddenRowsAreReadLikeOthers() {
    Recognised found = Recognised.of(HEADER, FIRST, "~" + SECOND, THIRD);
    assertThat(found.numbers(RowKind.DATA)).containsExactly(2, 3, 4);
  }

  @Test
  void headingsThatLackARequiredColumnNameTheNearestFeed() {
    Recognised found = Recognised.of("STT|Họ và tên|Giới tính|Số CCCD|Địa chỉ|Chức vụ", "1|Nguyễn Văn An|Nam||xóm 1|");
    assertThat(found.tables).isEmpty();
    assertThat(found.misses).singleElement().satisfies(miss -> {
      assertThat(miss.nearest().feed()).isEqualTo("member-roster");
      assertThat(miss.missing()).extracting(column -> column.name()).containsExactly("birth");
    });
  }

  @Property(tries = 100)
  void theOrderOfTheColumnsDoesNotMatter(@ForAll("permutations") List<Integer> order) {
    Recognised straight = Recognised.of(HEADER, FIRST, SECOND, THIRD, "|Cộng|3||||");
    Recognised turned =
        Recognised.of(permuted(HEADER, order), permuted(FIRST, order), permuted(SECOND, order), permuted(THIRD, order));
    assertThat(turned.feeds()).isEqualTo("member-roster");
    assertThat(turned.columnsSorted()).isEqualTo(straight.columnsSorted());
    assertThat(turned.numbers(RowKind.DATA)).isEqualTo(straight.numbers(RowKind.DATA));
  }

  @Provide
  Arbitrary<List<Integer>> permutations() {
    return Arbitraries.shuffle(IntStream.range(0, 7).boxed().toList());
  }

  private static String permuted(String line, List<Integer> order) {
    String[] cells = line.split("\\|", -1);
    return String.join("|", order.stream().map(i -> cells[i]).toList());
  }

  @Property(tries = 100)
  void blankRowsAndTitlesChangeNoDataRow(@ForAll("gaps") List<Integer> gaps, @ForAll("titles") List<String> titles) {
    List<String> lines = new ArrayList<>(titles);
    lines.addAll(List.of("DANH SÁCH HỘI VIÊN", HEADER));
    for (int i = 0; i < gaps.size(); i++) {
      lines.addAll(Collections.nCopies(gaps.get(i), i % 2 == 0 ? "" : "||  |"));
      lines.add((i + 1) + "|Nguyễn Văn An|1948|Nam||xóm 1|");
    }
    Recognised found = Recognised.of(GridSheet.of(lines));
    assertThat(found.feeds()).isEqualTo("member-roster");
    assertThat(found.numbers(RowKind.DATA)).hasSize(gaps.size());
  }

  @Provide
  Arbitrary<List<Integer>> gaps() {
    return Arbitraries.integers().between(0, 4).list().ofMinSize(1).ofMaxSize(12);
  }

  @Provide
  Arbitrary<List<String>> titles() {
    return Arbitraries.of(
            "HỘI NGƯỜI CAO TUỔI HUYỆN NAM ĐÀN", "", "Huyện: Nam Đàn", "CLB: xóm 5|||Xã: Nam Giang", "Kỳ báo cáo: 6 tháng đầu năm 2025", "ĐVT: người", "(Kèm theo báo cáo số 12)",
            "Số:  /BC-HNCT||||Nam Đàn, ngày 15 tháng 6 năm 2025", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        .list()
        .ofMaxSize(12);
  }
}
