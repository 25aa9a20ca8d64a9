package vn.ishc.sheet;

import java.io.IOException;
import vn.ishc.row.FindingCode;

/** A decided refusal on its way through code that may only throw {@link IOException}. */
final class Refusal extends IOException {
  private static final long serialVersionUID = 1L;

  private final UnreadableFile reason;

  Refusal(UnreadableFile reason) {
    super(reason.getMessage());
    this.reason = reason;
  }

  UnreadableFile reason() {
    return reason;
  }

  /** Broken in a way no reader can mend. */
  static Refusal damaged() {
    return new Refusal(new UnreadableFile(FindingCode.FILE_DAMAGED));
  }

  /** Locked by a password. */
  static Refusal password() {
    return new Refusal(new UnreadableFile(FindingCode.FILE_PASSWORD));
  }

  /** Small on disk, enormous once unpacked. */
  static Refusal bomb() {
    return new Refusal(new UnreadableFile(FindingCode.FILE_BOMB));
  }

  /**
   * Beyond a limit.
   *
   * @param max the limit
   * @param vietnamese what is counted, in Vietnamese
   * @param english the same in English
   */
  static Refusal tooLarge(long max, String vietnamese, String english) {
    return new Refusal(
        new UnreadableFile(
            FindingCode.FILE_TOO_LARGE,
            "quá " + max + " " + vietnamese,
            "more than " + max + " " + english));
  }

  /** Something else than a table of cells. */
  static Refusal notAWorkbook(String vietnamese, String english) {
    return new Refusal(new UnreadableFile(FindingCode.FILE_NOT_A_WORKBOOK, vietnamese, english));
  }
}
