package vn.ishc.clean;

import vn.ishc.row.Cell;
import vn.ishc.row.FindingCode;
import vn.ishc.row.NumberStyle;

/** Reads free text: names of places, purposes, notes, numbers of decisions and loans. */
public final class Words {
  private Words() {}

  /**
   * The text; a number in plain digits, a date in Vietnamese writing, since hamlets are called 3
   * and loans 1234; blank for an empty place of a form. A text over the limit is cut, with a note.
   *
   * @param cell text already repaired
   * @param charactersMax most characters that are kept
   */
  public static Reading<String> read(Cell cell, int charactersMax) {
    return switch (cell) {
      case Cell.Blank blank -> Reading.blank();
      case Cell.Failure failure -> CellText.failed(failure);
      case Cell.Numeric number -> Reading.of(number(number));
      case Cell.Bool bool -> Reading.of(CellText.of(bool));
      case Cell.Text text -> text(text.text().strip(), charactersMax);
    };
  }

  private static String number(Cell.Numeric number) {
    NumberStyle style = number.style();
    return style.date()
        ? Serials.day(number.value(), style).map(Dates::format).orElse(CellText.of(number))
        : CellText.of(number);
  }

  private static Reading<String> text(String text, int charactersMax) {
    if (CellText.isFiller(text)) {
      return Reading.blank();
    }
    if (text.codePointCount(0, text.length()) <= charactersMax) {
      return Reading.of(text);
    }
    String cut = text.substring(0, text.offsetByCodePoints(0, charactersMax)).strip();
    return Reading.of(
        cut,
        Reading.Note.of(
            FindingCode.VALUE_TOO_LONG, Integer.toString(text.codePointCount(0, text.length()))));
  }
}
