package vn.ishc.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names, numbers and notes are planted wherever people write them, and looked for in everything that is not the vault. */
class PrivacyTest {
  private static final String NOW = "2025-12-18T02:00:00Z";
  private static final String SENDER = "xa-dai-dong-17713";

  /** No other text has these letters and digits. */
  private static final List<String> MARKS =
      List.of("zuyxanh", "quzanh", "vuxich", "kizzuon", "7123456", "5550123", "9155501", "4421337", "lờikín", "loikin");

  @TempDir Path folder;

  private static byte[] roster(String... rows) {
    List<String> lines = new ArrayList<>();
    lines.add("DANH SÁCH HỘI VIÊN;;;;;;;;;;;;;;");
    lines.add("Người báo: Đỗ Thị Zuyxanh, ĐT 0915550123, 6 tháng cuối năm 2025;;;;;;;;;;;;;;");
    lines.add("STT;Tên CLB;Xã;Họ và tên;Ngày sinh;Giới tính;Số CCCD;Số thẻ BHYT;Điện thoại;Địa chỉ;Dân tộc;Chức vụ;Ngày vào CLB;Ngày ra CLB;Ghi chú");
    for (int i = 0; i < rows.length; i++) {
      lines.add((i + 1) + ";CLB xóm 3;Đại Đồng;" + rows[i]);
    }
    lines.add(";;Cộng;" + rows.length + ";;;;;;;;;;;");
    lines.add(";;;Người lập: Hồ Văn Quzanh;;;;;;;;;;;");
    return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
  }

  private static final String[] ROWS = {
    "Nguyễn Văn Zuyxanh;5/3/1948;Nam;040048712345;HT2404021234567;0915550123;nhà ông Vuxich;Kinh;Chủ nhiệm;1/2/2020;;Lờikín của cụ, gọi 0915550123",
    "Trần Thị Quzanh;1952;Nữ;040152712345;GD4404421337000;0915550124;xóm 3;Thái;;;;đã mất 3/2025 tại nhà Vuxich",
    "Lê Thị Kizzuon;1950;Nam;040150712345;;;;;;;;",
    "Lê Thị Kizzuon;1950;Nam;040150712345;;;;;;;;",
    "Phạm Văn Kizzuon;1949;Nam;;;;;;;;;",
    "Phan Văn Kizzuon;1/1/1951;Nam;;;;;;;;;"
  };

  @Test
  void namesAndNumbersLiveInTheVaultOnly() throws Exception {
    TestHome home = new TestHome(folder.resolve("a"));
    List<String> rows = new ArrayList<>(List.of(ROWS));
    rows.add("Vũ Thị Zuyxanh;không nhớ, hỏi Vuxich;Nữ;0401527123;9155501;xyz 5550123;;;;;;");
    home.drop(SENDER, "DS hoi vien 6 thang cuoi nam 2025.csv", roster(rows.toArray(String[]::new)));
    home.drop(
        SENDER,
        "DS CLB 6 thang cuoi nam 2025.csv",
        """
        STT;Tên CLB;Xã;Ngày thành lập;Chủ nhiệm;Điện thoại;Số thành viên;Nữ;Ghi chú
        1;CLB xóm 3;Đại Đồng;2020;Nguyễn Văn Zuyxanh;0915550123;52;60;chủ nhiệm cũ là Quzanh, số 0404421337
        2;;Đại Đồng;2021;Bùi Thị Vuxich;5550123 sai;10;4;Lờikín
        3;CLB xóm 10;Đại Đồng;2021;Bùi Văn Vuxich;0915550129;50;30;
        4;CLB xóm 11;Đại Đồng;2021;Bùi Văn Vuxich;0915550129;50;30;
        5;CLB xóm 12;Đại Đồng;2021;Bùi Văn Vuxich;0915550129;50;30;
        """
            .getBytes(StandardCharsets.UTF_8));
    home.load(NOW);
    assertThat(home.rows("select state || rows_accepted || '+' || rows_refused from mart.file order by file_name"))
        .containsExactly("loaded_with_findings4+1", "loaded_with_findings6+1");
    assertThat(home.value("select count(*) from vault.person_mention where full_name ilike '%zuyxanh%'")).as("they are in the vault").isNotEqualTo("0");
    assertThat(leaks(home, MARKS)).isEmpty();
  }

  @Test
  void whatIsWrittenInTheWrongColumnStaysInTheVaultToo() throws Exception {
    TestHome home = new TestHome(folder.resolve("b"));
    List<String> rows = new ArrayList<>(List.of(ROWS));
    rows.add("Hoàng Văn An;1947;cụ Zuyxanh;Kizzuon;Quzanh;Vuxich;;ông Zuyxanh;cụ Quzanh;gặp Vuxich 0915550123;Kizzuon đưa;");
    home.drop(SENDER, "DS hoi vien 6 thang cuoi nam 2025.csv", roster(rows.toArray(String[]::new)));
    home.load(NOW);
    assertThat(home.value("select state from mart.file")).isEqualTo("loaded_with_findings");
    assertThat(leaks(home, MARKS)).isEmpty();
  }

  @Test
  void whatIsRefusedAsAWholeLeavesNoNameOutsideTheVault() throws Exception {
    TestHome home = new TestHome(folder.resolve("c"));
    home.drop(
        SENDER,
        "DS hoi vien 6 thang cuoi nam 2025.csv",
        roster("Nguyễn Văn Zuyxanh;hỏi Quzanh;Nam;0400487123456789;;;;;;;;", "Lê Thị Kizzuon;;;;;;;;;;;", "Vũ Thị Vuxich;1950;Nữ;;;;;;;;;"));
    home.load(NOW);
    assertThat(home.value("select state from mart.file")).isEqualTo("refused");
    assertThat(leaks(home, MARKS)).isEmpty();
  }

  /** {@code schema.table: row} of every row outside the vault that holds a mark. */
  static List<String> leaks(TestHome home, List<String> marks) throws Exception {
    String like = marks.stream().map(mark -> "'%" + mark + "%'").collect(Collectors.joining(", "));
    List<String> tables =
        home.rows(
            """
            select format('select %L || t::text from %I.%I t where lower(t::text) like any (array[LIKE])',
              table_schema || '.' || table_name || ': ', table_schema, table_name)
            from information_schema.tables where table_schema in ('ops', 'core', 'mart', 'staging', 'public')
            """);
    assertThat(tables).hasSizeGreaterThan(60);
    List<String> leaks = new ArrayList<>();
    for (String table : tables) {
      leaks.addAll(home.rows(table.replace("LIKE", like)));
    }
    return leaks;
  }
}
