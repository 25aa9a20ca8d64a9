package vn.ishc.clean;

/**
 * A text as it was meant, and what had to be done for it.
 *
 * @param text in NFC, single spaces, trimmed; the same instance as given when nothing was to do
 * @param kind the gravest thing done
 */
public record Repair(String text, Kind kind) {
  /** What was done to a text, from nothing to most. */
  public enum Kind {
    NONE,
    /** White space collapsed, trimmed, or invisible signs dropped. */
    SPACES,
    /** Letters and marks composed (NFD to NFC). */
    NFC,
    /** Signs of other alphabets replaced: Ð for Đ. */
    LOOKALIKE,
    /** Decoded from windows-1258. */
    WINDOWS_1258,
    /** Decoded from TCVN3 (.VnTime). */
    TCVN3,
    /** Decoded from VNI-Windows. */
    VNI,
    /** UTF-8 that had been read as something else. */
    MOJIBAKE
  }

  /**
   * True when letters changed, not only white space or their composition: worth telling the sender.
   */
  public boolean isDecoded() {
    return kind.compareTo(Kind.LOOKALIKE) >= 0;
  }
}
