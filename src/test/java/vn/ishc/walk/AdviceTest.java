package vn.ishc.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ishc.row.Finding;
import vn.ishc.row.FindingCode;
import vn.ishc.row.PartialDate;
import vn.ishc.row.Value;

/** Whoever writes what the message gives as an example is understood, in the unit of the table. */
class AdviceTest {
  private static final LocalDate DAY = LocalDate.of(2025, 12, 18);

  @TempDir Path folder;

  private Walked loans(String unit, String amount) throws IOException {
    String table =
        "DANH SÁCH VAY VỐN\n6 tháng cuối năm 2025\n" + unit + "\nSTT;Họ và tên;N.sinh;Số khế ước;Ngày vay;Số tiền vay\n"
            + "1;Trần Văn Bình;1950;KU00122;5/3/2025;30\n"
            + "2;Nguyễn Văn An;1948;KU00123;6/3/2025;" + amount + "\n";
    return Walked.of(Files.writeString(folder.resolve("Danh sach vay von.csv"), table), "nhcsxh-thanh-chuong", DAY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"Đơn vị tính: triệu đồng | 12,5 | 12500000", "ĐVT: nghìn đồng | 12500 | 12500000", "ĐVT: tỷ đồng | 12,5 | 12500000000", "ĐVT: đồng | 12500000 | 12500000"})
  void anAmountIsAdvisedInTheUnitOfTheTable(String unit, String example, long dong) throws IOException {
    Finding finding = loans(unit, "chưa rõ").findings().stream().filter(each -> each.code() == FindingCode.REQUIRED_UNREADABLE).findFirst().orElseThrow();
    assertThat(finding.details()).containsExactly(example, example);
    Walked repaired = loans(unit, example);
    assertThat(repaired.findings()).noneMatch(each -> each.code() == FindingCode.REQUIRED_UNREADABLE);
    List<Value> values = repaired.rows().stream().filter(line -> line.row().clean().raw().number() == finding.row()).flatMap(line -> List.of(line.row().clean().values()).stream()).toList();
    assertThat(values).contains(new Value.Whole(dong));
  }

  @Test
  void everyColumnOfBirthsIsKnownByItsShortHeading() {
    Walked.KNOWLEDGE.contracts().all().stream()
        .flatMap(contract -> contract.columns().stream())
        .filter(column -> column.type() == vn.ishc.feed.ColumnType.BIRTH)
        .forEach(column -> assertThat(column.headers()).as(column.name()).anyMatch(header -> header.leaf().startsWith("N.sinh")));
  }

  @Test
  void aHealthCheckWithTheShortHeadingOfBirthsIsRead() throws IOException {
    String table = "DANH SÁCH KHÁM SỨC KHỎE\n6 tháng cuối năm 2025\nSTT;Họ và tên;N.Sinh;Giới tính;Ngày khám;Chiều cao;Cân nặng;Mạch\n1;Nguyễn Văn An;5/3/1948;Nam;6/11/2025;160;50;bảy mươi lăm\n";
    Walked walked = Walked.of(Files.writeString(folder.resolve("kham.csv"), table), "tyt-nam-giang-17956", DAY);
    assertThat(walked.report().rowsAccepted()).isEqualTo(1);
    assertThat(walked.rows().getFirst().row().clean().values()).contains(new Value.Whole(75));
  }

  @Test
  void anAgeInAColumnOfBirthsIsAnAge() throws IOException {
    String table = "DANH SÁCH VAY VỐN\n6 tháng cuối năm 2025\nSTT;Họ và tên;N.sinh;Số nhà, xóm;Ngày vay;Số tiền vay\n1;Nguyễn Văn An;58 tuổi;Số nhà 2, xóm 6;6/3/2025;5000000\n";
    Walked walked = Walked.of(Files.writeString(folder.resolve("Danh sach vay von.csv"), table), "nhcsxh-thanh-chuong", DAY);
    assertThat(walked.rows().getFirst().row().clean().values()).contains(new Value.Date(PartialDate.year(1967)), new Value.Text("Số nhà 2, xóm 6"));
    assertThat(walked.findings()).extracting(Finding::code).contains(FindingCode.AGE_TO_YEAR).doesNotContain(FindingCode.DATE_UNREADABLE);
  }
}
