package vn.ishc.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ishc.row.Finding;
import vn.ishc.row.FindingCode;

/** Figures and days in messages, as each language writes them. */
class WordsTest {
  private static String told(FindingCode code, String found, boolean vietnamese, String... details) {
    return new Words().sentence(new Finding(code, code.severity(), "", 7, 2, "x", found, List.of(details), false), "Cột", vietnamese);
  }

  @Test
  void amountsAreGroupedAndYearsAreNot() {
    assertThat(told(FindingCode.SUM_DIFFERS, "66600000", true, "66000000")).contains("66.600.000", "66.000.000");
    assertThat(told(FindingCode.TOTAL_DIFFERS, "66.6", true, "66600000 đồng")).contains("66.600.000 đồng").contains("66.6 ");
    assertThat(told(FindingCode.AGE_TO_YEAR, "72", true, "1953")).contains("1953");
    assertThat(told(FindingCode.OUTSTANDING_OVER_AMOUNT, "", true, "Dư nợ", "1500000", "Số tiền vay", "1000000", "Outstanding", "Amount")).contains("Dư nợ (1.500.000)", "(1.000.000)");
  }

  @Test
  void measuresHaveADecimalComma() {
    assertThat(told(FindingCode.NUMBER_TIDIED, "5,4 mmol", true, "5.4")).contains(" 5,4.");
    assertThat(told(FindingCode.NUMBER_TIDIED, "5,4 mmol", false, "5.4")).contains(" 5.4.");
  }

  @Test
  void whatIsADocumentNumberOrARowIsNoFigure() {
    assertThat(told(FindingCode.REQUIRED_UNREADABLE, "?", true, "040050001234", "040050001234")).contains("040050001234");
    assertThat(told(FindingCode.DUPLICATE_ROW, "", true, "12345")).contains("dòng 12345;");
  }

  @Test
  void daysAreWrittenAsOfficersWriteThem() {
    assertThat(told(FindingCode.LEFT_FROM_NOTE, "chuyển đi 5/2025", true, "chuyển đi", "2025-05-01", "moved")).contains("01/05/2025").doesNotContain("2025-05");
  }

  @Test
  void aFindingWithOneDetailMoreHasTheLongerSentence() {
    assertThat(told(FindingCode.DATE_SWAP_SUSPECTED, "3/25/1948", true, "25/03/1948")).isEqualTo("“3/25/1948” có thể bị đổi chỗ ngày và tháng; đã đọc là 25/03/1948, kiểm tra lại.");
    assertThat(told(FindingCode.DATE_SWAP_SUSPECTED, "08/12/2025", true, "08/12/2025", "12/08/2025")).contains("đã đọc là 08/12/2025 (cũng có thể là 12/08/2025), kiểm tra");
    assertThat(told(FindingCode.DATE_SWAP_SUSPECTED, "08/12/2025", false, "08/12/2025", "12/08/2025")).contains("read as 08/12/2025 (it may also be 12/08/2025), please");
  }

  @Test
  void theCatalogueHasBothSentencesOfACode() {
    assertThat(new Words().pattern(FindingCode.FILE_NO_TABLE, true)).startsWith("Không tìm thấy bảng").contains(" / Tệp trống: ");
    assertThat(new Words().pattern(FindingCode.FILE_EMPTY, true)).doesNotContain(" / ");
  }

  @Test
  void aColumnOfAnOldEncodingIsNamed() {
    assertThat(told(FindingCode.TEXT_REPAIRED, "", true, "VNI", "12345", "VNI")).contains("“Cột”", "12.345 ô");
  }
}
