package vn.ishc.place;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.ishc.clean.Spelling;

/**
 * The name of a place taken apart.
 *
 * @param type {@code xa}, {@code phuong}, {@code thi tran}, folded without tones; empty when not written
 * @param name what is left
 * @param key the name folded, tones kept
 * @param toneless the name folded, without tones
 * @param district what is said of its district
 */
record PlaceText(Optional<String> type, String name, String key, String toneless, Optional<String> district) {
  static final List<String> DISTRICT_TYPES = List.of("huyen", "h", "thi xa", "tx", "t x", "thanh pho", "tp", "t p");
  private static final Pattern TYPE = Pattern.compile("^(xã|phường|thị trấn|ttr?|x|p|xa|phuong|thi tran)\\b ?", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern DISTRICT =
      Pattern.compile("(?i)[,;(\\-–]?\\s*\\b((huyện|thị xã|thành phố|tx|tp|h)\\.?\\s.*)$", Pattern.UNICODE_CHARACTER_CLASS);

  static PlaceText of(String written) {
    String text = written.strip();
    Optional<String> district = Optional.empty();
    Matcher matcher = DISTRICT.matcher(text);
    if (matcher.find() && matcher.start() > 0) {
      district = Optional.of(matcher.group(1));
      text = text.substring(0, matcher.start());
    }
    int bracket = text.indexOf('(');
    String folded = Spelling.fold(bracket > 0 ? text.substring(0, bracket) : text);
    Matcher type = TYPE.matcher(folded);
    Optional<String> kind = Optional.empty();
    String key = folded;
    if (type.find() && type.end() < folded.length()) {
      kind = Optional.of(longType(type.group(1)));
      key = folded.substring(type.end());
    }
    return new PlaceText(kind, key, key, Spelling.toneless(key), district);
  }

  private static String longType(String type) {
    return switch (type) {
      case "xã", "x", "xa" -> "xa";
      case "phường", "p", "phuong" -> "phuong";
      default -> "thi tran";
    };
  }

  /** Whether it carries any diacritic; without, every match is a loose one. */
  boolean hasTones() {
    return !key.equals(toneless);
  }

  /** A folded name without the given words in front. */
  static String withoutType(String folded, List<String> types) {
    for (String type : types) {
      if (folded.startsWith(type + " ")) {
        return folded.substring(type.length() + 1);
      }
    }
    return folded;
  }
}
