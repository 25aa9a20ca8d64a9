package vn.ishc.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ishc.row.Language;
import vn.ishc.row.Severity;
import vn.ishc.sheet.ReadLimits;

/** The marked workbook, whatever stands in the sender's. */
class AnswerWorkbookTest {
  private static final String SENDER = "xa-dai-dong-17713";
  private static final String EVIL = "=cmd|' /C calc'!A0";
  private static final LocalDate DAY = LocalDate.of(2025, 12, 18);

  @TempDir Path folder;

  /** A roster with two unreadable births, a formula, hostile words, and a sheet name that would end an attribute. */
  private static XSSFWorkbook roster() {
    XSSFWorkbook book = new XSSFWorkbook();
    XSSFSheet sheet = book.createSheet("DS \"<&>' xóm 3");
    sheet.createRow(0).createCell(0).setCellValue("DANH SÁCH HỘI VIÊN CLB LIÊN THẾ HỆ XÓM 3 6 tháng cuối năm 2025");
    row(sheet, 2, "STT", "Họ và tên", "Ngày sinh", "Giới tính", "Ghi chú");
    for (int i = 3; i < 23; i++) {
      row(sheet, i, "" + (i - 2), "Nguyễn Văn An", "" + (1930 + i), "Nam", i == 9 ? EVIL : "");
    }
    sheet.getRow(5).getCell(2).setCellValue(EVIL);
    sheet.getRow(7).getCell(2).setCellValue("chưa rõ <b>&\"'");
    sheet.getRow(22).getCell(4).setCellFormula("COUNTA(B4:B23)");
    return book;
  }

  private static void row(XSSFSheet sheet, int number, String... cells) {
    XSSFRow row = sheet.createRow(number);
    for (int i = 0; i < cells.length; i++) {
      row.createCell(i).setCellValue(cells[i]);
    }
  }

  private static void note(XSSFSheet sheet, int row, int column, String text) {
    XSSFComment note = sheet.createDrawingPatriarch().createCellComment(new XSSFClientAnchor(0, 0, 0, 0, column + 1, row, column + 3, row + 3));
    note.setString(new XSSFRichTextString(text));
    note.setAuthor("Bà Lan");
    sheet.getRow(row).getCell(column).setCellComment(note);
  }

  private Path saved(XSSFWorkbook book, String name) throws IOException {
    Path file = folder.resolve(name);
    try (book;
        OutputStream out = Files.newOutputStream(file)) {
      book.write(out);
    }
    return file;
  }

  private static Answered walk(Path file) {
    return Answered.walk(file, file.getFileName().toString(), SENDER, DAY);
  }

  private static List<String> formulas(XSSFWorkbook book) {
    List<String> formulas = new ArrayList<>();
    for (Sheet sheet : book) {
      for (Row row : sheet) {
        for (Cell cell : row) {
          if (cell.getCellType() == CellType.FORMULA) {
            formulas.add(cell.getAddress() + " " + cell.getCellFormula());
          }
        }
      }
    }
    return formulas;
  }

