package vn.ishc.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ishc.row.FindingCode;

class RefusalTest {
  @TempDir Path folder;

  private UnreadableFile refusal(Path file) {
    return refusal(file, ReadLimits.DEFAULT);
  }

  private static UnreadableFile refusal(Path file, ReadLimits limits) {
    UnreadableFile refusal =
        catchThrowableOfType(UnreadableFile.class, () -> Opened.readAll(file, limits));
    assertThat(refusal).as("a refusal").isNotNull();
    return refusal;
  }

  private Path file(byte... bytes) throws IOException {
    return Files.write(folder.resolve("a.xlsx"), bytes);
  }

  private Path text(String text) throws IOException {
    return file(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void nothingButWhiteSpaceIsEmpty() throws IOException {
    assertThat(refusal(file()).code()).isEqualTo(FindingCode.FILE_EMPTY);
    assertThat(refusal(text(" \r\n\t\n")).code()).isEqualTo(FindingCode.FILE_EMPTY);
    assertThat(refusal(text("\uFEFF\n")).code()).isEqualTo(FindingCode.FILE_EMPTY);
    assertThat(refusal(file("\uFEFF \n".getBytes(StandardCharsets.UTF_16LE))).code())
        .isEqualTo(FindingCode.FILE_EMPTY);
  }

  @Test
  void whatIsNoWorkbookIsNamedInBothLanguages() throws IOException {
    Map<String, String> kinds =
        Map.of(
            "255044462D312E37", "a PDF document",
            "FFD8FFE000104A46", "a JPEG picture",
            "89504E470D0A1A0A00", "a PNG picture",
            "4D5A90000300", "a program (exe)",
            "7B5C727466315C", "an RTF document (Word)",
            "526172211A070100", "a RAR archive");
    for (Map.Entry<String, String> kind : kinds.entrySet()) {
      UnreadableFile refusal = refusal(file(HexFormat.of().parseHex(kind.getKey())));
      assertThat(refusal.code()).isEqualTo(FindingCode.FILE_NOT_A_WORKBOOK);
      assertThat(refusal.details()).hasSize(2).endsWith(kind.getValue());
    }
  }

  @Test
  void pagesAndXmlSavedAsWorkbooksAreNamed() throws IOException {
    List<String> pages =
        List.of(
            "<html><table><tr><td>1</td></tr></table></html>",
            "\uFEFF\n<!DOCTYPE HTML>\n<p>",
            "  <TABLE border=1>");
    for (String page : pages) {
      assertThat(refusal(text(page)).details().get(1)).startsWith("a web page (HTML)");
    }
    assertThat(
            refusal(file("<html xmlns=\"x\"><body/>".getBytes(StandardCharsets.UTF_16)))
                .details()
                .get(1))
        .startsWith("a web page");
    String old = "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?><Workbook/>";
    assertThat(refusal(text(old)).details().get(1)).startsWith("an XML spreadsheet of 2003");
  }

  @Test
  void aTextThatStartsLikeAProgramIsStillText() throws Exception {
    assertThat(Opened.show(Opened.rows(text("MZ;BM\n1;2")))).containsExactly("1: MZ|BM", "2: 1|2");
  }

  @Test
  void anotherOfficeFileIsNamed() throws IOException {
    Map<String, String> parts = Opened.xlsx("<a/>");
    parts.replaceAll(
        (name, xml) -> xml.replace("spreadsheetml.sheet", "wordprocessingml.document"));
    assertThat(refusal(Opened.zip(folder, "b.xlsx", parts)).details())
        .containsExactly("tài liệu Word", "a Word document");
    assertThat(refusal(Opened.zip(folder, "c.xlsx", Map.of("a.txt", "a"))).details().get(1))
        .startsWith("a ZIP archive");
    assertThat(refusal(compound("WordDocument")).details())
        .containsExactly("tài liệu Word", "a Word document");
    assertThat(refusal(compound("Book")).details().get(1)).startsWith("a workbook of Excel 5.0/95");
  }

  private Path compound(String entry) throws IOException {
    Path file = folder.resolve("d.xls");
    try (POIFSFileSystem system = new POIFSFileSystem();
        OutputStream out = Files.newOutputStream(file)) {
      system.createDocument(new ByteArrayInputStream(new byte[5000]), entry);
      system.writeFilesystem(out);
    }
    return file;
  }

  @Test
  void aPasswordIsRefusedAsSuch() throws Exception {
    Path file = folder.resolve("e.xlsx");
    try (POIFSFileSystem system = new POIFSFileSystem();
        XSSFWorkbook book = new XSSFWorkbook()) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("bí mật");
      try (OutputStream out = encryptor.getDataStream(system)) {
        book.write(out);
      }
      try (OutputStream out = Files.newOutputStream(file)) {
        system.writeFilesystem(out);
      }
    }
    assertThat(refusal(file).code()).isEqualTo(FindingCode.FILE_PASSWORD);
  }

  private Path bomb(
      String name, String part, String start, String filler, String end, int megabytes)
      throws IOException {
    Map<String, String> parts = Opened.xlsx("<a/>");
    parts.remove(part);
    Path file = folder.resolve(name);
    byte[] block = filler.repeat((1 << 20) / filler.length()).getBytes(StandardCharsets.UTF_8);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, String> other : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(other.getKey()));
        zip.write(other.getValue().getBytes(StandardCharsets.UTF_8));
      }
      zip.putNextEntry(new ZipEntry(part));
      zip.write(start.getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < megabytes; i++) {
        zip.write(block);
      }
      zip.write(end.getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }

