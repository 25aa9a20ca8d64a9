package vn.ishc.link;

/** How two values agree that are alike or not. */
public enum Sameness {
  /** Both say the same. */
  SAME('='),
  /** One side says nothing. */
  UNKNOWN('?'),
  /** Both say something, and not the same. */
  DIFFERENT('x');

  private final char sign;

  Sameness(char sign) {
    this.sign = sign;
  }

  char sign() {
    return sign;
  }

  static Sameness of(String a, String b) {
    return a.isEmpty() || b.isEmpty() ? UNKNOWN : a.equals(b) ? SAME : DIFFERENT;
  }

  static Sameness of(long a, long b) {
    return a == 0 || b == 0 ? UNKNOWN : a == b ? SAME : DIFFERENT;
  }
}
