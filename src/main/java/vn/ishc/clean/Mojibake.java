package vn.ishc.clean;

import org.jspecify.annotations.Nullable;

/**
 * UTF-8 that was read as windows-1252, windows-1258 (the code page of a Vietnamese Windows) or
 * Latin-1: {@code Nguyá»…n}. The commonest damage of csv files, also twice over.
 */
final class Mojibake {
  private static final String CP1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

  /** Bytes that windows-1258 shows otherwise than windows-1252, with their signs. */
  private static final String CP1258 = "Ă\u0300Đ\u0309ƠƯ\u0303ă\u0301đ\u0323ơư";

  private static final int[] CP1258_BYTES = {
    0xC3, 0xCC, 0xD0, 0xD2, 0xD5, 0xDD, 0xDE, 0xE3, 0xEC, 0xF0, 0xF2, 0xF5, 0xFD
  };

  private Mojibake() {}

  /** The byte that was shown as this sign; -1 when none was. */
  static int byteOf(char c) {
    if (c < 0x100) {
      return c;
    }
    int at = CP1252.indexOf(c);
    if (at >= 0) {
      return 0x80 + at;
    }
    at = CP1258.indexOf(c);
    return at < 0 ? -1 : CP1258_BYTES[at];
  }

  /**
   * The text as it was before, undone as often as it was done; null when it is no UTF-8 read
   * wrongly.
   */
  static @Nullable String decode(String text) {
    String once = decodeOnce(text);
    if (once == null) {
      return null;
    }
    String again = decode(once);
    return again == null ? once : again;
  }

  private static @Nullable String decodeOnce(String text) {
    StringBuilder out = null;
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c < 0x80) {
        if (out != null) {
          out.append(c);
        }
        i++;
        continue;
      }
      boolean lost = isLostStroke(text, i);
      int length = lost ? lostLength(text, i) : sequenceLength(byteOf(c));
      int point = lost ? 'Đ' : length == 0 ? -1 : codePoint(text, i, length);
      if (point < 0) {
        return null;
      }
      out = out == null ? new StringBuilder(text.length()).append(text, 0, i) : out;
      out.appendCodePoint(point);
      i += length;
    }
    return out == null ? null : out.toString();
  }

  /**
   * The second byte of Đ, 0x90, is the one that windows-1252 cannot show: programs drop it or put a
   * replacement.
   */
  private static boolean isLostStroke(String text, int at) {
    if (byteOf(text.charAt(at)) != 0xC4 || at + 1 == text.length()) {
      return false;
    }
    int next = byteOf(text.charAt(at + 1));
    return next < 0x80 || next > 0xBF;
  }

  private static int lostLength(String text, int at) {
    return text.charAt(at + 1) == '\uFFFD' ? 2 : 1;
  }

  private static int sequenceLength(int lead) {
    if (lead >= 0xC2 && lead <= 0xDF) {
      return 2;
    }
    return lead >= 0xE0 && lead <= 0xEF ? 3 : lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
  }

  private static int codePoint(String text, int at, int length) {
    int point = byteOf(text.charAt(at)) & (0x7F >> length);
    for (int i = at + 1; i < at + length; i++) {
      int trail = i < text.length() ? trailOf(text.charAt(i)) : 0xA0;
      if (trail < 0x80 || trail > 0xBF) {
        return -1;
      }
      point = point << 6 | (trail & 0x3F);
    }
    return isShortest(point, length) && isOurs(point) ? point : -1;
  }

  /** Latin letters, marks, punctuation, pictures: what a Vietnamese list can hold. */
  private static boolean isOurs(int point) {
    boolean latin = point < 0x250 || (point >= 0x1E00 && point < 0x1F00);
    return latin
        || Letters.isCombining((char) point)
        || (point >= 0x2000 && point < 0x2800)
        || point == 0xFEFF
        || point > 0xFFFF;
  }

  /**
   * A plain space, or the end, stands for the no-break space that some program has tidied away:
   * {@code ThÃ nh}.
   */
  private static int trailOf(char c) {
    return c == ' ' ? 0xA0 : byteOf(c);
  }

  private static boolean isShortest(int point, int length) {
    int least = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000;
    return point >= least && point <= 0x10FFFF && (point < 0xD800 || point > 0xDFFF);
  }
}
