package vn.ishc.clean;

import java.util.Map;
import vn.ishc.row.Cell;
import vn.ishc.row.FindingCode;

/**
 * Reads a sex column. {@code N} is nữ: a list that abbreviates writes Nam in full or leaves it
 * blank. Bare digits are not read, for some lists code 1 as nam and 0 as nữ, others 1 as nam and 2
 * as nữ, others the reverse.
 */
public final class Sexes {
  private static final Map<String, Sex> WORDS =
      Map.ofEntries(
          Map.entry("nam", Sex.MALE),
          Map.entry("trai", Sex.MALE),
          Map.entry("con trai", Sex.MALE),
          Map.entry("nam gioi", Sex.MALE),
          Map.entry("gioi nam", Sex.MALE),
          Map.entry("dan ong", Sex.MALE),
          Map.entry("ong", Sex.MALE),
          Map.entry("m", Sex.MALE),
          Map.entry("male", Sex.MALE),
          Map.entry("nu", Sex.FEMALE),
          Map.entry("n", Sex.FEMALE),
          Map.entry("gai", Sex.FEMALE),
          Map.entry("con gai", Sex.FEMALE),
          Map.entry("nu gioi", Sex.FEMALE),
          Map.entry("gioi nu", Sex.FEMALE),
          Map.entry("phu nu", Sex.FEMALE),
          Map.entry("dan ba", Sex.FEMALE),
          Map.entry("ba", Sex.FEMALE),
          Map.entry("f", Sex.FEMALE),
          Map.entry("female", Sex.FEMALE));

  private Sexes() {}

  /** Reads Nam, nữ, NỮ, Nu, N, M, F, trai, gái; blank for a dash; anything else is not known. */
  public static Reading<Sex> read(Cell cell) {
    return switch (cell) {
      case Cell.Blank blank -> Reading.blank();
      case Cell.Failure failure -> CellText.failed(failure);
      case Cell.Text text -> read(text.text());
      case Cell.Numeric number -> unknown();
      case Cell.Bool bool -> unknown();
    };
  }

  private static Reading<Sex> read(String text) {
    if (CellText.isFiller(text)) {
      return Reading.blank();
    }
    if ("♂".equals(text) || "♀".equals(text)) {
      return Reading.of("♂".equals(text) ? Sex.MALE : Sex.FEMALE);
    }
    Sex sex = WORDS.get(Spelling.toneless(text));
    return sex == null ? unknown() : Reading.of(sex);
  }

  private static Reading<Sex> unknown() {
    return Reading.unreadable(FindingCode.VALUE_NOT_KNOWN, "Nam, Nữ");
  }
}
