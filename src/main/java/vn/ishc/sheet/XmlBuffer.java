package vn.ishc.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The stretch of an XML document at hand, in UTF-8: grows for a long tag, within a bound. */
final class XmlBuffer implements Closeable {
  static final int BYTES_MAX = 1 << 20;

  private final InputStream in;
  byte[] bytes = new byte[1 << 16];
  int position;
  int limit;

  /**
   * @param in the document in any encoding it declares
   */
  XmlBuffer(InputStream in) throws IOException {
    this.in = XmlEncoding.asUtf8(in);
  }

  /**
   * Keeps what lies from the position on and reads more behind it; false at the end of the
   * document.
   */
  boolean refill() throws IOException {
    if (position > 0) {
      System.arraycopy(bytes, position, bytes, 0, limit - position);
      limit -= position;
      position = 0;
    }
    if (limit == bytes.length) {
      if (bytes.length >= BYTES_MAX) {
        throw Refusal.damaged();
      }
      bytes = Arrays.copyOf(bytes, bytes.length * 2);
    }
    int count = in.read(bytes, limit, bytes.length - limit);
    limit += Math.max(count, 0);
    return count > 0;
  }

  /** Reads more, which must be there. */
  void more() throws IOException {
    if (!refill()) {
      throw Refusal.damaged();
    }
  }

  /** Makes sure of so many bytes from the position on. */
  void need(int count) throws IOException {
    while (limit - position < count) {
      more();
    }
  }

  /** Whether these ASCII characters stand at a place. */
  boolean has(String ascii, int at) {
    for (int i = 0; i < ascii.length(); i++) {
      if (bytes[at + i] != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  int indexOf(char wanted, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == wanted) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
