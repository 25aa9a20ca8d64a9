package vn.ishc.indicator;

import java.util.List;

/** Row numbers in few words. */
public final class RowNumbers {
  private RowNumbers() {}

  /** {@code 8–20, 22} for 8, 9, … 20 and 22; numbers are sorted, and told once. */
  public static String text(List<Integer> rows) {
    List<Integer> sorted = rows.stream().sorted().distinct().toList();
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (int i = 1; i <= sorted.size(); i++) {
      if (i == sorted.size() || sorted.get(i) != sorted.get(i - 1) + 1) {
        append(text, sorted.get(from), sorted.get(i - 1));
        from = i;
      }
    }
    return text.toString();
  }

  private static void append(StringBuilder text, int first, int last) {
    if (!text.isEmpty()) {
      text.append(", ");
    }
    text.append(first);
    if (last > first) {
      text.append(last == first + 1 ? ", " : "–").append(last);
    }
  }
}
