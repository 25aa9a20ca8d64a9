package vn.ishc.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class NumbersTest {
  private static double parse(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    return ByteNumbers.parse(bytes, 0, bytes.length);
  }

  @Property
  void everyDoubleIsReadBackExactly(@ForAll double value) {
    assertThat(parse(Double.toString(value))).isEqualTo(value);
  }

  @Property
  void everyDecimalIsReadAsTheStandardRoundsIt(
      @ForAll long unscaled, @ForAll @IntRange(max = 20) int scale) {
    String text = BigDecimal.valueOf(unscaled, scale).toPlainString();
    assertThat(parse(text)).isEqualTo(Double.parseDouble(text));
  }

  @Test
  void whatIsNoNumberIsNaN() {
    for (String text : new String[] {"", "-", ".", "1,5", "1.2.3", "12tr", "0x10"}) {
      assertThat(parse(text)).as(text).isNaN();
    }
  }

  @Test
  void datesAreToldFromNumbersByTheirFormat() {
    for (String code :
        new String[] {
          "dd/mm/yyyy",
          "\"ngày\" d \"tháng\" m",
          "[$-42A]dd\\-mm\\-yy;@",
          "h:mm",
          "[h]:mm:ss",
          "mmm-yy",
          "mm:ss.0",
          "[Red]yyyy"
        }) {
      assertThat(NumberFormats.isDate(code)).as(code).isTrue();
    }
    for (String code :
        new String[] {
          "General",
          "0",
          "#,##0 \"đồng\"",
          "#,##0\\ d",
          "0.00E+00",
          "[Red]0",
          "@",
          "#,##0 [$₫-42A]",
          "_-* #,##0_-;dd",
          ""
        }) {
      assertThat(NumberFormats.isDate(code)).as(code).isFalse();
    }
  }

  @Test
  void packedNumbersAreUnpacked() {
    assertThat(RkNumbers.value(45_000 << 2 | 2)).isEqualTo(45_000);
    assertThat(RkNumbers.value(-7 << 2 | 3)).isEqualTo(-0.07);
    assertThat(RkNumbers.value((int) (Double.doubleToRawLongBits(0.5) >>> 32))).isEqualTo(0.5);
  }
}
