package vn.ishc.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ishc.vault.Asked;
import vn.ishc.vault.ErasureList;
import vn.ishc.vault.Held;
import vn.ishc.vault.Sealed;

class PersonRequestsTest {
  private static final String NOW = "2025-12-18T02:00:00Z";
  private static final String LATER = "2026-06-18T02:00:00Z";
  private static final Asked BY_NUMBER = new Asked.ByNumber(Sealed.NATIONAL_ID, "0400 4871 2345");
  private static final String LOOK =
      """
      select coalesce(sum((lower(t::text) like '%zuyxanh%')::int), 0) from (
        select m::text t from vault.person_mention m union all select p::text from vault.person p union all select f::text from vault.finding_text f) all_of_it
      """;

  @TempDir Path folder;

  private static byte[] roster(String half, String... rows) {
    StringBuilder text = new StringBuilder("DANH SÁCH HỘI VIÊN\n" + half + "\n");
    text.append("STT;Tên CLB;Xã;Họ và tên;Ngày sinh;Giới tính;Số CCCD;Số thẻ BHYT;Điện thoại;Địa chỉ;Dân tộc;Chức vụ;Ngày vào CLB;Ngày ra CLB;Ghi chú\n");
    for (int i = 0; i < rows.length; i++) {
      text.append(i + 1).append(";CLB xóm 3;Đại Đồng;").append(rows[i]).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static final String[] MEMBERS = {
    "Nguyễn Văn Zuyxanh;5/3/1965;Nam;040048712345;HT2404021234567;0915550123;nhà ông Vuxich;Kinh;Chủ nhiệm;1/2/2020;;Tai yếu, gọi 0915550123",
    "Trần Thị Quzanh;1952;Nữ;040152712346;;0915550124;xóm 3;Thái;;;;con dâu của Nguyễn Văn Zuyxanh",
    "Lê Thị Kizzuon;1950;Nam;040150712347;;;;;;;;"
  };

  private TestHome filled(String name) throws Exception {
    TestHome home = new TestHome(folder.resolve(name));
    return drop(home);
  }

  private static TestHome drop(TestHome home) throws Exception {
    home.drop("xa-dai-dong-17713", "DS hoi vien 6 thang cuoi nam 2025.csv", roster("6 tháng cuối năm 2025", MEMBERS));
    home.drop(
        "xa-dai-dong-17713",
        "DS CLB 6 thang cuoi nam 2025.csv",
        """
        STT;Tên CLB;Xã;Ngày thành lập;Chủ nhiệm;Điện thoại;Số thành viên;Nữ
        1;CLB xóm 3;Đại Đồng;2020;Nguyễn Văn Zuyxanh;0915550123;52;30
        """
            .getBytes(StandardCharsets.UTF_8));
    home.drop(
        "tyt-dai-dong-17713",
        "Kham suc khoe 6 thang cuoi nam 2025.csv",
        """
        DANH SÁCH KHÁM SỨC KHỎE ĐỊNH KỲ 6 tháng cuối năm 2025
        STT;Họ và tên;Năm sinh;Giới tính;Số CCCD;Ngày khám;Huyết áp;Ghi chú
        1;Nguyễn Văn Zuyxanh;1965;Nam;040048712345;5/9/2025;130/80;
        2;Trần Thị Quzanh;1952;Nữ;;6/9/2025;130/80;
        """
            .getBytes(StandardCharsets.UTF_8));
    return home;
  }

  @Test
  void everythingHeldIsShownWithTheFilesThatNameThePerson() throws Exception {
    TestHome home = filled("a");
    home.load(NOW);
    List<Held> held = home.requests(LATER).held(BY_NUMBER);
    assertThat(held).hasSize(1);
    Held person = held.getFirst();
    assertThat(person.sources()).extracting(Held.Source::name)
        .containsExactlyInAnyOrder("DS hoi vien 6 thang cuoi nam 2025.csv", "DS CLB 6 thang cuoi nam 2025.csv", "Kham suc khoe 6 thang cuoi nam 2025.csv");
    Held.Mention member = person.mentions().stream().filter(mention -> mention.role().equals("member")).findFirst().orElseThrow();
    assertThat(member.said())
        .containsEntry("full_name", "Nguyễn Văn Zuyxanh").containsEntry("national_id", "040048712345").containsEntry("phone", "0915550123")
        .containsEntry("insurance_no", "4021234567").containsEntry("birth", "1965-03-05");
    assertThat(member.texts()).containsValue("Tai yếu, gọi 0915550123");
    assertThat(person.counted()).hasSize(1);
    assertThat(home.requests(LATER).held(new Asked.ById(Asked.personId(person.personKey())))).containsExactly(person);
    assertThat(home.requests(LATER).held(new Asked.ByNumber(Sealed.PHONE, "+84 915 550 123"))).containsExactly(person);
    assertThat(home.requests(LATER).held(new Asked.ByNumber(Sealed.NATIONAL_ID, "040048712349"))).isEmpty();
    Held other = home.requests(LATER).held(new Asked.ByNumber(Sealed.NATIONAL_ID, "040150712347")).getFirst();
    assertThat(other.mentions().getFirst().findings()).anySatisfy(told -> {
      assertThat(told.vi()).endsWith("[R02]").contains("Giới tính");
      assertThat(told.en()).endsWith("[R02]").contains("sex").doesNotContain("Giới tính");
    });
  }

  @Test
  void anErasedPersonLeavesTheFiguresAsTheyAre() throws Exception {
    TestHome home = filled("b");
    home.load(NOW);
    List<String> before = home.marts();
    assertThat(home.value(LOOK)).isNotEqualTo("0");
    Held erased = home.requests(LATER).erase(BY_NUMBER).getFirst();
    assertThat(home.marts()).isEqualTo(before);
    assertThat(home.value(LOOK)).isEqualTo("0");
    assertThat(home.value("select count(*) from vault.row_text")).as("notes of the row, and of others that quote the name").isEqualTo("0");
    assertThat(home.value("select count(*) from vault.person_mention where full_name like '%Quzanh'")).as("nobody else is erased").isEqualTo("2");
    home.recompute();
    assertThat(home.marts()).as("computed from scratch").isEqualTo(before);
    Held left = home.requests(LATER).held(BY_NUMBER).getFirst();
    assertThat(left.personKey()).isEqualTo(erased.personKey());
    assertThat(left.mentions()).hasSameSizeAs(erased.mentions()).allSatisfy(mention -> {
      assertThat(mention.erasedOn()).hasValue(java.time.LocalDate.of(2026, 6, 18));
      assertThat(mention.said().keySet()).isSubsetOf("birth", "sex");
      assertThat(mention.texts()).isEmpty();
    });
    assertThat(home.value("select string_agg(distinct birth_to::text, ',') from vault.person_mention where erased_on is not null and birth_precision = 'day'"))
        .as("what is left of the day of birth").isEqualTo("1965-06-30");
  }

  @Test
  void aWarehouseMadeAgainFromTheArchiveDoesNotBringThemBack() throws Exception {
    TestHome home = filled("c");
    home.load(NOW);
    home.requests(LATER).erase(BY_NUMBER);
    List<String> before = home.marts();
    TestHome again = filled("d");
    Files.copy(home.path(ErasureList.FILE), again.path(ErasureList.FILE));
    again.load(NOW);
    assertThat(again.value(LOOK)).isEqualTo("0");
    assertThat(again.marts()).isEqualTo(before);
    assertThat(Files.readString(home.path(ErasureList.FILE))).doesNotContain("40048712345").doesNotContain("915550123");
  }

  @Test
  void aNewFileThatNamesThemCountsThemWithoutKeepingWhoTheyAre() throws Exception {
    TestHome home = filled("e");
    home.load(NOW);
    long key = home.requests(LATER).erase(BY_NUMBER).getFirst().personKey();
    home.drop(
        "xa-dai-dong-17713",
        "DS hoi vien 6 thang dau nam 2026.csv",
        roster("6 tháng đầu năm 2026", "Nguyễn Văn Zuyxanh;5/3/1965;Nam;040048712345;;0915550123;xóm 3;Kinh;;;;Lờikín", MEMBERS[1]));
    home.load(LATER);
    assertThat(home.rows("select period from mart.membership where person_id = '" + Asked.personId(key) + "' order by 1")).containsExactly("2025-H2", "2026-H1");
    assertThat(home.value(LOOK)).isEqualTo("0");
    assertThat(home.value("select count(*) from vault.person_mention where period = '2026-H1' and full_name is not null")).isEqualTo("1");
  }
}
