package vn.ishc.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ishc.indicator.IndicatorDefinitions;
import vn.ishc.indicator.PendingDoubt;

/**
 * Everything that a paper rests on, asked of the star once.
 *
 * @param request which paper
 * @param areaName name of the province or district
 * @param definitions what is measured
 * @param years the years of the plan up to the day, each with its last day that figures are told for
 * @param results the figures of the area and, for the province, its districts
 * @param silent whose silence is no nought
 * @param districts names of the plan districts, by code; only the one when the paper is about one
 * @param clubs clubs at the day
 * @param history all clubs ever registered
 * @param targets targets of districts and years
 * @param work what was done, by year
 * @param loans loans of members at the day
 * @param reporting half-year reports due and received, by year and district
 * @param reconciled what was written against what is counted, in the half-year of the day
 * @param coverage how many spoke, at each day
 * @param doubts what could not be tied
 * @param pending between what bounds the figures of the area lie while pairs of persons are in doubt, by indicator
 * @param findings what was found in the files
 * @param files the files in force
 */
record Facts(
    ReportRequest request,
    String areaName,
    IndicatorDefinitions definitions,
    List<YearPoint> years,
    Results results,
    SilentFeeds silent,
    Map<String, String> districts,
    List<ClubLine> clubs,
    List<HistoryLine> history,
    List<TargetLine> targets,
    Work work,
    List<LoanLine> loans,
    List<ReportingLine> reporting,
    List<Reconciled> reconciled,
    List<Coverage> coverage,
    Doubts doubts,
    Map<String, PendingDoubt> pending,
    List<FindingLine> findings,
    List<FileLine> files) {

  /** Number of districts of the plan. */
  static final int DISTRICTS = 21;

  /** A year of the plan and its last day with figures; empty when there is none. */
  record YearPoint(int year, Optional<LocalDate> day) {}

  /** A club at the day; figures are empty without a roster. */
  record ClubLine(
      String code,
      String name,
      String district,
      String commune,
      String cohort,
      Optional<Members> members,
      boolean carriedForward,
      Optional<String> rosterPeriod) {}

  /** Members of a club. */
  record Members(
      int all, int women, int older, int younger, int priority, int poor, int borrowersEver, int borrowersNow, int checked, int volunteers,
      boolean size, boolean womenBand, boolean olderBand, boolean youngerBand, boolean loans) {}

  /** A club ever registered: when it was founded, and when it closed if it did. */
  record HistoryLine(String code, String district, Optional<LocalDate> foundedOn, String status, Optional<LocalDate> statusOn) {}

  /** A target of a district and year. */
  record TargetLine(String district, int year, String measure, long target) {}

  /** What was done in a year, by kind. */
  record Work(List<ActivityLine> activities, List<MediaLine> media, List<CareLine> care, List<FundLine> funds) {}

  record ActivityLine(int year, String kind, long events, long participants) {}

  record MediaLine(int year, String kind, long items) {}

  record CareLine(int year, long volunteers, long recipients, long visits) {}

  record FundLine(int year, String source, BigDecimal planned, BigDecimal received, BigDecimal spent) {}

  /** Loans of members at the day, by lender; amounts in đồng. */
  record LoanLine(String lender, long loans, long borrowers, BigDecimal amount, BigDecimal outstanding, BigDecimal overdue, long overdueLoans) {}

  record ReportingLine(int year, String district, long due, long onTime, long late, long missing) {}

  /**
   * What a unit wrote against what its lists add up to.
   *
   * @param cause class of the likeliest cause of a difference
   * @param because the same in words
   */
  record Reconciled(String period, String district, String measure, BigDecimal reported, BigDecimal counted, String cause, String because) {
    BigDecimal difference() {
      return reported.subtract(counted);
    }
  }

  /** Who spoke, at a day. */
  record Coverage(LocalDate day, long districts, long clubs, long withRoster, long carriedForward) {
    static Coverage none(LocalDate day) {
      return new Coverage(day, 0, 0, 0, 0);
    }
  }

  /** What could not be tied at the day. */
  record Doubts(long loansOfOthers, long checksOfOthers, long personsInTwoClubs, long inferredClubs) {}

  record FindingLine(String code, String severity, long findings, long files, String example) {}

  record FileLine(String id, String sha256, String submitter, String name, String feed, String period, LocalDate receivedOn, long accepted, long refused) {}

  /** The day of the figures. */
  LocalDate day() {
    return request.asOf();
  }

  /** The same day a year before. */
  LocalDate yearBefore() {
    LocalDate before = day().minusYears(1);
    return before.withDayOfMonth(before.lengthOfMonth());
  }

  /** Code of the area that the paper is about. */
  String area() {
    return request.district().orElse(vn.ishc.indicator.AreaLevel.PROVINCE_CODE);
  }

  boolean ofProvince() {
    return request.district().isEmpty();
  }

  Optional<Result> result(String code) {
    return results.find(code, day(), area());
  }

  Coverage coverageAt(LocalDate at) {
    return coverage.stream().filter(known -> known.day().equals(at)).findFirst().orElse(Coverage.none(at));
  }

  /** Whether anything is known of loans at the day. */
  boolean loansKnown() {
    return result("I13").flatMap(Result::value).isPresent();
  }

  /** Whether anything is known of loans in a district at the day. */
  boolean loansKnown(String district) {
    return results.find("I13", day(), district).flatMap(Result::value).isPresent();
  }

  /** Districts of the paper whose senders told nothing of what an indicator rests on; none when nobody did, or it rests on nothing of the kind. */
  List<String> silentDistricts(String indicator) {
    Optional<String> feed = SilentFeeds.feedOf(indicator);
    if (!ofProvince() || feed.isEmpty()) {
      return List.of();
    }
    java.util.Set<String> spoke = silent.districts(feed.get(), day());
    return spoke.isEmpty() ? List.of() : districts.keySet().stream().filter(code -> !spoke.contains(code)).toList();
  }

  /** Clubs of a district at the day. */
  List<ClubLine> clubsOf(String district) {
    return clubs.stream().filter(club -> club.district().equals(district)).toList();
  }

  /** A target of a district, summed over its years; empty when none is told. */
  Optional<Long> target(String district, String measure) {
    List<TargetLine> told = targets.stream().filter(line -> line.district().equals(district) && line.measure().equals(measure)).toList();
    return told.isEmpty() ? Optional.empty() : Optional.of(told.stream().mapToLong(TargetLine::target).sum());
  }
}
