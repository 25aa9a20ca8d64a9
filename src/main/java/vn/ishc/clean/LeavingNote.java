package vn.ishc.clean;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ishc.row.Cell;
import vn.ishc.row.PartialDate;

/**
 * What a remark says of a leaving: {@code đã mất 3/2024}, {@code chuyển đi}.
 *
 * @param reason {@code died}, {@code moved} or {@code left}
 * @param on when, as far as the remark says
 */
public record LeavingNote(String reason, @Nullable PartialDate on) {
  private static final String START = "(?:^|[;,.(] ?|hoi vien |thanh vien |tv |hv |ong |ba |cu )";
  private static final Pattern DIED =
      Pattern.compile(START + "(?:da |moi )?(?:mat|chet|qua doi|tu tran|chet gia|mat vi benh|mat do benh)(?! (?:so|cccd|cmnd|the|giay|tien|lien lac|sua|mua|suc|quyen|viec|dau|can cuoc))\\b(.*)");
  private static final Pattern MOVED =
      Pattern.compile(START + "(?:da |moi )?(?:chuyen di|chuyen (?:den|vao|ra|ve|sang|noi|khau|ho khau|cho o)|di noi khac|chuyen)\\b(?! (?:khoan|tien|the|doi|tu|can ngheo|nghiep|khau ve))(.*)");
  private static final Pattern LEFT =
      Pattern.compile(START + "(?:da |moi )?(?:xin ra|ra khoi|xin thoi|thoi sinh hoat|nghi sinh hoat|roi clb|ra clb|xin nghi|xin rut|khong tham gia nua|thoi tham gia)\\b(.*)");
  private static final Pattern DATE = Pattern.compile("\\d{1,2} ?/ ?\\d{1,2} ?/ ?\\d{4}|(?:thang )?\\d{1,2} ?/ ?\\d{4}|thang \\d{1,2} nam \\d{4}|nam \\d{4}|\\b(?:19|20)\\d{2}\\b");

  /** The leaving a remark tells, if any. */
  public static Optional<LeavingNote> read(String note) {
    String text = CellText.loose(note).strip();
    Matcher died = DIED.matcher(text);
    if (died.find()) {
      return Optional.of(new LeavingNote("died", date(died.group(1))));
    }
    Matcher left = LEFT.matcher(text);
    if (left.find()) {
      return Optional.of(new LeavingNote("left", date(left.group(1))));
    }
    Matcher moved = MOVED.matcher(text);
    return moved.find() ? Optional.of(new LeavingNote("moved", date(moved.group(1)))) : Optional.empty();
  }

  private static @Nullable PartialDate date(String rest) {
    Matcher date = DATE.matcher(rest);
    if (!date.find()) {
      return null;
    }
    return Dates.read(new Cell.Text(date.group(), null), Dates.Hint.NONE).value();
  }
}
