package vn.ishc.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ishc.row.Cell;
import vn.ishc.row.RawRow;

/** POI cannot write xlsb, so the records are written here by hand after [MS-XLSB]. */
class XlsbTest {
  @TempDir Path folder;

  /** Builds the records of a part. */
  private static final class Part {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Part record(int type, byte[]... pieces) {
      if (type > 0x7F) {
        out.write(type & 0x7F | 0x80);
        out.write(type >> 7);
      } else {
        out.write(type);
      }
      int length = List.of(pieces).stream().mapToInt(p -> p.length).sum();
      if (length > 0x7F) {
        out.write(length & 0x7F | 0x80);
      }
      out.write(length > 0x7F ? length >> 7 : length);
      for (byte[] piece : pieces) {
        out.writeBytes(piece);
      }
      return this;
    }
  }

  private static byte[] ints(int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    for (int value : values) {
      bytes.putInt(value);
    }
    return bytes.array();
  }

  private static byte[] shorts(int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * 2).order(ByteOrder.LITTLE_ENDIAN);
    for (int value : values) {
      bytes.putShort((short) value);
    }
    return bytes.array();
  }

  private static byte[] real(double value) {
    return ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putDouble(value).array();
  }

  private static byte[] text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_16LE);
    return ByteBuffer.allocate(4 + bytes.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(text.length())
        .put(bytes)
        .array();
  }

  private static byte[] zeros(int count) {
    return new byte[count];
  }

  private static byte[] rowHead(int row, boolean hidden) {
    byte[] head = new byte[17];
    System.arraycopy(ints(row), 0, head, 0, 4);
    head[11] = (byte) (hidden ? 0x10 : 0);
    return head;
  }

  private static Part sheet() {
    return new Part()
        .record(129)
        .record(145)
        .record(0, rowHead(2, false))
        .record(7, ints(0, 1), ints(0))
        .record(7, ints(1, 0), ints(1))
        .record(2, ints(3, 2), ints(45_000 << 2 | 2))
        .record(2, ints(4, 0), ints(125 << 2 | 3))
        .record(5, ints(5, 0), real(0.1))
        .record(0, rowHead(7, true))
        .record(1, ints(0, 0))
        .record(3, ints(1, 0), new byte[] {0x17})
        .record(4, ints(2, 0), new byte[] {1})
        .record(6, ints(3, 0), text("Tại chỗ"))
        .record(8, ints(4, 0), text("kết quả"), zeros(10))
        .record(9, ints(5, 0), real(21), zeros(10))
        .record(10, ints(6, 0), new byte[] {0}, zeros(10))
        .record(11, ints(7, 0), new byte[] {0x2A}, zeros(10))
        .record(62, ints(8, 0), new byte[] {1}, text("chữ giàu"), ints(0))
        .record(146)
        .record(177, ints(1))
        .record(176, ints(2, 4, 0, 1))
        .record(178)
        .record(130);
  }

  private static Part workbook() {
    return new Part()
        .record(131)
        .record(153, ints(0, 0))
        .record(143)
        .record(156, ints(0, 1), text("r1"), text("Danh sách"))
        .record(156, ints(1, 2), text("r1"), text("Ẩn"))
        .record(144)
        .record(132);
  }

  private static Part styles() {
    return new Part()
        .record(278)
        .record(44, shorts(164), text("dd/mm/yyyy"))
        .record(43, zeros(21), text("Arial"))
        .record(43, zeros(21), text(".VnTime"))
        .record(43, zeros(21), text("VNI-Times"))
        .record(626)
        .record(47, shorts(0, 0, 2, 0, 0, 0, 0, 0))
        .record(627)
        .record(617)
        .record(47, shorts(0, 0, 0, 0, 0, 0, 0, 0))
        .record(47, shorts(0, 0, 1, 0, 0, 0, 0, 0))
        .record(47, shorts(0, 164, 0, 0, 0, 0, 0, 0))
        .record(618)
        .record(279);
  }

  private static Part texts() {
    return new Part()
        .record(159, ints(2, 2))
        .record(19, new byte[] {0}, text("NguyÔn"))
        .record(19, new byte[] {1}, text("Nguyeãn Thò " + "x".repeat(100)), ints(1), shorts(0, 2))
        .record(160);
  }

  static Path file(Path folder) throws IOException {
    String relations =
        Opened.relations("worksheet", "sheet1.bin").replace("</Relationships>", "")
            + Opened.relations("styles", "styles.bin")
                .replaceAll("^<[^>]*>", "")
                .replace("</Relationships>", "")
                .replace("r1", "r2")
            + Opened.relations("sharedStrings", "texts.bin")
                .replaceAll("^<[^>]*>", "")
                .replace("r1", "r3");
    String types =
        "<Types><Default Extension=\"bin\""
            + " ContentType=\"application/vnd.ms-excel.sheet.binary.macroEnabled.main\"/></Types>";
    Map<String, byte[]> parts =
        Map.of(
            "[Content_Types].xml", types.getBytes(StandardCharsets.UTF_8),
            "_rels/.rels",
                Opened.relations("officeDocument", "xl/workbook.bin")
                    .getBytes(StandardCharsets.UTF_8),
            "xl/_rels/workbook.bin.rels", relations.getBytes(StandardCharsets.UTF_8),
            "xl/workbook.bin", workbook().out.toByteArray(),
            "xl/styles.bin", styles().out.toByteArray(),
            "xl/texts.bin", texts().out.toByteArray(),
            "xl/sheet1.bin", sheet().out.toByteArray());
    Path file = folder.resolve("a.xlsb");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
    }
    return file;
  }

  @Test
  void everyKindOfCellIsReadAsStored() throws Exception {
    try (Workbook opened = Workbooks.open(file(folder), ReadLimits.DEFAULT)) {
      assertThat(opened.format()).isEqualTo(FileFormat.XLSB);
      assertThat(opened.sheets()).extracting(Sheet::name).containsExactly("Danh sách", "Ẩn");
      assertThat(opened.sheets()).extracting(Sheet::hidden).containsExactly(false, true);
      List<RawRow> rows = Opened.rows(opened.sheets().get(0));
      assertThat(Opened.show(rows))
          .containsExactly(
              "3: NguyÔn|Nguyeãn Thò " + "x".repeat(100) + "|-|date 45000.0|1.25|0.1",
              "8: -|#REF!|TRUE|Tại chỗ|kết quả|21.0|FALSE|#N/A|chữ giàu");
      assertThat(rows).extracting(RawRow::hidden).containsExactly(false, true);
      assertThat(rows.get(0).cell(0)).isEqualTo(new Cell.Text("NguyÔn", ".VnTime"));
      assertThat(((Cell.Text) rows.get(0).cell(1)).font()).isEqualTo("VNI-Times");
      assertThat(opened.sheets().get(0).merges().touching(4))
          .containsExactly(new MergedRanges.Range(3, 5, 0, 1));
    }
  }
}
