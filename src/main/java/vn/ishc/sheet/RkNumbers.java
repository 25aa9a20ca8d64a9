package vn.ishc.sheet;

/** Numbers packed into four bytes ([MS-XLS] 2.5.217). */
final class RkNumbers {
  private RkNumbers() {}

  /** The number: the upper 30 bits of a double or a whole number, perhaps in hundredths. */
  static double value(int rk) {
    double number = (rk & 2) != 0 ? rk >> 2 : Double.longBitsToDouble((long) (rk & ~3) << 32);
    return (rk & 1) != 0 ? number / 100 : number;
  }
}
