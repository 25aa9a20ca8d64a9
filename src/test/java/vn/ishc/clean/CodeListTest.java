package vn.ishc.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeListTest {
  private static final CodeLists LISTS = lists();

  private static CodeLists lists() {
    try {
      return CodeLists.read(java.nio.file.Path.of("jobs/lists"));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "economic-class, Nghèo, poor",
    "economic-class, Hộ nghèo, poor",
    "economic-class, HỘ NGHÈO, poor",
    "economic-class, ho ngheo, poor",
    "economic-class, N, poor",
    "economic-class, HN, poor",
    "economic-class, Cận nghèo, near_poor",
    "economic-class, CN, near_poor",
    "economic-class, Hộ cận nghèo 2024, near_poor",
    "economic-class, Mới thoát nghèo, escaped_poor",
    "economic-class, Thoát cận nghèo, escaped_poor",
    "economic-class, HCKK, hardship",
    "economic-class, Hoàn cảnh khó khăn, hardship",
    "economic-class, Trung bình, average",
    "economic-class, TB, average",
    "economic-class, Khá, well_off",
    "economic-class, Già cả neo đơn, lone",
    "economic-class, Khuyết tật nặng, disabled",
    "club-role, Chủ nhiệm, chair",
    "club-role, CN, chair",
    "club-role, Chủ nhiệm CLB, chair",
    "club-role, Phó chủ nhiệm, vice_chair",
    "club-role, PCN, vice_chair",
    "club-role, P. Chủ nhiệm, vice_chair",
    "club-role, Phó CN, vice_chair",
    "club-role, Kế toán, accountant",
    "club-role, KT, accountant",
    "club-role, Thủ quỹ, treasurer",
    "club-role, Thủ quĩ, treasurer",
    "club-role, TQ, treasurer",
    "club-role, Thư kí, secretary",
    "club-role, Uỷ viên, board_member",
    "club-role, UV BCN, board_member",
    "club-role, TNV, volunteer",
    "club-role, Tình nguyện viên CSTN, volunteer",
    "club-role, Hội viên, member",
    "club-role, Tổ trưởng tổ 3, group_leader",
    "club-role, Chủ nhiệm kiêm kế toán, chair",
    "ethnicity, Kinh, kinh",
    "ethnicity, H'Mông, mong",
    "ethnicity, HMông, mong",
    "ethnicity, Mông, mong",
    "ethnicity, Khơ-mú, kho_mu",
    "ethnicity, Khơ Mú, kho_mu",
    "ethnicity, Ơ Đu, o_du",
    "ethnicity, Ơđu, o_du",
    "ethnicity, Thái, thai",
    "ethnicity, Thai, thai",
    "ethnicity, Thổ, tho",
    "ethnicity, Ê-đê, other",
    "club-status, Đang hoạt động, active",
    "club-status, Ngừng hoạt động, dissolved",
    "club-status, Giải thể 5/2024, dissolved",
    "club-status, Sáp nhập vào CLB thôn Đông, merged",
    "club-status, Tạm dừng hoạt động, paused",
    "club-status, Không hoạt động, paused"
  })
  void wordsOfTheField(String list, String text, String code) {
    assertThat(LISTS.of(list).read(Cells.text(text)).value()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "ethnicity, Thơ",
    "ethnicity, Mống",
    "economic-class, Nghệ",
    "club-role, Nông dân",
    "club-role, Trưởng thôn",
    "club-status, Tốt lắm"
  })
  void tonesAreMeaning(String list, String text) {
    assertThat(LISTS.of(list).read(Cells.text(text)).isUnreadable()).isTrue();
  }

  @Test
  void noneSaysNothing() {
    assertThat(LISTS.of("economic-class").read(Cells.text("Không nghèo")))
        .isEqualTo(Reading.blank());
    assertThat(LISTS.of("economic-class").read(Cells.text("-"))).isEqualTo(Reading.blank());
    assertThat(LISTS.of("economic-class").read(Cells.failed()).isUnreadable()).isTrue();
  }

  @Test
  void aCellMayNameSeveral() {
    CodeList classes = LISTS.of("economic-class");
    assertThat(classes.readAll(Cells.text("Hộ nghèo, khuyết tật")).value())
        .containsExactlyInAnyOrder("poor", "disabled");
    assertThat(classes.readAll(Cells.text("CN; NKT")).value())
        .containsExactlyInAnyOrder("near_poor", "disabled");
    assertThat(classes.readAll(Cells.text("nghèo neo đơn")).value())
        .containsExactlyInAnyOrder("poor", "lone");
    assertThat(LISTS.of("club-role").readAll(Cells.text("Chủ nhiệm kiêm kế toán")).value())
        .contains("chair", "accountant");
  }

  @Property
  void noTextIsTooStrange(@ForAll String text) {
    for (String name : LISTS.names()) {
      assertThat(LISTS.of(name).read(Cells.text(text))).isNotNull();
      assertThat(LISTS.of(name).readAll(Cells.text(text))).isNotNull();
    }
  }

  @Test
  void aContractWritesItsOwnList() {
    CodeList list = CodeLists.parse("paper: [báo in, =b]\ntv: [truyền hình, ttv]");
    assertThat(list.codes()).containsExactlyInAnyOrder("paper", "tv");
    assertThat(list.read(Cells.text("Truyền hình")).value()).isEqualTo("tv");
    assertThat(list.read(Cells.text("B")).value()).isEqualTo("paper");
  }

  @Test
  void anUnknownListIsToldWithThoseThereAre() {
    assertThatThrownBy(() -> LISTS.of("colour"))
        .hasMessageContaining("club-status")
        .hasMessageContaining("colour");
    assertThatThrownBy(() -> CodeLists.parse("a: 5")).hasMessageContaining("list of phrases");
  }
}
