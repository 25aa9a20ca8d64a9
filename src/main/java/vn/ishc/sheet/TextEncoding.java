package vn.ishc.sheet;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The encodings of plain text files. Those of one byte keep every byte: what the code page leaves
 * undefined becomes the control character of the same number, so that text of the fonts TCVN3 and
 * VNI can be repaired later from its code points.
 */
enum TextEncoding {
  UTF_8("UTF-8", 1),
  UTF_16LE("UTF-16LE", 2),
  UTF_16BE("UTF-16BE", 2),
  UTF_32LE("UTF-32LE", 4),
  UTF_32BE("UTF-32BE", 4),
  WINDOWS_1258("windows-1258", 1),
  WINDOWS_1252("windows-1252", 1);

  private static final char UNDEFINED = '\uFFFD';

  private final String label;
  private final int unitBytes;

  TextEncoding(String label, int unitBytes) {
    this.label = label;
    this.unitBytes = unitBytes;
  }

  /** The name people know. */
  String label() {
    return label;
  }

  /** The smallest number of bytes of a character. */
  int unitBytes() {
    return unitBytes;
  }

  /** What each byte stands for in an encoding of one byte. */
  char[] table() {
    Charset charset = Charset.forName(this == WINDOWS_1258 ? "windows-1258" : "windows-1252");
    char[] table = new char[256];
    for (int i = 0; i < table.length; i++) {
      char decoded = new String(new byte[] {(byte) i}, charset).charAt(0);
      table[i] = decoded == UNDEFINED ? (char) i : decoded;
    }
    return table;
  }

  /** The Unicode encoding itself, for those of more than one byte a unit. */
  Charset charset() {
    return switch (this) {
      case UTF_16LE -> StandardCharsets.UTF_16LE;
      case UTF_16BE -> StandardCharsets.UTF_16BE;
      case UTF_32LE, UTF_32BE -> Charset.forName(label);
      case UTF_8, WINDOWS_1258, WINDOWS_1252 -> StandardCharsets.UTF_8;
    };
  }
}
