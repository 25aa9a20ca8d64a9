package vn.ishc.sheet;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The records of a part of an xlsb ([MS-XLSB] 2.1.4): a type, a length, the bytes; and a reader
 * inside the record at hand.
 */
final class XlsbRecords implements Closeable {
  static final int END = -1;
  private static final int RECORD_BYTES_MAX = 1 << 24;

  private final InputStream in;
  private byte[] bytes = new byte[1024];
  private int length;
  private int at;

  XlsbRecords(InputStream part) {
    this.in = new BufferedInputStream(part, 1 << 16);
  }

  /** The type of the next record, or {@link #END}. */
  int next() throws IOException {
    int type = in.read();
    if (type < 0) {
      return END;
    }
    if (type > 0x7F) {
      type = (type & 0x7F) | byteOfHead() << 7;
    }
    readBody(lengthOfHead());
    return type;
  }

  private int lengthOfHead() throws IOException {
    int value = 0;
    for (int shift = 0; shift < 28; shift += 7) {
      int part = byteOfHead();
      value |= (part & 0x7F) << shift;
      if (part < 0x80) {
        break;
      }
    }
    return value;
  }

  private int byteOfHead() throws IOException {
    int value = in.read();
    if (value < 0) {
      throw new EOFException();
    }
    return value;
  }

  private void readBody(int count) throws IOException {
    if (count > RECORD_BYTES_MAX) {
      throw Refusal.damaged();
    }
    if (count > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(count, bytes.length * 2));
    }
    length = in.readNBytes(bytes, 0, count);
    at = 0;
    if (length < count) {
      throw new EOFException();
    }
  }

  /** Moves on inside the record. */
  XlsbRecords skip(int count) {
    at += count;
    return this;
  }

  int unsignedByte() throws IOException {
    need(1);
    return bytes[at++] & 0xFF;
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

  /** A string with its length in front; empty also for the null string. */
  String text() throws IOException {
    int chars = integer();
    if (chars == -1) {
      return "";
    }
    if (chars < 0 || chars > RECORD_BYTES_MAX / 2) {
      throw Refusal.damaged();
    }
    need(chars * 2);
    String text = new String(bytes, at, chars * 2, StandardCharsets.UTF_16LE);
    at += chars * 2;
    return text;
  }

  private void need(int count) throws IOException {
    if (at < 0 || length - at < count) {
      throw Refusal.damaged();
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
