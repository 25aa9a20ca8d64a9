package vn.ishc.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ishc.row.Cell;

class IdentitiesTest {
  @Provide
  Arbitrary<String> cccds() {
    return Combinators.combine(
            Arbitraries.of("040", "042", "038", "001", "096"),
            Arbitraries.integers().between(0, 3),
            Arbitraries.integers().between(0, 99_999_999))
        .as((p, s, n) -> p + s + String.format(Locale.ROOT, "%08d", n));
  }

  private static String show(Reading<?> reading) {
    Object value = reading.value();
    String codes =
        reading.notes().stream().map(note -> note.code().name()).reduce("", (a, b) -> a + " " + b);
    String shown =
        value instanceof NationalId id
            ? id.cccd() + "+" + id.cmnd()
            : value instanceof InsuranceNumber n ? n.full() : String.valueOf(value);
    return (value == null ? reading.isUnreadable() ? "!" : "-" : shown) + codes;
  }

  @Property
  void aNumberIsReadInEverySpacing(@ForAll("cccds") String id) {
    NationalId right = new NationalId(id, null);
    String spaced = id.substring(0, 3) + " " + id.substring(3, 6) + " " + id.substring(6);
    for (String text :
        new String[] {
          id,
          spaced,
          spaced.replace(' ', '.'),
          "'" + id,
          "CCCD: " + id,
          "CCCD " + spaced,
          id + " ",
          "Số CCCD: " + id + " (mới)",
          id + " cấp ngày 5/3/2021"
        }) {
      assertThat(NationalIds.read(Cells.text(text)).value()).as(text).isEqualTo(right);
    }
    assertThat(NationalIds.read(Cells.number(Double.parseDouble(id))).value()).isEqualTo(right);
    assertThat(
            NationalIds.read(
                    Cells.text(
                        id + "|187654321|Lê Thị Hà|05031948|Nữ|Nghi Diên, Nghi Lộc|01012022"))
                .value())
        .isEqualTo(new NationalId(id, "187654321"));
  }

  @Property
  void noTextIsTooStrange(@ForAll String text) {
    Cell cell = Cells.text(text);
    assertThat(NationalIds.read(cell)).isNotNull();
    assertThat(InsuranceNumbers.read(cell)).isNotNull();
    assertThat(Phones.read(cell)).isNotNull();
    assertThat(Sexes.read(cell)).isNotNull();
    assertThat(Ticks.read(cell)).isNotNull();
    assertThat(Ditto.is(cell)).isIn(true, false);
    assertThat(Words.read(cell, 10)).isNotNull();
  }

  @Provide
  Arbitrary<String> signs() {
    return Arbitraries.of(
            "0",
            "40048",
            "001234",
            "187654321",
            "HN",
            "240",
            "84",
            "+",
            "|",
            "/",
            ";",
            " ",
            ".",
            "-",
            "O",
            "E+10",
            ",",
            "CCCD",
            "(")
        .list()
        .ofMaxSize(8)
        .map(l -> String.join("", l));
  }

  @Property
  void noSignsAreTooStrange(@ForAll("signs") String text) {
    noTextIsTooStrange(text);
  }

  @ParameterizedTest
  @CsvSource({
    "040048001234, 040048001234+null",
    "40048001234, 040048001234+null ID_ZERO_RESTORED",
    "1146509707, 001146509707+null ID_ZERO_RESTORED",
    "187654321, null+187654321",
    "187 654 321, null+187654321",
    "187654321/040048001234, 040048001234+187654321 ID_SECOND",
    "187654321 040048001234, 040048001234+187654321 ID_SECOND",
    "040048001234 (CMND cũ 187654321), 040048001234+187654321 ID_SECOND",
    "040048001234; 040048001234, 040048001234+null",
    "O40048001234, 040048001234+null",
    "040048001234|187654321|A|05031948|Nam|B|01012022, 040048001234+187654321 ID_SECOND",
    "040048001234||A|05031948|Nam|B|01012022, 040048001234+null",
    "'4,0048E+10', ! ID_UNREADABLE",
    "4.0048E+10, ! ID_UNREADABLE",
    "4.0048e10, ! ID_UNREADABLE",
    "4012345678, ! ID_UNREADABLE",
    "18765432, ! ID_UNREADABLE",
    "999048001234, ! ID_UNREADABLE",
    "040948001234, ! ID_UNREADABLE",
    "B1234567, ! ID_UNREADABLE",
    "C12345678, ! ID_UNREADABLE",
    "111111111, ! ID_UNREADABLE",
    "x, ! ID_UNREADABLE",
    "không có, -",
    "chưa cấp, -",
    "-, -"
  })
  void nationalIds(String text, String right) {
    assertThat(show(NationalIds.read(Cells.text(text)))).isEqualTo(right);
  }

  @Test
  void aCardTellsSexAndYear() {
    assertThat(NationalId.sexOf("040048001234")).isEqualTo(Sex.MALE);
    assertThat(NationalId.sexOf("040148001234")).isEqualTo(Sex.FEMALE);
    assertThat(NationalId.birthYearOf("040148001234")).isEqualTo(1948);
    assertThat(NationalId.birthYearOf("040305001234")).isEqualTo(2005);
  }

