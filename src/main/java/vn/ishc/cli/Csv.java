package vn.ishc.cli;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes RFC 4180. An absent value is an empty cell, an empty text is {@code ""}, as PostgreSQL does. Values stay as
 * they are: a program that reads them back gets what the database holds, so whoever opens such a file in a
 * spreadsheet must import its columns as text.
 */
final class Csv {
  private final Appendable out;

  Csv(Appendable out) {
    this.out = out;
  }

  void row(List<? extends @Nullable String> cells) throws IOException {
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      cell(cells.get(i));
    }
    out.append("\r\n");
  }

  private void cell(@Nullable String text) throws IOException {
    if (text == null) {
      return;
    }
    out.append(needsQuotes(text) ? '"' + text.replace("\"", "\"\"") + '"' : text);
  }

  private static boolean needsQuotes(String text) {
    return text.isEmpty()
        || text.chars().anyMatch(each -> each == ',' || each == '"' || each == '\n' || each == '\r')
        || text.charAt(0) == ' '
        || text.charAt(text.length() - 1) == ' ';
  }
}
