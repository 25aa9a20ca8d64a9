package vn.ishc.warehouse;

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
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * The folder {@code <home>/postgres}: the data, the programs, the log, and our few small files about them.
 *
 * @param path the folder
 */
record ServerFolder(Path path) {
  private static final boolean POSIX = Path.of("").getFileSystem().supportedFileAttributeViews().contains("posix");
  private static final ReentrantLock THIS_PROCESS = new ReentrantLock();
  private static final int PASSWORD_BYTES = 24;

  Path data() {
    return path.resolve("data");
  }

  /** Where a data folder is made before it gets its name in one step. */
  Path dataInTheMaking() {
    return path.resolve("data.part");
  }

  Path log() {
    return path.resolve("server.log");
  }

  Path passwordFile() {
    return path.resolve("password");
  }

  private Path portFile() {
    return path.resolve("port");
  }

  /** Makes the folder, closed to other users. */
  void create() throws IOException {
    Files.createDirectories(path.toAbsolutePath().getParent());
    if (!Files.isDirectory(path)) {
      Files.createDirectories(path, withPermissions("rwx------"));
    }
  }

  /** What one does while nobody else starts or stops the server. */
  @FunctionalInterface
  interface Deed<T> {
    T done() throws IOException, DatabaseUnavailable;
  }

  /** Lets one process, and within it one thread, start or stop the server at a time; a killed process holds nothing. */
  <T> T alone(Deed<T> deed) throws IOException, DatabaseUnavailable {
    THIS_PROCESS.lock();
    try (FileChannel channel =
        FileChannel.open(path.resolve("start.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      channel.lock();
      return deed.done();
    } finally {
      THIS_PROCESS.unlock();
    }
  }

  /** The password of the server's owner; made at random on the first call, readable by the owner of the folder only. */
  String password() throws IOException {
    if (!Files.exists(passwordFile())) {
      byte[] random = new byte[PASSWORD_BYTES];
      new SecureRandom().nextBytes(random);
      writeWhole(passwordFile(), HexFormat.of().formatHex(random), "rw-------");
    }
    return Files.readString(passwordFile(), StandardCharsets.US_ASCII).strip();
  }

  /** The port used last, so that saved connections of other tools keep working. */
  Optional<Integer> lastPort() throws IOException {
    if (!Files.exists(portFile())) {
      return Optional.empty();
    }
    String text = Files.readString(portFile(), StandardCharsets.US_ASCII).strip();
    return text.matches("[0-9]{1,5}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  void rememberPort(int port) throws IOException {
    writeWhole(portFile(), Integer.toString(port), "rw-r--r--");
  }

  /** Writes a small file so that a reader sees the old text or the new one, never a part. */
  private static void writeWhole(Path file, String text, String permissions) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(part);
    Files.createFile(part, withPermissions(permissions));
    Files.writeString(part, text, StandardCharsets.UTF_8);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  static void deleteTree(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    try (Stream<Path> all = Files.walk(root)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  private static FileAttribute<?>[] withPermissions(String permissions) {
    return POSIX
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))}
        : new FileAttribute<?>[0];
  }
}
