package vn.ishc.cli;

/** How a command ended; its number is the exit status, part of the public contract. */
public enum Outcome {
  /** Done, and nothing refused. */
  DONE(0),
  /** Failed; it said why. */
  FAILED(1),
  /** Called in a way it does not know; it said how to call it. */
  WRONG_USAGE(2),
  /** Done, but some file or row was refused. */
  REFUSED(3);

  private final int status;

  Outcome(int status) {
    this.status = status;
  }

  /** The exit status of the process. */
  public int status() {
    return status;
  }
}
