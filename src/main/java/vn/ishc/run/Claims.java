package vn.ishc.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import vn.ishc.inbox.InboxFolder;
import vn.ishc.inbox.InboxFolder.Waiting;
import vn.ishc.warehouse.FileRecord;

/** Takes files from the inbox and brings them to the archive. */
final class Claims {
  private static final int FILE_ID_LENGTH = 12;
  private static final int NAME_LENGTH_MAX = 120;

  private final Path claimed;
  private final Path archive;
  private final ZoneId zone;

  Claims(Path home, ZoneId zone) throws IOException {
    this.claimed = Files.createDirectories(home.resolve("claimed"));
    this.archive = Files.createDirectories(home.resolve("archive"));
    this.zone = zone;
  }

  Claimed claim(Waiting waiting, Instant now) throws IOException {
    long lastModified = Files.getLastModifiedTime(waiting.path()).toMillis();
    Path part = Files.createTempFile(claimed, "copy", ".part");
    MessageDigest digest = sha256();
    long size;
    try (InputStream in = new DigestInputStream(Files.newInputStream(waiting.path()), digest);
        OutputStream out = Files.newOutputStream(part)) {
      size = in.transferTo(out);
    }
    String content = HexFormat.of().formatHex(digest.digest());
    String fileId = fileId(content, waiting.folder(), waiting.name());
    Path copy = claimed.resolve(fileId);
    settle(part, copy, size);
    FileRecord record =
        new FileRecord(fileId, content, waiting.folder(), waiting.name(), size, now, InboxFolder.revisionRank(waiting.name()));
    return new Claimed(waiting, record, copy, lastModified);
  }

  /** Gives our copy its name in one step. Where one of that name lies it has the same bytes, and another load may be reading it: it stays. */
  private static void settle(Path part, Path copy, long size) throws IOException {
    if (Files.exists(copy) && Files.size(copy) == size) {
      Files.delete(part);
    } else {
      Files.move(part, copy, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  static String fileId(String contentSha256, String folder, String name) {
    byte[] hash = sha256().digest((contentSha256 + "\n" + folder + "\n" + name).getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash).substring(0, FILE_ID_LENGTH);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Moves our copy to {@code archive/yyyy/mm/} and takes the original out of the inbox, unless it has changed since.
   *
   * @return the path within the archive
   */
  String archive(Claimed file) throws IOException {
    Path target = archived(file.record());
    Files.createDirectories(target.getParent());
    Files.move(file.copy(), target, StandardCopyOption.REPLACE_EXISTING);
    takeAway(file);
    return archive.relativize(target).toString();
  }

  private Path archived(FileRecord file) {
    ZonedDateTime received = file.receivedAt().atZone(zone);
    String name = file.name();
    String kept = name.length() <= NAME_LENGTH_MAX ? name : name.substring(name.length() - NAME_LENGTH_MAX);
    return archive.resolve("%04d/%02d".formatted(received.getYear(), received.getMonthValue())).resolve(file.fileId() + "-" + kept);
  }

  /** The path within the archive that a file has or will have. */
  String place(FileRecord file) {
    return archive.relativize(archived(file)).toString();
  }

  /** Where in the archive a file lies; empty when it does not. */
  Optional<String> inArchive(FileRecord file) {
    return Optional.of(archived(file)).filter(Files::isRegularFile).map(path -> archive.relativize(path).toString());
  }

  /** Where the bytes of a file lie now; empty when they are in neither place. First the copy, for it goes from there to the archive. */
  Optional<Path> lies(FileRecord file) {
    return Stream.of(claimed.resolve(file.fileId()), archived(file)).filter(Files::isRegularFile).findFirst();
  }

  /** Lets the original lie, forgets our copy. */
  void release(Claimed file) throws IOException {
    Files.deleteIfExists(file.copy());
  }

  /** Takes the original out of the inbox, unless it has changed since it was copied. */
  void takeAway(Claimed file) throws IOException {
    Path original = file.waiting().path();
    if (Files.isRegularFile(original)
        && Files.size(original) == file.record().sizeBytes()
        && Files.getLastModifiedTime(original).toMillis() == file.lastModified()) {
      Files.delete(original);
    }
  }
}
