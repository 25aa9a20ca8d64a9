package vn.ishc.feedback;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Repairs an answer as its reader would: goes by the page «Phản hồi» and by the marked cells alone, and writes what the message gives as an example. It knows
 * nothing of contracts or codes beyond what the page says, so a message that does not tell enough leaves its cell as it was.
 */
final class Officer {
  private static final String REFUSED = "Không nhận";
  private static final String MESSAGE = "Thấy gì, sửa thế nào";
  private static final Pattern EXAMPLE = Pattern.compile("ví dụ ([^;]+?)(?: hoặc [^;]+|, [^;]+)?(?:;.*)?\\.$");
  private static final Pattern MISSING = Pattern.compile("^Thiếu ([^;]+);");
  private static final List<String> GIVEN = List.of("An", "Bình", "Cảnh", "Dũng", "Giang", "Hải", "Khánh", "Long", "Minh", "Nam", "Phúc", "Quang", "Sơn", "Tâm", "Vinh");

  /**
   * A line of the page's list.
   *
   * @param refused whether it keeps a row or the file out
   * @param sheet name of the sheet; empty for the file as a whole
   * @param place where its link leads; empty where nothing is marked
   * @param message what is found and what to do
   * @param code the code
   * @param asked the cell to be written into where the value is right; empty for what is no question
   */
  record Line(boolean refused, String sheet, Optional<CellReference> place, String message, String code, Optional<CellReference> asked) {}

  /**
   * What was done.
   *
   * @param repaired cells written
   * @param helpless lines that could not be acted upon, in words
   * @param done code and row, as people count it, of the lines that were acted upon
   */
  record Work(int repaired, List<String> helpless, List<String> done) {}

  private final DataFormatter shown = new DataFormatter();
  private int names;

  private Officer() {}

  /** The list of findings on the first page of an answer. */
  static List<Line> read(Path answer) throws IOException {
    try (InputStream in = Files.newInputStream(answer);
        XSSFWorkbook book = new XSSFWorkbook(in)) {
      return new Officer().lines(book.getSheetAt(0));
    }
  }

  /**
   * Repairs what keeps rows out and saves it elsewhere, under any name.
   *
   * @param doubtsToo whether to act upon doubts as well, and to answer every question with yes
   */
  static Work repair(Path answer, Path target, boolean doubtsToo) throws IOException {
    try (InputStream in = Files.newInputStream(answer);
        XSSFWorkbook book = new XSSFWorkbook(in)) {
      Work work = new Officer().repair(book, doubtsToo);
      Files.createDirectories(target.getParent());
      try (OutputStream out = Files.newOutputStream(target)) {
        book.write(out);
      }
      return work;
    }
  }

  private List<Line> lines(Sheet page) {
    Map<String, Integer> columns = new HashMap<>();
    List<Line> lines = new ArrayList<>();
    for (Row row : page) {
      List<String> texts = new ArrayList<>();
      for (int i = 0; i < row.getLastCellNum(); i++) {
        texts.add(shown.formatCellValue(row.getCell(i)));
      }
      if (texts.contains(MESSAGE)) {
        columns.clear();
        texts.forEach(text -> columns.put(text, texts.indexOf(text)));
      } else if (columns.isEmpty() || texts.size() <= columns.get("Mã") || texts.get(columns.get("Mã")).isEmpty()) {
        columns.clear();
      } else {
        lines.add(line(row, texts, columns));
      }
    }
    return lines;
  }

  private static Line line(Row row, List<String> texts, Map<String, Integer> columns) {
    Hyperlink link = row.getCell(columns.get("Ô")).getHyperlink();
    Optional<CellReference> place = Optional.ofNullable(link).map(Hyperlink::getAddress).map(CellReference::new);
    String sheet = place.map(CellReference::getSheetName).orElse(texts.get(columns.get("Trang tính")));
    Integer confirm = columns.get("Xác nhận");
    boolean question = confirm != null && texts.get(columns.get("Mức")).equals("Xin xác nhận");
    Optional<CellReference> asked = question ? Optional.of(new CellReference(row.getSheet().getSheetName(), row.getRowNum(), confirm, false, false)) : Optional.empty();
    return new Line(texts.get(columns.get("Mức")).equals(REFUSED), sheet, place, texts.get(columns.get(MESSAGE)), texts.get(columns.get("Mã")), asked);
  }

  private Work repair(XSSFWorkbook book, boolean doubtsToo) {
    List<String> done = new ArrayList<>();
    List<String> helpless = new ArrayList<>();
    for (Line line : lines(book.getSheetAt(0)).stream().filter(line -> doubtsToo || line.refused()).toList()) {
      Optional<Cell> cell = line.asked().or(line::place).map(place -> cell(book, place));
      if (cell.isPresent() && repair(cell.get(), line)) {
        done.add(line.code() + " " + line.place().map(place -> place.getRow() + 1).orElse(0));
      } else if (!line.code().equals("F11")) {
        helpless.add(line.code() + " " + line.message());
      }
    }
    return new Work(done.size(), helpless, done);
  }

  private static Cell cell(XSSFWorkbook book, CellReference place) {
    Sheet sheet = book.getSheet(place.getSheetName());
    Row row = Optional.ofNullable(sheet.getRow(place.getRow())).orElseGet(() -> sheet.createRow(place.getRow()));
    return row.getCell(place.getCol(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
  }

  private boolean repair(Cell cell, Line line) {
    if (line.asked().isPresent()) {
      type(cell, "đúng");
      return true;
    }
    if (line.message().contains("xóa một dòng")) {
      cell.getRow().forEach(Cell::setBlank);
      return true;
    }
    if (line.message().startsWith("Số âm")) {
      type(cell, shown.formatCellValue(cell).replaceAll("[-−–()]", "").strip());
      return true;
    }
    Matcher example = EXAMPLE.matcher(line.message());
    Matcher missing = MISSING.matcher(line.message());
    if (example.find()) {
      type(cell, example.group(1));
    } else if (missing.find()) {
      type(cell, known(missing.group(1)));
    } else {
      return false;
    }
    return true;
  }

  /** What somebody at the desk knows of a value that is missing, by what its column is called. */
  private String known(String column) {
    String name = column.toLowerCase(java.util.Locale.ROOT);
    if (name.contains("sinh")) {
      return "1950";
    }
    if (name.contains("ngày")) {
      return "05/03/2025";
    }
    if (name.contains("họ") || name.contains("tên")) {
      return "Nguyễn Văn " + GIVEN.get(names++ % GIVEN.size());
    }
    return "12";
  }

  /** As a spreadsheet takes what is typed: digits are a number unless the cell is text. */
  private static void type(Cell cell, String typed) {
    boolean text = "@".equals(cell.getCellStyle().getDataFormatString());
    // POI leaves the former words of a cell that holds them itself (t="inlineStr") beside the new ones; no office program does.
    cell.setBlank();
    if (!text && typed.matches("[1-9][0-9]{0,10}")) {
      cell.setCellValue(Double.parseDouble(typed));
    } else {
      cell.setCellValue(typed);
    }
  }
}
