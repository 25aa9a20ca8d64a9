package vn.ishc.run;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How long to leave a work alone that failed as a whole, of which trying again every minute makes nothing better: after the first failure in a row until the next
 * look, then 2, 4, 8 and at last 16 minutes. Files that fail one by one have a memory of their own.
 */
final class Patience {
  private static final int MINUTES_MOST = 16;

  /** Looks come every minute, give or take. */
  private static final long SLACK_SECONDS = 20;

  private final LongSupplier nanos;
  private int failures;
  private volatile long until;

  /** A work that may fail. */
  interface Work {
    Works.Ended run() throws Exception;
  }

  /**
   * @param nanos a clock that never jumps, {@link System#nanoTime}
   */
  Patience(LongSupplier nanos) {
    this.nanos = nanos;
    this.until = nanos.getAsLong();
  }

  /** Whether the last failure was too short a while ago. */
  boolean asksToWait() {
    return nanos.getAsLong() - until < 0;
  }

  /** Does the work, one at a time, and remembers how it went. */
  Works.Ended with(Work work) throws Exception {
    boolean done = false;
    try {
      Works.Ended ended = work.run();
      done = true;
      return ended;
    } finally {
      failures = done ? 0 : failures + 1;
      until = nanos.getAsLong() + (done ? 0 : pause(failures));
    }
  }

  private static long pause(int failures) {
    int minutes = failures > 4 ? MINUTES_MOST : 1 << (failures - 1);
    return TimeUnit.SECONDS.toNanos(minutes * 60L - SLACK_SECONDS);
  }
}
