package vn.ishc.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ishc.row.Cell;
import vn.ishc.row.RawRow;

class OdsTest {
  private static final String SPREADSHEET = "application/vnd.oasis.opendocument.spreadsheet";

  @TempDir Path folder;

  private static String table(String rows) {
    return "<table:table table:name=\"T\">" + rows + "</table:table>";
  }

  private static String row(String cells) {
    return "<table:table-row>" + cells + "</table:table-row>";
  }

  private static String text(String text) {
    return "<table:table-cell office:value-type=\"string\"><text:p>"
        + text
        + "</text:p></table:table-cell>";
  }

  private static String value(String type, String attributes) {
    return "<table:table-cell office:value-type=\""
        + type
        + "\" "
        + attributes
        + "><text:p>…</text:p></table:table-cell>";
  }

  @Test
  void everyKindOfCellIsReadAsStored() throws Exception {
    Path file =
        Opened.ods(
            folder,
            "",
            table(
                row(
                    text("Đặng  <text:s text:c=\"2\"/>A<text:line-break/>b</text:p><text:p>hai")
                        + value("float", "office:value=\"12.5\"")
                        + value("date", "office:date-value=\"1948-03-05\"")
                        + value("date", "office:date-value=\"1900-01-01\"")
                        + value("time", "office:time-value=\"PT06H00M00S\"")
                        + value("percentage", "office:value=\"0.5\"")
                        + value("boolean", "office:boolean-value=\"true\"")
                        + "<table:table-cell office:value-type=\"string\" office:string-value=\"\""
                        + " calcext:value-type=\"error\"><text:p>#REF!</text:p></table:table-cell><table:table-cell"
                        + " office:value-type=\"string\"><office:annotation><text:p>ghi"
                        + " chú</text:p></office:annotation><text:p>ô</text:p></table:table-cell>")));
    assertThat(Opened.show(Opened.rows(file)))
        .containsExactly(
            "1: Đặng   A\nb\nhai|12.5|date 17597.0|date 1.0|date 0.25|0.5|TRUE|#REF!|ô");
  }

  @Test
  void aMillionRepeatedBlanksAreOnlyCounted() throws Exception {
    String blanks =
        "<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell"
            + " table:number-columns-repeated=\"16384\"/></table:table-row>";
    Path file =
        Opened.ods(
            folder,
            "",
            table(
                row("<table:table-cell table:number-columns-repeated=\"3\"/>" + text("a"))
                    + blanks
                    + row(text("z"))
                    + blanks));
    assertThat(Opened.show(Opened.rows(file))).containsExactly("1: -|-|-|a", "1048002: z");
  }

  @Test
  void repeatedContentIsExpandedWithinLimits() throws Exception {
    Path file =
        Opened.ods(
            folder,
            "",
            table(
                "<table:table-row table:number-rows-repeated=\"3\"><table:table-cell"
                    + " office:value-type=\"float\" office:value=\"1\""
                    + " table:number-columns-repeated=\"2\"/></table:table-row>"
                    + row(text("b"))));
    assertThat(Opened.show(Opened.rows(file)))
        .containsExactly("1: 1.0|1.0", "2: 1.0|1.0", "3: 1.0|1.0", "4: b");
    Path bomb =
        Opened.ods(
            folder,
            "",
            table(
                "<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell"
                    + " office:value-type=\"float\" office:value=\"1\""
                    + " table:number-columns-repeated=\"16384\"/></table:table-row>"));
    assertThatThrownBy(() -> Opened.rows(bomb)).hasMessageContaining("FILE_BOMB");
    Path tall =
        Opened.ods(
            folder,
            "",
            table(
                "<table:table-row table:number-rows-repeated=\"2000000\"><table:table-cell"
                    + " office:value-type=\"float\" office:value=\"1\"/></table:table-row>"));
    assertThatThrownBy(() -> Opened.rows(tall)).hasMessageContaining("FILE_TOO_LARGE");
    Path overflowing =
        Opened.ods(
            folder,
            "",
            table(
                "<table:table-row table:number-rows-repeated=\"2147483647\"/>".repeat(3)
                    + row(text("a"))));
    assertThatThrownBy(() -> Opened.rows(overflowing)).hasMessageContaining("FILE_TOO_LARGE");
  }

  @Test
  void spansAreMergedRangesAndCoveredCellsAreBlank() throws Exception {
    Path file =
        Opened.ods(
            folder,
            "",
            table(
                row(text("x"))
                    + row(
                        "<table:table-cell table:number-columns-spanned=\"2\""
                            + " table:number-rows-spanned=\"3\""
                            + " office:value-type=\"string\"><text:p>m</text:p></table:table-cell>"
                            + "<table:covered-table-cell"
                            + " office:value-type=\"string\"><text:p>che</text:p></table:covered-table-cell>"
                            + text("c"))));
    try (Workbook opened = Workbooks.open(file, ReadLimits.DEFAULT)) {
      assertThat(opened.sheets().get(0).merges().touching(4))
          .containsExactly(new MergedRanges.Range(2, 4, 0, 1));
      assertThat(Opened.show(Opened.rows(opened.sheets().get(0))))
          .containsExactly("1: x", "2: m|-|c");
    }
  }

