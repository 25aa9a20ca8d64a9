package vn.ishc.sheet;

import java.io.IOException;
import vn.ishc.row.FindingCode;

/**
 * Runs a parser; whatever it throws becomes the one exception the project knows, without any text
 * of the file in it. A memory that does not do is not the parser's alone: whoever reads decides.
 */
final class Guarded {
  private Guarded() {}

  /** Work that may fail in any way. */
  interface Reading<T> {
    /** Does it. */
    T read() throws IOException;
  }

  /** Does the work or refuses the file. */
  static <T> T read(Reading<T> reading) throws UnreadableFile {
    try {
      return reading.read();
    } catch (IOException | RuntimeException | StackOverflowError failure) {
      throw refusalFor(failure);
    }
  }

  /** The refusal a failure means. */
  static UnreadableFile refusalFor(Throwable failure) {
    if (failure instanceof Refusal refusal) {
      return refusal.reason();
    }
    return new UnreadableFile(FindingCode.FILE_DAMAGED);
  }
}
