package vn.ishc.feedback;

import java.io.IOException;

/** A workbook that our reader understands, but whose parts cannot be marked where they lie: it is answered by a workbook of the same content. */
final class Unmarkable extends IOException {
  private static final long serialVersionUID = 1L;

  /** Says what is unusual; never carries text of the file. */
  Unmarkable(String what) {
    super(what);
  }

  /** The text of the cause may quote the file, so only its kind is kept. */
  Unmarkable(Exception cause) {
    super(cause.getClass().getSimpleName());
  }
}
