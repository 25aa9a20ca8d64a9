package vn.ishc.sheet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The workbook stream of an xls ([MS-XLS] 2.1.4): records of a type, a length and bytes; a place in
 * it and a reader inside the record there.
 */
final class XlsStream {
  static final int END = -1;
  static final int CONTINUE = 0x3C;
  private static final int HEAD = 4;

  private final byte[] data;
  private int recordAt;
  private int at;
  private int end;

  XlsStream(byte[] data) {
    this.data = data;
  }

  /** Puts the next record to read at a place. */
  void moveTo(int offset) throws IOException {
    if (offset < 0 || offset > data.length) {
      throw Refusal.damaged();
    }
    end = offset;
  }

  /** The type of the next record, or {@link #END}. */
  int next() throws IOException {
    recordAt = end;
    if (data.length - recordAt < HEAD) {
      return END;
    }
    int type = shortAt(recordAt);
    at = recordAt + HEAD;
    end = at + shortAt(recordAt + 2);
    if (end > data.length) {
      throw Refusal.damaged();
    }
    return type;
  }

  private int shortAt(int offset) {
    return (data[offset] & 0xFF) | (data[offset + 1] & 0xFF) << 8;
  }

  /** Where the record at hand begins. */
  int offset() {
    return recordAt;
  }

  /** Bytes left in the record. */
  int left() {
    return end - at;
  }

  XlsStream skip(int count) {
    at += count;
    return this;
  }

  int unsignedByte() throws IOException {
    if (at >= end && !continued()) {
      throw Refusal.damaged();
    }
    return data[at++] & 0xFF;
  }

  int unsignedShort() throws IOException {
    return unsignedByte() | unsignedByte() << 8;
  }

  int integer() throws IOException {
    return unsignedShort() | unsignedShort() << 16;
  }

  double real() throws IOException {
    return Double.longBitsToDouble((integer() & 0xFFFFFFFFL) | (long) integer() << 32);
  }

  /** Goes over into the continuing record, if there is one and the record at hand is read out. */
  private boolean continued() throws IOException {
    int over = at - end;
    while (at >= end) {
      if (data.length - end < HEAD || shortAt(end) != CONTINUE) {
        return false;
      }
      next();
      at += over;
      over = at - end;
    }
    return true;
  }

  /** Skips bytes over the borders of continuing records. */
  void skipAcross(int count) throws IOException {
    int rest = count;
    while (rest > 0) {
      int step = Math.min(rest, left());
      at += step;
      rest -= step;
      if (rest > 0 && !continued()) {
        throw Refusal.damaged();
      }
    }
  }

  /**
   * Characters, one byte or two each; where they go over into a continuing record, its first byte
   * says which.
   *
   * @param count how many
   * @param wide whether two bytes each
   */
  String characters(int count, boolean wide) throws IOException {
    StringBuilder text = new StringBuilder(count);
    boolean two = wide;
    while (text.length() < count) {
      if (left() <= 0) {
        two = (unsignedByte() & 1) != 0;
      }
      int step = Math.min(count - text.length(), two ? left() / 2 : left());
      if (step == 0) {
        throw Refusal.damaged();
      }
      int bytes = two ? step * 2 : step;
      text.append(
          new String(
              data, at, bytes, two ? StandardCharsets.UTF_16LE : StandardCharsets.ISO_8859_1));
      at += bytes;
    }
    return text.toString();
  }

  /** A name: length in one byte, then the kind of characters, then these. */
  String shortText() throws IOException {
    int count = unsignedByte();
    return characters(count, (unsignedByte() & 1) != 0);
  }

  /** A text: length in two bytes, then the kind of characters, then these. */
  String text() throws IOException {
    int count = unsignedShort();
    return count == 0 ? "" : characters(count, (unsignedByte() & 1) != 0);
  }
}
