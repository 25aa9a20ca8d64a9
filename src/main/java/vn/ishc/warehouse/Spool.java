package vn.ishc.warehouse;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Lines on their way into tables, kept on disk while a file is walked, so that a slow file holds no transaction open. Close deletes them. */
final class Spool implements AutoCloseable {
  private static final int BUFFER_BYTES = 1 << 16;

  private final Path folder;
  private final Map<String, BufferedWriter> writers = new LinkedHashMap<>();

  Spool() {
    try {
      this.folder = Files.createTempDirectory("ishc-spool");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
