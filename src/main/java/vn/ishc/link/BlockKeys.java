package vn.ishc.link;

import com.carrotsearch.hppc.LongHashSet;
import java.util.Arrays;

/**
 * The keys under which a writing is looked up: two writings are held against each other only where they share one. Coarse keys have finer ones beside them, so
 * that a coarse key that gathers too many can be passed over.
 */
public final class BlockKeys {
  /**
   * A key with more writings than this is passed over; a finer one takes its place. A number that so many writings bear is nobody's: it was filled in for
   * everyone.
   */
  public static final int MOST = 50;

  /** Keys have so many bits. */
  static final int BITS = 40;

  private static final long PRIME = 0x100000001b3L;
  private static final long BASIS = 0xcbf29ce484222325L;

  private BlockKeys() {}

  /** The keys of a writing, ascending, each once. */
  public static long[] of(PersonProfile profile) {
    LongHashSet keys = new LongHashSet(24);
    numbers(keys, profile);
    if (!profile.name().isAbsent()) {
      names(keys, profile);
    }
    long[] sorted = keys.toArray();
    Arrays.sort(sorted);
    return sorted;
  }

  private static void numbers(LongHashSet keys, PersonProfile p) {
    number(keys, "N", p.nationalId());
    number(keys, "O", p.oldId());
    number(keys, "I", p.insuranceNo());
    for (String loan : p.loans()) {
      int lender = loan.indexOf('\t');
      number(keys, "L", lender < 0 ? loan : loan.substring(0, lender));
    }
  }

  private static void number(LongHashSet keys, String kind, String number) {
    if (!number.isEmpty()) {
      keys.add(hash(kind, number));
    }
  }

  private static void names(LongHashSet keys, PersonProfile p) {
    WrittenName name = p.name();
    String club = p.club() == 0 ? "" : Long.toString(p.club());
    String ends = name.bareFamily() + ' ' + name.bareGiven();
    add(keys, "name commune", name.bareKey(), p.commune());
    add(keys, "name club", name.bareKey(), club);
    add(keys, "ends club", ends, club);
    add(keys, "house", name.bareGiven() + ' ' + p.house(), p.house().isEmpty() ? "" : p.commune());
    add(keys, "phone", name.bareGiven(), p.phone());
    if (p.birth().isYear()) {
      String year = Integer.toString(p.birth().year());
      add(keys, "name year", name.bareKey(), year);
      add(keys, "name year commune", name.bareKey() + ' ' + p.commune(), year);
      add(keys, "name year club", name.bareKey() + ' ' + club, year);
      years(keys, "given years commune", name.bareGiven() + ' ' + p.commune(), p.birth().year());
      years(keys, "ends years commune", ends + ' ' + p.commune(), p.birth().year());
    }
    if (p.birth().isDay()) {
      add(keys, "initials day", name.bareKey().charAt(0) + name.bareGiven().substring(0, 1), Integer.toString(p.birth().from()));
      add(keys, "given day", name.bareGiven(), Integer.toString(p.birth().from()));
    }
  }

  /** Two years that follow each other share a key. */
  private static void years(LongHashSet keys, String kind, String of, int year) {
    add(keys, kind, of, Integer.toString(year));
    add(keys, kind, of, Integer.toString(year + 1));
  }

  private static void add(LongHashSet keys, String kind, String of, String and) {
    if (!and.isEmpty() && !of.isEmpty()) {
      keys.add(hash(kind, of + '|' + and));
    }
  }

  /** FNV-1a with a last stir, of which {@link #BITS} bits are kept. */
  private static long hash(String kind, String text) {
    long hash = BASIS;
    for (int i = 0; i < kind.length(); i++) {
      hash = (hash ^ kind.charAt(i)) * PRIME;
    }
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    hash = (hash ^ hash >>> 32) * 0x9E3779B97F4A7C15L;
    return hash >>> (Long.SIZE - BITS);
  }
}
