package vn.ishc.check;

import com.carrotsearch.hppc.IntIntHashMap;
import com.carrotsearch.hppc.LongIntHashMap;
import java.util.Optional;
import java.util.OptionalInt;
import vn.ishc.clean.Spelling;
import vn.ishc.feed.Column;
import vn.ishc.feed.Contract;
import vn.ishc.row.Value;

/** Tells one identity number under two names in a table. Keeps 20 bytes a numbered row. */
public final class IdentityTwice {
  private static final int NUMBER_LENGTH = 12;

  private final int name;
  private final int number;
  private final LongIntHashMap rows = new LongIntHashMap();
  private final IntIntHashMap names = new IntIntHashMap();

  /** For the first person a row of the contract names. */
  public IdentityTwice(Contract contract) {
    this.name = index(contract, "full_name");
    this.number = index(contract, "national_id");
  }

  private static int index(Contract contract, String field) {
    return contract.persons().stream()
        .findFirst()
        .flatMap(person -> person.column(field))
        .flatMap(contract::column)
        .map(Column::index)
        .orElse(-1);
  }

  /** The column of the number; -1 when the feed has none. */
  public int column() {
    return number;
  }

  /** The number of the earlier row that bears the same 12-digit number under another name. */
  public OptionalInt repeats(Value[] values, int row) {
    if (name < 0 || number < 0 || !(values[name] instanceof Value.Text who)) {
      return OptionalInt.empty();
    }
    Optional<Long> id = id(values[number]);
    if (id.isEmpty()) {
      return OptionalInt.empty();
    }
    int key = Spelling.toneless(who.text()).hashCode();
    int earlier = rows.getOrDefault(id.get(), 0);
    if (earlier == 0) {
      rows.put(id.get(), row);
      names.put(row, key);
      return OptionalInt.empty();
    }
    return names.get(earlier) == key ? OptionalInt.empty() : OptionalInt.of(earlier);
  }

  private static Optional<Long> id(Value value) {
    if (!(value instanceof Value.Text text) || text.text().length() < NUMBER_LENGTH) {
      return Optional.empty();
    }
    return Optional.of(Long.parseLong(text.text().substring(text.text().length() - NUMBER_LENGTH)));
  }
}
