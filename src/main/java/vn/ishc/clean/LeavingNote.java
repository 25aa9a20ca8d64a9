package vn.ishc.clean;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ishc.row.PartialDate;
import vn.ishc.row.Period;

/**
 * Finds in a remark that the member has left: died, moved away, left the club. Speaks only when the
 * words are about the member and about leaving: {@code mất CCCD}, {@code chồng đã mất}, {@code
 * chuyển từ xã khác đến} say nothing.
 */
public final class LeavingNote {
  /** Why a member is gone. */
  public enum Reason {
    DIED("died"),
    MOVED("moved"),
    LEFT("left");

    private final String code;

    Reason(String code) {
      this.code = code;
    }

    /** The member of the code list {@code leave-reason}. */
    public String code() {
      return code;
    }
  }

  /**
   * A leaving.
   *
   * @param reason why
   * @param on when, as far as it is written; null when it is not
   */
  public record Leaving(Reason reason, @Nullable PartialDate on) {}

  private static final int LENGTH_MAX = 500;
  private static final Map<String, Set<String>> MEANT =
      Map.ofEntries(
          Map.entry("mat", Set.of("mất")),
          Map.entry("chet", Set.of("chết")),
          Map.entry("chuyen", Set.of("chuyển")),
          Map.entry("chong", Set.of("chồng")),
          Map.entry("vo", Set.of("vợ")),
          Map.entry("bo", Set.of("bố", "bò")),
          Map.entry("me", Set.of("mẹ")),
          Map.entry("con", Set.of("con")),
          Map.entry("cha", Set.of("cha")),
          Map.entry("chau", Set.of("cháu")),
          Map.entry("dau", Set.of("dâu")),
          Map.entry("re", Set.of("rể")),
          Map.entry("trau", Set.of("trâu")),
          Map.entry("lon", Set.of("lợn")),
          Map.entry("ga", Set.of("gà")),
          Map.entry("vit", Set.of("vịt")),
          Map.entry("de", Set.of("dê")),
          Map.entry("ca", Set.of("cá")),
          Map.entry("cay", Set.of("cây")),
          Map.entry("so", Set.of("sổ", "số")));

  /** A note without any of these says nothing of a leaving; most notes have none. */
  private static final List<String> STEMS =
      List.of(
          "mat",
          "chet",
          "qua doi",
          "tu tran",
          "ta the",
          "khuat",
          "chuyen",
          "di khoi",
          "di noi",
          "cat khau",
          "vao nam",
          "theo con",
          "doi cho",
          "xin ",
          "ra khoi",
          "da ra",
          "rut ",
          "sinh hoat",
          "tham gia",
          "da nghi",
          "thanh vien",
          "khai tru",
          "ten",
          "dua ra",
          "cho ra",
          "ra clb",
          "da thoi");

  private static final String B = "(?<![a-z])";
  private static final String E = "(?![a-z])";
  private static final String OTHERS =
      B
          + "(?:chong|vo|bo|me|cha|con|con trai|con gai|anh trai|em|chau|bo me|nguoi than|than nhan|dau|re|"
          + "vo chong|trau|bo cai|lon|ga|vit|de|ca|cay|giong)"
          + E;
  private static final Pattern ABOUT_OTHERS =
      Pattern.compile(
          OTHERS
              + "(?: [a-z]+){0,3}? (?:da |moi |vua |bi |cung )?(?:mat|chet|qua doi|tu tran|chuyen)"
              + E);
  private static final Pattern DENIED =
      Pattern.compile(
          B
              + "(?:chua|khong|ko|k|dinh|se|muon|xin chua|du kien) (?:bi |da )?(?:mat|chet|chuyen|xin ra)"
              + E);
  private static final Pattern LOST =
      Pattern.compile(
          B
              + "mat "
              + "(?:so|cccd|cmnd|cmt|can cuoc|the|giay|xe|tien|suc|viec|dien thoai|ho so|trom|mua|ngu|nuoc|"
              + "tay|chan|kha nang|tri nho|lien lac|tich|dat|nha|von|sim|bhyt|bao hiem|quyen|chuc|1|2|mot|"
              + "hai) ?(?![0-9/])");
  private static final Pattern DIED =
      Pattern.compile(
          B
              + "(?:da mat|da chet|da qua doi|da tu tran|moi mat|vua mat|bi chet|qua doi|tu tran|ta the|da "
              + "khuat|mat roi|mat (?=ngay|thang|nam|t ?\\d|\\d|vao|do|vi|luc|hoi|cuoi|dau|trong|tu)|chet|"
              + "mat(?= ?[.,;:()\\-]| ?$))"
              + "(?:"
              + E
              + "|(?<= ))");
  private static final Pattern MOVED =
      Pattern.compile(
          B
              + "(?:chuyen (?:di|ra|khau|ho khau|noi|cho o|vung|cu tru|dia ban|sinh hoat|khoi|vao|sang xa|"
              + "sang huyen|len|ve que|ve o|den noi khac|ve noi khac)|da chuyen(?= ?[0-9.,;()]| ?$| thang| ngay| nam)"
              + "|chuyen(?= ?$)|di khoi|di noi khac|cat khau|da vao nam|vao nam song|theo con (?:vao|ra|di|"
              + "len|ve)|doi cho o)"
              + E);
  private static final Pattern ARRIVED =
      Pattern.compile(
          B
              + "(?:moi chuyen (?:den|ve|sang|vao clb)|chuyen (?:den|ve|vao) (?:clb|cau lac bo|tu)|chuyen tu|"
              + "chuyen (?:khoan|tien|doi|ho ngheo|sang can|sang ho|loai|von|muc))"
              + E);
  private static final Pattern LEFT =
      Pattern.compile(
          B
              + "(?:xin ra|xin rut|xin thoi|xin nghi(?! om| phep| che do)|ra khoi|da ra|rut khoi|rut ten|rut "
              + "lui|thoi sinh hoat|thoi tham gia|nghi sinh hoat|boz? sinh hoat|ngung sinh hoat|ngung tham gia|"
              + "nghi tham gia|da nghi(?! huu)|khong tham gia nua|khong con tham gia|khong sinh hoat nua|"
              + "khong con sinh hoat|khong con la thanh vien|khai tru|xoa ten|gach ten|dua ra|cho ra|ra clb|da thoi)"
              + E);
  private static final Pattern NOT_LEFT =
      Pattern.compile(
          B + "(?:ra vien|xin ra vien|khoi benh|ra khoi (?:ho|danh sach ho|dien)|thoat)" + E);

