package vn.ishc.recognise;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import vn.ishc.clean.Ticks;
import vn.ishc.row.Cell;
import vn.ishc.row.RawRow;
import vn.ishc.sheet.RowCursor;
import vn.ishc.sheet.Sheet;
import vn.ishc.sheet.UnreadableFile;

/** The sheets that we put into an answer. When the answer comes back they are no data, and nothing is said about them. */
public final class AnswerSheets {
  /** Names of our sheets, in both languages; a copy in Excel adds a number. */
  public static final List<String> NAMES = List.of("Phản hồi", "Thay đổi", "Dòng bị từ chối", "Feedback", "Changes", "Refused rows");

  /** How the first line of each of our sheets begins, so that a sheet of the sender's own that is called so is read. */
  public static final List<String> TITLES = List.of("PHẢN HỒI VỀ TỆP SỐ LIỆU", "FEEDBACK ON A DATA FILE");

  /** Headings of the column in which a question is answered. */
  public static final List<String> CONFIRM = List.of("Xác nhận", "Confirm");

  /** How a question is known on the page: q where a file asks it, p where files met. */
  private static final Pattern TOKEN = Pattern.compile("[qp]-[0-9a-f]{32}");

  private static final Set<String> YES =
      Set.of("dung", "dung roi", "dung vay", "dung so lieu", "so lieu dung", "co dung", "chinh xac", "xac nhan", "xac nhan dung", "da kiem tra", "da kiem tra dung", "vang", "right", "correct", "confirmed");

  private static final int CONFIRMED_MAX = 20_000;

  private AnswerSheets() {}

  /** Whether it is one of ours. */
  public static boolean contain(Sheet sheet) throws UnreadableFile {
    String name = sheet.name().strip().toLowerCase(Locale.ROOT);
    if (NAMES.stream().noneMatch(own -> name.startsWith(own.toLowerCase(Locale.ROOT)))) {
      return false;
    }
    try (RowCursor rows = sheet.rows()) {
      RawRow first = rows.next();
      return first != null && TITLES.stream().anyMatch(title -> HeaderBlock.textOf(first.cell(0)).startsWith(title));
    }
  }

  /**
   * The questions of one of our sheets that its reader answered with yes: «đúng», «có», «x» and the like. Anything else, or nothing, is no answer.
   */
  public static Set<String> confirmed(Sheet sheet) throws UnreadableFile {
    Set<String> confirmed = new TreeSet<>();
    int column = -1;
    try (RowCursor rows = sheet.rows()) {
      for (RawRow row = rows.next(); row != null && confirmed.size() < CONFIRMED_MAX; row = rows.next()) {
        int heading = heading(row);
        column = heading >= 0 ? heading : column;
        if (heading < 0 && column >= 0 && Boolean.TRUE.equals(Ticks.read(row.cell(column), YES).value())) {
          token(row).ifPresent(confirmed::add);
        }
      }
    }
    return confirmed;
  }

  private static int heading(RawRow row) {
    for (int i = 0; i < row.cells().length; i++) {
      if (CONFIRM.contains(HeaderBlock.textOf(row.cells()[i]).strip())) {
        return i;
      }
    }
    return -1;
  }

  private static Optional<String> token(RawRow row) {
    for (Cell cell : row.cells()) {
      if (cell instanceof Cell.Text text && TOKEN.matcher(text.text().strip()).matches()) {
        return Optional.of(text.text().strip());
      }
    }
    return Optional.empty();
  }
}
