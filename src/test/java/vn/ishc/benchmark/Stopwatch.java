package vn.ishc.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;

/**
 * What some work took, by the clock on the wall and by the processor time of the thread that did it: on a shared machine the second is the steadier.
 *
 * @param things what was worked on, for the rate
 * @param wallSeconds time gone by
 * @param cpuSeconds processor time of the calling thread alone; the collector, the compiler and the database are not in it
 */
record Stopwatch(long things, double wallSeconds, double cpuSeconds) {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** Work that tells how many things it worked on. */
  interface Work {
    long run() throws Exception;
  }

  static Stopwatch time(Work work) throws Exception {
    long wall = System.nanoTime();
    long cpu = THREADS.getCurrentThreadCpuTime();
    long things = work.run();
    return new Stopwatch(things, (System.nanoTime() - wall) / 1e9, (THREADS.getCurrentThreadCpuTime() - cpu) / 1e9);
  }

  /** Runs some work a few times, tells every round, and gives the one with the least processor time. */
  static Stopwatch best(String name, String unit, int rounds, Work work) throws Exception {
    Stopwatch best = null;
    for (int round = 1; round <= rounds; round++) {
      Stopwatch now = time(work);
      now.print(name + " (" + round + ")", unit);
      best = best == null || now.cpuSeconds < best.cpuSeconds ? now : best;
    }
    if (best == null) {
      throw new IllegalArgumentException("at least one round, not " + rounds);
    }
    return best;
  }

  void print(String name, String unit) {
    System.out.printf(
        Locale.ROOT,
        "%-44s %,12d %-5s  wall %7.2f s %,11.0f/s   cpu %7.2f s %,11.0f/s%n",
        name,
        things,
        unit,
        wallSeconds,
        things / wallSeconds,
        cpuSeconds,
        things / cpuSeconds);
  }
}
