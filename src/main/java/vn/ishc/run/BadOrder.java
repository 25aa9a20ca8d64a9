package vn.ishc.run;

import java.util.List;

/** A job is asked for by a name or with parameters that cannot be read: wrong usage, nothing was done. */
public final class BadOrder extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final List<String> problems;

  BadOrder(List<String> problems) {
    super(String.join("; ", problems));
    this.problems = List.copyOf(problems);
  }

  /** All that is wrong, each with what could be read instead: {@code period=2025-H3: 2025-H1}. */
  public List<String> problems() {
    return problems;
  }
}
