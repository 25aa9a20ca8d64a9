package vn.ishc.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ishc.clean.InterestRates.InterestRate;
import vn.ishc.clean.InterestRates.Per;
import vn.ishc.clean.LeavingNote.Leaving;
import vn.ishc.clean.Measures.Pressure;
import vn.ishc.row.Period;

class NotesTest {
  private static final Period HALF = new Period(2025, 1);

  @ParameterizedTest
  @CsvSource({
    "đã mất 3/2024, DIED 3/2024",
    "Đã mất, DIED",
    "mất ngày 5/3/2024, DIED 5/3/2024",
    "Mất 2024, DIED 2024",
    "Mất tháng 3/2024, DIED 3/2024",
    "mất tháng 3, DIED 3/2025",
    "mất tháng 11, DIED 11/2024",
    "đã mất ngày 5/3, DIED 5/3/2025",
    "da mat 3/2024, DIED 3/2024",
    "Chết, DIED",
    "Từ trần 05/3/2025, DIED 5/3/2025",
    "Bà qua đời cuối năm 2024, DIED 2024",
    "Mất, DIED",
    "mất do bệnh, DIED",
    "chuyển đi, MOVED",
    "đã chuyển vào Nam, MOVED",
    "Chuyển khẩu vào Đắk Lắk 4/2025, MOVED 4/2025",
    "Cả nhà chuyển vào Nam, MOVED",
    "Theo con vào Nam, MOVED",
    "xin ra khỏi CLB, LEFT",
    "Xin ra, LEFT",
    "xin ra từ 1/2025, LEFT 1/2025",
    "Không tham gia nữa, LEFT",
    "Bỏ sinh hoạt, LEFT",
    "Xin nghỉ sinh hoạt tháng 5/2025, LEFT 5/2025"
  })
  void aRemarkTellsThatSomebodyLeft(String note, String right) {
    Optional<Leaving> leaving = LeavingNote.read(note, HALF);
    assertThat(leaving).as(note).isPresent();
    assertThat(
            leaving.get().reason()
                + (leaving.get().on() == null ? "" : " " + Dates.format(leaving.get().on())))
        .isEqualTo(right);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mất sổ",
        "mất CCCD",
        "mất thẻ",
        "Mất thẻ BHYT",
        "chồng mất",
        "vợ đã mất",
        "bố mất",
        "Chồng mất năm 2020",
        "mẹ mới mất",
        "con trai đã mất",
        "mất sức",
        "mất 1 con bò",
        "đau mắt",
        "Mổ mắt",
        "kể chuyện",
        "chuyên trách",
        "Mới chuyển đến",
        "chuyển từ xã Nghi Văn đến",
        "chuyển tiền",
        "chuyển hộ nghèo sang cận nghèo",
        "xin ra viện",
        "chưa mất",
        "đi vắng",
        "đi làm ăn xa",
        "hộ nghèo",
        "lợn chết",
        "x",
        "",
        "mất ngủ",
        "mất điện thoại",
        "Thoát nghèo",
        "vợ ông Nam",
        "trâu bò chết",
        "Xin nghỉ ốm",
        "đã nghỉ hưu",
        "mặt",
        "nhà mất mùa"
      })
  void aRemarkAboutOtherThingsTellsNothing(String note) {
    assertThat(LeavingNote.read(note, HALF)).as(note).isEmpty();
  }

  @Property
  void noNoteIsTooStrange(@ForAll String note) {
    assertThat(LeavingNote.read(note, HALF)).isNotNull();
    assertThat(Measures.readHeight(Cells.text(note))).isNotNull();
    assertThat(Measures.readPressure(Cells.text(note))).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "1m52, 152",
    "'1,52', 152",
    "1.52, 152",
    "152, 152",
    "152 cm, 152",
    "1m5, 150",
    "1 m 52, 152"
  })
  void heights(String text, BigDecimal right) {
    assertThat(Measures.readHeight(Cells.text(text)).value()).isEqualByComparingTo(right);
  }

  @Test
  void pressures() {
    for (String text :
        new String[] {"120/80", "120-80", "HA: 120/80 mmHg", "12/8", "120 / 80", "12/8 cmHg"}) {
      assertThat(Measures.readPressure(Cells.text(text)).value())
          .as(text)
          .isEqualTo(new Pressure(120, 80));
    }
    assertThat(Measures.readPressure(Cells.text("cao")).isUnreadable()).isTrue();
    assertThat(Measures.readPressure(Cells.date(45635)).isUnreadable()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "'6,6%/năm', 6.6, YEAR",
    "'0,55%/tháng', 0.55, MONTH",
    "0.8, 0.8, UNSAID",
    "'7,92 % năm', 7.92, YEAR",
    "1%, 1, UNSAID",
    "'0,65%/th', 0.65, MONTH"
  })
  void interest(String text, BigDecimal percent, Per per) {
    InterestRate rate = InterestRates.read(Cells.text(text)).value();
    assertThat(rate).isNotNull();
    assertThat(rate.percent()).isEqualByComparingTo(percent);
    assertThat(rate.per()).isEqualTo(per);
  }
}
