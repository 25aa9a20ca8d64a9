package vn.ishc.recognise;

import java.util.List;
import java.util.Locale;
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
}
