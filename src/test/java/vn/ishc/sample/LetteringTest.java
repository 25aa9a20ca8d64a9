package vn.ishc.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.junit.jupiter.api.Test;

class LetteringTest {
  @Test
  void tcvn3WritesCodePointsOfOneByte() {
    assertThat(Lettering.TCVN3.write("Nguyễn Thị Thúy, Đặng Văn Phượng"))
        .isEqualTo("NguyÔn ThÞ Thóy, §Æng V¨n Ph­îng");
  }

  @Test
  void vniWritesPairs() {
    assertThat(Lettering.VNI.write("Xin chào các bạn")).isEqualTo("Xin chaøo caùc baïn");
  }

  @Test
  void theNewToneStaysAwayFromQu() {
    assertThat(Lettering.NEW_TONE.write("Hòa, Thúy, Quỳnh Lưu, Quý, hoàn"))
        .isEqualTo("Hoà, Thuý, Quỳnh Lưu, Quý, hoàn");
  }

  @Test
  void mojibakeIsUtf8ReadAsWindows1252() {
    String text = "Trần Thị Hồng";
    assertThat(Lettering.MOJIBAKE.write(text))
        .isEqualTo(
            new String(text.getBytes(StandardCharsets.UTF_8), Charset.forName("windows-1252")));
  }

  @Test
  void windows1258KeepsEveryLetter() {
    String text = "ặ ậ ệ ộ ờ ữ ỹ ỷ đ Đ Ấ ễ";
    String back = new String(Lettering.windows1258(text), Charset.forName("windows-1258"));
    assertThat(Normalizer.normalize(back, Normalizer.Form.NFC)).isEqualTo(text);
  }
}
