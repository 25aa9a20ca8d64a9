package vn.ishc.run;

import java.util.Arrays;
import java.util.List;

/** The points of the product, for tests of other packages. */
public final class Failpoints {
  /** How a process ends at one. */
  public static final int STATUS = Failpoint.STATUS;

  private Failpoints() {}

  /** All of them, so that none is left out. */
  public static List<String> halts() {
    return Arrays.stream(Failpoint.values()).map(Failpoint::name).toList();
  }

  /** The option of the Java machine that arms one. */
  public static String armed(String point) {
    return "-D" + Failpoint.PROPERTY + "=" + point;
  }
}