  @ParameterizedTest
  @CsvSource({
    "HN2404012345678, HN2404012345678",
    "HN 2 40 4012345678, HN2404012345678",
    "hn-2-40-40.123.45678, HN2404012345678",
    "4012345678, 4012345678",
    "112345678, 0112345678 INSURANCE_TIDIED",
    "HN2404012345678;CN3404012345678, HN2404012345678 INSURANCE_TIDIED",
    "HN24O4O12345678, HN2404012345678 INSURANCE_TIDIED",
    "HN9404012345678, ! INSURANCE_UNREADABLE",
    "HN240401234567, ! INSURANCE_UNREADABLE",
    "12345678, ! INSURANCE_UNREADABLE",
    "x, ! INSURANCE_UNREADABLE",
    "không, -"
  })
  void insuranceNumbers(String text, String right) {
    assertThat(show(InsuranceNumbers.read(Cells.text(text)))).isEqualTo(right);
  }

  @Test
  void objectCodesHaveNames() {
    assertThat(InsuranceNumbers.objectName("HN")).contains("Hộ nghèo");
    assertThat(InsuranceNumbers.objectName("ZZ")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0915807737, 0915807737",
    "0915.807.737, 0915807737",
    "0915 807 737, 0915807737",
    "+84 915 807 737, 0915807737 PHONE_TIDIED",
    "84915807737, 0915807737 PHONE_TIDIED",
    "+84 (0) 915807737, 0915807737 PHONE_TIDIED",
    "915807737, 0915807737 PHONE_TIDIED",
    "01681234567, 0381234567 PHONE_TIDIED",
    "1681234567, 0381234567 PHONE_TIDIED",
    "0124.345.6789, 0843456789 PHONE_TIDIED",
    "02383861234, 02383861234",
    "(0238) 3861234, 02383861234",
    "0915807737/0987654321, 0915807737 PHONE_TIDIED",
    "0915 807 737 - 0987 654 321, 0915807737 PHONE_TIDIED",
    "0915807737 0987654321, 0915807737 PHONE_TIDIED",
    "0915807737 (con gái), 0915807737",
    "ĐT: 0915807737, 0915807737",
    "O915807737, 0915807737",
    "Zalo 0915807737, 0915807737",
    "091580773, ! PHONE_UNREADABLE",
    "0115807737, ! PHONE_UNREADABLE",
    "không, -"
  })
  void phones(String text, String right) {
    assertThat(show(Phones.read(Cells.text(text)))).isEqualTo(right);
  }

  @Test
  void aPhoneInANumberCellGetsItsZero() {
    assertThat(show(Phones.read(Cells.number(915807737)))).isEqualTo("0915807737 PHONE_TIDIED");
  }

  @ParameterizedTest
  @CsvSource({
    "Nam, MALE",
    "nữ, FEMALE",
    "NỮ, FEMALE",
    "N, FEMALE",
    "Nu, FEMALE",
    "M, MALE",
    "F, FEMALE",
    "Gái, FEMALE",
    "Trai, MALE",
    "Nữ giới, FEMALE",
    "male, MALE",
    "♀, FEMALE",
    "Ông, MALE",
    "Bà, FEMALE"
  })
  void sexes(String text, Sex right) {
    assertThat(Sexes.read(Cells.text(text)).value()).isEqualTo(right);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "0", "1", "2", "Nam/Nữ", "1948"})
  void whatTellsNoSexIsNotKnown(String text) {
    assertThat(Sexes.read(Cells.text(text)).isUnreadable()).isTrue();
  }

  @Test
  void ticks() {
    for (String yes :
        new String[] {
          "x", "X", "+", "✓", "✔", "v", "V", "1", "*", "•", "có", "Có", "yes", "đúng", "TRUE",
          "(x)", "x.", "×", "√", "☑", "х"
        }) {
      assertThat(Ticks.read(Cells.text(TextRepair.repair(yes, null, new ColumnEncoding()))).value())
          .as(yes)
          .isTrue();
    }
    for (String no : new String[] {"0", "không", "-", "k", "ko", "chưa", "FALSE", "no", "☐"}) {
      assertThat(Ticks.read(Cells.text(no)).value()).as(no).isFalse();
    }
    assertThat(Ticks.read(Cells.number(1)).value()).isTrue();
    assertThat(Ticks.read(Cells.number(0)).value()).isFalse();
    assertThat(Ticks.read(new Cell.Bool(true)).value()).isTrue();
    assertThat(Ticks.read(Cell.BLANK).value()).isNull();
    assertThat(Ticks.read(new Cell.Text("ü", "Wingdings")).value()).isTrue();
    assertThat(Ticks.read(Cells.number(2)).isUnreadable()).isTrue();
    assertThat(Ticks.read(Cells.text("Nghèo")).isUnreadable()).isTrue();
    assertThat(Ticks.read(Cells.text("Nghèo"), Set.of("nghèo")).value()).isTrue();
  }

  @Test
  void dittoMarks() {
    for (String mark :
        new String[] {
          "\"", "”", "''", "nt", "-nt-", "NT", "như trên", "Như trên", "//", "〃", "- \" -"
        }) {
      assertThat(Ditto.is(Cells.text(mark))).as(mark).isTrue();
    }
    for (String other : new String[] {"-", "Nghi Diên", "x", ".", "ntn"}) {
      assertThat(Ditto.is(Cells.text(other))).as(other).isFalse();
    }
  }

  @Test
  void numbersAreWordsToo() {
    assertThat(Words.read(Cells.number(3), 10).value()).isEqualTo("3");
    assertThat(Words.read(Cells.number(12345678901.0), 20).value()).isEqualTo("12345678901");
    assertThat(Words.read(Cells.date(45356), 20).value()).isEqualTo("5/3/2024");
    assertThat(show(Words.read(Cells.text("xóm Đông"), 3))).isEqualTo("xóm VALUE_TOO_LONG");
  }
}
