package vn.ishc.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;

/**
 * Characters of a file of one byte a unit. In UTF-8 a byte that does not fit is read as the byte it
 * is, so none is ever lost.
 */
final class LosslessReader extends Reader {
  private final InputStream in;
  private final boolean utf8;
  private final char[] table;
  private final byte[] buffer = new byte[1 << 16];
  private int at;
  private int limit;
  private boolean exhausted;
  private char lowSurrogate;

  LosslessReader(InputStream in, TextEncoding encoding) {
    this.in = in;
    this.utf8 = encoding == TextEncoding.UTF_8;
    this.table = encoding.table();
  }

  @Override
  public int read(char[] to, int offset, int length) throws IOException {
    int count = 0;
    while (count < length && (lowSurrogate != 0 || ensure(count == 0))) {
      if (lowSurrogate != 0) {
        to[offset + count++] = lowSurrogate;
        lowSurrogate = 0;
      } else {
        int value = buffer[at] & 0xFF;
        if (value < 0x80 || !utf8) {
          at++;
          to[offset + count++] = table[value];
        } else {
          to[offset + count++] = sequence(value);
        }
      }
    }
    return count == 0 ? -1 : count;
  }

  /**
   * Whether there is a byte, and four of them unless the file ends; asks the file only when it
   * must.
   */
  private boolean ensure(boolean must) throws IOException {
    if (limit - at >= 4 || exhausted) {
      return at < limit;
    }
    if (!must && at == limit) {
      return false;
    }
    System.arraycopy(buffer, at, buffer, 0, limit - at);
    limit -= at;
    at = 0;
    while (limit < 4 && !exhausted) {
      int count = in.read(buffer, limit, buffer.length - limit);
      exhausted = count < 0;
      limit += Math.max(count, 0);
    }
    return at < limit;
  }

  private char sequence(int first) {
    int length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    int codePoint = first & (0x7F >> length);
    boolean whole = first >= 0xC2 && first <= 0xF4 && limit - at >= length;
    for (int i = 1; whole && i < length; i++) {
      whole = (buffer[at + i] & 0xC0) == 0x80;
      codePoint = codePoint << 6 | (buffer[at + i] & 0x3F);
    }
    if (!whole || !isShortest(codePoint, length)) {
      at++;
      return table[first];
    }
    at += length;
    if (length < 4) {
      return (char) codePoint;
    }
    lowSurrogate = Character.lowSurrogate(codePoint);
    return Character.highSurrogate(codePoint);
  }

  private static boolean isShortest(int codePoint, int length) {
    return switch (length) {
      case 2 -> true;
      case 3 -> codePoint >= 0x800 && (codePoint < 0xD800 || codePoint > 0xDFFF);
      default -> codePoint >= 0x10000 && codePoint <= Character.MAX_CODE_POINT;
    };
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
