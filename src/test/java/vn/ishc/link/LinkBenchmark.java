package vn.ishc.link;

import java.util.Locale;

/**
 * Measures the linkage on FEBRL 3 and on made-up provinces of several seeds: {@code LinkBenchmark [CLUBS [PERIODS [SEEDS]]]}. See {@code src/docs/linkage.md} for the command.
 */
public final class LinkBenchmark {
  private LinkBenchmark() {}

  /** Prints a line per set. */
  public static void main(String[] arguments) {
    LinkWorld.Written febrl = Febrl.written();
    System.out.printf("FEBRL 3, linked without asking: %s%n", LinkQuality.of(febrl));
    System.out.printf("FEBRL 3, linked or listed: %s%n", FebrlTest.listed(febrl));
    System.out.printf("FEBRL 3, weights estimated: %s%n", FebrlTest.estimated(febrl));
    int clubs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 275;
    int periods = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 8;
    int seeds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3;
    for (long seed = 1; seed <= seeds; seed++) {
      LinkWorld.Written written = new LinkWorld(seed, clubs, periods).written();
      System.out.printf(Locale.ROOT, "seed %d: %,d rows, %,d writings: %s%n", seed, written.rows(), written.profiles().size(), LinkQuality.of(written));
    }
  }
}
