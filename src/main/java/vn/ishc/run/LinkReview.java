package vn.ishc.run;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.ishc.link.PairScorer;
import vn.ishc.row.Language;
import vn.ishc.warehouse.LinkQuestions;
import vn.ishc.warehouse.LinkQuestions.InDoubt;
import vn.ishc.warehouse.LinkQuestions.Shown;

/**
 * The form on which the provincial association says whether two writings are one person. It lies in the association's own outbox, for it shows names; filled in
 * and dropped into the inbox it is a file like others (feed {@code link-review}), so that decisions are archived and survive a rebuild.
 */
public final class LinkReview {
  /** The folder of the association: nobody else is asked. */
  public static final String STEWARD = "hoi-nct-tinh";

  private static final String NAME = "Phieu xac nhan nguoi trung.xlsx";
  private static final int PAIRS_MAX = 1_000;
  private static final int HEADER_ROW = 4;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
  private static final List<String> HEADINGS =
      List.of(
          "STT", "Họ tên A", "Sinh A", "Giới tính A", "Xã A", "Xóm A", "CLB A", "Nơi ghi A", "Họ tên B", "Sinh B", "Giới tính B", "Xã B", "Xóm B", "CLB B", "Nơi ghi B",
          "Điểm giống", "Điểm khác", "Khả năng", "Cùng một người? (có/không)", "Người xác nhận", "Ngày xác nhận", "Căn cứ", "Mã cách ghi A", "Mã cách ghi B");
  private static final int DECISION_COLUMN = HEADINGS.indexOf("Cùng một người? (có/không)");

  /**
   * One decision.
   *
   * @param left key of one writing
   * @param right key of the other
   * @param samePerson whether both are one person
   */
  public record Decided(long left, long right, boolean samePerson) {}

  private LinkReview() {}

  /**
   * Writes the form with the pairs in doubt into the association's outbox; takes a former form away when nothing is in doubt.
   *
   * @return how many pairs it holds
   */
  public static int write(Connection connection, Path home) throws SQLException, IOException {
    LinkQuestions questions = new LinkQuestions(connection);
    List<InDoubt> pairs = questions.inDoubt(PAIRS_MAX);
    Path target = home.resolve("outbox").resolve(STEWARD).resolve(NAME);
    if (pairs.isEmpty()) {
      Files.deleteIfExists(target);
      return 0;
    }
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      XSSFSheet sheet = form(workbook, questions.lastPeriod());
      int number = 0;
      for (InDoubt pair : pairs) {
        List<String> cells = new ArrayList<>();
        cells.add(Integer.toString(++number));
        show(cells, pair.left());
        show(cells, pair.right());
        cells.add(words(pair, true));
        cells.add(words(pair, false));
        cells.add(Math.round(100 * pair.probability()) + " %");
        cells.addAll(List.of("", "", "", "", code(pair.left().key()), code(pair.right().key())));
        row(sheet, HEADER_ROW + number, cells);
      }
      DataValidationHelper helper = sheet.getDataValidationHelper();
      CellRangeAddressList where = new CellRangeAddressList(HEADER_ROW + 1, HEADER_ROW + number, DECISION_COLUMN, DECISION_COLUMN);
      DataValidation choice = helper.createValidation(helper.createExplicitListConstraint(new String[] {"có", "không"}), where);
      choice.setShowErrorBox(true);
      sheet.addValidationData(choice);
      save(workbook, target);
    }
    return pairs.size();
  }

  /**
   * Puts decisions into the inbox as the form would bring them.
   *
   * @param on day of the decisions
   * @param by who decided
   * @param reason why
   * @return the file, waiting to be loaded
   */
  public static Path decide(Connection connection, Path home, List<Decided> decisions, LocalDate on, String by, String reason) throws SQLException, IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      XSSFSheet sheet = form(workbook, new LinkQuestions(connection).lastPeriod());
      int number = 0;
      for (Decided decided : decisions) {
        List<String> cells = new ArrayList<>(java.util.Collections.nCopies(DECISION_COLUMN, ""));
        cells.set(0, Integer.toString(++number));
        cells.addAll(List.of(decided.samePerson() ? "có" : "không", by, DAY.format(on), reason, code(decided.left()), code(decided.right())));
        row(sheet, HEADER_ROW + number, cells);
      }
      String name = "Xac nhan %s %s-%s.xlsx".formatted(on, code(decisions.getFirst().left()), code(decisions.getLast().right()));
      Path target = home.resolve("inbox").resolve(STEWARD).resolve(name);
      save(workbook, target);
      return target;
    }
  }

  private static XSSFSheet form(XSSFWorkbook workbook, String period) {
    XSSFSheet sheet = workbook.createSheet("Xác nhận");
    row(sheet, 0, List.of("PHIẾU XÁC NHẬN NGƯỜI TRÙNG"));
    String half = period.isEmpty() ? "" : "6 tháng %s năm %s".formatted(period.endsWith("1") ? "đầu" : "cuối", period.substring(0, 4));
    row(sheet, 1, List.of(half));
    row(sheet, 2, List.of("Ghi “có” hoặc “không” vào cột “Cùng một người?”, rồi chép tệp vào hộp thư đến. Dòng để trống vẫn tính là hai người."));
    row(sheet, HEADER_ROW, HEADINGS);
    for (int i = 0; i < HEADINGS.size(); i++) {
      sheet.setColumnWidth(i, 256 * (i == 0 ? 6 : 20));
    }
    sheet.createFreezePane(0, HEADER_ROW + 1);
    return sheet;
  }

  private static void show(List<String> cells, Shown shown) {
    String sex = shown.sex().isEmpty() ? "" : shown.sex().equals("female") ? "Nữ" : "Nam";
    cells.addAll(List.of(shown.name(), shown.birth(), sex, shown.commune(), shown.hamlet(), shown.club(), shown.where()));
  }

  private static String words(InDoubt pair, boolean agreeing) {
    List<String> words = new ArrayList<>();
    for (PairScorer.Contribution part : PairScorer.contributions(pair.score())) {
      if (part.weight() != 0 && part.weight() > 0 == agreeing) {
        words.add(LinkWords.of(part.what(), Language.VI));
      }
    }
    return String.join("; ", words);
  }

  /** A writing as the form calls it. */
  private static String code(long writing) {
    return "%015x".formatted(writing);
  }

  private static void row(XSSFSheet sheet, int number, List<String> cells) {
    XSSFRow row = sheet.createRow(number);
    for (int i = 0; i < cells.size(); i++) {
      if (!cells.get(i).isEmpty()) {
        row.createCell(i).setCellValue(cells.get(i));
      }
    }
  }

  private static void save(XSSFWorkbook workbook, Path target) throws IOException {
    Files.createDirectories(target.getParent());
    Path part = target.resolveSibling("." + target.getFileName() + ".part");
    try (OutputStream out = Files.newOutputStream(part)) {
      workbook.write(out);
    }
    Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
