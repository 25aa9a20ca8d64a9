package vn.ishc.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Office packages without the moment of their making, so that the same paper gives the same bytes. */
final class Packages {
  private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);
  private static final Pattern CREATED = Pattern.compile("(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms:)");
  private static final String CONTENT_TYPES = "[Content_Types].xml";

  private Packages() {}

  /**
   * The package with its parts in a fixed order, zip times of 1980, and the day of the paper for the time of creation; packages inside
   * (the workbooks behind the charts of a text) likewise.
   */
  static byte[] settled(byte[] office, LocalDate day) throws IOException {
    Map<String, byte[]> parts = new TreeMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(office))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        parts.put(entry.getName(), settledPart(entry.getName(), in.readAllBytes(), day));
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(office.length);
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      put(zip, CONTENT_TYPES, parts.remove(CONTENT_TYPES));
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        put(zip, part.getKey(), part.getValue());
      }
    }
    return out.toByteArray();
  }

  private static byte[] settledPart(String name, byte[] bytes, LocalDate day) throws IOException {
    if (name.endsWith(".xlsx")) {
      return settled(bytes, day);
    }
    if (!name.equals("docProps/core.xml")) {
      return bytes;
    }
    String xml = new String(bytes, StandardCharsets.UTF_8);
    return CREATED.matcher(xml).replaceAll("$1" + day + "T00:00:00Z$2").getBytes(StandardCharsets.UTF_8);
  }

  private static void put(ZipOutputStream zip, String name, byte @org.jspecify.annotations.Nullable [] bytes) throws IOException {
    if (bytes != null) {
      ZipEntry entry = new ZipEntry(name);
      entry.setTimeLocal(EPOCH);
      zip.putNextEntry(entry);
      zip.write(bytes);
      zip.closeEntry();
    }
  }
}
