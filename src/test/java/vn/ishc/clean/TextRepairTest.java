package vn.ishc.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ishc.clean.Repair.Kind;

class TextRepairTest {
  @Provide
  Arbitrary<String> texts() {
    return VietnameseText.texts();
  }

  @Provide
  Arbitrary<String> names() {
    return VietnameseText.names();
  }

  private static Repair examine(String text) {
    return TextRepair.examine(text, null, new ColumnEncoding());
  }

  @Property
  void rightTextStaysTheSameInstance(@ForAll("texts") String text) {
    assertThat(examine(text).text()).isSameAs(text);
    assertThat(examine(text).kind()).isEqualTo(Kind.NONE);
  }

  @Property
  void aColumnOfRightTextStaysRight(@ForAll("texts") String first, @ForAll("texts") String second) {
    ColumnEncoding column = new ColumnEncoding();
    assertThat(TextRepair.repair(first, null, column)).isEqualTo(first);
    assertThat(TextRepair.repair(second, null, column)).isEqualTo(second);
  }

  @Property
  void anyTextIsRepairedOnceAndForAll(@ForAll String text) {
    String once = TextRepair.repair(text, null, new ColumnEncoding());
    assertThat(TextRepair.repair(once, null, new ColumnEncoding())).isEqualTo(once);
  }

  @Test
  void aSignThatComposesToALookalikeIsReplacedAtOnce() {
    assertThat(examine("a\u0300 \u1fbe").text()).isEqualTo("à i");
  }

  @Property
  void tcvn3InItsFontBecomesUnicode(@ForAll("names") String name) {
    Repair repair = TextRepair.examine(VietnameseText.tcvn3(name), ".VnTime", new ColumnEncoding());
    assertThat(repair.text()).isEqualTo(name);
  }

  @Property
  void tcvn3InItsCapitalFontBecomesCapitals(@ForAll("names") String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    assertThat(
            TextRepair.repair(
                VietnameseText.tcvn3(name.toLowerCase(Locale.ROOT)),
                ".VnTimeH",
                new ColumnEncoding()))
        .isEqualTo(upper);
    assertThat(TextRepair.repair(VietnameseText.tcvn3(name), ".VnArialH", new ColumnEncoding()))
        .isEqualTo(upper);
  }

  @Property
  void tcvn3WithoutFontBecomesUnicodeOnceTheColumnHasShownIt(@ForAll("names") String name) {
    ColumnEncoding column = new ColumnEncoding();
    column.observe("NguyÔn ThÞ Hoµng", null);
    column.observe("§Æng V¨n Lîi", null);
    assertThat(TextRepair.repair(VietnameseText.tcvn3(name), null, column)).isEqualTo(name);
  }

  @Property
  void vniInItsFontBecomesUnicode(@ForAll("names") String name) {
    assertThat(TextRepair.repair(VietnameseText.vni(name), "VNI-Times", new ColumnEncoding()))
        .isEqualTo(name);
  }

  @Property
  void vniWithoutFontBecomesUnicodeOnceTheColumnHasShownIt(@ForAll("names") String name) {
    ColumnEncoding column = new ColumnEncoding();
    column.observe("Nguyeãn Thò Hoaøng", null);
    column.observe("Ñaëng Vaên Lôïi", null);
    assertThat(TextRepair.repair(VietnameseText.vni(name), null, column)).isEqualTo(name);
  }

  @Property
  void looseMarksAreComposed(@ForAll("texts") String text) {
    assertThat(examine(VietnameseText.nfd(text)).text()).isEqualTo(text);
    assertThat(examine(VietnameseText.windows1258(text)).text()).isEqualTo(text);
  }

