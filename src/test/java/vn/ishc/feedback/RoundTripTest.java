package vn.ishc.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import vn.ishc.walk.SampleAnswers;

/** Every sample is answered, and its answer dropped back. */
class RoundTripTest {
  @TempDir Path folder;

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
