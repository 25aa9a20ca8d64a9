package vn.ishc.sheet;

import vn.ishc.row.Cell;

/** The failures of formulas as the binary formats number them ([MS-XLS] 2.5.10). */
final class ErrorCodes {
  private ErrorCodes() {}

  /** The failure of a number. */
  static Cell failure(int code) {
    return new Cell.Failure(
        switch (code) {
          case 0x00 -> "#NULL!";
          case 0x07 -> "#DIV/0!";
          case 0x0F -> "#VALUE!";
          case 0x17 -> "#REF!";
          case 0x1D -> "#NAME?";
          case 0x24 -> "#NUM!";
          case 0x2A -> "#N/A";
          case 0x2B -> "#GETTING_DATA";
          default -> "#ERROR!";
        });
  }
}