  private LeavingNote() {}

  /**
   * The leaving a remark tells, if any.
   *
   * @param note text of a remark column
   * @param period of the file, completes dates without a year; null when unknown
   */
  public static Optional<Leaving> read(String note, @Nullable Period period) {
    if (note.length() < 3 || note.length() > LENGTH_MAX) {
      return Optional.empty();
    }
    String told = told(note);
    if (STEMS.stream().noneMatch(told::contains)) {
      return Optional.empty();
    }
    for (String clause : told.split("[;\\n]|\\. |, (?=[a-z])")) {
      Reason reason = reason(clause.strip());
      if (reason != null) {
        return Optional.of(new Leaving(reason, date(clause, period)));
      }
    }
    return Optional.empty();
  }

  /**
   * The note without marks; a word that merely looks like one of ours then (mắt, chuyện) gets a z,
   * in a note that has marks.
   */
  private static String told(String note) {
    boolean marked = note.chars().anyMatch(c -> Letters.isMarked((char) c));
    StringBuilder out = new StringBuilder(note.length() + 8);
    int i = 0;
    while (i < note.length()) {
      int end = i;
      while (end < note.length() && Character.isLetter(note.charAt(end))) {
        end++;
      }
      if (end == i) {
        char c = note.charAt(i++);
        boolean space = c != '\n' && (Character.isWhitespace(c) || Character.isSpaceChar(c));
        out.append(space ? ' ' : c);
        continue;
      }
      String word = note.substring(i, end);
      String plain = CellText.loose(word);
      out.append(plain).append(marked && isOther(word, plain) ? "z" : "");
      i = end;
    }
    return out.toString().replace("  ", " ");
  }

  private static boolean isOther(String word, String plain) {
    Set<String> meant = MEANT.get(plain);
    return meant != null
        && !word.equals(plain)
        && !meant.contains(Spelling.fold(word))
        && !Letters.isAsciiWord(word);
  }

  private static @Nullable Reason reason(String clause) {
    Reason reason =
        told(clause, DIED, LOST)
            ? Reason.DIED
            : told(clause, MOVED, ARRIVED)
                ? Reason.MOVED
                : told(clause, LEFT, NOT_LEFT) ? Reason.LEFT : null;
    boolean other =
        reason != null && (ABOUT_OTHERS.matcher(clause).find() || DENIED.matcher(clause).find());
    return other ? null : reason;
  }

  private static boolean told(String clause, Pattern words, Pattern unless) {
    return words.matcher(clause).find() && !unless.matcher(clause).find();
  }

  private static final Pattern MONTH_ALONE = Pattern.compile("(?:thang |t)(\\d{1,2})(?![\\d/.])");

  private static @Nullable PartialDate date(String clause, @Nullable Period period) {
    Dates.Hint hint = period == null ? Dates.Hint.NONE : Dates.Hint.of(period);
    PartialDate found = DateSigns.find(clause, new DateText.Context(hint, false));
    return found != null || period == null ? found : monthAlone(clause, period);
  }

  /**
   * A month without a year in a file of a known half-year: the last such month up to the end of it.
   */
  private static @Nullable PartialDate monthAlone(String clause, Period period) {
    Matcher matcher = MONTH_ALONE.matcher(clause);
    int month = matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    if (month < 1 || month > 12) {
      return null;
    }
    LocalDate first = LocalDate.of(period.year(), month, 1);
    LocalDate last = first.isAfter(period.end()) ? first.minusYears(1) : first;
    return PartialDate.month(YearMonth.from(last));
  }
}
