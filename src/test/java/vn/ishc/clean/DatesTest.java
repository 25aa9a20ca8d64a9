package vn.ishc.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
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
import vn.ishc.clean.Dates.Hint;
import vn.ishc.row.Cell;
import vn.ishc.row.FindingCode;
import vn.ishc.row.NumberStyle;
import vn.ishc.row.PartialDate;
import vn.ishc.row.PartialDate.Precision;
import vn.ishc.row.Period;

class DatesTest {
  private static final Hint HINT = Hint.of(new Period(2025, 1));

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.integers().between(0, 73_000).map(n -> LocalDate.of(1900, 3, 1).plusDays(n));
  }

  @Provide
  Arbitrary<PartialDate> dates() {
    Arbitrary<Integer> years = Arbitraries.integers().between(1900, 2100);
    return Arbitraries.oneOf(
        days().map(PartialDate::day),
        years.map(PartialDate::year),
        Combinators.combine(years, Arbitraries.integers().between(1, 12))
            .as((y, m) -> PartialDate.month(YearMonth.of(y, m))),
        Combinators.combine(years, Arbitraries.integers().between(1, 4)).as(Dates::quarter),
        Combinators.combine(years, Arbitraries.integers().between(1, 2))
            .as((y, h) -> Dates.halfYear(new Period(y, h))),
        Combinators.combine(days(), Arbitraries.integers().between(1, 400))
            .as((d, n) -> Dates.range(d, d.plusDays(n)))
            .filter(d -> d.to().getYear() <= 2100));
  }

  private static String read(String text) {
    return show(Dates.read(Cells.text(text), HINT));
  }

  private static String show(Reading<PartialDate> reading) {
    PartialDate date = reading.value();
    String codes =
        reading.notes().stream().map(note -> note.code().name()).reduce("", (a, b) -> a + " " + b);
    return (date == null
            ? reading.isUnreadable() ? "!" : "-"
            : date.precision() == Precision.DAY ? Dates.format(date.from()) : Dates.format(date))
        + codes;
  }

  @Property
  void whatWePrintWeReadBack(@ForAll("dates") PartialDate date) {
    assertThat(Dates.read(Cells.text(Dates.format(date)), HINT).value()).isEqualTo(date);
  }

  @Property
  void aDayIsReadInEveryWriting(@ForAll("days") LocalDate day) {
    String d = Integer.toString(day.getDayOfMonth());
    String m = Integer.toString(day.getMonthValue());
    String y = Integer.toString(day.getYear());
    String two = String.format(Locale.ROOT, "%02d", day.getDayOfMonth());
    String mm = String.format(Locale.ROOT, "%02d", day.getMonthValue());
    for (String text :
        new String[] {
          d + "/" + m + "/" + y,
          two + "-" + mm + "-" + y,
          d + "." + m + "." + y,
          d + " / " + m + " / " + y,
          "ngày " + d + " tháng " + m + " năm " + y,
          y + "-" + mm + "-" + two,
          y + mm + two,
          two + mm + y,
          y + mm + two + "0000",
          d + "/" + m + "-" + y,
          "Ngày " + two + "/" + mm + "/" + y + ".",
          two + "/" + mm + "/" + y + " 00:00:00",
          y + "-" + mm + "-" + two + "T07:30:00Z",
          "Nghệ An, ngày " + two + " tháng " + m + " năm " + y
        }) {
      assertThat(Dates.read(Cells.text(text), Hint.NONE).value())
          .as(text)
          .isEqualTo(PartialDate.day(day));
    }
  }

  @Property
  void aSerialIsADay(@ForAll("days") LocalDate day) {
    long serial = day.toEpochDay() - LocalDate.of(1899, 12, 30).toEpochDay();
    boolean looksLikeAYear = serial >= 1850 && serial <= 2100;
    PartialDate right = looksLikeAYear ? PartialDate.year((int) serial) : PartialDate.day(day);
    if (!looksLikeAYear || serial >= 1900) {
      assertThat(Dates.read(Cells.date(serial), HINT).value()).isEqualTo(right);
    }
    long old = day.toEpochDay() - LocalDate.of(1904, 1, 1).toEpochDay();
    if (old > 2100) {
      Cell cell = new Cell.Numeric(old + 0.75, new NumberStyle("d/m/yy h:mm", true, true));
      assertThat(Dates.read(cell, HINT).value()).isEqualTo(PartialDate.day(day));
    }
  }

  @Property
  void noTextIsTooStrange(@ForAll String text) {
    assertThat(Dates.read(Cells.text(text), HINT)).isNotNull();
    assertThat(Dates.readBirth(Cells.text(text), Hint.NONE)).isNotNull();
  }

  @Property
  void noSignsAreTooStrange(@ForAll("signs") String text) {
    assertThat(Dates.read(Cells.text(text), HINT)).isNotNull();
    assertThat(Dates.readBirth(Cells.text(text), Hint.NONE)).isNotNull();
  }

  @Provide
  Arbitrary<String> signs() {
    return Arbitraries.of(
            "1", "0", "12", "31", "1948", "48", "/", "-", ".", ",", " ", "ngày ", "tháng ", "năm ",
            "đến ", "t", "Quý ", "?", "x", ":", "h", "(", ")")
        .list()
        .ofMaxSize(9)
        .map(l -> String.join("", l));
  }

  @ParameterizedTest
  @CsvSource({
    "tháng 8, 8/2025",
    "Tháng 08, 8/2025",
    "T8, 8/2025",
    "trong tháng 3, 3/2025",
    "quý III, quý iii/2025",
    "Q2, quý ii/2025",
    "6 tháng đầu năm, 6 tháng đầu năm 2025"
  })
  void theHalfYearTellsTheYearThatIsLeftOut(String text, String date) {
    assertThat(Dates.format(Dates.read(Cells.text(text), HINT).value()).toLowerCase(Locale.ROOT)).isEqualTo(date);
    assertThat(Dates.read(Cells.text(text), Hint.NONE).isUnreadable()).isTrue();
    assertThat(Dates.readBirth(Cells.text(text), HINT).isUnreadable()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "5/3/1948, 5/3/1948",
    "05-03-48, 5/3/1948 YEAR_TWO_DIGITS",
    "5.3.24, 5/3/2024 YEAR_TWO_DIGITS",
    "1948, 1948",
    "' / /1948', 1948 DATE_TIDIED",
    "//1948, 1948 DATE_TIDIED",
    "00/00/1948, 1948",
    "0/3/1948, 3/1948",
    "../../1948, 1948 DATE_TIDIED",
    "…/…/1948, 1948 DATE_TIDIED",
    "?/?/1948, 1948 DATE_TIDIED",
    "xx/xx/1948, 1948 DATE_TIDIED",
    "-/-/1948, 1948 DATE_TIDIED",
    "__/__/1948, 1948 DATE_TIDIED",
    "5/ /1948, 1948 DATE_TIDIED",
    "' /3/1948', 3/1948 DATE_TIDIED",
    "tháng 3/2024, 3/2024 DATE_TIDIED",
    "T3/2024, 3/2024 DATE_TIDIED",
    "T.3/2024, 3/2024 DATE_TIDIED",
    "thg 3 2024, 3/2024 DATE_TIDIED",
    "tháng 3 năm 2024, 3/2024 DATE_TIDIED",
    "tháng ba năm 2024, 3/2024 DATE_TIDIED",
    "Tháng Giêng năm 2024, 1/2024 DATE_TIDIED",
    "tháng mười hai năm 2024, 12/2024 DATE_TIDIED",
    "3/2024, 3/2024",
    "03-2024, 3/2024",
    "2024-03, 3/2024",
    "Quý I/2024, Quý I/2024",
    "quý 1 năm 2024, Quý I/2024",
    "Q4/2024, Quý IV/2024",
    "QII.2024, Quý II/2024",
    "6 tháng đầu năm 2024, 6 tháng đầu năm 2024",
    "6T cuối năm 2024, 6 tháng cuối năm 2024",
    "năm 1948, 1948 DATE_TIDIED",
    "sinh năm 1948, 1948 DATE_TIDIED",
    "SN 1948, 1948 DATE_TIDIED",
    "ngày 5 tháng 3 năm 1948, 5/3/1948 DATE_TIDIED",
    "mồng 5 tháng 3 năm 1948, 5/3/1948 DATE_TIDIED",
    "5-Mar-48, 5/3/1948 YEAR_TWO_DIGITS",
    "Mar 2024, 3/2024 DATE_TIDIED",
    "1948-03-05, 5/3/1948",
    "1948-03-05 00:00:00, 5/3/1948 DATE_TIDIED",
    "8h30 ngày 5/3/2024, 5/3/2024 DATE_TIDIED",
    "5/3-7/3/2024, 5/3/2024 - 7/3/2024 DATE_TIDIED",
    "5-7/3/2024, 5/3/2024 - 7/3/2024 DATE_TIDIED",
    "04-06/11/2025, 4/11/2025 - 6/11/2025 DATE_TIDIED",
    "từ 5/3/2024 đến 7/3/2024, 5/3/2024 - 7/3/2024 DATE_TIDIED",
    "Từ ngày 5 đến ngày 7 tháng 3 năm 2024, 5/3/2024 - 7/3/2024 DATE_TIDIED",
    "5/3/2024 – 7/3/2024, 5/3/2024 - 7/3/2024 DATE_TIDIED",
    "'5, 6, 7/3/2024', 5/3/2024 - 7/3/2024 DATE_TIDIED",
    "ngày 5 và 6/3/2024, 5/3/2024 - 6/3/2024 DATE_TIDIED",
    "5&6/3/2024, 5/3/2024 - 6/3/2024 DATE_TIDIED",
    "30/12-2/1/2025, 30/12/2024 - 2/1/2025 DATE_TIDIED",
    "tháng 3-5/2024, 1/3/2024 - 31/5/2024 DATE_TIDIED",
    "tháng 3 đến tháng 5/2024, 1/3/2024 - 31/5/2024 DATE_TIDIED",
    "2023-2024, 1/1/2023 - 31/12/2024 DATE_TIDIED",
    "19480305, 5/3/1948 DATE_TIDIED",
    "05031948, 5/3/1948 DATE_TIDIED",
    "19480000, 1948 DATE_TIDIED",
    "194800000000, 1948 DATE_TIDIED",
    "000019480000, 1948 DATE_TIDIED",
    "O5/03/l948, 5/3/1948 DATE_TIDIED",
    "1948 (tuổi Tý), 1948 DATE_TIDIED",
    "1948-, 1948 DATE_TIDIED",
    "khoảng 1948, 1948 DATE_TIDIED",
    "05/3/1948., 5/3/1948 DATE_TIDIED",
    "5\\3\\1948, 5/3/1948 DATE_TIDIED",
    "5 3 1948, 5/3/1948 DATE_TIDIED",
    "'5,3,1948', 5/3/1948 DATE_TIDIED",
    "5/3 năm 1948, 5/3/1948 DATE_TIDIED",
    "'Thứ hai, 5/3/2024', 5/3/2024 DATE_TIDIED",
    "5/3, 5/3/2025 DATE_TIDIED",
    "3/25/1948, 25/3/1948 DATE_SWAP_SUSPECTED",
    "45356, 5/3/2024 DATE_TIDIED",
    "31/4/1950, ! DATE_IMPOSSIBLE",
    "29/2/1951, ! DATE_IMPOSSIBLE",
    "13/2024, ! DATE_IMPOSSIBLE",
    "5/3/1848, ! DATE_IMPOSSIBLE",
    "32/13/1950, ! DATE_IMPOSSIBLE",
    "5/3/194, ! DATE_UNREADABLE",
    "không rõ, ! DATE_UNREADABLE",
    "k rõ, ! DATE_UNREADABLE",
    "chưa có, ! DATE_UNREADABLE",
    "?, ! DATE_UNREADABLE",
    "7/3-5/3/2024, ! DATE_UNREADABLE",
    "-, -",
    ".../.../..., -",
    "' / / ', -"
  })
  void writingsOfTheField(String text, String right) {
    assertThat(read(text)).isEqualTo(right);
  }

  @ParameterizedTest
  @CsvSource({
    "48, 1948 YEAR_TWO_DIGITS",
    "5/3/48, 5/3/1948 YEAR_TWO_DIGITS",
    "3/48, 3/1948 YEAR_TWO_DIGITS",
    "5/3/05, 5/3/2005 YEAR_TWO_DIGITS",
    "5/3/25, 5/3/1925 YEAR_TWO_DIGITS",
    "78, 1978 YEAR_TWO_DIGITS",
    "5/3, ! DATE_UNREADABLE"
  })
  void twoDigitsOfABirthAreOfTheLastCentury(String text, String right) {
    assertThat(show(Dates.readBirth(Cells.text(text), HINT))).isEqualTo(right);
  }

  @Test
  void numbersWithoutDateFormatAreReadAsWritten() {
    assertThat(show(Dates.read(Cells.number(1948), HINT))).isEqualTo("1948");
    assertThat(show(Dates.read(Cells.number(5031948), HINT))).isEqualTo("5/3/1948 DATE_TIDIED");
    assertThat(show(Dates.read(Cells.number(19480305), HINT))).isEqualTo("5/3/1948 DATE_TIDIED");
    assertThat(show(Dates.read(Cells.number(122024), HINT))).isEqualTo("12/2024 DATE_TIDIED");
    assertThat(show(Dates.read(Cells.number(45356), HINT))).isEqualTo("5/3/2024 DATE_TIDIED");
    assertThat(show(Dates.read(Cells.number(3.2024), HINT))).isEqualTo("3/2024 DATE_TIDIED");
    assertThat(show(Dates.read(Cells.number(3.202), HINT))).isEqualTo("3/2020 DATE_TIDIED");
    assertThat(show(Dates.read(Cells.number(5.3), HINT))).isEqualTo("! DATE_UNREADABLE");
    assertThat(show(Dates.read(Cells.number(-1), HINT))).isEqualTo("! DATE_UNREADABLE");
    assertThat(show(Dates.readBirth(Cells.number(48), HINT))).isEqualTo("1948 YEAR_TWO_DIGITS");
  }

  @Test
  void aYearTypedIntoADateCellIsAYear() {
    assertThat(show(Dates.readBirth(Cells.date(1948), HINT))).isEqualTo("1948 DATE_TIDIED");
  }

  @Test
  void aCellThatShowsAMonthSaysAMonth() {
    assertThat(show(Dates.read(Cells.shown(45352, "mm/yyyy"), HINT))).isEqualTo("3/2024");
    assertThat(show(Dates.read(Cells.shown(45292, "yyyy"), HINT))).isEqualTo("2024");
    assertThat(show(Dates.read(Cells.shown(45356, "mm/yyyy"), HINT))).isEqualTo("5/3/2024");
  }

  @Test
  void theDayThatNeverWasIsImpossible() {
    assertThat(show(Dates.read(Cells.date(60), HINT))).isEqualTo("! DATE_IMPOSSIBLE");
    assertThat(show(Dates.read(Cells.date(59), HINT))).isEqualTo("28/2/1900");
    assertThat(show(Dates.read(Cells.date(61), HINT))).isEqualTo("1/3/1900");
  }

  @Test
  void aFailedFormulaIsToldAsOne() {
    assertThat(Dates.read(Cells.failed(), HINT).notes().getFirst().code())
        .isEqualTo(FindingCode.FORMULA_FAILED);
  }

  @Test
  void aTurnedDayIsSuspectedOnlyWhenTheWindowSaysSo() {
    Period half = new Period(2025, 1);
    assertThat(Dates.swapSuspected(LocalDate.of(2025, 12, 5), half))
        .contains(LocalDate.of(2025, 5, 12));
    assertThat(Dates.swapSuspected(LocalDate.of(2025, 5, 12), half)).isEmpty();
    assertThat(Dates.swapSuspected(LocalDate.of(2025, 12, 13), half)).isEmpty();
    assertThat(Dates.swapSuspected(LocalDate.of(2025, 12, 9), half)).isEmpty();
    assertThat(Dates.swapSuspected(LocalDate.of(2025, 7, 7), half)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Chủ nhiệm",
        "QĐ 222/QĐ-UBND",
        "x",
        "Nam",
        "1/2/3/4/5",
        "12/5/2024 và sau này nữa",
        "99999999999999999999",
        "5/3/1948/1949"
      })
  void whatIsNoDateIsNotRead(String text) {
    assertThat(read(text)).startsWith("!");
  }
}
