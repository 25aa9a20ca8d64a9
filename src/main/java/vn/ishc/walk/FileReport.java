package vn.ishc.walk;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vn.ishc.link.ClubMention;

/**
 * What a file was taken for, and what became of it. Always: read = accepted + refused + not data.
 *
 * @param refused whether the file as a whole is out
 * @param tables in order
 * @param clubs every club it speaks of
 * @param rowsRead rows that are not blank, of all sheets
 * @param rowsAccepted rows in
 * @param rowsRefused rows out, for a reason told in a finding
 * @param rowsNotData titles, headings, sections, totals, footers
 * @param errors findings that refuse
 * @param warnings findings that doubt
 * @param infos silent corrections
 */
public record FileReport(
    boolean refused,
    List<TableReport> tables,
    List<ClubMention> clubs,
    int rowsRead,
    int rowsAccepted,
    int rowsRefused,
    int rowsNotData,
    int errors,
    int warnings,
    int infos) {
  /** Holds the conservation of rows. */
  public FileReport {
    tables = List.copyOf(tables);
    clubs = List.copyOf(clubs);
    if (rowsRead != rowsAccepted + rowsRefused + rowsNotData) {
      throw new IllegalStateException(
          "rows read %d are not accepted %d + refused %d + not data %d".formatted(rowsRead, rowsAccepted, rowsRefused, rowsNotData));
    }
  }

  /** Its feeds in alphabetical order, joined by {@code +}; empty when none was recognised. */
  public String feed() {
    Set<String> feeds = new TreeSet<>();
    tables.forEach(table -> feeds.add(table.contract().feed()));
    return String.join("+", feeds);
  }

  /** Its half-years in order, joined by {@code +}; empty for none. */
  public String period() {
    Set<String> periods = new TreeSet<>();
    tables.forEach(table -> table.period().ifPresent(period -> periods.add(period.code())));
    return String.join("+", periods);
  }
}
