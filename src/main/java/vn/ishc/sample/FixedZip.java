package vn.ishc.sample;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Zip files without the clock in them: every entry is of 1 January 2022. */
final class FixedZip {
  private static final LocalDateTime TIME = LocalDateTime.of(2022, 1, 1, 0, 0);

  private FixedZip() {}

  /** The same entries in the same order, under the fixed time. */
  static byte[] retimed(byte[] zip) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(zip.length);
    retime(new ByteArrayInputStream(zip), out);
    return out.toByteArray();
  }

  /** The same for a zip too large for memory. */
  static void retime(InputStream zip, OutputStream to) throws IOException {
    try (ZipInputStream in = new ZipInputStream(zip);
        ZipOutputStream out = new ZipOutputStream(to)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        out.putNextEntry(timed(entry.getName()));
        in.transferTo(out);
      }
    }
  }

  /**
   * A zip of texts, packed, in the order of the map; {@code mimetype} alone is stored as
   * OpenDocument wants it.
   */
  static byte[] of(Map<String, String> parts) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        byte[] bytes = part.getValue().getBytes(StandardCharsets.UTF_8);
        ZipEntry entry = timed(part.getKey());
        if (part.getKey().equals("mimetype")) {
          store(entry, bytes);
        }
        zip.putNextEntry(entry);
        zip.write(bytes);
      }
    }
    return out.toByteArray();
  }

  private static ZipEntry timed(String name) {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(TIME);
    return entry;
  }

  private static void store(ZipEntry entry, byte[] bytes) {
    CRC32 sum = new CRC32();
    sum.update(bytes);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCrc(sum.getValue());
  }
}
