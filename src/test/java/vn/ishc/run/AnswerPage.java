package vn.ishc.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The pages of an answer, read by another program than the one that wrote them. */
final class AnswerPage {
  private AnswerPage() {}

  /** Every row of the first page as a line. */
  static List<String> lines(Path answer) throws IOException {
    return lines(answer, 0);
  }

  static List<String> lines(Path answer, int page) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook(answer.toFile().getPath())) {
      return lines(book.getSheetAt(page));
    }
  }

  static List<String> lines(Sheet sheet) {
    List<String> lines = new ArrayList<>();
    DataFormatter shown = new DataFormatter();
    for (Row row : sheet) {
      lines.add(StreamSupport.stream(row.spliterator(), false).map(shown::formatCellValue).collect(Collectors.joining(" | ")));
    }
    return lines;
  }
}
