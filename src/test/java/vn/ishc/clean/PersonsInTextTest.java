package vn.ishc.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonsInTextTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "cho ông Zuyxanh vay|cho ông ••• vay",
    "nhà Bà Nguyễn Thị Hoa, xóm 3|nhà Bà •••, xóm 3",
    "Trần Văn Quzanh nuôi bò|••• nuôi bò",
    "gọi 0915 550 123|gọi •••",
    "gọi +84915550123 gặp cụ Hoa|gọi ••• gặp cụ •••",
    "CCCD 040048712345|CCCD •••",
    "thẻ HT2404021234567|thẻ •••"})
  void personsAreHidden(String text, String masked) {
    assertThat(PersonsInText.masked(text)).isEqualTo(masked);
    assertThat(PersonsInText.masked(masked)).isEqualTo(masked);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "CLB khối Lê Hồng Phong|CLB khối Lê Hồng Phong", "Xã Hồ Tùng Mậu|Xã Hồ Tùng Mậu", "CLB LTHTGN khối Bà Triệu|CLB LTHTGN khối Bà Triệu",
    "222/QĐ-UBND ngày 27/10/2021|222/QĐ-UBND ngày 27/10/2021", "xóm Văn Thịnh|xóm Văn Thịnh", "gặp ông Hoa 0915550123|•••", "cụ Hoa|•••",
    "CLB xóm 3 Nguyễn Văn Hoa|CLB xóm 3 •••", "LÊ THỊ HOA|•••", "Yên Thành|Yên Thành", "Anh Sơn|Anh Sơn", "Huyện Anh Sơn|Huyện Anh Sơn"})
  void aClubMayBearTheNameOfAPerson(String text, String masked) {
    assertThat(PersonsInText.maskedInName(text)).isEqualTo(masked);
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "trồng keo", "UBND huyện Anh Sơn", "Chi Hội Người cao tuổi", "Nhà văn hóa xóm 3", "UBND xã Đại Đồng", "Hội Phụ nữ phối hợp Trạm y tế", "bà con xóm 5", "Hộ mới thoát nghèo", "chăn nuôi 1.500.000.000 đồng",
    "Sân vận động huyện Yên Thành", "15/QĐ-UBND ngày 5/3/2020", "https://baonghean.vn/cau-lac-bo-post123456789.html", "66000007000014", "417/00013", ""})
  void otherWordsStay(String text) {
    assertThat(PersonsInText.masked(text)).isEqualTo(text);
  }

  @Test
  void noPlaceOfTheProvinceLosesItsName() throws IOException {
    for (String map : List.of("communes_pre2025", "communes_2025", "districts")) {
      try (InputStream in = PersonsInText.class.getResourceAsStream("/vn/ishc/link/" + map + ".csv")) {
        String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        for (String name : all.split("[,|\\n\"]+")) {
          for (String text : List.of(name, "Xã " + name, "CLB LTHTGN " + name, "CLB xóm 3 " + name)) {
            assertThat(PersonsInText.maskedInName(text)).isEqualTo(text);
            assertThat(PersonsInText.masked(text)).isEqualTo(text);
          }
        }
      }
    }
  }
}
