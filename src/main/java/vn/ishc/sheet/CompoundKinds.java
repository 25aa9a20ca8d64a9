package vn.ishc.sheet;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.poi.poifs.filesystem.DirectoryNode;

/** What a compound file without a workbook stream is. */
final class CompoundKinds {
  private CompoundKinds() {}

  /** The refusal to tell the sender. */
  static Refusal refusalFor(DirectoryNode root) {
    Set<String> names = new HashSet<>();
    root.getEntryNames().forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
    if (names.contains("encryptioninfo") || names.contains("encryptedpackage")) {
      return Refusal.password();
    }
    if (names.contains("book")) {
      return XlsGlobals.oldExcel();
    }
    if (names.contains("worddocument")) {
      return Refusal.notAWorkbook("tài liệu Word", "a Word document");
    }
    if (names.contains("powerpoint document")) {
      return Refusal.notAWorkbook("bài trình chiếu PowerPoint", "a PowerPoint presentation");
    }
    if (names.contains("__properties_version1.0")) {
      return Refusal.notAWorkbook("thư Outlook", "an Outlook message");
    }
    return Refusal.notAWorkbook(
        "tệp Office cũ không có bảng tính", "an old Office file without a workbook");
  }
}
