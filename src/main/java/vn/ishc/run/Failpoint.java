package vn.ishc.run;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Moments between the steps of a load at which a rehearsal cuts it off, to prove that the next load puts everything right. Armed by the system property
 * {@value #PROPERTY} alone, which no launcher sets: {@code PUBLISHED} ends the process there as SIGKILL would, {@code PUBLISHED*3} when it comes by the third time,
 * {@code COPYING=full} throws what a full disk throws, {@code WALKED=memory} what a full memory does. Not armed, a point is a comparison with a constant. They live in the product because a point that is woven in
 * from outside proves another program than the one that runs.
 */
enum Failpoint {
  /** A file of the inbox is opened, none or a part of it is copied. */
  COPYING,
  /** The copy has its name, nobody has written down that the file has come. */
  COPIED,
  /** All files that wait are written down with the moment they came. */
  ARRIVED,
  /** A file is read, its rows lie in the spool, nothing is in the database. */
  WALKED,
  /** Everything of a file is in staging, not committed. */
  STAGING,
  /** The same, committed. */
  STAGED,
  /** A file is noted as the duplicate of another one. */
  DUPLICATE_NOTED,
  /** The star is computed, not committed. */
  PUBLISHING,
  /** The same, committed; nobody has been answered. */
  PUBLISHED,
  /** An answer is written under the name of a part. */
  ANSWERING,
  /** The answer has its name. */
  ANSWERED,
  /** Our copy has gone to the archive, the file's row does not say so. */
  ARCHIVED,
  /** The row says so, not yet for good; the original lies in the inbox. */
  ARCHIVE_NOTED,
  /** All rows say so for good. */
  ALL_ANSWERED,
  /** An original has left the inbox. */
  TAKEN_AWAY,
  /** Everything is done, but the load is not marked as ended. */
  ENDING;

  static final String PROPERTY = "ishc.failpoint";

  /** How a process ends at a point: no status of ours, none of the shell's. */
  static final int STATUS = 86;

  private static final String FULL = "=full";
  private static final String MEMORY = "=memory";
  private static final String ARMED = System.getProperty(PROPERTY, "");
  private static final boolean FILLS_THE_DISK = ARMED.endsWith(FULL);
  private static final boolean FILLS_THE_MEMORY = ARMED.endsWith(MEMORY);
  private static final String POINT = ARMED.replaceFirst("[*=].*", "");
  private static final int TIMES = ARMED.contains("*") ? Integer.parseInt(ARMED.replaceFirst("=.*", "").replaceFirst(".*\\*", "")) : 1;
  private static final AtomicInteger CAME_BY = new AtomicInteger();

  /** Goes on, unless this point is armed. */
  void reached() throws IOException {
    if (POINT.isEmpty() || !POINT.equals(name()) || CAME_BY.incrementAndGet() != TIMES) {
      return;
    }
    if (FILLS_THE_DISK) {
      throw new IOException("No space left on device");
    }
    if (FILLS_THE_MEMORY) {
      throw new OutOfMemoryError("rehearsal");
    }
    Runtime.getRuntime().halt(STATUS);
  }
}
