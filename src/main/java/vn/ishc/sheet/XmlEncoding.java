package vn.ishc.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Any XML document as UTF-8 bytes: nearly all are already, the rest is translated. */
final class XmlEncoding {
  private static final int HEAD = 256;

  private XmlEncoding() {}

  /** The same document in UTF-8 without byte order mark. */
  static InputStream asUtf8(InputStream in) throws IOException {
    byte[] head = in.readNBytes(HEAD);
    PushbackInputStream whole = new PushbackInputStream(in, HEAD);
    int skipped = startsWith(head, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    whole.unread(head, skipped, head.length - skipped);
    Charset charset = charsetOf(head);
    return charset.equals(StandardCharsets.UTF_8)
        ? whole
        : new Translated(new InputStreamReader(whole, charset));
  }

  private static Charset charsetOf(byte[] head) throws IOException {
    if (startsWith(head, 0xFE, 0xFF) || startsWith(head, 0xFF, 0xFE)) {
      return StandardCharsets.UTF_16;
    }
    if (startsWith(head, '<', 0)) {
      return StandardCharsets.UTF_16LE;
    }
    if (startsWith(head, 0, '<')) {
      return StandardCharsets.UTF_16BE;
    }
    String declared = declared(new String(head, StandardCharsets.ISO_8859_1));
    if (declared == null || declared.toLowerCase(Locale.ROOT).startsWith("utf-16")) {
      return StandardCharsets.UTF_8;
    }
    return Charset.forName(declared);
  }

  private static @Nullable String declared(String head) {
    int end = head.indexOf("?>");
    int at = head.indexOf("encoding");
    if ((!head.startsWith("<?xml") && !head.startsWith("ï»¿<?xml")) || at < 0 || at > end) {
      return null;
    }
    int open = at + "encoding".length();
    while (open < end && head.charAt(open) != '"' && head.charAt(open) != '\'') {
      open++;
    }
    int close = open >= end ? -1 : head.indexOf(head.charAt(open), open + 1);
    return close < 0 ? null : head.substring(open + 1, close);
  }

  private static boolean startsWith(byte[] head, int... bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (i >= head.length || (head[i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  /** Characters given out as UTF-8. */
  private static final class Translated extends InputStream {
    private final Reader reader;
    private final char[] chars = new char[8192];
    private byte[] bytes = new byte[0];
    private int at;
    private int held;

    Translated(Reader reader) {
      this.reader = reader;
    }

    @Override
    public int read() throws IOException {
      return at < bytes.length || fill() ? bytes[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
      if (at >= bytes.length && !fill()) {
        return -1;
      }
      int count = Math.min(length, bytes.length - at);
      System.arraycopy(bytes, at, to, offset, count);
      at += count;
      return count;
    }

    private boolean fill() throws IOException {
      int count = reader.read(chars, held, chars.length - held);
      if (count < 0 && held == 0) {
        return false;
      }
      int end = held + Math.max(count, 0);
      // A surrogate pair must not be cut in two.
      held = count > 0 && Character.isHighSurrogate(chars[end - 1]) ? 1 : 0;
      String text = new String(chars, 0, end - held);
      bytes =
          (text.startsWith("\uFEFF") ? text.substring(1) : text).getBytes(StandardCharsets.UTF_8);
      at = 0;
      if (held == 1) {
        chars[0] = chars[end - 1];
      }
      return bytes.length > 0 || fill();
    }

    @Override
    public void close() throws IOException {
      reader.close();
    }
  }
}
