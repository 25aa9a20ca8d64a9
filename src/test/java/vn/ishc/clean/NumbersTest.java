package vn.ishc.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ishc.row.Cell;
import vn.ishc.row.FindingCode;
import vn.ishc.row.NumberStyle;

class NumbersTest {
  private static String show(Reading<?> reading) {
    Object value = reading.value();
    String codes =
        reading.notes().stream().map(note -> note.code().name()).reduce("", (a, b) -> a + " " + b);
    String shown =
        value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
    return (value == null ? reading.isUnreadable() ? "!" : "-" : shown) + codes;
  }

  private static String grouped(long number, char separator) {
    DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
    symbols.setGroupingSeparator(separator);
    return new DecimalFormat("#,##0", symbols).format(number);
  }

  @Property
  void anAmountIsReadInEveryGrouping(
      @ForAll @LongRange(min = 0, max = 999_999_999_999L) long dong) {
    for (String text :
        new String[] {
          Long.toString(dong),
          grouped(dong, '.'),
          grouped(dong, ','),
          grouped(dong, ' '),
          grouped(dong, '\u00A0'),
          grouped(dong, '\''),
          grouped(dong, '.') + "đ",
          grouped(dong, ',') + " đồng",
          grouped(dong, '.') + " VNĐ",
          grouped(dong, '.') + ",-",
          grouped(dong, '.') + " ₫"
        }) {
      assertThat(Numbers.readMoney(Cells.text(text), MoneyUnit.DONG).value())
          .as(text)
          .isEqualTo(dong);
    }
    assertThat(Numbers.readMoney(Cells.number(dong), MoneyUnit.DONG).value()).isEqualTo(dong);
  }

  @Property
  void aMeasureIsReadWithDotOrComma(@ForAll @BigRange(min = "0", max = "9999") BigDecimal number) {
    String text = number.toPlainString();
    assertThat(Numbers.readDecimal(Cells.text(text)).value()).isEqualByComparingTo(number);
    assertThat(Numbers.readDecimal(Cells.text(text.replace('.', ','))).value())
        .isEqualByComparingTo(number);
  }