  @Test
  void noCellBecomesAFormulaThatWasNone() throws IOException {
    Path answer = walk(saved(roster(), "=1+1.xlsx")).marked(folder);
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(answer))) {
      assertThat(formulas(book)).containsExactly("E23 COUNTA(B4:B23)");
      assertThat(book.getSheetAt(1).getSheetName()).isEqualTo("DS \"<&>' xóm 3");
      assertThat(book.getSheetAt(1).getRow(5).getCell(2).getStringCellValue()).isEqualTo(EVIL);
      assertThat(book.getSheetAt(0).getHyperlinkList()).allMatch(link -> link.getType() == HyperlinkType.DOCUMENT);
    }
  }

  @Test
  void theSameHoldsForATextFile() throws IOException {
    Path file = folder.resolve("a.csv");
    Files.writeString(file, "DANH SÁCH HỘI VIÊN CLB xóm 3 6 tháng cuối năm 2025;;;\nSTT;Họ và tên;Ngày sinh;Giới tính\n1;Nguyễn Văn An;=1+1;Nam\n2;Trần Thị Lan;+84 9;Nữ\n", StandardCharsets.UTF_8);
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(walk(file).marked(folder)))) {
      assertThat(formulas(book)).isEmpty();
      assertThat(book.getSheetAt(1).getRow(2).getCell(2).getStringCellValue()).isEqualTo("=1+1");
    }
  }

  @Test
  void theSendersNotesStayAndOursGoWithTheNextAnswer() throws IOException {
    XSSFWorkbook original = roster();
    note(original.getSheetAt(0), 5, 2, "hỏi lại ông An");
    note(original.getSheetAt(0), 10, 1, "đã chuyển đi");
    Answered first = walk(saved(original, "notes.xlsx"));
    Path answer = first.marked(folder);
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(answer))) {
      assertThat(text(book, "C6")).startsWith("PHẢN HỒI · Không nhận · C02").endsWith("hỏi lại ông An");
      assertThat(text(book, "B11")).isEqualTo("đã chuyển đi");
      assertThat(text(book, "C8")).contains("chưa rõ <b>&\"'");
      book.getSheetAt(1).getRow(7).getCell(2).setCellValue("1950");
      answer = saved(book, "notes.xlsx.phan-hoi.xlsx");
    }
    Answered second = walk(answer);
    assertThat(second.report().rowsRefused()).isEqualTo(1);
    Path again = second.marked(Files.createDirectories(folder.resolve("again")));
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(again))) {
      assertThat(book.getNumberOfSheets()).isEqualTo(2);
      assertThat(text(book, "C6")).startsWith("PHẢN HỒI · Không nhận · C02").endsWith("hỏi lại ông An").containsOnlyOnce("PHẢN HỒI");
      assertThat(text(book, "B11")).isEqualTo("đã chuyển đi");
      assertThat(book.getSheetAt(1).getCellComment(new CellAddress("C8"))).isNull();
      assertThat(book.getSheetAt(1).getRow(7).getCell(2).getCellStyle().getFillPattern()).isEqualTo(FillPatternType.NO_FILL);
      assertThat(book.getSheetAt(1).getRow(5).getCell(2).getCellStyle().getFillForegroundColorColor().getARGBHex()).isEqualTo(Ink.REFUSED.argb());
    }
  }

  private static String text(XSSFWorkbook book, String cell) {
    return book.getSheetAt(1).getCellComment(new CellAddress(cell)).getString().getString();
  }

  @Test
  void printAreasStayWithTheirSheets() throws IOException {
    XSSFWorkbook original = roster();
    original.setPrintArea(0, "$A$1:$E$10");
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(walk(saved(original, "print.xlsx")).marked(folder)))) {
      assertThat(book.getPrintArea(0)).isNull();
      assertThat(book.getPrintArea(1)).endsWith("$A$1:$E$10");
      assertThat(book.getActiveSheetIndex()).isEqualTo(0);
      assertThat(book.getSheetAt(1).isSelected()).isFalse();
    }
  }

  @Test
  void macrosDoNotGoOut() throws IOException {
    Path sample = Path.of("sample-inputs/huyen-thanh-chuong/DS CLB 6 thang dau nam 2025 - da sua.xlsm");
    Answered answered = Answered.walk(sample, "a.xlsm", "huyen-thanh-chuong", LocalDate.of(2025, 7, 1));
    Path answer = answered.marked(folder);
    TreeSet<String> parts = new TreeSet<>();
    try (ZipFile zip = new ZipFile(answer.toFile())) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        parts.add(all.nextElement().getName());
      }
      String types = new String(zip.getInputStream(zip.getEntry("[Content_Types].xml")).readAllBytes(), StandardCharsets.UTF_8);
      assertThat(types).contains("spreadsheetml.sheet.main+xml").doesNotContain("macroEnabled");
    }
    assertThat(parts).noneMatch(part -> part.contains("vbaProject"));
  }

  @Test
  void aFileBeyondTheLimitIsAnsweredWithItsRefusedRowsOnlyAndSaysSo() throws IOException {
    Answered answered = walk(saved(roster(), "big.xlsx"));
    Path answer = folder.resolve("big.phan-hoi.xlsx");
    new AnswerWorkbook(Language.VI, ReadLimits.DEFAULT, Answered.KNOWLEDGE.forWalk().finder(), 1 << 20, 10).marked(answered.answer(), answered.arrival().path(), answer);
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(answer))) {
      assertThat(book.getNumberOfSheets()).isEqualTo(2);
      assertThat(book.getSheetAt(1).getSheetName()).isEqualTo("Dòng bị từ chối");
      assertThat(book.getSheetAt(1).getPhysicalNumberOfRows()).isEqualTo(4 + 2);
      assertThat(formulas(book)).isEmpty();
    }
    Answered back = walk(answer);
    assertThat(back.report().refused()).as("an extract replaces nothing").isTrue();
    assertThat(back.findings()).singleElement().asString().startsWith("FILE_NO_TABLE");
  }

  @Test
  void whatCannotBeOpenedGetsAPageThatSaysWhy() throws IOException {
    Path file = Files.write(folder.resolve("broken.xlsx"), new byte[] {'P', 'K', 3, 4, 1, 2, 3});
    Answered answered = walk(file);
    assertThat(answered.answer().verdict()).isEqualTo(Answer.Verdict.UNREADABLE);
    Path answer = folder.resolve("broken.phan-hoi.xlsx");
    new AnswerWorkbook(Language.VI, ReadLimits.DEFAULT, Answered.KNOWLEDGE.forWalk().finder()).write(answered.answer(), file, answer);
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(answer))) {
      assertThat(book.getNumberOfSheets()).isEqualTo(1);
    }
  }

  @Test
  void aSheetOfTheSenderThatIsCalledLikeOursIsRead() throws IOException {
    XSSFWorkbook original = roster();
    original.setSheetName(0, "Phản hồi");
    Answered answered = walk(saved(original, "own.xlsx"));
    assertThat(answered.report().rowsAccepted()).isEqualTo(18);
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(answered.marked(folder)))) {
      assertThat(book.getSheetAt(0).getSheetName()).isEqualTo("Phản hồi (2)");
      assertThat(book.getSheetAt(1).getSheetName()).isEqualTo("Phản hồi");
    }
  }

  @Test
  void aPartNobodyCanParseIsAnsweredByAWorkbookOfTheSameContent() throws IOException {
    Path file = saved(roster(), "odd.xlsx");
    Path odd = folder.resolve("odd2.xlsx");
    try (ZipFile zip = new ZipFile(file.toFile());
        var out = new java.util.zip.ZipOutputStream(Files.newOutputStream(odd))) {
      for (ZipEntry entry : java.util.Collections.list(zip.entries())) {
        out.putNextEntry(new ZipEntry(entry.getName()));
        byte[] bytes = zip.getInputStream(entry).readAllBytes();
        String doctype = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";
        boolean styles = entry.getName().endsWith("styles.xml");
        out.write(styles ? new String(bytes, StandardCharsets.UTF_8).replaceFirst("<\\?xml[^>]*>", java.util.regex.Matcher.quoteReplacement(doctype)).replace("</styleSheet>", "&e;</styleSheet>").getBytes(StandardCharsets.UTF_8) : bytes);
      }
    }
    Answered answered = walk(odd);
    Answered back = answered.droppedBack(folder);
    assertThat(back.rows()).isEqualTo(answered.rows());
  }

  @Test
  void theTwoColoursDifferForEveryEye() {
    assertThat(Ink.of(Severity.ERROR).with(Ink.DOUBTFUL)).isEqualTo(Ink.REFUSED);
    assertThat(lightness(Ink.DOUBTFUL) - lightness(Ink.REFUSED)).isGreaterThan(0.12);
    assertThat(lightness(Ink.REFUSED)).as("black text on it").isGreaterThan(0.5);
  }

  private static double lightness(Ink ink) {
    int rgb = Integer.parseInt(ink.argb().substring(2), 16);
    return (0.2126 * (rgb >> 16) + 0.7152 * (rgb >> 8 & 255) + 0.0722 * (rgb & 255)) / 255;
  }
}
