package vn.ishc.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      nullValues = "-",
      value = {
        "Xóm 5, xã Nghi Diên ! xóm 5 ! -",
        "X5 ! x5 ! -",
        "5 ! xóm 5 ! -",
        "Bản Xốp Nhị – xã Hữu Kiệm ! bản xốp nhị ! -",
        "xã Nghi Diên ! - ! -",
        "0912 345 678 ! - ! -",
        "Số nhà 12, đường Lê Lợi, khối 5, phường Trường Vinh ! khối 5 ! 12|lê lợi",
        "Số 12 Lê Lợi, K5 ! k5 ! 12|lê lợi",
        "12 đường Lê Lợi - khối 5 ! khối 5 ! 12|lê lợi",
        "SN 7, ngõ 3, đường Phong Định Cảng, khối Trung Nghĩa ! khối trung nghĩa ! 7|ngõ 3 phong định cảng",
        "Số 5A/12 ngách 4, Tổ 3 ! tổ 3 ! 5a/12|ngách 4",
        "Số nhà 9, khối 4 ! khối 4 ! 9|",
        "9, khối 4 ! khối 4 ! 9|",
        "Đường Nguyễn Du, khối 2 ! khối 2 ! -",
        "Nhà văn hóa xóm 3 ! nhà văn hóa xóm 3 ! -",
        "Số nhà 12 ! - ! 12|"
      })
  void hamletAndHouseAreToldApart(String written, String hamlet, String house) {
    assertThat(Address.of(written)).isEqualTo(new Address(hamlet, house));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "12|lê lợi ! 12|lê lợi ! UNKNOWN ! SAME",
        "12|lê lợi ! 12| ! SAME ! SAME",
        "12| ! 12| ! SAME ! SAME",
        "12| ! 12| ! UNKNOWN ! UNKNOWN",
        "12|lê lợi ! 12|trần phú ! SAME ! DIFFERENT",
        "12| ! 14| ! SAME ! DIFFERENT",
        "12| ! '' ! SAME ! UNKNOWN"
      })
  void aNumberAloneIsAHouseOnlyInItsHamlet(String a, String b, Sameness hamlet, Sameness expected) {
    assertThat(Address.sameHouse(a, b, hamlet)).isEqualTo(expected);
    assertThat(Address.sameHouse(b, a, hamlet)).isEqualTo(expected);
  }
}
