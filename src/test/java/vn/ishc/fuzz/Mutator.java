package vn.ishc.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Spoils a sound file: anywhere, or within a part of a zip that is packed again so that sizes and sums are right and the reader gets to see it. */
final class Mutator {
  private static final int SPOTS_MAX = 6;
  private static final int CHUNK_MAX = 400;
  private static final int DEEP = 20_000;

  /** What parsers stumble over: borders of numbers, marks that open and never close, letters out of place. */
  private static final List<String> STUMBLING_BLOCKS =
      List.of(
          "0", "-1", "2147483647", "2147483648", "4294967295", "9223372036854775808", "1E308", "1e999999", "NaN", "-0", "", " ", "\0", "\uFEFF", "\uD83D", "<", ">", "&", "\"", "'",
          "<![CDATA[", "]]>", "<!--", "-->", "<?", "?>", "&#0;", "&#x110000;", "&amp;amp;", "&x;", "<!DOCTYPE a [<!ENTITY x \"xx\">]>", "xmlns=\"\"", "A1:XFD1048576", "ZZZZZZZ99999999", "r=\"0\"",
          "/../../x", "true", "null", "- ", ": ", "*a", "&a [*a, *a]", "!!java.net.URL [x]", "{", "[", "|", "\t", ";", ",", "\r", "\n\n", "31/02/2025", "99999999999999999999");

  private final RandomGenerator random;

  Mutator(RandomGenerator random) {
    this.random = random;
  }

  byte[] spoil(byte[] sound, boolean zip) throws IOException {
    return zip && random.nextInt(10) < 8 ? spoilPart(sound) : spoilAnywhere(sound);
  }

  private byte[] spoilAnywhere(byte[] sound) {
    byte[] bytes = sound;
    for (int spots = 1 + random.nextInt(SPOTS_MAX); spots > 0; spots--) {
      bytes = spoilOnce(bytes);
    }
    return bytes;
  }

  private byte[] spoilPart(byte[] sound) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(sound))) {
      for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
        parts.put(part.getName(), zip.readAllBytes());
      }
    } catch (IOException damaged) {
      // One of the samples is damaged on purpose.
      return spoilAnywhere(sound);
    }
    if (parts.isEmpty()) {
      return spoilAnywhere(sound);
    }
    List<String> names = new ArrayList<>(parts.keySet());
    String name = names.get(random.nextInt(names.size()));
    if (random.nextInt(40) == 0) {
      parts.remove(name);
    } else {
      parts.put(name, spoilAnywhere(parts.get(name)));
    }
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(packed)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
    }
    return packed.toByteArray();
  }

  private byte[] spoilOnce(byte[] bytes) {
    if (bytes.length == 0) {
      return block();
    }
    int at = random.nextInt(bytes.length);
    int length = Math.min(bytes.length - at, 1 + random.nextInt(CHUNK_MAX));
    return switch (random.nextInt(10)) {
      case 0 -> Arrays.copyOf(bytes, at);
      case 1 -> splice(bytes, at, length, new byte[0]);
      case 2 -> splice(bytes, at, 0, Arrays.copyOfRange(bytes, at, at + length));
      case 3 -> splice(bytes, random.nextInt(bytes.length), 0, Arrays.copyOfRange(bytes, at, at + length));
      case 4 -> splice(bytes, at, 0, block());
      case 5 -> splice(bytes, at, Math.min(length, 1 + random.nextInt(8)), block());
      case 6 -> number(bytes, at);
      case 7 -> random.nextInt(20) == 0 ? splice(bytes, at, 0, deep()) : flip(bytes, at);
      default -> flip(bytes, at);
    };
  }

  private byte[] block() {
    return STUMBLING_BLOCKS.get(random.nextInt(STUMBLING_BLOCKS.size())).getBytes(StandardCharsets.UTF_8);
  }

  private byte[] deep() {
    return List.of("<a>", "[", "{a: ", "\"", "((").get(random.nextInt(5)).repeat(DEEP).getBytes(StandardCharsets.UTF_8);
  }

  private byte[] flip(byte[] bytes, int at) {
    byte[] changed = bytes.clone();
    changed[at] = random.nextBoolean() ? (byte) (changed[at] ^ 1 << random.nextInt(8)) : (byte) random.nextInt(256);
    return changed;
  }

  /** A number of two or four bytes as binary formats hold them, at a border. */
  private byte[] number(byte[] bytes, int at) {
    byte[] changed = bytes.clone();
    int value = new int[] {0, 1, -1, 0x7FFF, 0x8000, 0xFFFF, Integer.MAX_VALUE, Integer.MIN_VALUE}[random.nextInt(8)];
    for (int i = 0; i < (random.nextBoolean() ? 2 : 4) && at + i < changed.length; i++) {
      changed[at + i] = (byte) (value >> 8 * i);
    }
    return changed;
  }

  private static byte[] splice(byte[] bytes, int at, int removed, byte[] inserted) {
    byte[] changed = new byte[bytes.length - removed + inserted.length];
    System.arraycopy(bytes, 0, changed, 0, at);
    System.arraycopy(inserted, 0, changed, at, inserted.length);
    System.arraycopy(bytes, at + removed, changed, at + inserted.length, bytes.length - at - removed);
    return changed;
  }
}