  @Test
  void aBombIsRefusedInEveryPart() throws IOException {
    String blank = " ".repeat(64);
    for (String part :
        List.of("xl/sheet1.xml", "xl/workbook.xml", "_rels/.rels", "[Content_Types].xml")) {
      assertThat(refusal(bomb("f.xlsx", part, "<a>", blank, "</a>", 30)).code())
          .as(part)
          .isEqualTo(FindingCode.FILE_BOMB);
    }
    for (String part : List.of("content.xml", "styles.xml", "META-INF/manifest.xml")) {
      assertThat(refusal(odsBomb(part, "<a>", blank)).code())
          .as(part)
          .isEqualTo(FindingCode.FILE_BOMB);
    }
  }

  private Path odsBomb(String part, String start, String filler) throws IOException {
    Path file = folder.resolve("g.ods");
    byte[] block = filler.repeat((1 << 20) / filler.length()).getBytes(StandardCharsets.UTF_8);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("mimetype"));
      zip.write("application/vnd.oasis.opendocument.spreadsheet".getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry(part));
      zip.write(start.getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < 30; i++) {
        zip.write(block);
      }
      zip.write("</a>".getBytes(StandardCharsets.UTF_8));
      if (!part.equals("content.xml")) {
        zip.putNextEntry(new ZipEntry("content.xml"));
        zip.write("<a/>".getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }

  @Test
  void anHonestFileThatPacksWellIsRead() throws Exception {
    byte[] noise = new byte[9000];
    new Random(1).nextBytes(noise);
    String filler = HexFormat.of().formatHex(noise) + " ".repeat(760_000);
    Path file = bomb("h.xlsx", "xl/sheet1.xml", "<a>", filler, "</a>", 4);
    double ratio = 4.0 * (1 << 20) / Files.size(file);
    assertThat(ratio).isBetween(30.0, 99.0);
    assertThatCode(() -> Opened.readAll(file, ReadLimits.DEFAULT)).doesNotThrowAnyException();
  }

  @Test
  void theSumOfAllPartsAndTheirNumberAreBounded() throws IOException {
    Path file =
        Opened.zip(folder, "i.xlsx", Opened.xlsx("<a>" + "0123456789abcdef".repeat(100) + "</a>"));
    ReadLimits part = new ReadLimits(1 << 20, 1000, 1 << 20, 100, 10, 10, 10, 10, 2, 60);
    assertThat(refusal(file, part).code()).isEqualTo(FindingCode.FILE_BOMB);
    ReadLimits sum = new ReadLimits(1 << 20, 2000, 2000, 100, 10, 10, 10, 10, 2, 60);
    assertThat(refusal(file, sum).code()).isEqualTo(FindingCode.FILE_BOMB);
    ReadLimits count = new ReadLimits(1 << 20, 1 << 20, 1 << 20, 100, 4, 10, 10, 10, 2, 60);
    assertThat(refusal(file, count).code()).isEqualTo(FindingCode.FILE_BOMB);
    ReadLimits size = new ReadLimits(100, 1 << 20, 1 << 20, 100, 10, 10, 10, 10, 2, 60);
    assertThat(refusal(file, size).code()).isEqualTo(FindingCode.FILE_TOO_LARGE);
  }

  @Test
  void aFileThatTakesTooLongIsRefusedAndOneOfFewRowsIsNeverTimed() throws Exception {
    ReadLimits noTime = new ReadLimits(1 << 20, 1 << 20, 1 << 20, 100, 100, 1 << 20, 10, 100, 2, 0);
    Path many = Files.writeString(folder.resolve("many.csv"), "a;b;c\n".repeat(20_000));
    UnreadableFile late = refusal(many, noTime);
    assertThat(late.code()).isEqualTo(FindingCode.FILE_TOO_LARGE);
    assertThat(late.details()).containsExactly("quá 0 giây để đọc", "more than 0 seconds to read");
    Path few = Files.writeString(folder.resolve("few.csv"), "a;b;c\n".repeat(200));
    assertThatCode(() -> Opened.readAll(few, noTime)).doesNotThrowAnyException();
    assertThatCode(() -> Opened.readAll(many, ReadLimits.DEFAULT)).doesNotThrowAnyException();
  }

  @Test
  void aFileCutOffAnywhereIsRefusedAndNothingElseHappens() throws Exception {
    for (Path whole : wholeFiles()) {
      byte[] bytes = Files.readAllBytes(whole);
      Opened.readAll(whole, ReadLimits.DEFAULT);
      for (int tenth = 1; tenth < 10; tenth++) {
        Path cut =
            Files.write(folder.resolve("cut.bin"), Arrays.copyOf(bytes, bytes.length * tenth / 10));
        assertThat(refusal(cut).code())
            .as("%s, %d/10", whole, tenth)
            .isEqualTo(FindingCode.FILE_DAMAGED);
      }
    }
  }

  @Test
  void damagedBytesNeverThrowAnythingElse() throws Exception {
    Random random = new Random(7);
    for (Path whole : wholeFiles()) {
      byte[] bytes = Files.readAllBytes(whole);
      for (int i = 0; i < 150; i++) {
        byte[] sick = bytes.clone();
        for (int j = 0; j < 1 + i % 9; j++) {
          sick[random.nextInt(sick.length)] = (byte) random.nextInt(256);
        }
        Path file = Files.write(folder.resolve("sick.bin"), sick);
        try {
          Opened.readAll(file, ReadLimits.DEFAULT);
        } catch (UnreadableFile expected) {
          assertThat(expected.code().code()).startsWith("F");
        }
      }
    }
  }

  private List<Path> wholeFiles() throws IOException {
    XSSFWorkbook xlsx = new XSSFWorkbook();
    HSSFWorkbook xls = new HSSFWorkbook();
    StringBuilder ods = new StringBuilder("<table:table table:name=\"T\">");
    for (org.apache.poi.ss.usermodel.Workbook book : List.of(xlsx, xls)) {
      var sheet = book.createSheet();
      for (int r = 0; r < 300; r++) {
        sheet.createRow(r).createCell(0).setCellValue("Nguyễn " + r * 7919);
        sheet.getRow(r).createCell(1).setCellValue(r * 1.37);
      }
    }
    for (int r = 0; r < 300; r++) {
      ods.append(
          "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>n"
              + r * 7919
              + "</text:p></table:table-cell></table:table-row>");
    }
    Path odsFile = Opened.ods(folder, "", ods.append("</table:table>").toString());
    return List.of(
        Opened.save(folder, xlsx, "w.xlsx"),
        Opened.save(folder, xls, "w.xls"),
        odsFile,
        XlsbTest.file(folder));
  }

  @Test
  void aDirectoryThatLiesAboutSizesIsNotBelieved() throws IOException {
    Path file = bomb("j.xlsx", "xl/sheet1.xml", "<a>", " ".repeat(64), "</a>", 30);
    byte[] bytes = Files.readAllBytes(file);
    for (int i = 0; i + 46 < bytes.length; i++) {
      if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1 && bytes[i + 3] == 2) {
        Arrays.fill(bytes, i + 24, i + 28, (byte) 1);
      }
    }
    assertThat(refusal(file(bytes)).code()).isEqualTo(FindingCode.FILE_BOMB);
  }

  @Test
  void aRefusalNeverCarriesTextOfTheFile() throws IOException {
    Map<String, String> parts =
        Opened.xlsx(
            "<worksheet><sheetData><row><c t=\"str\"><v>040048000123</v></c><c r=\"1\"></row>");
    UnreadableFile refusal = refusal(Opened.zip(folder, "k.xlsx", parts));
    assertThat(refusal.toString() + refusal.details() + refusal.getCause())
        .doesNotContain("040048000123");
  }
}
