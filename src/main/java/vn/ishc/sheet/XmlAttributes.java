package vn.ishc.sheet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of the element that has just started: slices of the buffer, valid until the next
 * event.
 */
abstract class XmlAttributes {
  private static final int ATTRIBUTES_MAX = 512;
  private static final boolean[] ENDS_NAME = new boolean[256];

  static {
    for (char c : " \t\r\n=/><\"'&".toCharArray()) {
      ENDS_NAME[c] = true;
    }
  }

  final XmlBuffer source;
  final XmlNames names;
  private int count;
  private int[] ids = new int[16];
  private int[] froms = new int[16];
  private int[] tos = new int[16];

  XmlAttributes(XmlBuffer source, XmlNames names) {
    this.source = source;
    this.names = names;
  }

  /** Forgets the attributes of the element before. */
  final void forgetAttributes() {
    count = 0;
  }

  final int endOfName(int from) {
    byte[] bytes = source.bytes;
    for (int i = from; i < source.limit; i++) {
      if (ENDS_NAME[bytes[i] & 0xFF]) {
        return i;
      }
    }
    return -1;
  }

  final int skipSpace(int from) {
    int i = from;
    while (i < source.limit && source.bytes[i] <= ' ' && source.bytes[i] > 0) {
      i++;
    }
    return i;
  }

  /** Parses an attribute; the place behind it, or -1 when the buffer ends before it. */
  final int parseAttribute(int from) throws IOException {
    int limit = source.limit;
    byte[] bytes = source.bytes;
    int nameTo = endOfName(from);
    int equals = nameTo < 0 ? limit : skipSpace(nameTo);
    int open = equals >= limit ? limit : skipSpace(equals + 1);
    if (open >= limit) {
      return -1;
    }
    byte quote = bytes[open];
    if (nameTo == from || bytes[equals] != '=' || (quote != '"' && quote != '\'')) {
      throw Refusal.damaged();
    }
    int close = open + 1;
    while (close < limit && bytes[close] != quote) {
      if (bytes[close] == '<') {
        throw Refusal.damaged();
      }
      close++;
    }
    if (close >= limit) {
      return -1;
    }
    keep(from, nameTo, open + 1, close);
    return close + 1;
  }

  private void keep(int nameFrom, int nameTo, int from, int to) throws IOException {
    if (names.listensToPrefixes() && nameTo - nameFrom > 6 && source.has("xmlns:", nameFrom)) {
      names.declare(latin(nameFrom + 6, nameTo), latin(from, to));
    }
    if (count == ids.length) {
      grow();
    }
    ids[count] =
        names.id(source.bytes, nameFrom, nameTo, XmlNames.hash(source.bytes, nameFrom, nameTo));
    froms[count] = from;
    tos[count] = to;
    count++;
  }

  private String latin(int from, int to) {
    return new String(source.bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }

  private void grow() throws IOException {
    if (count >= ATTRIBUTES_MAX) {
      throw Refusal.damaged();
    }
    ids = Arrays.copyOf(ids, count * 2);
    froms = Arrays.copyOf(froms, count * 2);
    tos = Arrays.copyOf(tos, count * 2);
  }

  /** The place of an attribute, or -1. */
  final int attributeAt(int wanted) {
    for (int i = 0; i < count; i++) {
      if (ids[i] == wanted) {
        return i;
      }
    }
    return -1;
  }

  /** The bytes attributes lie in. */
  final byte[] bytes() {
    return source.bytes;
  }

  final int from(int place) {
    return froms[place];
  }

  final int to(int place) {
    return tos[place];
  }

  /** The value of an attribute, or null. */
  final @Nullable String attribute(int wanted) throws IOException {
    int place = attributeAt(wanted);
    if (place < 0) {
      return null;
    }
    int from = froms[place];
    int to = tos[place];
    if (source.indexOf('&', from, to) < 0) {
      return new String(source.bytes, from, to - from, StandardCharsets.UTF_8);
    }
    ByteText text = new ByteText(XmlBuffer.BYTES_MAX);
    XmlReferences.append(source.bytes, from, to, text);
    return text.text();
  }

  /** The value of an attribute; {@code otherwise} when it is not there. */
  final String attribute(int wanted, String otherwise) throws IOException {
    String value = attribute(wanted);
    return value == null ? otherwise : value;
  }

  /** The whole number in an attribute; {@code otherwise} when it is not there or none. */
  final int attributeInt(int wanted, int otherwise) {
    int place = attributeAt(wanted);
    return place < 0
        ? otherwise
        : ByteNumbers.parseInt(source.bytes, froms[place], tos[place], otherwise);
  }

  /** Whether an attribute says yes: {@code 1}, {@code true} or {@code on}. */
  final boolean attributeFlag(int wanted) throws IOException {
    String value = attribute(wanted);
    return "1".equals(value) || "true".equals(value) || "on".equals(value);
  }
}
