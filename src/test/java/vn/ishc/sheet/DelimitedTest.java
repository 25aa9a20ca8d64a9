package vn.ishc.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ishc.row.Cell;
import vn.ishc.row.RawRow;

class DelimitedTest {
  @TempDir Path folder;

  private Path file(byte... bytes) throws Exception {
    return Files.write(folder.resolve("Danh sách.csv"), bytes);
  }

  private List<String> read(String text) throws Exception {
    return Opened.show(Opened.rows(file(text.getBytes(StandardCharsets.UTF_8))));
  }

  private DelimitedWorkbook.Decision decided(byte... bytes) throws Exception {
    try (Workbook workbook = Workbooks.open(file(bytes), ReadLimits.DEFAULT)) {
      assertThat(workbook.format()).isEqualTo(FileFormat.DELIMITED);
      assertThat(workbook.sheets().get(0).name()).isEqualTo("Danh sách");
      return ((DelimitedWorkbook) ((TimedWorkbook) workbook).opened()).describe();
    }
  }

  @Test
  void blankLinesAreNumberedButAreNoRows() throws Exception {
    assertThat(read("a;b\n\n;;\r\nc;d\re")).containsExactly("1: a|b", "4: c|d", "5: e");
  }

  @Test
  void quotesHoldSeparatorsQuotesAndLineBreaks() throws Exception {
    assertThat(read("\"a;1\";\"b\"\"c\"\n\"hai\ndòng\";x;\"\"\n\"y\" ;z"))
        .containsExactly("1: a;1|b\"c", "2: hai\ndòng|x", "3: y|z");
  }

  @Test
  void strayQuotesAreLetters() throws Exception {
    assertThat(read("1;Bà \"Tư\";x\n2;\"Bà \"Tư\" già\";y\n3;\"\"\"\";z\n4;\";t"))
        .containsExactly("1: 1|Bà \"Tư\"|x", "2: 2|Bà \"Tư\" già|y", "3: 3|\"|z", "4: 4|\"|t");
  }

  @Test
  void dittoMarksInOneRowAreNoQuotes() throws Exception {
    String head = "TT\tTên\tThôn\tNgày\tLãi\n1\tA\tXóm 1\t2/3/2025\t0,65\n";
    assertThat(read(head + "2\tB\t\"\t\"\t0,65\n3\tC\t\" \t5/3/2025\t\"\n4\tD\tX\tY\tZ"))
        .containsExactly(
            "1: TT|Tên|Thôn|Ngày|Lãi",
            "2: 1|A|Xóm 1|2/3/2025|0,65",
            "3: 2|B|\"|\"|0,65",
            "4: 3|C|\" |5/3/2025|\"",
            "5: 4|D|X|Y|Z");
  }

  @Test
  void dittoMarksDownAColumnAreNoQuotes() throws Exception {
    String head = "TT;Tên;Thôn;Lãi\n1;A;Xóm 1;0,65\n";
    assertThat(read(head + "2;B;\";0,6\n3;C;\";0,7\n4;D;Xóm 2;\"\n5;E;\";\"\n6;F;Xóm 3;0,8"))
        .containsExactly(
            "1: TT|Tên|Thôn|Lãi",
            "2: 1|A|Xóm 1|0,65",
            "3: 2|B|\"|0,6",
            "4: 3|C|\"|0,7",
            "5: 4|D|Xóm 2|\"",
            "6: 5|E|\"|\"",
            "7: 6|F|Xóm 3|0,8");
  }

  @Test
  void aQuotedFieldMayBeginWithASeparatorOrALineEnd() throws Exception {
    assertThat(read("TT;Thôn;Lãi\n1;\"; xóm 2\";5\n2;\"\nXóm 3; xã X\";6\n\"\n7\";8;\"; \"\n"))
        .containsExactly("1: TT|Thôn|Lãi", "2: 1|; xóm 2|5", "3: 2|\nXóm 3; xã X|6", "4: \n7|8|; ");
  }

  @Test
  void theAnnouncedSeparatorIsHonouredAndItsLineIsNoData() throws Exception {
    assertThat(read("sep=|\na|b,c\n")).containsExactly("2: a|b,c");
    assertThat(decided("sep=|\na;b".getBytes(StandardCharsets.UTF_8)).separator()).isEqualTo("|");
  }

  @Test
  void theSeparatorIsTheOneThatCutsEvenly() throws Exception {
    String titles = "UBND XÃ NGHI LỘC, TỈNH NGHỆ AN\nDANH SÁCH\n\n";
    assertThat(
            decided(
                    (titles + "TT;Tên;Tỷ lệ\n1;A;65,1\n2;B;70,5\n3;C;1,5")
                        .getBytes(StandardCharsets.UTF_8))
                .separator())
        .isEqualTo(";");
    assertThat(
            decided(
                    (titles + "TT,Tên,Nơi\n1,A,\"x; y\"\n2,B,\"z; t\"")
                        .getBytes(StandardCharsets.UTF_8))
                .separator())
        .isEqualTo(",");
    assertThat(
            decided((titles + "TT\tNơi\n1\tx,y,z\n2\tx,y,z").getBytes(StandardCharsets.UTF_8))
                .separator())
        .isEqualTo("\t");
    assertThat(
            decided(
                    "Chỉ một cột, có dấu phẩy\nhai\nba\nbốn\nnăm\nsáu"
                        .getBytes(StandardCharsets.UTF_8))
                .separator())
        .isEmpty();
  }

