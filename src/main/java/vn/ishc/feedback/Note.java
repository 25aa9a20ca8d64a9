package vn.ishc.feedback;

import vn.ishc.row.Finding;
import vn.ishc.row.Severity;

/**
 * A finding as its sender reads it.
 *
 * @param sheet name of the sheet; empty for the file as a whole
 * @param row number a person sees; 0 for the sheet or the file as a whole
 * @param column 0-based; -1 for the row as a whole
 * @param code for example {@code C03}
 * @param severity what it does to the row
 * @param message what was found and what to do
 * @param question by which an answer to it is known; empty when it is no question
 */
public record Note(String sheet, int row, int column, String code, Severity severity, String message, String question) {
  /** A finding in words. */
  public static Note of(Finding finding, String message) {
    return new Note(finding.sheet(), finding.row(), finding.column(), finding.code().code(), finding.severity(), message, "");
  }

  /** A finding as the warehouse keeps it, its place as {@code F118}, {@code 118} or nothing. */
  public static Note of(String sheet, int row, String cell, String code, Severity severity, String message) {
    int column = 0;
    for (int i = 0; i < cell.length() && cell.charAt(i) >= 'A' && cell.charAt(i) <= 'Z'; i++) {
      column = column * 26 + cell.charAt(i) - 'A' + 1;
    }
    return new Note(sheet, row, column - 1, code, severity, message, "");
  }

  /** The same, as a question. */
  public Note asking(String token) {
    return new Note(sheet, row, column, code, severity, message, token);
  }

  /** Whether its sender may say that the value is right. */
  boolean isQuestion() {
    return !question.isEmpty();
  }

  /** The same, elsewhere. */
  Note at(String otherSheet, int otherRow, int otherColumn) {
    return new Note(otherSheet, otherRow, otherColumn, code, severity, message, question);
  }
}
