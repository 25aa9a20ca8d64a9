package vn.ishc.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.ishc.indicator.AreaLevel;
import vn.ishc.row.Period;

/**
 * Tells a nought from a silence: where nobody sent the lists that an indicator rests on, the mart counts nothing and says 0; a reader must see that nothing
 * is known. A district is silent when its own senders are, whatever the others sent.
 */
final class SilentFeeds {
  private static final String LEDGER = "loan-ledger";

  private static final Map<String, String> FEED_OF =
      Map.ofEntries(
          Map.entry("I13", LEDGER),
          Map.entry("I14", LEDGER),
          Map.entry("I15", LEDGER),
          Map.entry("I16", LEDGER),
          Map.entry("I17", "health-check"),
          Map.entry("I18", "health-check"),
          Map.entry("I20", "activity-log"),
          Map.entry("I21", "media-item"),
          Map.entry("I22", "activity-log"),
          Map.entry("I23", "activity-log"),
          Map.entry("I24", "activity-log"),
          Map.entry("I25", "activity-log"),
          Map.entry("I27", "fund-ledger"));

  /** Feeds in which a sender of the province, such as the head branch of the bank, speaks of every district. */
  private static final Set<String> TOLD_FROM_ABOVE = Set.of(LEDGER, "health-check");

  /**
   * A feed, half-year and district that somebody spoke of.
   *
   * @param district empty when the sender belongs to no district
   */
  record Spoken(String feed, Period period, Optional<String> district) {}

  private final Set<Spoken> spoken;

  SilentFeeds(List<Spoken> spoken) {
    this.spoken = Set.copyOf(spoken);
  }

  /** The figure itself, or the same without number and verdict when it counts nothing because nothing came in. */
  Result heard(Result result) {
    Optional<String> feed = feedOf(result.code());
    boolean nothing = result.numerator().filter(number -> number.signum() != 0).isEmpty();
    if (feed.isEmpty() || !nothing || spoke(feed.get(), result.asOf(), result.area())) {
      return result;
    }
    return new Result(
        result.definition(), result.asOf(), result.area(), Optional.empty(), result.denominator(), Optional.empty(), result.target(), Optional.empty());
  }

  /** The feed that an indicator cannot do without; empty for those on registries, rosters and reports. */
  static Optional<String> feedOf(String indicator) {
    return Optional.ofNullable(FEED_OF.get(indicator.substring(0, 3)));
  }

  /** Whether a list speaks of everything up to its day, and not of its year alone. */
  static boolean tellsOfAllSoFar(String feed) {
    return feed.equals(LEDGER);
  }

  /** The districts whose own senders spoke of a feed, as of a day. */
  Set<String> districts(String feed, LocalDate day) {
    Set<String> districts = new TreeSet<>();
    spoken.stream().filter(said -> said.feed().equals(feed) && tells(said, day)).forEach(said -> said.district().ifPresent(districts::add));
    return districts;
  }

  private boolean spoke(String feed, LocalDate day, String area) {
    boolean everywhere = area.equals(AreaLevel.PROVINCE_CODE);
    return spoken.stream()
        .filter(said -> said.feed().equals(feed) && tells(said, day))
        .anyMatch(said -> everywhere || said.district().map(area::equals).orElse(TOLD_FROM_ABOVE.contains(feed)));
  }

  /** Ledgers speak of all loans so far, the other lists of their year. */
  private static boolean tells(Spoken said, LocalDate day) {
    boolean notLater = said.period().compareTo(Period.of(day)) <= 0;
    return notLater && (tellsOfAllSoFar(said.feed()) || said.period().year() == day.getYear());
  }
}
