package vn.ishc.sheet;

import java.util.List;
import vn.ishc.row.FindingCode;

/** The file, or the rest of it, cannot be read; carries the finding to tell the sender. Never carries cell text. */
public final class UnreadableFile extends Exception {
  private static final long serialVersionUID = 1L;

  private final FindingCode code;
  private final transient List<String> details;

  /**
   * @param code why
   * @param details words for the sentence of the code
   */
  public UnreadableFile(FindingCode code, String... details) {
    super(code.code() + " " + code, null, false, false);
    this.code = code;
    this.details = List.of(details);
  }

  /** Why. */
  public FindingCode code() {
    return code;
  }

  /** Words for the sentence of the code. */
  public List<String> details() {
    return details;
  }
}
