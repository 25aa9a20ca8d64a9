package vn.ishc.sheet;

import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;

/**
 * Ends the reading of a file that takes too long. What counts is the time that the processor gave to the thread that reads, with all that is done with the rows
 * between two of them: a machine that is busy or was asleep refuses nothing. A file of few rows is never timed.
 */
final class Deadline {
  private static final int TICKS_BETWEEN = 1024;

  private final int secondsMax;
  private int ticks;
  private long begun = -1;

  /** @param secondsMax processor time, in seconds */
  Deadline(int secondsMax) {
    this.secondsMax = secondsMax;
  }

  /**
   * So much was read.
   *
   * @param more 1 for a row
   * @throws Refusal when the time is over
   */
  void tick(int more) throws Refusal {
    ticks += more;
    if (ticks < TICKS_BETWEEN) {
      return;
    }
    ticks = 0;
    long now = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    if (begun < 0) {
      begun = now;
    } else if (now - begun > TimeUnit.SECONDS.toNanos(secondsMax)) {
      throw Refusal.tooLarge(secondsMax, "giây để đọc", "seconds to read");
    }
  }
}
