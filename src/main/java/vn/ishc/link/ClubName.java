package vn.ishc.link;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.ishc.clean.Spelling;

/**
 * The name of a club taken apart: {@code CLB liên thế hệ tự giúp nhau khối 12, phường Quỳnh Phương} is the club {@code khối 12} of the commune
 * {@code phường Quỳnh Phương}.
 *
 * @param display the name proper, as written, without the words for club and the commune
 * @param key the same made comparable: tones kept, abbreviations written out, numbers as digits
 * @param commune what is written of its commune
 * @param says whether the text says that it names a club ({@code CLB …})
 */
public record ClubName(String display, String key, Optional<String> commune, boolean says) {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
  private static final Pattern CLUB =
      Pattern.compile(
          "^\\s*(?:[IVX\\d]{1,4}\\s*[.)/-]\\s*)?(?:tên\\s+)?(?:(?:clb|c\\.?l\\.?b|câu lạc bộ|cau lac bo)\\s*:?\\s*)?"
              + "(?:(?:lth\\s*-?\\s*tgn|lthtgn|hthtgn|thtgn|l\\.?t\\.?h\\.?t\\.?g\\.?n|liên thế hệ(?:\\s*tự giúp nhau|\\s*tgn)?|lien the he(?: tu giup nhau)?|"
              + "tự giúp nhau|lth)(?![\\p{L}])\\s*[-–:]?\\s*)?",
          FLAGS);
  private static final Pattern SAYS = Pattern.compile("^\\s*(?:[IVX\\d]{1,4}\\s*[.)/-]\\s*)?(?:tên\\s+)?(clb|c\\.l\\.b|câu lạc bộ|cau lac bo)", FLAGS);
  private static final Pattern COMMUNE =
      Pattern.compile("[\\s,;(–-]+((?:xã|phường|thị trấn|xa|phuong|thi tran|tt|x|p)(?:\\.\\s*|\\s+)\\p{L}[^,;()]*?)\\s*(?:,\\s*(?:huyện|h\\.|tx|thị xã|tp|thành phố).*)?\\)?\\s*$", FLAGS);
  private static final Pattern AFTER_COMMA = Pattern.compile(",\\s*(\\p{Lu}[^,]*?)\\s*$");
  private static final Pattern HAMLET = Pattern.compile("^(x|xóm|k|khối|t|thôn|b|bản|tdp|tổ dân phố|khu|làng)\\b ?(?:số )?(.*)$", FLAGS);
  private static final Pattern DISPLAYED =
      Pattern.compile("^(x|xóm|k|khối|t|thôn|b|bản|tdp|tổ dân phố|khu|làng|khối phố)(?:\\.\\s*|\\s+)(\\S.*)$", FLAGS);
  private static final Map<String, String> LONG =
      Map.of("x", "xóm", "k", "khối", "t", "thôn", "b", "bản", "tdp", "tổ dân phố");
  private static final Map<String, String> NUMBERS =
      Map.ofEntries(
          Map.entry("một", "1"), Map.entry("hai", "2"), Map.entry("ba", "3"), Map.entry("bốn", "4"), Map.entry("tư", "4"),
          Map.entry("năm", "5"), Map.entry("sáu", "6"), Map.entry("bảy", "7"), Map.entry("tám", "8"), Map.entry("chín", "9"),
          Map.entry("mười", "10"), Map.entry("mười một", "11"), Map.entry("mười hai", "12"), Map.entry("nhất", "1"), Map.entry("nhì", "2"));

  /** Takes a name apart; the display is empty when nothing but the words for club is written. */
  public static ClubName parse(String written) {
    String text = written.strip();
    boolean says = SAYS.matcher(text).find();
    text = CLUB.matcher(text).replaceFirst("");
    Optional<String> commune = Optional.empty();
    Matcher matcher = COMMUNE.matcher(text);
    if (matcher.find() && matcher.start() > 0) {
      commune = Optional.of(matcher.group(1).strip());
      text = text.substring(0, matcher.start());
    } else {
      Matcher comma = AFTER_COMMA.matcher(text);
      if (comma.find() && comma.start() > 0) {
        commune = Optional.of(comma.group(1).strip());
        text = text.substring(0, comma.start());
      }
    }
    String display = text.strip().replaceAll("^[-–:,.\\s]+|[-–:,;\\s]+$", "").replaceAll("\\s+", " ");
    return new ClubName(displayed(display), key(display), commune, says);
  }

  /** The word for hamlet small and written out: {@code Khối 12}, {@code K.12} are {@code khối 12}. */
  private static String displayed(String name) {
    Matcher hamlet = DISPLAYED.matcher(name);
    if (!hamlet.matches()) {
      return name;
    }
    String word = hamlet.group(1).toLowerCase(Locale.ROOT);
    return LONG.getOrDefault(word, word) + " " + hamlet.group(2);
  }

  /** The comparable form of the name proper. */
  public static String key(String display) {
    String folded = Spelling.fold(display);
    Matcher hamlet = HAMLET.matcher(folded);
    if (!hamlet.matches()) {
      return folded;
    }
    String rest = hamlet.group(2).strip();
    if (rest.isEmpty()) {
      return folded;
    }
    String kind = LONG.getOrDefault(hamlet.group(1), hamlet.group(1));
    return kind + " " + NUMBERS.getOrDefault(rest, rest.replaceFirst("^0+(?=\\d)", ""));
  }
}
