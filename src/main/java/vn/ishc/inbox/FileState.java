package vn.ishc.inbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;

/**
 * What a file is like at one moment. Two that are equal are, as far as a file system can tell, the same file with the same bytes: a program that writes cannot put back
 * the time at which the file system noted the change.
 *
 * @param size in bytes
 * @param written when its content was written last, as the writer says; it is brought along with a copy
 * @param changed when the file system noted the last change of any kind; {@code written} where it does not tell
 * @param identity which file it is, whatever it is called; empty where the file system does not tell
 */
public record FileState(long size, Instant written, Instant changed, String identity) {

  /**
   * Looks at a file; links are not followed.
   *
   * @throws IOException when there is none
   */
  public static FileState of(Path file) throws IOException {
    BasicFileAttributes basic = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    Instant written = basic.lastModifiedTime().toInstant();
    return new FileState(basic.size(), written, changed(file, written), basic.fileKey() == null ? "" : basic.fileKey().toString());
  }

  private static Instant changed(Path file, Instant written) throws IOException {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      return written;
    }
    Map<String, Object> unix = Files.readAttributes(file, "unix:ctime", LinkOption.NOFOLLOW_LINKS);
    return unix.get("ctime") instanceof FileTime time ? time.toInstant() : written;
  }
}
