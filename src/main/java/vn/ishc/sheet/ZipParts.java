package vn.ishc.sheet;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * The parts of a zip by name (without regard to case, as OPC asks), unpacked under guard: what the
 * directory declares is never believed, every byte is counted as it comes out. The limits hold for
 * each part and for the sum of all parts.
 */
final class ZipParts implements Closeable {
  private static final int STORED = 0;
  private static final int DEFLATED = 8;
  private static final int TICKS_OF_A_CHARGE = 256;

  private final ZipFile zip;
  private final ReadLimits limits;
  private final Deadline deadline;
  private final Map<String, ZipArchiveEntry> entries = new LinkedHashMap<>();
  private final Map<String, Long> unpacked = new HashMap<>();

  private ZipParts(ZipFile zip, ReadLimits limits) {
    this.zip = zip;
    this.limits = limits;
    this.deadline = new Deadline(limits.secondsMax());
  }

  /** Opens a zip; refuses one with too many entries before it reads them. */
  static ZipParts open(Path file, ReadLimits limits) throws IOException {
    ZipDirectory.check(file, limits.entriesMax());
    ZipParts parts =
        new ZipParts(ZipFile.builder().setPath(file).setIgnoreLocalFileHeader(true).get(), limits);
    try {
      parts.list();
      return parts;
    } catch (IOException | RuntimeException e) {
      parts.close();
      throw e;
    }
  }

  private void list() throws IOException {
    for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
      if (entries.size() >= limits.entriesMax()) {
        throw Refusal.bomb();
      }
      entries.putIfAbsent(key(entry.getName()), entry);
    }
  }

  private static String key(String name) {
    String path = name.replace('\\', '/');
    return (path.startsWith("/") ? path.substring(1) : path).toLowerCase(Locale.ROOT);
  }

  Set<String> names() {
    return Collections.unmodifiableSet(entries.keySet());
  }

  /** Names as the file writes them, in its order. */
  List<String> writtenNames() {
    return entries.values().stream().map(ZipArchiveEntry::getName).toList();
  }

  /** A part's name as the file writes it. */
  Optional<String> writtenName(String name) {
    return Optional.ofNullable(entries.get(key(name))).map(ZipArchiveEntry::getName);
  }

  /** Hands a part on as it lies in the file, packed; the sum is told, not checked. */
  void hand(String name, ZipArchiveOutputStream out) throws IOException {
    ZipArchiveEntry entry = entries.get(key(name));
    if (entry == null || (entry.getMethod() != DEFLATED && entry.getMethod() != STORED)) {
      throw Refusal.damaged();
    }
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw Refusal.password();
    }
    ZipArchiveEntry copy = new ZipArchiveEntry(entry.getName());
    copy.setMethod(entry.getMethod());
    copy.setSize(entry.getSize());
    copy.setCompressedSize(entry.getCompressedSize());
    copy.setCrc(entry.getCrc());
    copy.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
    try (InputStream raw = zip.getRawInputStream(entry)) {
      out.addRawArchiveEntry(copy, raw);
    }
  }

  boolean has(String name) {
    return entries.containsKey(key(name));
  }

  /** A part, or an empty stream where the zip has none of that name. */
  InputStream openOrEmpty(String name) throws IOException {
    return has(name) ? open(name) : new ByteArrayInputStream(new byte[0]);
  }

  /** A part that must be there. */
  InputStream open(String name) throws IOException {
    ZipArchiveEntry entry = entries.get(key(name));
    if (entry == null) {
      throw Refusal.damaged();
    }
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw Refusal.password();
    }
    if (entry.getMethod() != DEFLATED && entry.getMethod() != STORED) {
      throw Refusal.damaged();
    }
    return new GuardedPart(
        zip.getRawInputStream(entry),
        entry.getMethod() == DEFLATED,
        entry.getCrc(),
        limits,
        n -> charge(entry, n));
  }

  /** Counts a part once, however often it is read. */
  private void charge(ZipArchiveEntry entry, long bytes) throws IOException {
    deadline.tick(TICKS_OF_A_CHARGE);
    unpacked.merge(entry.getName(), bytes, Math::max);
    long total = 0;
    for (long part : unpacked.values()) {
      total += part;
    }
    if (total > limits.totalBytesMax()) {
      throw Refusal.bomb();
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
