package vn.ishc.sheet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The references XML has without a document type: five names and numbers. */
final class XmlReferences {
  private XmlReferences() {}

  /** Appends bytes with their references resolved. */
  static void append(byte[] bytes, int from, int to, ByteText out) throws IOException {
    int start = from;
    for (int i = from; i < to; i++) {
      if (bytes[i] == '&') {
        out.append(bytes, start, i);
        int end = i + 1;
        while (end < to && bytes[end] != ';') {
          end++;
        }
        if (end == to) {
          throw Refusal.damaged();
        }
        out.appendCodePoint(codePoint(bytes, i + 1, end));
        i = end;
        start = end + 1;
      }
    }
    out.append(bytes, start, to);
  }

  private static int codePoint(byte[] bytes, int from, int to) throws IOException {
    if (from < to && bytes[from] == '#') {
      boolean hex = from + 1 < to && (bytes[from + 1] == 'x' || bytes[from + 1] == 'X');
      return number(bytes, from + (hex ? 2 : 1), to, hex ? 16 : 10);
    }
    return switch (new String(bytes, from, to - from, StandardCharsets.ISO_8859_1)) {
      case "lt" -> '<';
      case "gt" -> '>';
      case "amp" -> '&';
      case "quot" -> '"';
      case "apos" -> '\'';
      default -> throw Refusal.damaged();
    };
  }

  private static int number(byte[] bytes, int from, int to, int radix) throws IOException {
    int value = 0;
    for (int i = from; i < to; i++) {
      int digit = Character.digit(bytes[i], radix);
      value = value * radix + digit;
      if (digit < 0 || value > Character.MAX_CODE_POINT) {
        throw Refusal.damaged();
      }
    }
    if (from >= to || value == 0) {
      throw Refusal.damaged();
    }
    return value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE ? 0xFFFD : value;
  }
}
