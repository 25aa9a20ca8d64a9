package vn.ishc.crash;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Cuts off loads of an inbox at random moments, many times, and holds what the next load makes of it against a load that nobody disturbed.
 *
 * <p>{@code java -cp … vn.ishc.crash.CrashRun INBOX KILLS SEED [HOME]}
 */
public final class CrashRun {
  /** Files of one inbox come on one day, whatever hour the clock of a load shows. */
  private static final Instant NOW = Instant.parse("2026-01-15T04:00:00Z");

  private static final int HOURS_OFF_MAX = 10;
  private static final int BLOWS_MAX = Integer.getInteger("ishc.crash.blows", 8);

  /** What one load did stays, so that later blows meet later steps: within this part of the time of a whole load each step is met. */
  private static final double FROM = Double.parseDouble(System.getProperty("ishc.crash.from", "0.15"));

  private static final double TO = Double.parseDouble(System.getProperty("ishc.crash.to", "0.75"));

  private final CrashHome home;
  private final RandomGenerator random;
  private final Map<Blow, Integer> blows = new EnumMap<>(Blow.class);
  private Duration undisturbed = Duration.ZERO;
  private int loads;

  CrashRun(CrashHome home, long seed) {
    this.home = home;
    this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  /** A clock that jumps: the load that goes on may think that it began before the one that was cut off. */
  private Instant someTime() {
    return NOW.plus(Duration.ofMinutes(random.nextInt(-HOURS_OFF_MAX * 60, HOURS_OFF_MAX * 60)));
  }

  /** What a load makes that nobody disturbs; takes its time as well. */
  Snapshot undisturbed() throws Exception {
    home.reset();
    long start = System.nanoTime();
    requireDone(home.ended(home.load(NOW)));
    undisturbed = Duration.ofNanos(System.nanoTime() - start);
    return home.snapshot();
  }

  private void requireDone(int status) throws Exception {
    loads++;
    if (status != 0 && status != 3) {
      throw new IllegalStateException("a load that nobody disturbed ended with " + status + ": " + home.said());
    }
  }

  /**
   * Fills the inbox, strikes the load once or several times, loads to the end.
   *
   * @param most how many blows at most
   * @return how many hit a load that was under way
   */
  int round(int most) throws Exception {
    home.reset();
    int struck = 0;
    for (int planned = 1 + random.nextInt(Math.min(most, BLOWS_MAX)); planned > 0; planned--) {
      Process load = home.load(someTime());
      Thread.sleep((long) (undisturbed.toMillis() * random.nextDouble(FROM, TO)));
      if (load.isAlive()) {
        Blow blow = Blow.any(random);
        blow.strike(load, home, random);
        blows.merge(blow, 1, Integer::sum);
        struck++;
      }
      home.ended(load);
      loads++;
    }
    requireDone(home.ended(home.load(someTime())));
    return struck;
  }

  /** How often which blow was struck. */
  Map<Blow, Integer> blows() {
    return blows;
  }

  Duration undisturbedTook() {
    return undisturbed;
  }

  /** Runs and prints; ends with 1 at the first difference and leaves everything as it is, to be looked at. */
  public static void main(String[] args) throws Exception {
    Path inbox = Path.of(args[0]).toAbsolutePath();
    int kills = Integer.parseInt(args[1]);
    long seed = Long.parseLong(args[2]);
    Path folder = args.length > 3 ? Path.of(args[3]).toAbsolutePath() : Files.createTempDirectory("ishc-crash");
    System.out.printf("inbox %s, %d kills, seed %d, home %s%n", inbox.getFileName(), kills, seed, folder);
    long start = System.nanoTime();
    try (CrashHome home = new CrashHome(folder, inbox)) {
      CrashRun run = new CrashRun(home, seed);
      Snapshot expected = run.undisturbed();
      same(0, expected, run.undisturbed());
      System.out.printf("undisturbed: %.1f s, %,d rows and files, %s%n", run.undisturbedTook().toMillis() / 1e3, expected.size(), expected.hash());
      int struck = 0;
      for (int round = 1; struck < kills; round++) {
        struck += run.round(kills - struck);
        same(round, expected, home.snapshot());
        List<String> broken = home.broken(NOW);
        if (!broken.isEmpty()) {
          fail(round, broken);
        }
        System.out.printf(Locale.ROOT, "round %d: %d kills so far %s, equal, verify clean, %.0f s%n", round, struck, run.blows(), (System.nanoTime() - start) / 1e9);
      }
      System.out.printf("%d kills in %d loads, every export equal%n", struck, run.loads);
    }
    CrashHome.deleteTree(folder);
  }

  private static void same(int round, Snapshot expected, Snapshot found) {
    List<String> differences = expected.differences(found);
    if (!differences.isEmpty()) {
      fail(round, differences);
    }
  }

  private static void fail(int round, List<String> why) {
    System.out.println("round " + round + " FAILED");
    why.forEach(System.out::println);
    System.exit(1);
  }
}
