package vn.ishc.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Where the rows of a sheet of an xls lie. Excel writes them in order, other programs need not; so
 * the runs of cells of one row are listed and sorted, one number each: eight bytes a row in the
 * usual case.
 */
final class XlsIndex {
  private static final int ROW = 0x208;
  private static final int MERGED = 0xE5;
  private static final int ROW_HIDDEN = 0x20;
  private static final int OFFSET_BITS = 40;

  private long[] runs = new long[256];
  private int size;
  private final BitSet hidden = new BitSet();
  private final List<MergedRanges.Range> merges = new ArrayList<>();

  /** Walks a sheet once. */
  static XlsIndex read(byte[] data, int offset) throws IOException {
    XlsIndex index = new XlsIndex();
    index.walk(new XlsStream(data), offset);
    Arrays.sort(index.runs, 0, index.size);
    return index;
  }

  private void walk(XlsStream stream, int offset) throws IOException {
    stream.moveTo(offset);
    if (stream.next() != XlsGlobals.BOF) {
      throw Refusal.damaged();
    }
    int depth = 1;
    int row = -1;
    while (depth > 0) {
      int type = stream.next();
      if (type == XlsStream.END) {
        throw Refusal.damaged();
      }
      depth += type == XlsGlobals.BOF ? 1 : type == XlsGlobals.EOF ? -1 : 0;
      if (depth == 1 && XlsRows.isCell(type)) {
        int found = stream.unsignedShort();
        if (found != row) {
          add(found, stream.offset());
          row = found;
        }
      } else if (depth == 1) {
        other(type, stream);
      }
    }
  }

  private void add(int row, int offset) {
    if (size == runs.length) {
      runs = Arrays.copyOf(runs, size * 2);
    }
    runs[size++] = (long) row << OFFSET_BITS | offset;
  }

  private void other(int type, XlsStream stream) throws IOException {
    if (type == ROW) {
      int row = stream.unsignedShort();
      hidden.set(row, (stream.skip(10).unsignedByte() & ROW_HIDDEN) != 0);
    } else if (type == MERGED) {
      int count = stream.unsignedShort();
      for (int i = 0; i < count; i++) {
        merges.add(
            new MergedRanges.Range(
                stream.unsignedShort() + 1,
                stream.unsignedShort() + 1,
                stream.unsignedShort(),
                stream.unsignedShort()));
      }
    }
  }

  MergedRanges merges() {
    return merges.isEmpty() ? MergedRanges.NONE : new MergedRanges(merges);
  }

  int size() {
    return size;
  }

  /** The 0-based row of a run. */
  int row(int run) {
    return (int) (runs[run] >>> OFFSET_BITS);
  }

  int offset(int run) {
    return (int) (runs[run] & (1L << OFFSET_BITS) - 1);
  }

  boolean isHidden(int row) {
    return hidden.get(row);
  }
}
