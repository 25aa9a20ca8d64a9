package vn.ishc.vault;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A small file that holds a secret of 32 random bytes as 64 hexadecimal digits, readable by its owner alone.
 *
 * @param path where it lies
 */
public record SecretFile(Path path) {
  static final int SECRET_BYTES = 32;

  private static final boolean POSIX = Path.of("").getFileSystem().supportedFileAttributeViews().contains("posix");
  private static final ReentrantLock THIS_PROCESS = new ReentrantLock();

  /** What it holds, without line breaks; empty when there is no such file. */
  public Optional<String> read() throws IOException {
    return Files.exists(path) ? Optional.of(Files.readString(path, StandardCharsets.US_ASCII).strip()) : Optional.empty();
  }

  /** What it holds; made at random on the first call. Of processes that call at once one makes it, all get the same. */
  public String readOrMake() throws IOException {
    Optional<String> there = read();
    return there.isPresent() ? there.get() : made();
  }

  private String made() throws IOException {
    Files.createDirectories(path.toAbsolutePath().getParent());
    THIS_PROCESS.lock();
    try (FileChannel lock = FileChannel.open(path.resolveSibling(path.getFileName() + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      lock.lock();
      Optional<String> there = read();
      return there.isPresent() ? there.get() : written();
    } finally {
      THIS_PROCESS.unlock();
    }
  }

  /** Under another name first, on disk before it gets its own: a crash leaves no half of a key that is in use. */
  private String written() throws IOException {
    byte[] random = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(random);
    String text = HexFormat.of().formatHex(random);
    Path part = path.resolveSibling(path.getFileName() + ".part");
    Files.deleteIfExists(part);
    Files.createFile(part, ownerOnly("rw-------"));
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      channel.write(StandardCharsets.US_ASCII.encode(text + "\n"));
      channel.force(true);
    }
    Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
    return text;
  }

  /** The attributes of a new file or folder that only its owner may use; none where the file system knows no owners. */
  public static FileAttribute<?>[] ownerOnly(String permissions) {
    return POSIX
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))}
        : new FileAttribute<?>[0];
  }
}
