package vn.ishc.sheet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** A look at the end of a zip before anybody reads its directory into memory. */
final class ZipDirectory {
  private static final int END_RECORD = 0x06054B50;
  private static final int END_RECORD_BYTES = 22;
  private static final int COMMENT_BYTES_MAX = 0xFFFF;
  private static final int BYTES_PER_ENTRY_MAX = 4096;

  private ZipDirectory() {}

  /**
   * Refuses a zip without end (it was cut off) and one whose directory is larger than any workbook
   * needs.
   */
  static void check(Path file, int entriesMax) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      long size = channel.size();
      int tailBytes = (int) Math.min(size, END_RECORD_BYTES + COMMENT_BYTES_MAX);
      ByteBuffer tail = ByteBuffer.allocate(tailBytes).order(ByteOrder.LITTLE_ENDIAN);
      while (tail.hasRemaining() && channel.read(tail, size - tailBytes + tail.position()) > 0) {
        continue;
      }
      int end = endRecord(tail);
      int entries = tail.getShort(end + 10) & 0xFFFF;
      long directoryBytes = tail.getInt(end + 12) & 0xFFFFFFFFL;
      boolean zip64 = entries == 0xFFFF || directoryBytes == 0xFFFFFFFFL;
      if (!zip64
          && (entries > entriesMax || directoryBytes > (long) entriesMax * BYTES_PER_ENTRY_MAX)) {
        throw Refusal.bomb();
      }
    }
  }

  private static int endRecord(ByteBuffer tail) throws IOException {
    for (int i = tail.limit() - END_RECORD_BYTES; i >= 0; i--) {
      if (tail.getInt(i) == END_RECORD) {
        return i;
      }
    }
    throw Refusal.damaged();
  }
}