  /** As a book-keeper says it, written here once more and in another way than it is read. */
  private static String spoken(int number) {
    List<String> digits = List.of("", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín");
    int last = number % 10;
    int tens = number / 10 % 10;
    int hundreds = number / 100;
    String units = tens > 0 && last == 5 ? "lăm" : tens > 1 && last == 1 ? "mốt" : tens > 1 && last == 4 ? "tư" : digits.get(last);
    String small = tens == 0 ? (hundreds > 0 && last > 0 ? "linh " : "") : tens == 1 ? "mười " : digits.get(tens) + " mươi ";
    return ((hundreds > 0 ? digits.get(hundreds) + " trăm " : "") + small + units).strip();
  }

  @Property
  void aNumberInWordsIsRead(@ForAll @IntRange(min = 1, max = 999) int number) {
    String words = spoken(number);
    String capital = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    for (String text : List.of(words, capital, words + " người", "khoảng " + words, words.replace("linh", "lẻ").replace("bảy", "bẩy"))) {
      assertThat(show(Numbers.readWhole(Cells.text(text)))).as(text).isEqualTo(number + " NUMBER_TIDIED");
      assertThat(Numbers.readDecimal(Cells.text(text)).value()).as(text).isEqualByComparingTo(BigDecimal.valueOf(number));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mười lăm | 15", "bốn mươi người | 40", "Hai mươi mốt | 21", "hai mốt | 21", "hai lăm | 25", "hai chục | 20", "mười tư | 14", "muoi lam | 15",
        "bon muoi nguoi | 40", "mot tram linh ba | 103", "ba | 3", "Mười hai lượt | 12", "năm hội viên | 5"
      })
  void wordsAreReadAsTheyAreSaid(String text, long number) {
    assertThat(Numbers.readWhole(Cells.text(text)).value()).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bà", "nam", "hai ba", "mười mươi", "một trăm năm", "trăm", "mươi", "một trăm linh", "chín bỏ làm mười", "tam", "Nguyễn Thị Năm", "mười 5", "hai mươi mươi", "lăm"})
  void otherWordsAreNoNumber(String text) {
    assertThat(show(Numbers.readWhole(Cells.text(text)))).startsWith("!");
  }

  @Property
  void noTextIsTooStrange(@ForAll String text) {
    Cell cell = Cells.text(text);
    assertThat(Numbers.readWhole(cell)).isNotNull();
    assertThat(Numbers.readDecimal(cell)).isNotNull();
    assertThat(Numbers.readPercent(cell)).isNotNull();
    assertThat(Numbers.readMoney(cell, MoneyUnit.MILLION)).isNotNull();
    assertThat(Terms.readMonths(cell)).isNotNull();
    assertThat(Ages.read(cell)).isNotNull();
    assertThat(MoneyUnit.find(text)).isNotNull();
  }

  @Provide
  Arbitrary<String> signs() {
    return Arbitraries.of(
            "1", "0", "500", "12", ".", ",", " ", "-", "(", ")", "tr", "triệu", "k", "tỷ", "đ",
            "rưỡi", "%", "năm", "tháng", "tuổi")
        .list()
        .ofMaxSize(8)
        .map(l -> String.join("", l));
  }

  @Property
  void noSignsAreTooStrange(@ForAll("signs") String text) {
    noTextIsTooStrange(text);
  }

  @Property
  void noNumberIsTooStrange(@ForAll double number) {
    Cell cell = Cells.number(number);
    assertThat(Numbers.readWhole(cell)).isNotNull();
    assertThat(Numbers.readDecimal(cell)).isNotNull();
    assertThat(Numbers.readMoney(cell, MoneyUnit.BILLION)).isNotNull();
    assertThat(Terms.readMonths(cell)).isNotNull();
    assertThat(Ages.read(cell)).isNotNull();
    assertThat(Words.read(cell, 100)).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "1.500.000, 1500000",
    "'1,500,000', 1500000",
    "1 500 000, 1500000",
    "1500000đ, 1500000",
    "'1,5 triệu', 1500000 NUMBER_TIDIED",
    "1.5tr, 1500000 NUMBER_TIDIED",
    "1tr5, 1500000 NUMBER_TIDIED",
    "1tr500, 1500000 NUMBER_TIDIED",
    "1 triệu 500 nghìn, 1500000 NUMBER_TIDIED",
    "1 triệu rưỡi, 1500000 NUMBER_TIDIED",
    "500k, 500000 NUMBER_TIDIED",
    "500 nghìn, 500000 NUMBER_TIDIED",
    "500 ngàn đồng, 500000 NUMBER_TIDIED",
    "500.000đ, 500000",
    "2 tỷ, 2000000000 NUMBER_TIDIED",
    "1 tỷ 200 triệu, 1200000000 NUMBER_TIDIED",
    "'2,5 tỉ', 2500000000 NUMBER_TIDIED",
    "'12,5tr', 12500000 NUMBER_TIDIED",
    "hai triệu, 2000000 NUMBER_TIDIED",
    "nửa triệu, 500000 NUMBER_TIDIED",
    "khoảng 5 triệu, 5000000 NUMBER_TIDIED",
    "5 triệu đồng chẵn, 5000000 NUMBER_TIDIED",
    "1.500 triệu, 1500000000 NUMBER_TIDIED",
    "1.500, 1500",
    "'1,500', 1500",
    "0, 0",
    "không, 0 NUMBER_TIDIED",
    "-, -",
    "–, -",
    "'(500.000)', ! AMOUNT_NEGATIVE",
    "-500.000, ! AMOUNT_NEGATIVE",
    "1.50.000, ! NUMBER_UNREADABLE",
    "1500.000, ! NUMBER_UNREADABLE",
    "'68,9', ! NUMBER_UNREADABLE",
    "Chăn nuôi, ! NUMBER_UNREADABLE",
    "5 triệu 3 tỷ, ! NUMBER_UNREADABLE",
    "500/tháng, ! NUMBER_UNREADABLE",
    "1O0.000, 100000"
  })
  void amountsInDong(String text, String right) {
    assertThat(show(Numbers.readMoney(Cells.text(text), MoneyUnit.DONG))).isEqualTo(right);
  }

  @ParameterizedTest
  @CsvSource({
    "'68,9', 68900000",
    "68.9, 68900000",
    "1.500, 1500000000",
    "'1,500', 1500000",
    "'1.500,5', 1500500000",
    "5, 5000000",
    "'5.000.000đ', 5000000000000",
    "500k, 500000",
    "0, 0"
  })
  void amountsInMillions(String text, long right) {
    assertThat(Numbers.readMoney(Cells.text(text), MoneyUnit.MILLION).value()).isEqualTo(right);
  }

  @Test
  void aNumberCellIsNeverAmbiguous() {
    assertThat(show(Numbers.readMoney(Cells.number(68.9), MoneyUnit.MILLION)))
        .isEqualTo("68900000");
    assertThat(show(Numbers.readMoney(Cells.number(1.5), MoneyUnit.MILLION))).isEqualTo("1500000");
    assertThat(show(Numbers.readMoney(Cells.number(0.1 + 0.2), MoneyUnit.MILLION)))
        .isEqualTo("300000");
    assertThat(show(Numbers.readMoney(Cells.number(12345.67), MoneyUnit.DONG)))
        .isEqualTo("12346 NUMBER_TIDIED");
    assertThat(show(Numbers.readMoney(Cells.number(-5), MoneyUnit.DONG)))
        .isEqualTo("! AMOUNT_NEGATIVE");
  }

  @ParameterizedTest
  @CsvSource({
    "12, 12",
    "12 người, 12 NUMBER_TIDIED",
    "120 lượt người, 120 NUMBER_TIDIED",
    "3 CLB, 3 NUMBER_TIDIED",
    "1.250, 1250",
    "'1,250', 1250",
    "'12,0', 12",
    "+5, 5",
    "khoảng 50, 50 NUMBER_TIDIED",
    "không, 0 NUMBER_TIDIED",
    "12.5, ! NUMBER_NOT_WHOLE",
    "-3, ! AMOUNT_NEGATIVE",
    "2-3, ! NUMBER_UNREADABLE",
    "65/70, ! NUMBER_UNREADABLE",
    "nhiều, ! NUMBER_UNREADABLE",
    "l2, 12 NUMBER_TIDIED",
    "-, -"
  })
  void counts(String text, String right) {
    assertThat(show(Numbers.readWhole(Cells.text(text)))).isEqualTo(right);
  }

  @Test
  void aDateIsNoCount() {
    assertThat(show(Numbers.readWhole(Cells.date(45356)))).isEqualTo("! NUMBER_UNREADABLE");
    assertThat(show(Numbers.readWhole(Cells.date(45)))).isEqualTo("45");
    assertThat(show(Numbers.readWhole(Cells.number(12.5)))).isEqualTo("! NUMBER_NOT_WHOLE");
    assertThat(Numbers.readWhole(Cells.failed()).notes().getFirst().code())
        .isEqualTo(FindingCode.FORMULA_FAILED);
  }

  @ParameterizedTest
  @CsvSource({
    "'22,5', 22.5",
    "22.5, 22.5",
    "1.500, 1.5",
    "'1.234,5', 1234.5",
    "45kg, 45",
    "152 cm, 152",
    "'-1,5', -1.5"
  })
  void measures(String text, BigDecimal right) {
    assertThat(Numbers.readDecimal(Cells.text(text)).value()).isEqualByComparingTo(right);
  }

  @Test
  void sharesAreInPercent() {
    assertThat(Numbers.readPercent(Cells.text("65,1 %")).value()).isEqualByComparingTo("65.1");
    assertThat(
            Numbers.readPercent(new Cell.Numeric(0.651, new NumberStyle("0.0%", false, false)))
                .value())
        .isEqualByComparingTo("65.1");
    assertThat(Numbers.readPercent(Cells.number(0.651)).value()).isEqualByComparingTo("0.651");
    assertThat(Numbers.readPercent(Cells.text("0,8")).value()).isEqualByComparingTo("0.8");
  }

  @ParameterizedTest
  @CsvSource({
    "ĐVT: triệu đồng, MILLION",
    "Đơn vị tính: 1.000đ, THOUSAND",
    "(nghìn đồng), THOUSAND",
    "ĐVT: đồng, DONG",
    "ĐVT: 1.000.000 đồng, MILLION",
    "Số tiền (tr.đ), MILLION",
    "Dư nợ (1000đ), THOUSAND",
    "Đvt: Triệu, MILLION",
    "Đơn vị: ngàn đồng, THOUSAND",
    "triệu đồng, MILLION",
    "ĐVT: tỷ đồng, BILLION",
    "ĐVT: triệu đồng Mẫu số 02, MILLION",
    "(ĐVT: Nghìn đồng), THOUSAND",
    "Đơn vị tính: đồng Việt Nam, DONG",
    "nghìn đồng, THOUSAND",
    "Thu (triệu đồng/năm), MILLION",
    "Quỹ (VNĐ), DONG",
    "'ĐVT: người, triệu đồng', MILLION",
    "'Quỹ tăng thu nhập (đồng)', DONG"
  })
  void statedUnits(String text, MoneyUnit right) {
    assertThat(MoneyUnit.find(text)).contains(right);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Đơn vị: xã Nghi Diên",
        "Hỗ trợ 5 triệu đồng cho CLB",
        "Thôn Triệu Sơn",
        "Số tiền",
        "Đơn vị: Phường Quỳnh Mai",
        "Hoạt động",
        "Hội đồng (xã)",
        "(cộng đồng)",
        "Đơn vị: Đông Thành",
        "ĐVT: người",
        "Diễn đàn (tỷ lệ)",
        "Ghi chú (trẻ)"
      })
  void linesThatStateNoUnit(String text) {
    assertThat(MoneyUnit.find(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "12, 12",
    "12 tháng, 12 NUMBER_TIDIED",
    "1 năm, 12 NUMBER_TIDIED",
    "18th, 18 NUMBER_TIDIED",
    "1 năm 6 tháng, 18 NUMBER_TIDIED",
    "'1,5 năm', 18 NUMBER_TIDIED",
    "1 năm rưỡi, 18 NUMBER_TIDIED",
    "36T, 36 NUMBER_TIDIED",
    "mười hai tháng, 12 NUMBER_TIDIED",
    "một năm, 12 NUMBER_TIDIED",
    "năm năm, 60 NUMBER_TIDIED",
    "hai mươi bốn tháng, 24 NUMBER_TIDIED",
    "mấy tháng, ! NUMBER_UNREADABLE",
    "60 tháng (5 năm), 60 NUMBER_TIDIED",
    "dài hạn, ! NUMBER_UNREADABLE",
    "-, -"
  })
  void terms(String text, String right) {
    assertThat(show(Terms.readMonths(Cells.text(text)))).isEqualTo(right);
  }

  @ParameterizedTest
  @CsvSource({
    "78, 78",
    "78 tuổi, 78 NUMBER_TIDIED",
    "78t, 78 NUMBER_TIDIED",
    "tuổi 78, 78 NUMBER_TIDIED",
    "121, ! NUMBER_UNREADABLE",
    "già, ! NUMBER_UNREADABLE"
  })
  void ages(String text, String right) {
    assertThat(show(Ages.read(Cells.text(text)))).isEqualTo(right);
  }
}
