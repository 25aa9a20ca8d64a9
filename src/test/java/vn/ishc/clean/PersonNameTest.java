package vn.ishc.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ishc.row.FindingCode;

class PersonNameTest {
  @Provide
  Arbitrary<String> names() {
    return VietnameseText.names();
  }

  private static String show(String text) {
    Reading<PersonName> reading = PersonName.read(Cells.text(text));
    PersonName name = reading.value();
    String codes =
        reading.notes().stream().map(note -> " " + note.code().name()).reduce("", String::concat);
    return name == null
        ? "!"
        : name.display()
            + (name.remark().isEmpty() ? "" : " [" + name.remark() + "]")
            + (name.sex() == null ? "" : " " + name.sex())
            + codes;
  }

  @Property
  void aNameIsReadInEveryWriting(@ForAll("names") String name) {
    for (String text :
        new String[] {
          name,
          name.toUpperCase(Locale.ROOT),
          name.toLowerCase(Locale.ROOT),
          "Ông " + name,
          "Bà: " + name,
          "Cụ " + name,
          "Ô. " + name,
          "1. " + name,
          name + ",",
          "- " + name,
          name + " (mất)",
          name.replace(" ", "  ")
        }) {
      PersonName read = PersonName.read(Cells.text(text)).value();
      assertThat(read).as(text).isNotNull();
      assertThat(read.display()).as(text).isEqualTo(name);
      assertThat(PersonName.key(text)).as(text).isEqualTo(Spelling.fold(name));
    }
  }

  @Provide
  Arbitrary<String> pieces() {
    return Arbitraries.of(
            "Ông", "Bà", "Cụ", "B.", "Lê", "THỊ", "văn", "h'mông", "-", "1.", "(mất)", ",", "x",
            " ", "Y", "An", "48")
        .list()
        .ofMaxSize(7)
        .map(l -> String.join(" ", l));
  }

  @Property
  void cleaningTwiceIsCleaningOnce(@ForAll("pieces") String text) {
    PersonName once = PersonName.read(Cells.text(text)).value();
    String display = once == null ? "" : once.display();
    PersonName twice = PersonName.read(Cells.text(display)).value();
    assertThat(twice == null ? "" : twice.display()).as(text).isEqualTo(display);
  }

  @Property
  void noTextIsTooStrange(@ForAll String text) {
    assertThat(PersonName.read(Cells.text(text))).isNotNull();
    assertThat(PersonName.key(text)).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "NGUYỄN THỊ HÒA, Nguyễn Thị Hòa",
    "nguyễn thị hòa, Nguyễn Thị Hòa",
    "Nguyễn Thị thanh Hằng, Nguyễn Thị Thanh Hằng",
    "NGuyễn Văn An, Nguyễn Văn An",
    "Ông Nguyễn Văn An, Nguyễn Văn An MALE NAME_TIDIED",
    "Bà Lê Thị Hà, Lê Thị Hà FEMALE NAME_TIDIED",
    "B. Lê Thị Hà, Lê Thị Hà FEMALE NAME_TIDIED",
    "Ông: Lê Bá, Lê Bá MALE NAME_TIDIED",
    "Cụ bà Trần Thị Sen, Trần Thị Sen FEMALE NAME_TIDIED",
    "Ông Thị Hoa, Ông Thị Hoa",
    "Bá Văn Nam, Bá Văn Nam",
    "Cù Thị Lan, Cù Thị Lan",
    "Anh Đức, Anh Đức",
    "1. Nguyễn Văn An, Nguyễn Văn An NAME_TIDIED",
    "12) Nguyễn Văn An, Nguyễn Văn An NAME_TIDIED",
    "Nguyễn Văn An (đã mất), Nguyễn Văn An [đã mất] NAME_TIDIED",
    "'Nguyễn Văn An, chủ nhiệm', 'Nguyễn Văn An [chủ nhiệm] NAME_TIDIED'",
    "Nguyễn Văn An - CN, Nguyễn Văn An [CN] NAME_TIDIED",
    "Nguyễn Văn An 1948, Nguyễn Văn An [1948] NAME_TIDIED",
    "NguyễnVăn An, Nguyễn Văn An",
    "VỪ Y XÌ, Vừ Y Xì",
    "Vừ Y Xì, Vừ Y Xì",
    "H'MÔNG Á, H'Mông Á",
    "Y-BION, Y-Bion",
    "Lô Thị Ý, Lô Thị Ý",
    "Và Bá Dềnh, Và Bá Dềnh",
    "Nguyễn Thị Hoà, Nguyễn Thị Hoà",
    "Ông Nam, Nam MALE NAME_TIDIED"
  })
  void namesOfTheField(String text, String right) {
    assertThat(show(text)).isEqualTo(right);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-",
        "không",
        "x",
        "123",
        "...",
        "?",
        "1948",
        "A",
        "Không có",
        "(mất)",
        "(1948)",
        "Ông"
      })
  void whatIsNoName(String text) {
    assertThat(PersonName.read(Cells.text(text)).value()).isNull();
  }

  @Test
  void aNumberIsNoName() {
    assertThat(PersonName.read(Cells.number(12)).notes().getFirst().code())
        .isEqualTo(FindingCode.VALUE_NOT_KNOWN);
  }

  @Test
  void aNameInTwoColumnsIsOne() {
    PersonName name = PersonName.read(Cells.text("Nguyễn Thị"), Cells.text("HÒA")).value();
    assertThat(name).isNotNull();
    assertThat(name.display()).isEqualTo("Nguyễn Thị Hòa");
  }

  @Test
  void aKeyForgetsToneStyleAndHonorific() {
    assertThat(PersonName.key("Bà NGUYỄN THỊ HOÀ")).isEqualTo(PersonName.key("Nguyễn Thị Hòa"));
    assertThat(PersonName.key("Lê Thị Mỹ")).isEqualTo(PersonName.key("Lê Thị Mĩ"));
    assertThat(PersonName.key("Lê Văn An")).isNotEqualTo(PersonName.key("Lê Văn Ân"));
  }
}
