package vn.ishc.clean;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.ishc.clean.Reading.Note;
import vn.ishc.row.Cell;
import vn.ishc.row.FindingCode;

/** Reads ages in years. */
public final class Ages {
  private static final int AGE_MAX = 120;
  private static final Pattern AGE =
      Pattern.compile(
          "(?:tuoi |khoang |~|tren |hon )*+(\\d{1,3})(?:[.,]\\d+)?\\+? ?(?:tuoi|t|tuoi mu|tuoi ta|tuoi tay|mu)?\\.?");

  private Ages() {}

  /**
   * Reads 78, 78 tuổi, 78t; whole years up to 120. A trace of other words is noted. Tuổi mụ is not
   * recounted.
   */
  public static Reading<Integer> read(Cell cell) {
    return switch (cell) {
      case Cell.Blank blank -> Reading.blank();
      case Cell.Failure failure -> CellText.failed(failure);
      case Cell.Bool bool -> unreadable(CellText.of(bool));
      case Cell.Numeric number ->
          number.style().date()
              ? unreadable(CellText.of(number))
              : whole((int) Math.min(number.value(), 9999), CellText.of(number));
      case Cell.Text text -> readText(text.text().strip());
    };
  }

  /** Whether a text can only be an age: {@code 78 tuổi}. */
  public static boolean says(Cell cell) {
    if (!(cell instanceof Cell.Text text)) {
      return false;
    }
    String loose = CellText.loose(text.text());
    return loose.contains("tuoi") && AGE.matcher(loose).matches();
  }

  private static Reading<Integer> unreadable(String found) {
    return Reading.unreadable(FindingCode.NUMBER_UNREADABLE, found);
  }

  private static Reading<Integer> whole(int age, String found) {
    return age >= 0 && age <= AGE_MAX ? Reading.of(age) : unreadable(found);
  }

  private static Reading<Integer> readText(String text) {
    if (CellText.isFiller(text)) {
      return Reading.blank();
    }
    Matcher matcher = AGE.matcher(CellText.loose(text));
    if (!matcher.matches()) {
      return unreadable(text);
    }
    int age = Integer.parseInt(matcher.group(1));
    boolean plain = CellText.isDigits(text);
    return age > AGE_MAX
        ? unreadable(text)
        : plain
            ? Reading.of(age)
            : Reading.of(age, Note.of(FindingCode.NUMBER_TIDIED, Integer.toString(age)));
  }
}
