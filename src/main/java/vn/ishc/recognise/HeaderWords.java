package vn.ishc.recognise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import vn.ishc.feed.Column;
import vn.ishc.feed.ColumnType;
import vn.ishc.feed.Contract;
import vn.ishc.feed.Contracts;
import vn.ishc.feed.HeaderSpec;

/** Every heading that any contract knows, to be found by its words. Made once, asked from many threads. */
final class HeaderWords {
  private static final Set<ColumnType> FIGURES = Set.of(ColumnType.COUNT, ColumnType.MONEY, ColumnType.TICK);
  private static final int KEYS_MAX = 20_000;

  /** One heading of one contract column. */
  record Entry(Contract contract, Column column, HeaderSpec spec, String groupToneless, String leaf, String leafToneless) {
    boolean grouped() {
      return !groupToneless.isEmpty();
    }
  }

  private final Map<String, List<Entry>> byToneless = new HashMap<>();
  private final Set<String> groups = new HashSet<>();
  private final Map<String, HeaderKey> keys = new ConcurrentHashMap<>();

  HeaderWords(Contracts contracts) {
    for (Contract contract : contracts.all()) {
      for (Column column : contract.columns()) {
        column.headers().forEach(spec -> add(contract, column, spec));
      }
    }
  }

  private void add(Contract contract, Column column, HeaderSpec spec) {
    HeaderKey leaf = HeaderKey.of(spec.leaf());
    String group = spec.group().map(text -> HeaderKey.of(text).toneless()).orElse("");
    if (!group.isEmpty()) {
      groups.add(group);
    }
    Entry entry = new Entry(contract, column, spec, group, leaf.bare(), leaf.toneless());
    byToneless.computeIfAbsent(leaf.toneless(), key -> new ArrayList<>()).add(entry);
  }

  HeaderKey key(String heading) {
    if (keys.size() > KEYS_MAX) {
      keys.clear();
    }
    return keys.computeIfAbsent(heading, HeaderKey::of);
  }

  /** The entries whose leaf is spelled so, tones aside. */
  List<Entry> entries(String toneless) {
    return byToneless.getOrDefault(toneless, List.of());
  }

  /**
   * The entries whose leaf of two or more words begins the heading: {@code Họ và tên hội viên CLB}. No figure that is one of
   * another column as well: {@code Hộ nghèo, cận nghèo} is neither, {@code Số thành viên nữ} is not all of them.
   */
  List<Entry> beginning(String toneless) {
    List<Entry> found = new ArrayList<>();
    for (int space = toneless.lastIndexOf(' '); space > 0; space = toneless.lastIndexOf(' ', space - 1)) {
      String prefix = toneless.substring(0, space);
      if (prefix.indexOf(' ') > 0) {
        String rest = toneless.substring(space + 1).replaceFirst("^(?:va|hoac) ", "");
        entries(prefix).stream().filter(entry -> !namesAnother(rest, entry)).forEach(found::add);
      }
      if (!found.isEmpty()) {
        break;
      }
    }
    return found;
  }

  private boolean namesAnother(String rest, Entry than) {
    return FIGURES.contains(than.column().type())
        && entries(rest).stream()
            .anyMatch(
                entry ->
                    entry.contract().equals(than.contract()) && !entry.column().equals(than.column()) && entry.column().type() == than.column().type());
  }

  /** Whether the text is a heading or the group of one. */
  boolean isWord(String heading) {
    String toneless = key(heading).toneless();
    return byToneless.containsKey(toneless) || groups.contains(toneless);
  }
}
