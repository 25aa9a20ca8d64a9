package vn.ishc.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ishc.recognise.FoundTable;
import vn.ishc.row.Period;
import vn.ishc.sample.Messiness;
import vn.ishc.sample.SampleSpec;
import vn.ishc.sample.SampleTruth;
import vn.ishc.sample.SampleWriter;
import vn.ishc.walk.SampleAnswers;

/** Every sample is answered, and its answer dropped back. */
class RoundTripTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"huyen-con-cuong/DS hoi vien 6 thang cuoi nam 2024.ods", "huyen-thanh-chuong/DS hoi vien 6 thang dau nam 2025.xls", "dai-ptth-nghe-an/Tin bai 6 thang dau nam 2025.csv"})
  void headingsOfACopyAreBoldAndNothingElseIs(String sample) throws IOException {
    Path file = SampleAnswers.FOLDER.resolve(sample);
    Answered answered = Answered.walk(file, file.getFileName().toString(), sample.substring(0, sample.indexOf('/')), LocalDate.of(2025, 7, 1));
    FoundTable table = answered.report().tables().getFirst().found();
    List<Integer> bold = new ArrayList<>();
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(answered.marked(folder)))) {
      XSSFSheet sheet = book.getSheetAt(book.getNumberOfSheets() - 1);
      for (Row row : sheet) {
        for (Cell cell : row) {
          if (((XSSFCell) cell).getCellStyle().getFont().getBold() && !bold.contains(row.getRowNum() + 1)) {
            bold.add(row.getRowNum() + 1);
          }
        }
      }
    }
    assertThat(bold).containsExactlyElementsOf(IntStream.range(table.headerRow(), table.headerRow() + table.headerRows()).boxed().toList());
  }

  private static Answered walked(SampleAnswers.Answer sample) {
    Path file = SampleAnswers.FOLDER.resolve(sample.file());
    return Answered.walk(file, file.getFileName().toString(), sample.file().substring(0, sample.file().indexOf('/')), sample.receivedOn());
  }

  private static boolean readable(Answered answered) {
    return answered.answer().verdict() != Answer.Verdict.UNREADABLE;
  }

  @TestFactory
  Stream<DynamicTest> anAnswerDroppedBackUnrepairedSaysWhatTheFileSaid() {
    return SampleAnswers.files().values().stream().map(sample -> DynamicTest.dynamicTest(sample.file(), () -> {
      Answered before = walked(sample);
      if (readable(before)) {
        Answered after = before.droppedBack(Files.createDirectories(folder.resolve(sample.file())));
        assertThat(after.rows()).isEqualTo(before.rows());
        assertThat(after.findings()).isEqualTo(before.findings());
        assertThat(List.of(after.report().rowsRead(), after.report().rowsAccepted(), after.report().rowsRefused(), after.report().rowsNotData()))
            .isEqualTo(List.of(before.report().rowsRead(), before.report().rowsAccepted(), before.report().rowsRefused(), before.report().rowsNotData()));
      }
    }));
  }

  /** Files of a made-up province, of every kind and format: what is right stays as it was accepted, whichever way it went round. */
  @ParameterizedTest
  @ValueSource(longs = {7, 20_261})
  void aFileWithoutFindingsGoesRoundUnchanged(long seed) throws IOException {
    Path inbox = Files.createDirectories(folder.resolve("inbox"));
    SampleTruth truth = SampleWriter.write(inbox, new SampleSpec(6, 1, seed, new Period(2025, 2), seed == 7 ? Messiness.CLEAN : Messiness.USUAL));
    int unchanged = 0;
    for (SampleTruth.File file : truth.files()) {
      Path path = inbox.resolve(file.path());
      Answered before = Answered.walk(path, path.getFileName().toString(), file.path().substring(0, file.path().indexOf('/')), file.receivedOn());
      if (before.answer().notes().isClean() && readable(before)) {
        Answered after = before.droppedBack(Files.createDirectories(folder.resolve("back").resolve(file.path())));
        assertThat(after.rows()).as(file.path()).isEqualTo(before.rows());
        assertThat(after.findings()).as(file.path()).isEmpty();
        unchanged += before.rows().isEmpty() ? 0 : 1;
      }
    }
    assertThat(unchanged).isGreaterThan(3);
  }

  /** The answer of {@code check --annotate} asks as that of the outbox does. */
  @Test
  void aQuestionAnsweredOnThePageIsNotAskedAgain() throws IOException {
    Path file = folder.resolve("DS hoi vien 6 thang cuoi nam 2025.csv");
    Files.writeString(file, "STT;Tên CLB;Họ và tên;Ngày sinh;Giới tính\n1;CLB xóm 3;Lê Thị Lan;1914;Nữ\n2;CLB xóm 3;Lê Thị Hoa;1913;Nữ\n");
    Answered before = Answered.walk(file, file.getFileName().toString(), "xa-dai-dong-17713", LocalDate.of(2025, 12, 18));
    Path marked = before.marked(folder);
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(marked))) {
      XSSFSheet page = book.getSheetAt(0);
      for (Row row : page) {
        if (row.getCell(5) != null && row.getCell(5).toString().equals("R08") && row.getCell(4).toString().contains("111")) {
          row.getCell(6).setCellValue("✓");
        }
      }
      try (java.io.OutputStream out = Files.newOutputStream(folder.resolve("b.xlsx"))) {
        book.write(out);
      }
    }
    Answered after = Answered.walk(folder.resolve("b.xlsx"), "DS hoi vien 6 thang cuoi nam 2025.csv.phan-hoi.xlsx", "xa-dai-dong-17713", LocalDate.of(2025, 12, 18));
    assertThat(before.findings().stream().filter(line -> line.startsWith("AGE_IMPLAUSIBLE"))).hasSize(2);
    assertThat(after.findings().stream().filter(line -> line.startsWith("AGE_IMPLAUSIBLE"))).singleElement().asString().contains("D3");
  }

  /** As another program sees it: every cell of the sender holds what it held, and looks as it looked but for the fill of marked ones. */
  @TestFactory
  Stream<DynamicTest> theSendersOwnCellsAreUntouched() {
    return SampleAnswers.files().values().stream().filter(sample -> sample.file().matches(".*\\.xls[xm]")).map(sample -> DynamicTest.dynamicTest(sample.file(), () -> {
      Answered answered = walked(sample);
      if (readable(answered)) {
        compare(SampleAnswers.FOLDER.resolve(sample.file()), answered.marked(Files.createDirectories(folder.resolve(sample.file()))), answered);
      }
    }));
  }

  private static void compare(Path original, Path answer, Answered answered) throws IOException {
    try (XSSFWorkbook before = new XSSFWorkbook(Files.newInputStream(original));
        XSSFWorkbook after = new XSSFWorkbook(Files.newInputStream(answer))) {
      assertThat(after.getSheetAt(0).getSheetName()).isEqualTo("Phản hồi");
      assertThat(after.getNumberOfSheets()).isEqualTo(before.getNumberOfSheets() + 1);
      int notes = 0;
      for (int i = 0; i < before.getNumberOfSheets(); i++) {
        XSSFSheet was = before.getSheetAt(i);
        XSSFSheet is = after.getSheetAt(i + 1);
        assertThat(is.getSheetName()).isEqualTo(was.getSheetName());
        assertThat(after.isSheetHidden(i + 1)).isEqualTo(before.isSheetHidden(i));
        assertThat(is.getMergedRegions()).isEqualTo(was.getMergedRegions());
        assertThat(is.getColumnWidth(1)).isEqualTo(was.getColumnWidth(1));
        assertThat(cells(is, false)).isEqualTo(cells(was, false));
        assertThat(cells(is, true)).isEqualTo(cells(was, true));
        notes += is.getCellComments().size();
      }
      assertThat(notes > 0).isEqualTo(answered.answer().notes().told().stream().anyMatch(note -> !note.sheet().isEmpty()));
    }
  }

  private static Map<String, String> cells(XSSFSheet sheet, boolean looks) {
    Map<String, String> cells = new HashMap<>();
    for (Row row : sheet) {
      for (Cell each : row) {
        XSSFCell cell = (XSSFCell) each;
        boolean empty = cell.getCellType() == CellType.BLANK;
        if (!empty) {
          cells.put(cell.getReference(), looks ? look(cell.getCellStyle()) : content(cell));
        }
      }
    }
    return cells;
  }

  private static String content(XSSFCell cell) {
    return cell.getCellType() == CellType.FORMULA ? "=" + cell.getCellFormula() + " " + cell.getRawValue() : cell.getCellType() + " " + cell;
  }

  private static String look(XSSFCellStyle style) {
    List<String> look = new ArrayList<>();
    look.add(style.getDataFormatString());
    look.add(style.getFont().getFontName() + style.getFont().getFontHeight() + style.getFont().getBold());
    look.add(style.getAlignment() + " " + style.getBorderBottom() + " " + style.getWrapText());
    return String.join("|", look);
  }
}