  @Property
  void utf8ReadWronglyIsReadRightly(@ForAll("names") String name) {
    assertThat(examine(VietnameseText.mojibake(name)).text()).isEqualTo(name);
    assertThat(examine(VietnameseText.mojibakeLatin1(name)).text()).isEqualTo(name);
    assertThat(examine(VietnameseText.mojibake(VietnameseText.mojibake(name))).text())
        .isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "NguyÔn Minh Thóy, Nguyễn Minh Thúy, TCVN3",
    "TrÇn V¨n §¹t, Trần Văn Đạt, TCVN3",
    "Lª ThÞ Yªn, Lê Thị Yên, TCVN3",
    "Phan ThÞ Ph\u00ADîng, Phan Thị Phượng, TCVN3",
    "Vò V¨n T\u00AD, Vũ Văn Tư, TCVN3",
    "Cï H÷u M·o, Cù Hữu Mão, TCVN3",
    "NGUYÔN V¡N THÞ, NGUYỄN VĂN THỊ, TCVN3",
    "x· Nghi V¹n, xã Nghi Vạn, TCVN3",
    "H'M«ng, H'Mông, TCVN3",
    "Xin chaøo caùc baïn, Xin chào các bạn, VNI",
    "Nguyeãn Vaên Haûi, Nguyễn Văn Hải, VNI",
    "Ñaëng Thò Höôøng, Đặng Thị Hường, VNI",
    "Nguyá»…n Thá»‹ HÃ , Nguyễn Thị Hà, MOJIBAKE",
    "Minh HÃ, Minh Hà, MOJIBAKE",
    "ngÃ, ngà, MOJIBAKE",
    "ThÃ nh phá»‘ Vinh, Thành phố Vinh, MOJIBAKE",
    "Tráº§n VÄƒn Äáº¡t, Trần Văn Đạt, MOJIBAKE",
    "NguyêÞn Vãn An, Nguyễn Văn An, WINDOWS_1258",
    "Ðặng Văn Ðức, Đặng Văn Đức, LOOKALIKE",
    "Ðình Ðô, Đình Đô, LOOKALIKE",
    "ngƣời đƣợc vay, người được vay, LOOKALIKE",
    "Nguyễn Vаn Аn, Nguyễn Van An, LOOKALIKE",
    "０９１５, 0915, LOOKALIKE",
    "Nguyễn_x000D_ Văn, Nguyễn Văn, SPACES",
    "Nguy&#7877;n, Nguyễn, SPACES"
  })
  void damageIsUndone(String damaged, String right, Kind kind) {
    Repair repair = examine(damaged);
    assertThat(repair.text()).isEqualTo(right);
    if (!damaged.contains("&#")) {
      assertThat(repair.kind()).isEqualTo(kind);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BA GÃ",
        "ba GÃ",
        "3×4 m",
        "20 m²",
        "§ 5",
        "«Hoa sen»",
        "37°C",
        "± 2",
        "Müller",
        "José",
        "François",
        "Café",
        "½ ngày",
        "XÃ NGHI DIÊN",
        "Lê Hoà",
        "Hòa",
        "Thò",
        "Công ty ABC®",
        "CLB “Sống vui”",
        "tốt · khá",
        "São",
        "5 – 7",
        "Bến Thuỷ…",
        "a_b & c",
        "É",
        "TÔn",
        "BÀ LÊ",
        "©2025"
      })
  void honestSignsStay(String text) {
    assertThat(examine(text).text()).isSameAs(text);
  }

  @ParameterizedTest
  @CsvSource({
    "'  Lê \u00A0Văn\tAn\n', 'Lê Văn An'",
    "'\uFEFFSTT', STT",
    "'Nữ\u200B   ', Nữ",
    "'Nghi\r\nDiên', Nghi Diên",
    "'chăn\u00ADnuôi', chănnuôi"
  })
  void whiteSpaceBecomesOneSpace(String text, String right) {
    assertThat(examine(text)).isEqualTo(new Repair(right, Kind.SPACES));
  }

  @Test
  void capitalsMeantByTheFontAreGivenToPlainLettersToo() {
    assertThat(TextRepair.repair("lan anh", ".VnTimeH", new ColumnEncoding())).isEqualTo("LAN ANH");
  }

  @Test
  void aUnicodeCellInALegacyFontStays() {
    ColumnEncoding column = new ColumnEncoding();
    assertThat(TextRepair.repair("Trần Thị Hoà", ".VnTime", column)).isEqualTo("Trần Thị Hoà");
    assertThat(TextRepair.repair("Lê Hoà", ".VnTime", column)).isEqualTo("Lê Hoà");
    assertThat(TextRepair.repair("Tô Hùng", ".VnTime", column)).isEqualTo("Tô Hùng");
  }

  @Test
  void picturesAreNotLetters() {
    assertThat(TextRepair.repair("ü", "Wingdings", new ColumnEncoding())).isEqualTo("ü");
  }

  @Test
  void anAmbiguousCellFollowsItsColumn() {
    ColumnEncoding column = new ColumnEncoding();
    column.observe("NguyÔn V¨n An", null);
    assertThat(TextRepair.repair("Vò Hïng", null, column)).isEqualTo("Vũ Hùng");
    assertThat(TextRepair.repair("Cóc", null, column)).isEqualTo("Cúc");
  }

  @Test
  void aUnicodeNameAmongTcvn3NamesStays() {
    ColumnEncoding column = new ColumnEncoding();
    column.observe("NguyÔn V¨n An", null);
    column.observe("TrÇn V¨n An", null);
    assertThat(TextRepair.repair("Lê Thái", null, column)).isEqualTo("Lê Thái");
    assertThat(TextRepair.repair("Tên CLB", null, column)).isEqualTo("Tên CLB");
  }
}
