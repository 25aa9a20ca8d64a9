package vn.ishc.run;

import org.jspecify.annotations.Nullable;

/** An environment variable holds what cannot be read: wrong usage, not a failure of the program. */
public final class BadSetting extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String variable;
  private final String value;
  private final String example;

  /**
   * A setting that cannot be read.
   *
   * @param variable its name, for example {@code ISHC_CLOCK}
   * @param value what it holds
   * @param example a value that can be read
   * @param cause what the reader said, or null
   */
  public BadSetting(String variable, String value, String example, @Nullable Throwable cause) {
    super(variable + "=" + value, cause);
    this.variable = variable;
    this.value = value;
    this.example = example;
  }

  /** The name of the variable. */
  public String variable() {
    return variable;
  }

  /** What it holds. */
  public String value() {
    return value;
  }

  /** A value that can be read. */
  public String example() {
    return example;
  }
}
