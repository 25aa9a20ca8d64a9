package vn.ishc.run;

import org.jspecify.annotations.Nullable;

/** A load as a whole failed and changed nothing; says where, without what a file says. */
public final class LoadFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LoadFailed(@Nullable Throwable cause) {
    super(cause == null ? "unknown" : Faults.where(cause), cause);
  }
}
