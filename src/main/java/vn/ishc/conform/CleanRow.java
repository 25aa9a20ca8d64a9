package vn.ishc.conform;

import java.util.List;
import java.util.Map;
import vn.ishc.row.Finding;
import vn.ishc.row.RawRow;
import vn.ishc.row.Severity;
import vn.ishc.row.Value;

/**
 * A row with typed values in the order of the contract's columns. Not a value object: the array is handed over, because a million rows walk here.
 *
 * @param raw the row as the file holds it
 * @param values one per contract column
 * @param written what was written for values that could not be read, by column name
 * @param kept the words of free texts, by column name
 * @param findings everything corrected or doubted so far
 */
@SuppressWarnings("ArrayRecordComponent")
public record CleanRow(RawRow raw, Value[] values, Map<String, String> written, Map<String, String> kept, List<Finding> findings) {
  /** Whether some finding refuses it. */
  public boolean refused() {
    for (Finding finding : findings) {
      if (finding.severity() == Severity.ERROR) {
        return true;
      }
    }
    return false;
  }
}
