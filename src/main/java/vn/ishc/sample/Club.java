package vn.ishc.sample;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ishc.row.Period;

/**
 * A made-up club; its hamlet and commune tell it from all others.
 *
 * @param site where it is
 * @param hamlet the hamlet it is named after, {@code xóm 6}
 * @param founded the day of its decision
 * @param yearOnly whether its registry knows only the year of founding
 * @param decision number of the decision
 * @param closed the day it was dissolved
 * @param incomeFund money to lend, in thousands of đồng
 * @param operatingFund money for running, in thousands of đồng
 * @param memberships everybody who ever was a member
 */
record Club(
    Places.Site site,
    String hamlet,
    LocalDate founded,
    boolean yearOnly,
    int decision,
    @Nullable LocalDate closed,
    int incomeFund,
    int operatingFund,
    List<Membership> memberships) {

  /**
   * Somebody's time in a club.
   *
   * @param role written role of the board, empty for a plain member
   * @param left last day, or null
   * @param why reason of leaving, empty without
   */
  record Membership(
      Person person,
      String role,
      boolean volunteer,
      LocalDate joined,
      @Nullable LocalDate left,
      String why) {
    /** Whether a roster of the half-year lists it: a member for at least a day of it. */
    boolean listedIn(Period period) {
      return !joined.isAfter(period.end()) && (left == null || !left.isBefore(period.start()));
    }

    /** Whether still a member at the end of the half-year. */
    boolean memberAt(Period period) {
      return listedIn(period) && (left == null || left.isAfter(period.end()));
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Club club
        && hamlet.equals(club.hamlet)
        && site.in460().code().equals(club.site.in460().code());
  }

  @Override
  public int hashCode() {
    return hamlet.hashCode() * 31 + site.in460().code().hashCode();
  }

  /** Whether the club existed at the end of the half-year, or was closed in it. */
  boolean reportedIn(Period period) {
    return !founded.isAfter(period.end()) && (closed == null || !closed.isBefore(period.start()));
  }

  /** Whether it was active on the last day of the half-year. */
  boolean activeAt(Period period) {
    return !founded.isAfter(period.end()) && (closed == null || closed.isAfter(period.end()));
  }

  /** Memberships that a roster of the half-year lists. */
  List<Membership> listedIn(Period period) {
    return memberships.stream().filter(m -> m.listedIn(period)).toList();
  }

  /** The head of the club. */
  Person head() {
    return memberships.getFirst().person();
  }
}
