package vn.ishc.sheet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** UTF-8 text being gathered piece by piece, used again for the next cell. */
final class ByteText {
  private final int charsMax;
  private byte[] bytes = new byte[512];
  private int length;

  /**
   * @param charsMax characters of a cell beyond which the file is refused
   */
  ByteText(int charsMax) {
    this.charsMax = charsMax;
  }

  void clear() {
    length = 0;
  }

  int length() {
    return length;
  }

  /** The gathered bytes, from index 0; valid until the next change. */
  byte[] bytes() {
    return bytes;
  }

  void append(byte[] from, int start, int end) throws IOException {
    int count = end - start;
    if (length + count > bytes.length) {
      grow(count);
    }
    System.arraycopy(from, start, bytes, length, count);
    length += count;
  }

  void append(byte single) throws IOException {
    if (length == bytes.length) {
      grow(1);
    }
    bytes[length++] = single;
  }

  void append(ByteText other) throws IOException {
    append(other.bytes, 0, other.length);
  }

  void appendCodePoint(int codePoint) throws IOException {
    if (codePoint < 0x80) {
      append((byte) codePoint);
    } else if (codePoint < 0x800) {
      append((byte) (0xC0 | codePoint >> 6));
      append(tail(codePoint));
    } else if (codePoint < 0x10000) {
      append((byte) (0xE0 | codePoint >> 12));
      append(tail(codePoint >> 6));
      append(tail(codePoint));
    } else {
      append((byte) (0xF0 | codePoint >> 18));
      append(tail(codePoint >> 12));
      append(tail(codePoint >> 6));
      append(tail(codePoint));
    }
  }

  private static byte tail(int bits) {
    return (byte) (0x80 | (bits & 0x3F));
  }

  private void grow(int count) throws IOException {
    long wanted = (long) length + count;
    if (wanted > 4L * charsMax) {
      throw Refusal.tooLarge(charsMax, "ký tự trong một ô", "characters in one cell");
    }
    bytes =
        Arrays.copyOf(bytes, (int) Math.max(wanted, Math.min(4L * charsMax, bytes.length * 2L)));
  }

  /** The text; refuses one longer than a cell may be. */
  String text() throws IOException {
    String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
    if (text.length() > charsMax) {
      throw Refusal.tooLarge(charsMax, "ký tự trong một ô", "characters in one cell");
    }
    return text;
  }

  /** Whether the bytes are exactly these ASCII characters. */
  boolean is(String ascii) {
    if (length != ascii.length()) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (bytes[i] != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
