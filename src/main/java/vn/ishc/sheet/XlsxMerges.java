package vn.ishc.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the merged ranges of a worksheet part without parsing it: they stand behind the rows, but
 * are needed before them. Searches the bytes for {@code <mergeCell ref="A1:B2"/>} by leaps as long
 * as the word (Horspool); text cannot hold a bare {@code <}.
 */
final class XlsxMerges {
  private static final byte[] WORD = {'m', 'e', 'r', 'g', 'e', 'C', 'e', 'l', 'l'};
  private static final int LAST = WORD.length - 1;
  private static final int TAG_BYTES_MAX = 1024;
  private static final int PREFIX_BYTES_MAX = 40;
  private static final int RANGES_MAX = 1 << 18;
  private static final int[] LEAP = new int[256];

  static {
    Arrays.fill(LEAP, WORD.length);
    for (int i = 0; i < LAST; i++) {
      LEAP[WORD[i]] = LAST - i;
    }
  }

  private final byte[] buffer = new byte[1 << 16];
  private final List<MergedRanges.Range> ranges = new ArrayList<>();
  private int length;

  private XlsxMerges() {}

  /** The merged ranges in a part, which is closed afterwards. */
  static MergedRanges read(InputStream part) throws IOException {
    XlsxMerges merges = new XlsxMerges();
    try (InputStream in = XmlEncoding.asUtf8(part)) {
      merges.search(in);
    }
    return merges.ranges.isEmpty() ? MergedRanges.NONE : new MergedRanges(merges.ranges);
  }

  private void search(InputStream in) throws IOException {
    int at = LAST;
    boolean more = true;
    while (more) {
      int count = in.read(buffer, length, buffer.length - length);
      more = count >= 0;
      length += Math.max(count, 0);
      at = searchBuffer(at, more ? length - TAG_BYTES_MAX : length);
      int keep = Math.max(0, Math.min(length, at - LAST - PREFIX_BYTES_MAX));
      System.arraycopy(buffer, keep, buffer, 0, length - keep);
      length -= keep;
      at -= keep;
    }
  }

  private int searchBuffer(int from, int end) throws IOException {
    int at = from;
    while (at < end) {
      if (buffer[at] == 'l' && isTag(at - LAST)) {
        addRange(at + 1);
      }
      at += LEAP[buffer[at] & 0xFF];
    }
    return at;
  }

  private boolean isTag(int start) {
    if (!Arrays.equals(buffer, start, start + WORD.length, WORD, 0, WORD.length) || start == 0) {
      return false;
    }
    int before = start - 1;
    if (buffer[before] == ':') {
      do {
        before--;
      } while (before > 0 && buffer[before] > ' ' && buffer[before] != '<');
    }
    return before >= 0
        && buffer[before] == '<'
        && start + WORD.length < length
        && buffer[start + WORD.length] <= ' ';
  }

  private void addRange(int from) throws IOException {
    int end = from;
    while (end < length && buffer[end] != '>') {
      end++;
    }
    String tag = new String(buffer, from, end - from, StandardCharsets.ISO_8859_1);
    int ref = tag.indexOf("ref=");
    int close = ref < 0 || ref + 5 > tag.length() ? -1 : tag.indexOf(tag.charAt(ref + 4), ref + 5);
    if (close < 0) {
      return;
    }
    MergedRanges.Range range = parse(tag.substring(ref + 5, close));
    if (range.firstRow() != range.lastRow() || range.firstColumn() != range.lastColumn()) {
      add(range);
    }
  }

  private void add(MergedRanges.Range range) throws IOException {
    if (ranges.size() >= RANGES_MAX) {
      throw Refusal.tooLarge(RANGES_MAX, "ô gộp", "merged ranges");
    }
    ranges.add(range);
  }

  private static MergedRanges.Range parse(String ref) throws IOException {
    int colon = ref.indexOf(':');
    String first = colon < 0 ? ref : ref.substring(0, colon);
    String last = ref.substring(colon + 1);
    return new MergedRanges.Range(row(first), row(last), column(first), column(last));
  }

  private static int letters(String cell) {
    int count = 0;
    while (count < cell.length() && cell.charAt(count) >= 'A' && cell.charAt(count) <= 'Z') {
      count++;
    }
    return count;
  }

  private static int column(String cell) throws IOException {
    int column = 0;
    int letters = letters(cell);
    if (letters == 0 || letters > 3) {
      throw Refusal.damaged();
    }
    for (int i = 0; i < letters; i++) {
      column = column * 26 + cell.charAt(i) - 'A' + 1;
    }
    return column - 1;
  }

  private static int row(String cell) throws IOException {
    try {
      return Integer.parseInt(cell.substring(letters(cell)));
    } catch (NumberFormatException e) {
      throw Refusal.damaged();
    }
  }
}
