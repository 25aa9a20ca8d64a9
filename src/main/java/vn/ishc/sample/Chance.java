package vn.ishc.sample;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/** The one source of chance: seeded, never the clock. */
final class Chance {
  private final SplittableRandom random;

  Chance(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** A source of its own for one thing, so that adding another thing changes nothing here. */
  static Chance of(long seed, String thing) {
    long mixed = seed;
    for (int i = 0; i < thing.length(); i++) {
      mixed = mixed * 0x5DEECE66DL + thing.charAt(i);
    }
    return new Chance(mixed);
  }

  /** True in so many cases of a hundred. */
  boolean percent(int share) {
    return random.nextInt(100) < share;
  }

  /** From the first to the last, both included. */
  int between(int first, int last) {
    return random.nextInt(first, last + 1);
  }

  /** A day from the first to the last, both included. */
  LocalDate day(LocalDate first, LocalDate last) {
    return first.plusDays(between(0, (int) ChronoUnit.DAYS.between(first, last)));
  }

  /** One of them, all equally likely. */
  @SafeVarargs
  final <T> T any(T... of) {
    return of[random.nextInt(of.length)];
  }

  /** One of them, all equally likely. */
  <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** One of a frequency list: the first is by far the most usual. */
  String usual(String[] of) {
    double skewed = Math.pow(random.nextDouble(), 1.9);
    return of[(int) (skewed * of.length)];
  }

  /** The same things in another order. */
  <T> List<T> shuffled(List<T> of) {
    List<T> list = new ArrayList<>(of);
    Collections.shuffle(list, new Random(random.nextLong()));
    return list;
  }

  /** So many random digits. */
  String digits(int count) {
    StringBuilder digits = new StringBuilder(count);
    for (int i = 0; i < count; i++) {
      digits.append((char) ('0' + random.nextInt(10)));
    }
    return digits.toString();
  }
}
