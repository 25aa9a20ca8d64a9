package vn.ishc.warehouse;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.ishc.vault.SecretFile;

/**
 * Lines on their way into tables, kept on disk while a file is walked, so that a slow file holds no transaction open. They hold
 * names: nobody else may read them, close deletes them, and what a killed load leaves is swept away by the next one.
 */
final class Spool implements AutoCloseable {
  private static final int BUFFER_BYTES = 1 << 16;

  private final Path folder;
  private final Map<String, BufferedWriter> writers = new LinkedHashMap<>();

  /** @param parent made when missing, closed to others */
  Spool(Path parent) {
    try {
      if (!Files.isDirectory(parent)) {
        Files.createDirectories(parent, SecretFile.ownerOnly("rwx------"));
      }
      this.folder = Files.createTempDirectory(parent, "file");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes what killed loads have left below {@code parent}. */
  static void sweep(Path parent) throws IOException {
    ServerFolder.deleteTree(parent);
  }

  void write(String target, CopyLine line) {
    try {
      writers.computeIfAbsent(target, this::open).write(line.end());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private BufferedWriter open(String target) {
    try {
      Files.createFile(path(target), SecretFile.ownerOnly("rw-------"));
      return new BufferedWriter(Files.newBufferedWriter(path(target), StandardCharsets.UTF_8), BUFFER_BYTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path path(String target) {
    return folder.resolve(target);
  }

  boolean has(String target) {
    return writers.containsKey(target);
  }

  /** No more lines. */
  void finish() {
    try {
      for (BufferedWriter writer : writers.values()) {
        writer.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    finish();
    try {
      for (String target : writers.keySet()) {
        Files.deleteIfExists(path(target));
      }
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
