package vn.ishc.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ishc.clean.Spelling;

/**
 * Where a person lives, as far as it can be held against another writing: {@code Số nhà 12, đường Lê Lợi, khối 5, phường Trường Vinh} is of {@code khối 5}, house
 * {@code 12|lê lợi}.
 *
 * @param hamlet the comparable name of the hamlet; null when the address names none
 * @param house number of the house and, behind a bar, its lane and street as far as told: the household; null without a number
 */
public record Address(@Nullable String hamlet, @Nullable String house) {
  private static final Pattern PARTS = Pattern.compile("[,;–]|\\s-\\s");
  private static final Pattern NUMBER_ONLY = Pattern.compile("\\d{1,2}");
  private static final Pattern COMMUNE = Pattern.compile("^(?:xã|phường|thị trấn|huyện|tp|thành phố|thị xã|tỉnh) .*");
  private static final Pattern HAMLET = Pattern.compile("^(?:xóm|khối|thôn|bản|tổ|tdp|khu|làng|x|k|t|b)(?!\\p{L}).*");
  private static final Pattern NUMBER = Pattern.compile("^(?:số nhà|nhà số|sn|số|nhà)\\s*(\\d{1,4}[a-zđ]?(?:[/.]\\d{1,4}[a-z]?)*)(?:\\s+(.+))?$");
  private static final Pattern BEFORE_STREET = Pattern.compile("^(\\d{1,4}[a-zđ]?(?:/\\d{1,4}[a-z]?)*)(?:\\s+((?:đường|phố|ngõ|ngách|hẻm|kiệt)\\s.+))?$");
  private static final Pattern STREET = Pattern.compile("^(?:đường|phố|ngõ|ngách|hẻm|kiệt)\\s.+");
  private static final Pattern STREET_WORD = Pattern.compile("(?<!\\p{L})(?:đường|phố)\\s+");

  /** So many digits are a telephone or a card that strayed into the address, no hamlet. */
  private static final int DIGITS_OF_A_NUMBER = 9;

  private static final Address UNKNOWN = new Address(null, null);

  /** Takes an address apart. */
  public static Address of(String address) {
    if (address.chars().filter(Character::isDigit).count() >= DIGITS_OF_A_NUMBER) {
      return UNKNOWN;
    }
    List<String> parts = PARTS.splitAsStream(address).map(String::strip).filter(part -> !part.isEmpty()).toList();
    String number = null;
    List<String> streets = new ArrayList<>();
    int at = 0;
    while (at < parts.size()) {
      String part = parts.get(at).toLowerCase(Locale.ROOT);
      Matcher house = NUMBER.matcher(part);
      Matcher bare = BEFORE_STREET.matcher(part);
      if (number == null && house.matches()) {
        number = house.group(1);
        street(streets, house.group(2));
      } else if (number == null && bare.matches() && (bare.group(2) != null || followed(parts, at))) {
        number = bare.group(1);
        street(streets, bare.group(2));
      } else if (STREET.matcher(part).matches()) {
        street(streets, part);
      } else {
        break;
      }
      at++;
    }
    String house = number == null ? null : number.replace('.', '/') + '|' + String.join(" ", streets);
    return new Address(at < parts.size() ? hamlet(parts.get(at)) : null, house);
  }

  /** Whether a street or hamlet follows, so that a number before it is that of a house. */
  private static boolean followed(List<String> parts, int at) {
    String next = at + 1 < parts.size() ? Spelling.fold(parts.get(at + 1)) : "";
    return STREET.matcher(next).matches() || HAMLET.matcher(next).matches();
  }

  private static void street(List<String> streets, @Nullable String written) {
    if (written != null) {
      streets.add(STREET_WORD.matcher(Spelling.fold(written)).replaceAll(""));
    }
  }

  private static @Nullable String hamlet(String part) {
    String key = ClubName.key(ClubName.parse(part).display());
    if (key.isEmpty() || COMMUNE.matcher(key).matches()) {
      return null;
    }
    return NUMBER_ONLY.matcher(key).matches() ? "xóm " + key : key;
  }

  /**
   * How two houses of one commune agree: a number alone says nothing where not even the hamlet is the same.
   *
   * @param a a house as {@link #house()} writes it, or empty
   */
  static Sameness sameHouse(String a, String b, Sameness hamlet) {
    if (a.isEmpty() || b.isEmpty()) {
      return Sameness.UNKNOWN;
    }
    int barA = a.indexOf('|');
    int barB = b.indexOf('|');
    String streetA = a.substring(barA + 1);
    String streetB = b.substring(barB + 1);
    boolean oneStreet = !streetA.isEmpty() && streetA.equals(streetB);
    boolean mayBeOneStreet = oneStreet || streetA.isEmpty() || streetB.isEmpty();
    if (!a.substring(0, barA).equals(b.substring(0, barB)) || !mayBeOneStreet) {
      return Sameness.DIFFERENT;
    }
    return oneStreet || hamlet == Sameness.SAME ? Sameness.SAME : Sameness.UNKNOWN;
  }
}