  @Test
  void unicodeIsToldByMarkOrPattern() throws Exception {
    String text = "Họ và tên\tNăm sinh\r\nĐặng Thị Ngọc\t1948\r\n";
    for (Charset charset :
        List.of(
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE,
            Charset.forName("UTF-32LE"),
            Charset.forName("UTF-32BE"),
            StandardCharsets.UTF_8)) {
      for (String mark : List.of("", "\uFEFF")) {
        byte[] bytes = (mark + text).getBytes(charset);
        assertThat(decided(bytes))
            .as(charset + mark)
            .isEqualTo(new DelimitedWorkbook.Decision(charset.name(), "\t"));
        assertThat(Opened.show(Opened.rows(file(bytes))))
            .containsExactly("1: Họ và tên|Năm sinh", "2: Đặng Thị Ngọc|1948");
      }
    }
  }

  @Test
  void theVietnameseCodePageIsToldFromTheFontsThatLookAlike() throws Exception {
    byte[] windows =
        "Tên;Xã\nNguyê\u0303n Thi\u0323 Hô\u0300ng;Nghi Lô\u0323c\nĐă\u0323ng Va\u0306n;Ky\u0300 Sơn"
            .replace("a\u0306", "ă")
            .getBytes(Charset.forName("windows-1258"));
    assertThat(decided(windows).charset()).isEqualTo("windows-1258");
    assertThat(read1(windows, 1)).isEqualTo("Nguyê\u0303n Thi\u0323 Hô\u0300ng");
    byte[] tcvn3 =
        "Tªn;X·\nNguyÔn ThÞ Hång;Nghi Léc\nPh¹m ThÕ Vò;Kú S¬n"
            .getBytes(StandardCharsets.ISO_8859_1);
    assertThat(decided(tcvn3).charset()).isEqualTo("windows-1252");
    assertThat(read1(tcvn3, 1)).isEqualTo("NguyÔn ThÞ Hång");
    byte[] vni =
        "Teân;Xaõ\nNguyeãn Thò Hoàng;Nghi Loäc\nChò Vì;Kyø Sôn"
            .getBytes(StandardCharsets.ISO_8859_1);
    assertThat(decided(vni).charset()).isEqualTo("windows-1252");
  }

  private String read1(byte[] bytes, int row) throws Exception {
    return ((Cell.Text) Opened.rows(file(bytes)).get(row).cell(0)).text();
  }

  @Test
  void noByteIsEverLost() throws Exception {
    byte[] all = new byte[256 - 0x80 + 2];
    all[0] = 'a';
    all[1] = ';';
    for (int i = 0x80; i < 256; i++) {
      all[i - 0x80 + 2] = (byte) i;
    }
    String text = ((Cell.Text) Opened.rows(file(all)).get(0).cell(1)).text();
    assertThat(text.chars().distinct().count()).isEqualTo(128);
    assertThat(text).doesNotContain("\uFFFD");
    byte[] mostlyUtf8 = ("Đặng Thị Ngọc Hân".repeat(9) + ";x").getBytes(StandardCharsets.UTF_8);
    mostlyUtf8[mostlyUtf8.length - 1] = (byte) 0xC3;
    assertThat(((Cell.Text) Opened.rows(file(mostlyUtf8)).get(0).cell(1)).text()).isEqualTo("Ã");
  }

  @Test
  void limitsHold() throws Exception {
    ReadLimits small = new ReadLimits(1 << 20, 1 << 20, 1 << 20, 100, 10, 3, 4, 50, 2, 60);
    Path wide = file("1;2;3;4;5".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> Opened.rows(wide, small)).hasMessageContaining("FILE_TOO_LARGE");
    Path tall = file("1\n2\n3\n4".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> Opened.rows(tall, small)).hasMessageContaining("FILE_TOO_LARGE");
    Path longText = file(("1;" + "x".repeat(51)).getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> Opened.rows(longText, small)).hasMessageContaining("FILE_TOO_LARGE");
  }

  @Property(tries = 300)
  void whatIsQuotedIsReadBack(@ForAll @From("tables") List<List<String>> table) throws Exception {
    String text =
        table.stream()
            .map(
                row ->
                    row.stream()
                        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(";")))
            .collect(Collectors.joining("\r\n", "sep=;\r\n", ""));
    Path file =
        Files.write(Files.createTempFile("quoted-", ".csv"), text.getBytes(StandardCharsets.UTF_8));
    try {
      for (RawRow row : Opened.rows(file)) {
        List<String> expected = table.get(row.number() - 2);
        for (int c = 0; c < expected.size(); c++) {
          Cell cell = row.cell(c);
          assertThat(cell instanceof Cell.Text read ? read.text() : "").isEqualTo(expected.get(c));
        }
      }
    } finally {
      Files.delete(file);
    }
  }

  @Provide
  Arbitrary<List<List<String>>> tables() {
    Arbitrary<String> cell =
        Arbitraries.strings().withChars('a', 'ế', ';', '"', '\n', ' ', ',').ofMaxLength(8);
    Arbitrary<List<String>> row =
        Combinators.combine(cell, cell.list().ofMinSize(1).ofMaxSize(3))
            .as((first, others) -> Stream.concat(Stream.of("a" + first), others.stream()).toList());
    return row.list().ofMinSize(1).ofMaxSize(6);
  }
}
