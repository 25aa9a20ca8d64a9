package vn.ishc.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import vn.ishc.row.FindingCode;

/** Files that cannot be read, each in its own way. */
enum BrokenFiles {
  EMPTY("a file of 0 bytes", FindingCode.FILE_EMPTY, ".xlsx"),
  TRUNCATED(
      "a damaged .xlsx: the last third of the file is missing", FindingCode.FILE_DAMAGED, ".xlsx"),
  WORD("a Word document renamed to .xlsx", FindingCode.FILE_NOT_A_WORKBOOK, ".xlsx"),
  PDF("a PDF renamed to .xls", FindingCode.FILE_NOT_A_WORKBOOK, ".xls"),
  PASSWORD("a workbook under a password", FindingCode.FILE_PASSWORD, ".xlsx"),
  BOMB("a small file that unpacks to 24 MB: a zip bomb", FindingCode.FILE_BOMB, ".xlsx"),
  EMPTY_SHEETS("a workbook whose sheets are all empty", FindingCode.FILE_NO_TABLE, ".xlsx");

  private final String words;
  private final FindingCode code;
  private final String extension;

  BrokenFiles(String words, FindingCode code, String extension) {
    this.words = words;
    this.code = code;
    this.extension = extension;
  }

  String words() {
    return words;
  }

  FindingCode code() {
    return code;
  }

  String extension() {
    return extension;
  }

  /** The bytes, made from a sound workbook where there must be one. */
  byte[] from(byte[] sound) throws IOException {
    return switch (this) {
      case EMPTY -> new byte[0];
      case TRUNCATED -> Arrays.copyOf(sound, sound.length * 2 / 3);
      case WORD -> word();
      case PDF ->
          "%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"
              .getBytes(StandardCharsets.US_ASCII);
      case PASSWORD -> locked(sound);
      case BOMB -> bomb();
      case EMPTY_SHEETS -> emptySheets();
    };
  }

  private static byte[] word() throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(
        "[Content_Types].xml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/"
            + "content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override "
            + "PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>"
            + "</Types>");
    parts.put(
        "_rels/.rels",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/"
            + "relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
            + "Target=\"word/document.xml\"/></Relationships>");
    parts.put(
        "word/document.xml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/"
            + "wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>BÁO CÁO kết quả hoạt động câu lạc bộ</w:t></w:r></w:p></w:body></w:document>");
    return FixedZip.of(parts);
  }

  /**
   * Agile encryption with fixed salts, for the same bytes every time; the content is nobody's
   * secret.
   */
  private static byte[] locked(byte[] sound) throws IOException {
    try (POIFSFileSystem files = new POIFSFileSystem();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      EncryptionInfo info = new EncryptionInfo(EncryptionMode.agile);
      Encryptor encryptor = info.getEncryptor();
      byte[] salt = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
      byte[] key =
          Arrays.copyOf(
              "a key of a sample, thirty-two by".getBytes(StandardCharsets.US_ASCII),
              info.getHeader().getKeySize() / 8);
      byte[] integrity = Arrays.copyOf(key, info.getHeader().getHashAlgorithm().hashSize);
      encryptor.confirmPassword("lienthehe", key, salt, salt, salt, integrity);
      try (OutputStream data = encryptor.getDataStream(files)) {
        data.write(sound);
      }
      files.writeFilesystem(out);
      return out.toByteArray();
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  private static byte[] bomb() throws IOException {
    Map<String, String> parts = workbookParts();
    String row = "<row><c t=\"inlineStr\"><is><t>0</t></is></c></row>";
    parts.put(
        "xl/worksheets/sheet1.xml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/"
            + "spreadsheetml/2006/main\"><sheetData>"
            + row.repeat((24 << 20) / row.length())
            + "</sheetData></worksheet>");
    return FixedZip.of(parts);
  }

  private static Map<String, String> workbookParts() {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(
        "[Content_Types].xml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/"
            + "content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override "
            + "PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override "
            + "PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
            + "</Types>");
    parts.put(
        "_rels/.rels",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/"
            + "relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
            + "Target=\"xl/workbook.xml\"/></Relationships>");
    parts.put(
        "xl/workbook.xml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/"
            + "2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"Sheet1\" "
            + "sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
    parts.put(
        "xl/_rels/workbook.xml.rels",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/"
            + "package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
            + "worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
    return parts;
  }

  private static byte[] emptySheets() throws IOException {
    Draft draft = new Draft();
    draft.sheet("Sheet1");
    draft.sheet("Sheet2");
    return ExcelForm.newExcel(draft, false);
  }
}
