package vn.ishc.sheet;

import java.nio.charset.StandardCharsets;

/** Numbers written in ASCII bytes, without a String in between where that is exact. */
final class ByteNumbers {
  private static final double[] TENS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };
  private static final int EXACT_DIGITS = 15;

  private ByteNumbers() {}

  /** The number; {@code NaN} when the bytes are none. */
  static double parse(byte[] bytes, int from, int to) {
    int start = from;
    boolean negative = start < to && bytes[start] == '-';
    start += negative ? 1 : 0;
    long digits = 0;
    int count = 0;
    int point = -1;
    for (int i = start; i < to; i++) {
      int digit = bytes[i] - '0';
      if (digit >= 0 && digit <= 9 && count < EXACT_DIGITS) {
        digits = digits * 10 + digit;
        count++;
      } else if (bytes[i] == '.' && point < 0) {
        point = i;
      } else {
        return slow(bytes, from, to);
      }
    }
    if (count == 0) {
      return Double.NaN;
    }
    // Both operands are exact below 2^53 and 10^22, so one division rounds once, as the standard
    // asks.
    double value = point < 0 ? digits : digits / TENS[to - point - 1];
    return negative ? -value : value;
  }

  private static double slow(byte[] bytes, int from, int to) {
    try {
      return Double.parseDouble(
          new String(bytes, from, to - from, StandardCharsets.ISO_8859_1).strip());
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** The whole number, or {@code otherwise} when the bytes are none or it is out of range. */
  static int parseInt(byte[] bytes, int from, int to, int otherwise) {
    if (from >= to || to - from > 10) {
      return otherwise;
    }
    long value = 0;
    for (int i = from; i < to; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return otherwise;
      }
      value = value * 10 + digit;
    }
    return value > Integer.MAX_VALUE ? otherwise : (int) value;
  }
}
