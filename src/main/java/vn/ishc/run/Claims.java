package vn.ishc.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ishc.inbox.FileState;
import vn.ishc.inbox.InboxFolder;
import vn.ishc.inbox.InboxFolder.Waiting;
import vn.ishc.warehouse.FileRecord;

/** Takes files from the inbox and brings them to the archive. */
final class Claims {
  private static final Logger LOG = LoggerFactory.getLogger(Claims.class);
  private static final int FILE_ID_LENGTH = 12;
  private static final int NAME_LENGTH_MAX = 120;
  private static final int NAME_BYTES_MAX = 240;
  private static final String PART = ".part";

  private final Path claimed;
  private final Path archive;
  private final ZoneId zone;

  Claims(Path home, ZoneId zone) throws IOException {
    this.claimed = Files.createDirectories(home.resolve("claimed"));
    this.archive = Files.createDirectories(home.resolve("archive"));
    this.zone = zone;
  }

  /**
   * Copies a file.
   *
   * @return empty when it went away or was written to meanwhile: what was copied may be half of one version and half of another
   * @throws IOException when it cannot be read, or the copy not be written
   */
  Optional<Claimed> claim(Waiting waiting, Instant now) throws IOException {
    Path part = Files.createTempFile(claimed, "copy", PART);
    try {
      FileState before = FileState.of(waiting.path());
      MessageDigest digest = sha256();
      long size;
      try (InputStream in = new DigestInputStream(Files.newInputStream(waiting.path(), LinkOption.NOFOLLOW_LINKS), digest);
          OutputStream out = Files.newOutputStream(part)) {
        Failpoint.COPYING.reached();
        size = in.transferTo(out);
      }
      if (size != before.size() || !FileState.of(waiting.path()).equals(before)) {
        return Optional.empty();
      }
      String content = HexFormat.of().formatHex(digest.digest());
      FileRecord record =
          new FileRecord(
              fileId(content, waiting.folder(), waiting.name()), content, waiting.folder(), waiting.name(), size, now, InboxFolder.revisionRank(waiting.name()));
      Path copy = claimed.resolve(record.fileId());
      settle(part, copy, size);
      return Optional.of(new Claimed(waiting, record, copy, before));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } finally {
      Files.deleteIfExists(part);
    }
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
   * Moves our copy to {@code archive/yyyy/mm/}.
   *
   * @return the path within the archive
   */
  String archive(Claimed file) throws IOException {
    Path target = archived(file.record());
    Files.createDirectories(target.getParent());
    Files.move(file.copy(), target, StandardCopyOption.REPLACE_EXISTING);
    Failpoint.ARCHIVED.reached();
    return archive.relativize(target).toString();
  }

  private Path archived(FileRecord file) {
    ZonedDateTime received = file.receivedAt().atZone(zone);
    return archive.resolve("%04d/%02d".formatted(received.getYear(), received.getMonthValue())).resolve(file.fileId() + "-" + kept(file.name()));
  }

  /** Names of files end at 255 bytes on most disks, and a Vietnamese letter takes up to three. The end stays: it tells what the file is. */
  private static String kept(String name) {
    String kept = name.length() <= NAME_LENGTH_MAX ? name : name.substring(name.length() - NAME_LENGTH_MAX);
    while (kept.getBytes(StandardCharsets.UTF_8).length > NAME_BYTES_MAX) {
      kept = kept.substring(kept.offsetByCodePoints(0, 1));
    }
    return kept;
  }

  /** Deletes a file of which we have a copy again. */
  void dropFromArchive(String path) throws IOException {
    Files.deleteIfExists(archive.resolve(path));
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

  /** Copies that loads before this one have left, by the number of the file; what was copied in part only is swept away. */
  Map<String, Path> left() throws IOException {
    Map<String, Path> left = new TreeMap<>();
    try (DirectoryStream<Path> copies = Files.newDirectoryStream(claimed)) {
      for (Path copy : copies) {
        if (copy.getFileName().toString().endsWith(PART)) {
          Files.deleteIfExists(copy);
        } else if (!Drafts.isDraft(copy)) {
          left.put(copy.getFileName().toString(), copy);
        }
      }
    }
    return left;
  }

  /** Lets the original lie, forgets our copy. */
  void release(Claimed file) throws IOException {
    Files.deleteIfExists(file.copy());
  }

  /** Takes the original out of the inbox, unless it has changed since it was copied. In a folder that may not be written to it stays: it is known from now on. */
  void takeAway(Claimed file) {
    Path original = file.waiting().path();
    try {
      if (Files.isRegularFile(original, LinkOption.NOFOLLOW_LINKS) && FileState.of(original).equals(file.original())) {
        Files.deleteIfExists(original);
      }
    } catch (IOException e) {
      LOG.warn("file {} is loaded, but cannot be taken out of the inbox: {}", file.record().fileId(), Faults.where(e));
    }
  }
}
