package vn.ishc.link;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The hamlet in an address: {@code Xóm 5, xã Nghi Diên} is of {@code xóm 5}. */
public final class Hamlet {
  private static final Pattern NUMBER_ONLY = Pattern.compile("\\d{1,2}");
  private static final Pattern COMMUNE = Pattern.compile("^(?:xã|phường|thị trấn|huyện|tp|thành phố|thị xã|tỉnh) .*");

  /** So many digits are a telephone or a card that strayed into the address, no hamlet. */
  private static final int DIGITS_OF_A_NUMBER = 9;

  private Hamlet() {}

  /** The comparable name of the hamlet; null when the address names none. */
  public static @Nullable String key(String address) {
    if (address.chars().filter(Character::isDigit).count() >= DIGITS_OF_A_NUMBER) {
      return null;
    }
    String first = ClubName.key(ClubName.parse(address.split("[,;–]", 2)[0]).display());
    if (first.isEmpty() || COMMUNE.matcher(first).matches()) {
      return null;
    }
    return NUMBER_ONLY.matcher(first).matches() ? "xóm " + first : first;
  }
}
