package vn.ishc.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.ishc.row.FindingCode;
import vn.ishc.row.Period;
import vn.ishc.row.Severity;

/**
 * The right answer to made-up files, given that they come in by the days told here.
 *
 * @param files one per file
 * @param clubs one per active club and half-year
 */
public record SampleTruth(List<File> files, List<ClubFigures> clubs) {

  /** What becomes of a file. */
  public enum State {
    LOADED,
    LOADED_WITH_FINDINGS,
    SUPERSEDED,
    DUPLICATE,
    REFUSED
  }

  /**
   * A finding of weight warning or error.
   *
   * @param sheet sheet name, empty for the whole file
   * @param row row as people count, from 1; 0 for the whole file
   * @param code kind
   * @param severity warning, or error when it refuses the row or the file
   */
  public record Finding(String sheet, int row, FindingCode code, Severity severity) {}

  /**
   * A file and its fate.
   *
   * @param path {@code submitter/file name}
   * @param feed names of its contracts, joined by {@code +}; empty when it is refused before that
   *     is known
   * @param period its half-year; null for plan targets and refused files
   * @param state fate
   * @param accepted rows taken in, repeated ones included; null when refused
   * @param refused rows refused; null when refused whole
   * @param notData titles, headers, sections, totals and footers; null when refused
   * @param receivedOn day it comes in
   * @param kind what it is, in a few words
   * @param oddities what is odd about it, in words
   * @param findings warnings and errors it must get; more may be true
   */
  public record File(
      String path,
      String feed,
      @Nullable Period period,
      State state,
      @Nullable Integer accepted,
      @Nullable Integer refused,
      @Nullable Integer notData,
      LocalDate receivedOn,
      String kind,
      List<String> oddities,
      List<Finding> findings) {}

  /**
   * The figures of an active club at the end of a half-year; all null without a roster.
   *
   * @param communeCode commune on that day
   */
  public record ClubFigures(
      String club,
      String districtCode,
      String communeCode,
      String communeName,
      LocalDate foundedOn,
      String cohort,
      Period period,
      @Nullable Integer members,
      @Nullable Integer women,
      @Nullable Integer older60,
      @Nullable Integer older55,
      @Nullable Integer poor,
      @Nullable Integer nearPoor,
      @Nullable Integer minority,
      @Nullable Integer lone,
      @Nullable Integer priority,
      @Nullable Integer volunteers,
      @Nullable Period rosterPeriod) {}

  private static final String FILE_HEADER =
      "file;feed;period;state;accepted;refused;not_data;received_on";
  private static final String FINDING_HEADER = "file;sheet;row;code;kind;severity";
  private static final String CLUB_HEADER =
      "club;district;commune;commune_name;founded_on;cohort;period;members;women;older_60;older_55;poor;"
          + "near_poor;minority;lone;priority;volunteers;roster_period";

  /**
   * Writes {@code expected.csv}, {@code expected-findings.csv} and {@code expected-clubs.csv}
   * (UTF-8, semicolons).
   */
  public void write(Path directory) throws IOException {
    lines(
        directory.resolve("expected.csv"),
        FILE_HEADER,
        files.stream().map(SampleTruth::line).toList());
    lines(
        directory.resolve("expected-findings.csv"),
        FINDING_HEADER,
        files.stream().flatMap(f -> f.findings().stream().map(found -> line(f, found))).toList());
    lines(
        directory.resolve("expected-clubs.csv"),
        CLUB_HEADER,
        clubs.stream().map(SampleTruth::line).toList());
  }

  private static void lines(Path file, String header, List<String> lines) throws IOException {
    List<String> all = new ArrayList<>(lines);
    all.addFirst(header);
    Files.writeString(
        file, all.stream().collect(Collectors.joining("\n", "", "\n")), StandardCharsets.UTF_8);
  }

  private static String line(File file) {
    return joined(
        file.path(),
        file.feed(),
        file.period(),
        file.state().name().toLowerCase(Locale.ROOT),
        file.accepted(),
        file.refused(),
        file.notData(),
        file.receivedOn());
  }

  private static String line(File file, Finding finding) {
    return joined(
        file.path(),
        finding.sheet(),
        finding.row() == 0 ? null : finding.row(),
        finding.code().code(),
        finding.code().name(),
        finding.severity().name().toLowerCase(Locale.ROOT));
  }

  private static String line(ClubFigures club) {
    return joined(
        club.club(),
        club.districtCode(),
        club.communeCode(),
        club.communeName(),
        club.foundedOn(),
        club.cohort(),
        club.period(),
        club.members(),
        club.women(),
        club.older60(),
        club.older55(),
        club.poor(),
        club.nearPoor(),
        club.minority(),
        club.lone(),
        club.priority(),
        club.volunteers(),
        club.rosterPeriod());
  }

  private static String joined(@Nullable Object... fields) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < fields.length; i++) {
      line.append(i == 0 ? "" : ";").append(fields[i] == null ? "" : fields[i]);
    }
    return line.toString();
  }
}
