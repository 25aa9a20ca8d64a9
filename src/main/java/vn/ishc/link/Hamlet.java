package vn.ishc.link;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The hamlet in an address: {@code Xóm 5, xã Nghi Diên} is of {@code xóm 5}. */
public final class Hamlet {
  private static final Pattern NUMBER_ONLY = Pattern.compile("\\d{1,2}");
  private static final Pattern COMMUNE = Pattern.compile("^(?:xã|phường|thị trấn|huyện|tp|thành phố|thị xã|tỉnh) .*");

  private Hamlet() {}

  /** The comparable name of the hamlet; null when the address names none. */
  public static @Nullable String key(String address) {
    String first = ClubName.key(ClubName.parse(address.split("[,;–]", 2)[0]).display());
    if (first.isEmpty() || COMMUNE.matcher(first).matches()) {
      return null;
    }
    return NUMBER_ONLY.matcher(first).matches() ? "xóm " + first : first;
  }
}
