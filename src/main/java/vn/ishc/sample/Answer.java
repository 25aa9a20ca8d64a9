package vn.ishc.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ishc.row.FindingCode;
import vn.ishc.row.Severity;

/** What a reader should make of one file: findings, and what the accepted rows say. */
final class Answer {
  private final List<SampleTruth.Finding> findings = new ArrayList<>();
  private final Map<Club, List<Told>> rosters = new LinkedHashMap<>();
  private final List<Club> registered = new ArrayList<>();
  private final boolean withSheets;
  private boolean registry;

  /** For a file whose tables stand on sheets of a name, or for a text without any. */
  Answer(boolean withSheets) {
    this.withSheets = withSheets;
  }

  /**
   * A member as an accepted row tells.
   *
   * @param born day of birth; 1 January when only the year is told
   * @param joined null when not told
   * @param left null when not told
   */
  record Told(
      boolean woman,
      LocalDate born,
      boolean dayTold,
      Person.Economy economy,
      boolean minority,
      boolean lone,
      boolean disabled,
      boolean volunteer,
      @Nullable LocalDate joined,
      @Nullable LocalDate left) {

    /** A member at the end of day D. */
    boolean memberAt(LocalDate day) {
      return (joined == null || !joined.isAfter(day)) && (left == null || left.isAfter(day));
    }

    /** Has reached an age in full years; with a year only, by the difference of years. */
    boolean reached(int age, LocalDate day) {
      return dayTold ? !born.plusYears(age).isAfter(day) : day.getYear() - born.getYear() >= age;
    }

    /** In a priority group. */
    boolean priority() {
      return economy != Person.Economy.AVERAGE || minority || lone || disabled;
    }
  }

  /** A finding on a row, counted from 1. */
  void find(Draft.Sheet sheet, int row, FindingCode code) {
    findings.add(new SampleTruth.Finding(withSheets ? sheet.name() : "", row, code, code.severity()));
  }

  /** A finding that refuses the row. */
  void refuse(Draft.Sheet sheet, int row, FindingCode code) {
    findings.add(new SampleTruth.Finding(withSheets ? sheet.name() : "", row, code, Severity.ERROR));
  }

  /** A finding on the whole file. */
  void find(FindingCode code) {
    findings.add(new SampleTruth.Finding("", 0, code, code.severity()));
  }

  /** A club's roster is in the file. */
  List<Told> roster(Club club) {
    return rosters.computeIfAbsent(club, key -> new ArrayList<>());
  }

  /** A registry row names the club. */
  void register(Club club) {
    registry = true;
    registered.add(club);
  }

  List<SampleTruth.Finding> findings() {
    return findings;
  }

  Map<Club, List<Told>> rosters() {
    return rosters;
  }

  List<Club> registered() {
    return registered;
  }

  /** Whether a registry is in the file. */
  boolean hasRegistry() {
    return registry;
  }
}
