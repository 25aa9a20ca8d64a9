package vn.ishc.warehouse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who has everything that is published of one half-year and tries every table of whole numbers that agrees with it.
 * Several classifications of the same persons are held against each other: their district totals are the same.
 */
final class Attacker {
  /**
   * One classification as published; null where a count is withheld.
   *
   * @param cells by district, then category
   * @param districts district totals
   * @param categories category totals
   * @param whole the total of all
   */
  record Published(@Nullable Integer[][] cells, @Nullable Integer[] districts, @Nullable Integer[] categories, int whole) {}

  /**
   * What the attacker knows in the end: for each count the values it may have, value v as bit v.
   *
   * @param cells by district, then category
   * @param districts district totals
   * @param categories category totals
   */
  record Knowledge(long[][] cells, long[] districts, long[] categories) {
    static Knowledge none(int districts, int categories) {
      return new Knowledge(new long[districts][categories], new long[districts], new long[categories]);
    }

    void add(Knowledge other) {
      for (int d = 0; d < cells.length; d++) {
        for (int k = 0; k < categories.length; k++) {
          cells[d][k] |= other.cells[d][k];
        }
        districts[d] |= other.districts[d];
      }
      for (int k = 0; k < categories.length; k++) {
        categories[k] |= other.categories[k];
      }
    }
  }

  private final Published published;
  private final List<List<int[]>> rows = new ArrayList<>();
  private final Map<Integer, List<int[]>> lastRows = new HashMap<>();
  private final Map<List<Integer>, Knowledge> byTotals = new HashMap<>();

  private Attacker(Published published) {
    this.published = published;
    for (int d = 0; d < published.districts.length; d++) {
      List<int[]> options = new ArrayList<>();
      fillRow(d, 0, new int[published.categories.length], 0, options);
      rows.add(options);
    }
    combine(0, new int[rows.size()][], new int[published.categories.length]);
  }

  /** What can be known of each classification when all of them are read together. */
  static List<Knowledge> attack(List<Published> classifications) {
    List<Attacker> attackers = classifications.stream().map(Attacker::new).toList();
    Set<List<Integer>> totals = new HashSet<>(attackers.getFirst().byTotals.keySet());
    attackers.forEach(each -> totals.retainAll(each.byTotals.keySet()));
    List<Knowledge> all = new ArrayList<>();
    for (Attacker attacker : attackers) {
      Knowledge sum = Knowledge.none(attacker.rows.size(), attacker.published.categories.length);
      totals.forEach(total -> sum.add(attacker.byTotals.get(total)));
      all.add(sum);
    }
    return all;
  }

  private void fillRow(int d, int k, int[] row, int sum, List<int[]> options) {
    Integer total = published.districts[d];
    if (sum > (total == null ? rest(published.districts) : total)) {
      return;
    }
    if (k == row.length) {
      if (total == null || total == sum) {
        options.add(row.clone());
      }
      return;
    }
    Integer known = published.cells[d][k];
    int from = known == null ? 0 : known;
    int to = known == null ? most(d, k) : known;
    for (int value = from; value <= to; value++) {
      row[k] = value;
      fillRow(d, k + 1, row, sum + value, options);
    }
  }

  /** What the districts without total have together. */
  private int rest(@Nullable Integer[] districts) {
    return published.whole - Arrays.stream(districts).mapToInt(each -> each == null ? 0 : each).sum();
  }

  /** No count is above the totals of its line. */
  private int most(int d, int k) {
    Integer district = published.districts[d];
    Integer category = published.categories[k];
    int most = Math.min(district == null ? rest(published.districts) : district, category == null ? published.whole : category);
    return Math.max(most, 0);
  }

  private void combine(int d, int[][] table, int[] sums) {
    for (int k = 0; k < sums.length; k++) {
      Integer total = published.categories[k];
      if (total != null && (sums[k] > total || (d == table.length && sums[k] < total))) {
        return;
      }
    }
    if (Arrays.stream(sums).sum() > published.whole) {
      return;
    }
    if (d == table.length) {
      note(table, sums);
      return;
    }
    int left = published.whole - Arrays.stream(sums).sum();
    int[] added = new int[sums.length];
    for (int[] row : d + 1 == table.length ? bySum(d, left) : rows.get(d)) {
      table[d] = row;
      for (int k = 0; k < added.length; k++) {
        added[k] = sums[k] + row[k];
      }
      combine(d + 1, table, added);
    }
  }

  /** Only these can be the last row. */
  private List<int[]> bySum(int d, int sum) {
    return lastRows.computeIfAbsent(sum, any -> rows.get(d).stream().filter(row -> Arrays.stream(row).sum() == sum).toList());
  }

  private void note(int[][] table, int[] sums) {
    if (Arrays.stream(sums).sum() != published.whole) {
      return;
    }
    List<Integer> totals = Arrays.stream(table).map(row -> Arrays.stream(row).sum()).toList();
    Knowledge knowledge = byTotals.computeIfAbsent(totals, any -> Knowledge.none(table.length, sums.length));
    for (int d = 0; d < table.length; d++) {
      for (int k = 0; k < sums.length; k++) {
        knowledge.cells[d][k] |= 1L << table[d][k];
      }
      knowledge.districts[d] |= 1L << totals.get(d);
    }
    for (int k = 0; k < sums.length; k++) {
      knowledge.categories[k] |= 1L << sums[k];
    }
  }
}
