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
      case "changing" -> vietnamese ? "đang được ghi hoặc đang mở; lần nạp sau sẽ lấy" : "is being written or open: the next load takes it";
      case "unreadable" -> vietnamese ? "không có quyền đọc; hãy cấp quyền đọc cho tệp" : "may not be read: grant the right to read it";
      case "special" ->
          vietnamese ? "là liên kết hoặc thiết bị; hãy chép chính tệp vào thư mục" : "is a link or a device: put the file itself into the folder";
      case "unanswered" ->
          vietnamese ? "đã nạp, chưa ghi được phản hồi; hãy kiểm tra thư mục outbox" : "loaded, but the answer cannot be written: look at the outbox folder";
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
