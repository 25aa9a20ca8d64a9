package vn.ishc.check;

import com.carrotsearch.hppc.LongIntHashMap;
import java.util.List;
import java.util.OptionalInt;
import vn.ishc.feed.Column;
import vn.ishc.feed.Contract;
import vn.ishc.row.Value;
import vn.ishc.clean.Spelling;

/**
 * Tells the rows of a slice that say the same as an earlier one. Keeps 12 bytes a row (a 64-bit fingerprint and the row number), so a million rows
 * fit; two different rows share a fingerprint once in 40 million slices of that size.
 */
public final class Uniqueness {
  private static final long SEED = 0x9E3779B97F4A7C15L;
  private static final long PRIME = 0x100000001B3L;

  private final int[] columns;
  private final LongIntHashMap rows = new LongIntHashMap();

  /** For the unique columns of a contract. */
  public Uniqueness(Contract contract) {
    this.columns = contract.unique().stream().mapToInt(name -> contract.column(name).map(Column::index).orElseThrow()).toArray();
  }

  /**
   * Remembers a row.
   *
   * @param slice what the row belongs to besides its values: the club or unit
   * @return the number of the earlier row that says the same
   */
  public OptionalInt repeats(String slice, Value[] values, int row) {
    if (columns.length == 0) {
      return OptionalInt.empty();
    }
    long print = mix(SEED, slice);
    for (int column : columns) {
      print = mix(print, values[column]);
    }
    int earlier = rows.getOrDefault(print, 0);
    if (earlier > 0) {
      return OptionalInt.of(earlier);
    }
    rows.put(print, row);
    return OptionalInt.empty();
  }

  private static long mix(long print, Value value) {
    return switch (value) {
      case Value.Absent absent -> mix(print, "");
      case Value.Text text -> mix(print, Spelling.fold(text.text()));
      case Value.Whole whole -> mix(print, whole.number());
      case Value.Decimal decimal -> mix(print, decimal.number().stripTrailingZeros().toPlainString());
      case Value.Date date -> mix(mix(print, date.date().from().toEpochDay()), date.date().to().toEpochDay());
      case Value.Flag flag -> mix(print, flag.on() ? "1" : "0");
      case Value.Code code -> mix(print, code.code());
      case Value.Codes codes -> mix(print, String.join(",", codes.codes().stream().sorted().toList()));
    };
  }

  private static long mix(long print, String text) {
    long hash = print;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    return scatter(hash);
  }

  private static long mix(long print, long number) {
    return scatter((print ^ scatter(number)) * PRIME);
  }

  private static long scatter(long hash) {
    return (hash ^ hash >>> 32) * SEED + 0x1F;
  }

  /** The columns looked at, in order. */
  public List<Integer> columns() {
    return java.util.Arrays.stream(columns).boxed().toList();
  }
}
