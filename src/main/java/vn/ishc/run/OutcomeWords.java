package vn.ishc.run;

/** The fate of a file in words. */
public final class OutcomeWords {
  private OutcomeWords() {}

  /** The state as people call it. */
  public static String state(String state, boolean vietnamese) {
    return switch (state) {
      case "loaded" -> vietnamese ? "đã nạp" : "loaded";
      case "loaded_with_findings" -> vietnamese ? "đã nạp, có lưu ý" : "loaded with findings";
      case "refused" -> vietnamese ? "không nhận" : "refused";
      case "duplicate" -> vietnamese ? "trùng tệp đã có" : "duplicate";
      case "superseded" -> vietnamese ? "đã có bản thay thế" : "superseded";
      case "reverted" -> vietnamese ? "đã rút lại" : "taken back";
      case "known" -> vietnamese ? "đã nạp từ trước" : "loaded before";
      case "staged" -> vietnamese ? "đang chờ nạp" : "staged";
      default -> vietnamese ? "lỗi hệ thống, sẽ thử lại" : "failed, will be tried again";
    };
  }

  /** One sentence with the counts. */
  public static String line(FileOutcome outcome, boolean vietnamese) {
    String counts =
        vietnamese
            ? "%d dòng đọc = %d nhận + %d từ chối + %d không phải số liệu".formatted(outcome.rowsRead(), outcome.accepted(), outcome.refused(), outcome.notData())
            : "%d rows read = %d accepted + %d refused + %d not data".formatted(outcome.rowsRead(), outcome.accepted(), outcome.refused(), outcome.notData());
    String what = outcome.feed().isEmpty() ? "" : " · " + outcome.feed() + (outcome.period().isEmpty() ? "" : " " + outcome.period());
    return state(outcome.state(), vietnamese) + what + " · " + counts;
  }
}
