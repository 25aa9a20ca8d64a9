package vn.ishc.warehouse;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The server's programs ({@code initdb}, {@code pg_ctl}, {@code postgres}) unpacked into the server's folder. They stay
 * there as long as the server may run, so a cleaner of temporary folders cannot take them away.
 *
 * @param folder where {@code bin}, {@code lib} and {@code share} are
 */
record ServerPrograms(Path folder) {
  private static final int NAME_DIGITS = 12;
  private static final boolean WINDOWS = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");

  /** The program's full path. */
  String path(String program) {
    return folder.resolve("bin").resolve(WINDOWS ? program + ".exe" : program).toString();
  }

  /** The programs for this machine, unpacked when they are not there yet. The caller holds the folder's lock. */
  static ServerPrograms unpacked(Path under) throws IOException, DatabaseUnavailable {
    byte[] archive = archive();
    Path folder = under.resolve("programs-" + digest(archive).substring(0, NAME_DIGITS));
    if (!Files.isDirectory(folder)) {
      Path part = under.resolve("programs.part");
      ServerFolder.deleteTree(part);
      unpack(archive, part);
      Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
    }
    return new ServerPrograms(folder);
  }

  private static byte[] archive() throws DatabaseUnavailable {
    String system = System.getProperty("os.name");
    String processor = System.getProperty("os.arch");
    String name = system.startsWith("Mac") ? "Darwin" : WINDOWS ? "Windows" : system;
    try (InputStream stream = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(name, processor)) {
      return stream.readAllBytes();
    } catch (IOException | IllegalStateException e) {
      throw new DatabaseUnavailable(DatabaseUnavailable.Reason.NO_PROGRAM, e, system, processor);
    }
  }

  private static String digest(byte[] archive) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(archive));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static void unpack(byte[] archive, Path into) throws IOException {
    InputStream unpacked = new BufferedInputStream(new XZInputStream(new ByteArrayInputStream(archive)), 1 << 16);
    try (TarArchiveInputStream entries = new TarArchiveInputStream(unpacked)) {
      for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        write(entry, entries, into);
      }
    }
  }

  private static void write(TarArchiveEntry entry, InputStream content, Path into) throws IOException {
    Path target = into.resolve(entry.getName()).normalize();
    if (!target.startsWith(into)) {
      throw new IOException("outside the folder: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else if (entry.isLink()) {
      Files.createLink(target, into.resolve(entry.getLinkName()));
    } else {
      Files.copy(content, target);
      allowToRun(entry, target);
    }
  }

  private static void allowToRun(TarArchiveEntry entry, Path file) throws IOException {
    if (!WINDOWS) {
      boolean runs = (entry.getMode() & 0100) != 0;
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
    }
  }
}
