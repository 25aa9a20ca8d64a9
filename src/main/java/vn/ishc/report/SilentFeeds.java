package vn.ishc.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells a nought from a silence: where nobody sent the lists that an indicator rests on, the mart counts nothing and says 0; a reader
 * must see that nothing is known.
 */
final class SilentFeeds {
  private static final Map<String, String> FEED_OF =
      Map.ofEntries(
          Map.entry("I13", "loan-ledger"),
          Map.entry("I14", "loan-ledger"),
          Map.entry("I15", "loan-ledger"),
          Map.entry("I16", "loan-ledger"),
          Map.entry("I17", "health-check"),
          Map.entry("I18", "health-check"),
          Map.entry("I20", "activity-log"),
          Map.entry("I21", "media-item"),
          Map.entry("I22", "activity-log"),
          Map.entry("I23", "activity-log"),
          Map.entry("I24", "activity-log"),
          Map.entry("I25", "activity-log"),
          Map.entry("I27", "fund-ledger"));

  private final List<Facts.FileLine> files;

  SilentFeeds(List<Facts.FileLine> files) {
    this.files = files;
  }

  /** The figure itself, or the same without number and verdict when it counts nothing because nothing came in. */
  Result heard(Result result) {
    String feed = FEED_OF.get(result.code().substring(0, 3));
    boolean nothing = result.numerator().filter(number -> number.signum() != 0).isEmpty();
    if (feed == null || !nothing || spoke(feed, result.asOf())) {
      return result;
    }
    return new Result(
        result.definition(), result.asOf(), result.area(), Optional.empty(), result.denominator(), Optional.empty(), result.target(), Optional.empty());
  }

  /** Ledgers speak of all loans so far, the other lists of their year. */
  private boolean spoke(String feed, LocalDate day) {
    boolean soFar = feed.equals("loan-ledger");
    return files.stream()
        .filter(file -> file.feed().contains(feed))
        .anyMatch(file -> soFar ? file.period().compareTo(day.getYear() + "-H3") < 0 : file.period().contains(day.getYear() + "-H"));
  }
}
