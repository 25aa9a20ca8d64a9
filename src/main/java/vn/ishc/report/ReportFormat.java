package vn.ishc.report;

import java.util.Locale;
import java.util.Optional;

/** The forms in which a paper is written. */
public enum ReportFormat {
  /** A text in the form of Decree 30/2020/NĐ-CP. */
  DOCX,
  /** A workbook: a sheet per table. */
  XLSX,
  /** One file for a browser, without anything from the network. */
  HTML;

  /** The end of the file's name: {@code docx}. */
  public String extension() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format of a word on the command line, in any letter case; empty for any other word. */
  public static Optional<ReportFormat> of(String word) {
    for (ReportFormat format : values()) {
      if (format.extension().equals(word.strip().toLowerCase(Locale.ROOT))) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }
}
