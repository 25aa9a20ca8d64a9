package vn.ishc.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Opens a zip as the workbook its parts say it is, or says what else it is. */
final class ZipKinds {
  private static final String OPEN_DOCUMENT = "application/vnd.oasis.opendocument.";
  private static final int MIME_TYPE_BYTES_MAX = 128;

  private ZipKinds() {}

  /** Opens; the parts belong to the workbook from then on. */
  static Workbook open(ZipParts zip, ReadLimits limits) throws IOException {
    if (zip.has("[Content_Types].xml")) {
      return openOffice(OoxmlPackage.read(zip), limits);
    }
    if (zip.has("mimetype")) {
      return openDocument(zip, limits);
    }
    if (zip.has("META-INF/manifest.mf")) {
      throw Refusal.notAWorkbook("chương trình Java (jar)", "a Java program (jar)");
    }
    throw Refusal.notAWorkbook(
        "tệp nén ZIP; hãy giải nén rồi gửi từng tệp",
        "a ZIP archive; unpack it and send its files");
  }

  private static Workbook openDocument(ZipParts zip, ReadLimits limits) throws IOException {
    String type;
    try (InputStream in = zip.open("mimetype")) {
      type = new String(in.readNBytes(MIME_TYPE_BYTES_MAX), StandardCharsets.US_ASCII).strip();
    }
    if (type.startsWith(OPEN_DOCUMENT + "spreadsheet")) {
      return OdsWorkbook.open(zip, limits);
    }
    if (type.startsWith(OPEN_DOCUMENT + "text")) {
      throw Refusal.notAWorkbook("tài liệu văn bản OpenDocument", "an OpenDocument text");
    }
    if (type.startsWith(OPEN_DOCUMENT + "presentation")) {
      throw Refusal.notAWorkbook("bài trình chiếu OpenDocument", "an OpenDocument presentation");
    }
    throw Refusal.notAWorkbook("tệp " + kindOf(type), "a file of type " + kindOf(type));
  }

  /** A type as far as it consists of harmless characters. */
  private static String kindOf(String type) {
    return type.replaceAll("[^A-Za-z0-9./+-]", "");
  }

  private static Workbook openOffice(OoxmlPackage parts, ReadLimits limits) throws IOException {
    String main = parts.mainPart();
    String type = parts.contentTypeOf(main);
    if (type.contains("spreadsheetml")) {
      return XlsxWorkbook.open(parts, main, FileFormat.XLSX, limits);
    }
    if (type.contains("ms-excel.sheet.binary")) {
      return XlsbWorkbook.open(parts, main, limits);
    }
    if (type.contains("ms-excel")) {
      return XlsxWorkbook.open(parts, main, FileFormat.XLSM, limits);
    }
    if (type.contains("wordprocessingml") || type.contains("ms-word")) {
      throw Refusal.notAWorkbook("tài liệu Word", "a Word document");
    }
    if (type.contains("presentationml") || type.contains("ms-powerpoint")) {
      throw Refusal.notAWorkbook("bài trình chiếu PowerPoint", "a PowerPoint presentation");
    }
    if (type.contains("visio")) {
      throw Refusal.notAWorkbook("bản vẽ Visio", "a Visio drawing");
    }
    throw type.isEmpty()
        ? Refusal.damaged()
        : Refusal.notAWorkbook("tệp Office khác", "another kind of Office file");
  }
}
