package vn.ishc.clean;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The numbers on a person's identity cards.
 *
 * @param cccd 12 digits of the citizen card, which is also the số định danh; null when not written
 * @param cmnd 9 digits of the old card; null when not written
 */
public record NationalId(@Nullable String cccd, @Nullable String cmnd) {
  private static final int CENTURIES = 100;

  /** Refuses a person without any number. */
  public NationalId {
    if (cccd == null && cmnd == null) {
      throw new IllegalArgumentException("an identity needs at least one number");
    }
  }

  /** The number to show: the citizen card's, else the old card's. */
  public String number() {
    String old = cmnd == null ? "" : cmnd;
    return cccd == null ? old : cccd;
  }

  /** The sex by the fourth digit of a 12-digit number (even: male), by TT 59/2021/TT-BCA art. 4. */
  public static Sex sexOf(String cccd) {
    return (cccd.charAt(3) - '0') % 2 == 0 ? Sex.MALE : Sex.FEMALE;
  }

  /**
   * The year of birth by the digits 4 to 6 of a 12-digit number: 0 and 1 are 19xx, 2 and 3 are
   * 20xx.
   */
  public static int birthYearOf(String cccd) {
    return 1900 + (cccd.charAt(3) - '0') / 2 * CENTURIES + Integer.parseInt(cccd.substring(4, 6));
  }

  /** The year of birth by the citizen card; empty without one. */
  public OptionalInt birthYear() {
    return cccd == null ? OptionalInt.empty() : OptionalInt.of(birthYearOf(cccd));
  }
}
