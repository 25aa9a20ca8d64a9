package vn.ishc.fuzz;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Feeds readers with spoiled files for a while. The same seed spoils the same way.
 *
 * <p>{@code java -cp … vn.ishc.fuzz.FuzzRun SECONDS SEED FOLDER [TARGET…]}: seconds for each target; files that are not stood go to the folder.
 */
public final class FuzzRun {
  /** What an honest machine needs milliseconds for. */
  private static final long SECONDS_MAX = 20;

  private final Target target;
  private final Path folder;
  private final Map<String, String> failures = new LinkedHashMap<>();
  private volatile Thread readingThread;
  private volatile long startedNanos;
  private long tried;
  private long taken;
  private volatile long slowestNanos;

  FuzzRun(Target target, Path folder) throws IOException {
    this.target = target;
    this.folder = Files.createDirectories(folder);
  }

  /** Goes on until the time is over; returns what was not stood: where it broke, and which file breaks it. */
  Map<String, String> run(long millis, long seed) throws Exception {
    List<byte[]> seeds = target.seeds(folder);
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    Mutator mutator = new Mutator(random);
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    try (ExecutorService reader = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("reader").factory())) {
      while (System.nanoTime() < end) {
        byte[] spoiled = mutator.spoil(seeds.get(random.nextInt(seeds.size())), target.isZip());
        Future<Boolean> read = reader.submit(() -> timed(spoiled));
        try {
          taken += result(read) ? 1 : 0;
        } catch (ExecutionException e) {
          keep(spoiled, where(e.getCause()));
        } catch (TimeoutException e) {
          keep(spoiled, "takes more than " + SECONDS_MAX + " s of the processor");
          return failures;
        }
        tried++;
      }
    }
    return failures;
  }

  /** Waits as long as the processor works on it: a machine that is busy with other things proves nothing. */
  private boolean result(Future<Boolean> read) throws InterruptedException, ExecutionException, TimeoutException {
    while (true) {
      try {
        return read.get(1, TimeUnit.SECONDS);
      } catch (TimeoutException e) {
        Thread at = readingThread;
        if (at != null && ManagementFactory.getThreadMXBean().getThreadCpuTime(at.threadId()) - startedNanos > TimeUnit.SECONDS.toNanos(SECONDS_MAX)) {
          throw e;
        }
      }
    }
  }

  private boolean timed(byte[] spoiled) throws IOException {
    readingThread = Thread.currentThread();
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    startedNanos = start;
    try {
      return target.read(spoiled, folder);
    } finally {
      slowestNanos = Math.max(slowestNanos, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
    }
  }

  private static String where(Throwable fault) {
    StackTraceElement[] frames = fault.getStackTrace();
    StringBuilder text = new StringBuilder(fault.toString());
    for (int i = 0; i < Math.min(4, frames.length); i++) {
      text.append(" < ").append(frames[i].getClassName()).append('.').append(frames[i].getMethodName()).append(':').append(frames[i].getLineNumber());
    }
    return text.toString();
  }

  /** One file for each place at which something breaks. */
  private void keep(byte[] spoiled, String where) throws IOException {
    String place = where.replaceFirst("^([\\w.$]+)[^<]*", "$1 ");
    if (!failures.containsKey(place)) {
      Path file = folder.resolve(target.name().toLowerCase(Locale.ROOT) + "-" + failures.size() + ".broke");
      Files.write(file, spoiled);
      failures.put(place, where + " : " + file);
    }
  }

  @Override
  public String toString() {
    return "%-9s %,8d files, %,7d taken, slowest %,5d ms of processor, %d places broke".formatted(target, tried, taken, slowestNanos / 1_000_000, failures.size());
  }

  /** Runs and prints; ends with 1 when anything broke. */
  public static void main(String[] args) throws Exception {
    long seconds = Long.parseLong(args[0]);
    long seed = Long.parseLong(args[1]);
    List<Target> targets = args.length > 3 ? List.of(args).subList(3, args.length).stream().map(Target::valueOf).toList() : List.of(Target.values());
    boolean sound = true;
    for (Target target : targets) {
      FuzzRun run = new FuzzRun(target, Path.of(args[2]));
      Map<String, String> failures = run.run(TimeUnit.SECONDS.toMillis(seconds), seed);
      System.out.println(run);
      failures.values().forEach(each -> System.out.println("  " + each));
      sound &= failures.isEmpty();
    }
    System.exit(sound ? 0 : 1);
  }
}