  @Test
  void theFontIsThatOfTheSpanElseOfCellRowOrColumn() throws Exception {
    String styles =
        "<office:font-face-decls><style:font-face style:name=\"F1\""
            + " svg:font-family=\"'.VnTime'\"/></office:font-face-decls><office:automatic-styles><style:style"
            + " style:name=\"ce1\" style:family=\"table-cell\"><style:text-properties"
            + " style:font-name=\"F1\"/></style:style><style:style style:name=\"ce2\""
            + " style:family=\"table-cell\" style:parent-style-name=\"ce1\"/><style:style"
            + " style:name=\"T1\" style:family=\"text\"><style:text-properties"
            + " fo:font-family=\"VNI-Times\"/></style:style></office:automatic-styles>";
    Path file =
        Opened.ods(
            folder,
            styles,
            table(
                "<table:table-column table:number-columns-repeated=\"2\"/><table:table-column"
                    + " table:default-cell-style-name=\"ce1\"/>"
                    + row(
                        "<table:table-cell table:style-name=\"ce2\""
                            + " office:value-type=\"string\"><text:p>a</text:p></table:table-cell>"
                            + text("<text:span text:style-name=\"T1\">b</text:span>c")
                            + text("d"))));
    RawRow row = Opened.rows(file).get(0);
    assertThat(row.cells())
        .containsExactly(
            new Cell.Text("a", ".VnTime"),
            new Cell.Text("bc", "VNI-Times"),
            new Cell.Text("d", ".VnTime"));
  }

  @Test
  void hiddenTablesAndRowsAreSaidAndEachTableIsFound() throws Exception {
    String styles =
        "<office:automatic-styles><style:style style:name=\"ta1\""
            + " style:family=\"table\"><style:table-properties"
            + " table:display=\"false\"/></style:style></office:automatic-styles>";
    Path file =
        Opened.ods(
            folder,
            styles,
            table(row(text("a")))
                + "<table:table table:name=\"hai\" table:style-name=\"ta1\"><table:table-row"
                + " table:visibility=\"filter\">"
                + text("b")
                + "</table:table-row></table:table>");
    try (Workbook opened = Workbooks.open(file, ReadLimits.DEFAULT)) {
      assertThat(opened.sheets()).extracting(Sheet::hidden).containsExactly(false, true);
      List<RawRow> rows = Opened.rows(opened.sheets().get(1));
      assertThat(Opened.show(rows)).containsExactly("1: b");
      assertThat(rows.get(0).hidden()).isTrue();
    }
  }

  @Test
  void anotherPrefixForTheSameNamespaceIsUnderstood() throws Exception {
    String content =
        Opened.odsContent("", table(row(text("a"))))
            .replace("table:", "tb:")
            .replace("xmlns:table", "xmlns:tb")
            .replace("xmlns:tb:1.0", "xmlns:table:1.0");
    Path file =
        Opened.zip(folder, "a.ods", Map.of("mimetype", SPREADSHEET, "content.xml", content));
    assertThat(Opened.show(Opened.rows(file))).containsExactly("1: a");
  }

  @Test
  void encryptedIsRefusedAsSuchAndTextIsNamed() throws Exception {
    Path locked =
        Opened.zip(
            folder,
            "a.ods",
            Map.of(
                "mimetype",
                SPREADSHEET,
                "content.xml",
                "gibberish",
                "META-INF/manifest.xml",
                "<m:manifest"
                    + " xmlns:m=\"urn:x\"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>"));
    assertThatThrownBy(() -> Opened.rows(locked)).hasMessageContaining("FILE_PASSWORD");
    Path text =
        Opened.zip(
            folder,
            "b.ods",
            Map.of("mimetype", "application/vnd.oasis.opendocument.text", "content.xml", "<a/>"));
    assertThatThrownBy(() -> Opened.rows(text)).hasMessageContaining("FILE_NOT_A_WORKBOOK");
  }

  @Test
  void aDocumentTypeIsRefused() throws Exception {
    String content =
        "<!DOCTYPE a [<!ENTITY x \""
            + "ha".repeat(100)
            + "\">]>"
            + Opened.odsContent("", table(row(text("&x;"))));
    Path file =
        Opened.zip(folder, "a.ods", Map.of("mimetype", SPREADSHEET, "content.xml", content));
    assertThatThrownBy(() -> Opened.rows(file)).hasMessageContaining("FILE_DAMAGED");
  }
}
