package vn.ishc.run;

/** A load as a whole failed and changed nothing; says where, without what a file says. */
public final class LoadFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LoadFailed(String where) {
    super(where);
  }
}
