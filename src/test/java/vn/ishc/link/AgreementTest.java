package vn.ishc.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ishc.clean.Spelling;

/** What two writings of a name and of a birth have in common. */
class AgreementTest {
  @ParameterizedTest
  @CsvSource({
    "Nguyễn Thị Hòa, Nguyễn Thị Hoà, SAME",
    "Nguyễn Thị Hòa, nguyen thi hoa, SAME_WITHOUT_TONES",
    "Nguyễn Thị Hoa, Nguyên Thi Hoa, SAME_WITHOUT_TONES",
    "Nguyễn Thị Hoa, Nguyễn Thị Hòa, TONES_DIFFER",
    "Nguyễn Thị Hoa, Nguyễn Hoa, MIDDLE_MISSING",
    "Nguyễn Thị Thanh Hoa, Nguyễn Thị Hoa, MIDDLE_MISSING",
    "Nguyễn Thị Hoa, Nguyễn T. Hoa, MIDDLE_SHORTENED",
    "Ng. Thị Hoa, Nguyễn Thị Hoa, MIDDLE_SHORTENED",
    "Nguyễn Văn Minh, Nguyễn Thị Minh, MIDDLE_DIFFERS",
    "Nguyễn Thị Hương, Nguyễn Thị Hươg, ONE_LETTER",
    "Nguyễn Thị Hương, Ngyễn Thị Hươgn, MISSPELT",
    "Nguyễn Thị Lan, Ngyễn Thị Lai, GIVEN_DIFFERS",
    "Nguyễn Thị Hương, Hương Nguyễn Thị, REORDERED",
    "Phan Hoa, Hoa Phan, REORDERED",
    "Hoa, Nguyễn Thị Hoa, GIVEN_ONLY",
    "Trần Thị Hoa, Lê Thị Hoa, FAMILY_DIFFERS",
    "Nguyễn Thị Hoa, Nguyễn Thị Lan, GIVEN_DIFFERS",
    "Vừ Y Mai, Vừ Y Mái, TONES_DIFFER",
  })
  void namesAgreeTheSameBothWays(String a, String b, NameAgreement agreement) {
    WrittenName one = WrittenName.of(Spelling.fold(a));
    WrittenName other = WrittenName.of(Spelling.fold(b));
    assertThat(NameAgreement.of(one, other)).isEqualTo(agreement);
    assertThat(NameAgreement.of(other, one)).isEqualTo(agreement);
  }

  @ParameterizedTest
  @CsvSource({
    "1950-03-05, 1950-03-05, SAME_DAY",
    "1950-03-05, 1950-05-03, SWAPPED",
    "1950-03-05, 1950-03-15, DAY_SLIPPED",
    "1950-03-05, 1951-03-05, YEAR_SLIPPED",
    "1948-03-05, 1984-03-05, YEAR_SLIPPED",
    "1950-03-05, 1950-04-11, LUNAR",
    "1950-03-05, 1950-11-20, OTHER_DAY",
    "1950-03-05, 1950-01-01, SAME_YEAR",
    "1950-01-01, 1951-01-01, NEXT_YEAR",
    "1950-03-05, 1974-07-09, DIFFERENT",
  })
  void birthsAgreeTheSameBothWays(LocalDate a, LocalDate b, BirthAgreement agreement) {
    assertThat(BirthAgreement.of(Birth.of(a, a), Birth.of(b, b))).isEqualTo(agreement);
    assertThat(BirthAgreement.of(Birth.of(b, b), Birth.of(a, a))).isEqualTo(agreement);
  }

  @Test
  void anAgeIsARangeThatHoldsTheYear() {
    Birth age = Birth.of(LocalDate.of(1949, 7, 1), LocalDate.of(1951, 6, 30));
    Birth year = Birth.of(LocalDate.of(1950, 1, 1), LocalDate.of(1950, 12, 31));
    assertThat(BirthAgreement.of(age, year)).isEqualTo(BirthAgreement.WITHIN_RANGE);
    assertThat(BirthAgreement.of(age, Birth.UNKNOWN)).isEqualTo(BirthAgreement.UNKNOWN);
  }
}
