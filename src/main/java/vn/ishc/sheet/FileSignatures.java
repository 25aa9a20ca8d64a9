package vn.ishc.sheet;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Things that are sent in place of workbooks, told by their first bytes. */
final class FileSignatures {
  /** Bytes that are enough to tell. */
  static final int HEAD_BYTES = 4096;

  /** A kind of file: its first bytes in hexadecimal, its name in both languages. */
  private record Kind(byte[] start, boolean binary, String vietnamese, String english) {}

  private static final List<Kind> KINDS =
      List.of(
          kind("255044462D", false, "tài liệu PDF", "a PDF document"),
          kind("7B5C727466", false, "tài liệu RTF (Word)", "an RTF document (Word)"),
          kind("FFD8FF", false, "ảnh JPEG", "a JPEG picture"),
          kind("89504E470D0A1A0A", false, "ảnh PNG", "a PNG picture"),
          kind("47494638", true, "ảnh GIF", "a GIF picture"),
          kind("49492A00", true, "ảnh TIFF", "a TIFF picture"),
          kind("4D4D002A", true, "ảnh TIFF", "a TIFF picture"),
          kind("424D", true, "ảnh BMP", "a BMP picture"),
          kind("52494646", true, "tệp ảnh, âm thanh hoặc phim", "a picture, sound or film"),
          kind("526172211A07", false, "tệp nén RAR", "a RAR archive"),
          kind("377ABCAF271C", false, "tệp nén 7z", "a 7z archive"),
          kind("1F8B08", false, "tệp nén gzip", "a gzip archive"),
          kind("4D5A", true, "chương trình máy tính (exe)", "a program (exe)"),
          kind("7F454C46", true, "chương trình máy tính", "a program"),
          kind("53514C69746520666F726D6174", true, "cơ sở dữ liệu SQLite", "an SQLite database"),
          kind("000100005374616E64617264", true, "cơ sở dữ liệu Access", "an Access database"),
          kind(
              "4D494D452D56657273696F6E3A",
              false,
              "trang web lưu thành một tệp (MHT)",
              "a saved web page (MHT)"));

  private FileSignatures() {}

  private static Kind kind(String hex, boolean binary, String vietnamese, String english) {
    return new Kind(HexFormat.of().parseHex(hex), binary, vietnamese, english);
  }

  static boolean isZip(byte[] head) {
    return starts(head, "504B0304") || starts(head, "504B0506") || starts(head, "504B0708");
  }

  static boolean isCompound(byte[] head) {
    return starts(head, "D0CF11E0A1B11AE1");
  }

  private static boolean starts(byte[] head, String hex) {
    return starts(head, HexFormat.of().parseHex(hex));
  }

  private static boolean starts(byte[] head, byte[] start) {
    if (head.length < start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if (head[i] != start[i]) {
        return false;
      }
    }
    return true;
  }

  /** The refusal for a file that is surely no table; null when it may be text. */
  static @Nullable Refusal refusalFor(byte[] head) {
    for (Kind kind : KINDS) {
      if (starts(head, kind.start()) && (!kind.binary() || hasZero(head))) {
        return Refusal.notAWorkbook(kind.vietnamese(), kind.english());
      }
    }
    if (starts(head, "090002000600")
        || starts(head, "090204000600")
        || starts(head, "0902060000")
        || starts(head, "0904060000")) {
      return XlsGlobals.oldExcel();
    }
    return markup(words(head));
  }

  private static boolean hasZero(byte[] head) {
    for (byte value : head) {
      if (value == 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * The start as lower-case ASCII letters, whatever the encoding: marks and zero bytes are left
   * out.
   */
  private static String words(byte[] head) {
    StringBuilder words = new StringBuilder(head.length);
    for (char c : new String(head, StandardCharsets.ISO_8859_1).toCharArray()) {
      if (c > 0 && c < 0x80) {
        words.append(c);
      }
    }
    return words.toString().strip().toLowerCase(Locale.ROOT);
  }

  private static @Nullable Refusal markup(String words) {
    if (!words.startsWith("<")) {
      return null;
    }
    if (words.contains("urn:schemas-microsoft-com:office:spreadsheet")
        || words.contains("progid=\"excel.sheet\"")) {
      return Refusal.notAWorkbook(
          "bảng tính XML 2003; hãy mở bằng Excel rồi lưu lại thành .xlsx",
          "an XML spreadsheet of 2003; open it in Excel and save it as .xlsx");
    }
    if (words.contains("<html")
        || words.contains("<table")
        || words.contains("<!doctype html")
        || words.contains("<meta")) {
      return Refusal.notAWorkbook(
          "trang web HTML; hãy mở bằng Excel rồi lưu lại thành .xlsx",
          "a web page (HTML); open it in Excel and save it as .xlsx");
    }
    return words.startsWith("<?xml") ? Refusal.notAWorkbook("tệp XML", "an XML file") : null;
  }
}
