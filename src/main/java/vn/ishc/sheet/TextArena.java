package vn.ishc.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shared texts of a workbook, fifteen million if need be, in little memory: UTF-8 in pages of
 * bytes with one index entry for sixteen texts. Beyond a few pages they lie in a temporary file
 * that only its owner can read and that is gone when the arena closes (or the process dies, where
 * the system lets an open file be deleted).
 */
final class TextArena implements Closeable {
  private static final int PAGE_BYTES = 1 << 18;
  private static final int HEAP_PAGES_MAX = 96;
  private static final int MAPPED_BYTES = 1 << 28;
  private static final int HEADER_BYTES_MAX = 10;
  private static final int INDEX_STEP = 16;

  private final List<ByteBuffer> pages = new ArrayList<>();
  private final List<String> fonts = new ArrayList<>();
  private int[] pageEnds = new int[64];
  private long[] index = new long[1024];
  private int size;
  private ByteBuffer writing = ByteBuffer.allocate(PAGE_BYTES);
  private int pagesWritten;
  private @Nullable FileChannel spill;
  private long next;
  private int nextNumber;
  private byte[] scratch = new byte[1024];
  private int font;
  private int length;

  /** How many texts. */
  int size() {
    return size;
  }

  /** Adds a text, with the name of the font of its first run when it has one. */
  void add(byte[] bytes, int from, int to, @Nullable String fontName) throws IOException {
    int count = to - from;
    if (count > PAGE_BYTES - HEADER_BYTES_MAX || size == Integer.MAX_VALUE) {
      throw Refusal.tooLarge(PAGE_BYTES, "byte trong một ô", "bytes in one cell");
    }
    if (writing.remaining() < count + HEADER_BYTES_MAX) {
      turnPage();
    }
    if (size % INDEX_STEP == 0) {
      remember(size / INDEX_STEP);
    }
    putNumber(fontName == null ? 0 : fontNumber(fontName));
    putNumber(count);
    writing.put(bytes, from, count);
    size++;
  }

  private void remember(int place) {
    if (place == index.length) {
      index = Arrays.copyOf(index, place * 2);
    }
    index[place] = (long) pagesWritten << 32 | writing.position();
  }

  private int fontNumber(String name) {
    int known = fonts.indexOf(name);
    if (known >= 0) {
      return known + 1;
    }
    if (fonts.size() == 255) {
      return 0;
    }
    fonts.add(name);
    return fonts.size();
  }

  private void putNumber(int number) {
    int rest = number;
    while (rest > 0x7F) {
      writing.put((byte) (rest | 0x80));
      rest >>>= 7;
    }
    writing.put((byte) rest);
  }

  private void turnPage() throws IOException {
    endPage();
    if (spill == null && pages.size() == HEAP_PAGES_MAX) {
      spill = openSpill();
      for (ByteBuffer page : pages) {
        write(spill, page);
      }
      pages.clear();
    }
    if (spill == null) {
      pages.add(writing);
      writing = ByteBuffer.allocate(PAGE_BYTES);
    } else {
      write(spill, writing);
      writing.clear();
    }
  }

  private void endPage() {
    if (pagesWritten == pageEnds.length) {
      pageEnds = Arrays.copyOf(pageEnds, pagesWritten * 2);
    }
    pageEnds[pagesWritten++] = writing.position();
  }

  private static FileChannel openSpill() throws IOException {
    Path file = Files.createTempFile("ishc-", ".texts");
    return FileChannel.open(
        file,
        StandardOpenOption.READ,
        StandardOpenOption.WRITE,
        StandardOpenOption.DELETE_ON_CLOSE);
  }

  private static void write(FileChannel spill, ByteBuffer page) throws IOException {
    page.clear();
    while (page.hasRemaining()) {
      spill.write(page);
    }
  }

  /** Ends the writing; from now on texts are asked for. */
  void freeze() throws IOException {
    turnPage();
    if (spill != null) {
      writing = ByteBuffer.allocate(0);
      for (long from = 0; from < spill.size(); from += MAPPED_BYTES) {
        ByteBuffer mapped =
            spill.map(
                FileChannel.MapMode.READ_ONLY, from, Math.min(MAPPED_BYTES, spill.size() - from));
        for (int page = 0; page < mapped.capacity(); page += PAGE_BYTES) {
          pages.add(mapped.slice(page, PAGE_BYTES));
        }
      }
    }
  }

  /** Moves to a text; false when there is none of that number. */
  boolean seek(int number) {
    if (number < 0 || number >= size) {
      return false;
    }
    if (number != nextNumber || number == 0) {
      next = index[number / INDEX_STEP];
      for (int i = number / INDEX_STEP * INDEX_STEP; i < number; i++) {
        pass(false);
      }
    }
    pass(true);
    nextNumber = number + 1;
    return true;
  }

  private void pass(boolean copy) {
    int page = (int) (next >>> 32);
    int at = (int) next;
    if (at == pageEnds[page]) {
      page++;
      at = 0;
    }
    ByteBuffer bytes = pages.get(page);
    font = bytes.get(at++) & 0xFF;
    if (font > 0x7F) {
      font = (font & 0x7F) | (bytes.get(at++) & 0x7F) << 7;
    }
    int shift = 0;
    int part = bytes.get(at++);
    length = part & 0x7F;
    while (part < 0) {
      shift += 7;
      part = bytes.get(at++);
      length |= (part & 0x7F) << shift;
    }
    if (copy) {
      copy(bytes, at);
    }
    next = (long) page << 32 | at + length;
  }

  private void copy(ByteBuffer bytes, int at) {
    if (scratch.length < length) {
      scratch = new byte[Math.max(length, scratch.length * 2)];
    }
    bytes.get(at, scratch, 0, length);
  }

  /** The text moved to. */
  String text() {
    return new String(scratch, 0, length, StandardCharsets.UTF_8);
  }

  /** The font of its first run. */
  @Nullable String font() {
    return font == 0 ? null : fonts.get(font - 1);
  }

  @Override
  public void close() throws IOException {
    pages.clear();
    size = 0;
    if (spill != null) {
      spill.close();
    }
  }
}
