package vn.ishc.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What every section is written with: the facts, the words, and what is said again and again.
 *
 * @param facts what the paper rests on
 * @param texts its words
 * @param sentences its sentences
 */
record Desk(Facts facts, Texts texts, Sentences sentences) {

  Desk(Facts facts) {
    this(facts, new Texts(facts.request().language()));
  }

  private Desk(Facts facts, Texts texts) {
    this(facts, texts, new Sentences(texts));
  }

  String say(String key, Object... arguments) {
    return texts.of(key, arguments);
  }

  /** The indicators that are no other reading and no part of another, with their figures. */
  List<Result> official() {
    return facts.results().of(facts.day(), facts.area()).stream().filter(Desk::isOfficial).toList();
  }

  static boolean isOfficial(Result result) {
    return result.definition().readingOf().isEmpty() && result.definition().partOf().isEmpty();
  }

  Optional<Result> before(String code) {
    return facts.results().find(code, facts.yearBefore(), facts.area());
  }

  /** The sentence of an indicator with its change; says so when nothing is known. */
  String verdict(String code) {
    return facts
        .result(code)
        .map(result -> sentences.verdict(result, before(code), since()))
        .orElseGet(() -> texts.of("sentence.unknown", name(code)) + ".");
  }

  /** Names the districts whose silence a figure of zero would hide, or those few that spoke; empty when all did, or none. */
  String silence(String code) {
    List<String> silent = facts.silentDistricts(code);
    if (silent.isEmpty()) {
      return "";
    }
    String feed = SilentFeeds.feedOf(code).orElseThrow();
    String time = SilentFeeds.tellsOfAllSoFar(feed) ? texts.of("silent.ever") : texts.of("silent.year", facts.day().getYear());
    List<String> spoke = facts.districts().keySet().stream().filter(district -> !silent.contains(district)).toList();
    boolean few = spoke.size() < silent.size();
    String named = texts.list((few ? spoke : silent).stream().map(this::districtInSentence).toList());
    return few
        ? texts.of("silent.but-few", spoke.size(), facts.districts().size(), texts.orSelf("feed.", feed), time, named)
        : texts.of("silent.districts", silent.size(), texts.orSelf("feed.", feed), time, named);
  }

  String name(String code) {
    return facts.definitions().find(code).map(known -> known.name(texts.vietnamese())).orElse(code);
  }

  /** {@code năm 2024}; {@code cùng kỳ năm 2024}. */
  String since() {
    String key = facts.request().kind() == ReportKind.HALF_YEAR ? "since.half" : "since.year";
    return texts.of(key, facts.yearBefore().getYear());
  }

  /** n of 21 districts, m of 275 clubs, k carried forward. */
  String coverage() {
    Facts.Coverage at = facts.coverageAt(facts.day());
    return facts.ofProvince()
        ? texts.of("coverage.province", at.districts(), Facts.DISTRICTS, texts.number(at.withRoster()), texts.number(at.clubs()), texts.number(at.carriedForward()))
        : texts.of("coverage.district", texts.number(at.withRoster()), texts.number(at.clubs()), texts.number(at.carriedForward()));
  }

  /** The source line under a table. */
  String source(String key) {
    return texts.of("source", texts.of(key), texts.day(facts.day()), coverage());
  }

  /** The years that a paper compares: all of the plan, or the one before and its own. */
  List<Facts.YearPoint> years() {
    if (facts.request().kind() == ReportKind.FINAL) {
      return facts.years();
    }
    int year = facts.day().getYear();
    return facts.years().stream().filter(point -> point.year() >= year - 1).toList();
  }

  /** The figure of a district at the day. */
  Optional<Result> district(String code, String district) {
    return facts.results().find(code, facts.day(), district);
  }

  Cell districtCell(String code, String district) {
    return district(code, district).map(Result::valueCell).orElse(Cell.missing());
  }

  /** Names of districts with clubs. */
  boolean hasClubs(String district) {
    return district("I04", district).flatMap(Result::value).filter(value -> value.signum() > 0).isPresent();
  }

  /** Districts by their figure, the largest first; those without one last. */
  List<Chart.Bar> ranked(String code, Optional<BigDecimal> wanted) {
    List<Chart.Bar> bars = new ArrayList<>();
    facts.districts().forEach((district, name) -> {
      Optional<Result> result = district(code, district);
      Optional<BigDecimal> value = result.flatMap(Result::value);
      bars.add(new Chart.Bar(name, value, wanted.isPresent() ? value.map(v -> v.compareTo(wanted.get()) >= 0) : result.flatMap(Result::met)));
    });
    Comparator<Chart.Bar> byValue = Comparator.comparing(bar -> bar.value().orElse(BigDecimal.valueOf(-1)));
    bars.sort(byValue.reversed());
    return bars;
  }

  /** A line of an indicator over the years of the plan; a year without figures is a gap. */
  Chart.Line line(String code) {
    List<Optional<BigDecimal>> points = new ArrayList<>();
    for (Facts.YearPoint year : facts.years()) {
      points.add(year.day().flatMap(day -> facts.results().find(code, day, facts.area())).flatMap(Result::value));
    }
    return new Chart.Line(name(code), points, false);
  }

  List<String> yearLabels() {
    return facts.years().stream().map(point -> Integer.toString(point.year())).toList();
  }

  /** The years of the plan without any figure. */
  List<String> silentYears() {
    return facts.years().stream().filter(point -> point.day().isEmpty()).map(point -> Integer.toString(point.year())).toList();
  }

  /** The name of a district inside a sentence: {@code huyện Nghi Lộc}. */
  String districtInSentence(String code) {
    return Texts.lower(districtName(code));
  }

  String districtName(String code) {
    return facts.districts().getOrDefault(code, code);
  }

  String day(LocalDate day) {
    return texts.day(day);
  }
}
