package vn.ishc.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import vn.ishc.row.FindingCode;

/** Opens files of tables. What a file is, its bytes say, never its name. */
public final class Workbooks {
  static {
    guard(ReadLimits.DEFAULT);
  }

  private Workbooks() {}

  /**
   * POI is used for what we write, and by others in this process; it shall be no easier to trick
   * than our own readers.
   */
  private static void guard(ReadLimits limits) {
    ZipSecureFile.setMinInflateRatio(1.0 / limits.inflateRatioMax());
    ZipSecureFile.setMaxEntrySize(limits.entryBytesMax());
    ZipSecureFile.setMaxFileCount(limits.entriesMax());
  }

  /**
   * Opens a file.
   *
   * @throws UnreadableFile when it is empty, locked, damaged, a bomb, too large or no table at all;
   *     the code says which. Also the rows may still fail so.
   * @throws UncheckedIOException when the file cannot be read for reasons of the machine (gone,
   *     forbidden)
   */
  public static Workbook open(Path file, ReadLimits limits) throws UnreadableFile {
    byte[] head = head(file);
    return new TimedWorkbook(Guarded.read(() -> open(file, head, limits)), new Deadline(limits.secondsMax()));
  }

  private static byte[] head(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(FileSignatures.HEAD_BYTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Workbook open(Path file, byte[] head, ReadLimits limits) throws IOException {
    if (head.length == 0) {
      throw new Refusal(new UnreadableFile(FindingCode.FILE_EMPTY));
    }
    if (Files.size(file) > limits.fileBytesMax()) {
      throw Refusal.tooLarge(limits.fileBytesMax() >> 20, "MB", "MB");
    }
    if (FileSignatures.isZip(head)) {
      return openZip(file, limits);
    }
    if (FileSignatures.isCompound(head)) {
      return XlsWorkbook.open(file, limits);
    }
    Refusal refusal = FileSignatures.refusalFor(head);
    if (refusal != null) {
      throw refusal;
    }
    return DelimitedWorkbook.open(file, limits);
  }

  private static Workbook openZip(Path file, ReadLimits limits) throws IOException {
    ZipParts zip = ZipParts.open(file, limits);
    try {
      return ZipKinds.open(zip, limits);
    } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
      zip.close();
      throw e;
    }
  }
}
