package vn.ishc.sample;

import java.util.ArrayList;
import java.util.List;

/**
 * The annex of the plan: clubs that each district had and has to found. The totals are those of KH
 * 345/KH-UBND (145 clubs in 18 of 21 districts, 130 new ones, 8,450 members, 5,500 of them older);
 * the split by district is made up.
 */
final class PlanTargets {
  /**
   * One line of the annex.
   *
   * @param district GSO code
   * @param before clubs founded before the plan
   * @param perYear new clubs in 2022, 2023, 2024, 2025
   * @param older older members of the new clubs
   */
  record Line(String district, int before, int[] perYear, int older) {
    /** New clubs in all years. */
    int newClubs() {
      int sum = 0;
      for (int year : perYear) {
        sum += year;
      }
      return sum;
    }

    /** Members of the new clubs: 65 each. */
    int members() {
      return newClubs() * 65;
    }
  }

  private static final int[] BEFORE = {
    9, 4, 5, 4, 3, 0, 4, 6, 7, 9, 6, 7, 0, 9, 9, 8, 12, 20, 15, 8, 0
  };
  private static final int[] NEW = {6, 6, 5, 7, 6, 6, 7, 5, 6, 8, 6, 5, 5, 6, 6, 5, 7, 8, 9, 6, 5};
  private static final int OLDER_TOTAL = 5_500;

  private PlanTargets() {}

  /** The 21 lines, in the order of the districts. */
  static List<Line> lines(Places places) {
    List<Line> lines = new ArrayList<>();
    int older = 0;
    int newClubs = 0;
    int at = 0;
    for (Places.District district : places.districts()) {
      newClubs += NEW[at];
      int olderSoFar = Math.round((float) OLDER_TOTAL * newClubs / 130);
      lines.add(new Line(district.code(), BEFORE[at], years(NEW[at]), olderSoFar - older));
      older = olderSoFar;
      at++;
    }
    return lines;
  }

  private static int[] years(int total) {
    int[] years = new int[4];
    for (int i = 0; i < total; i++) {
      years[3 - i % 4]++;
    }
    return years;
  }
}
