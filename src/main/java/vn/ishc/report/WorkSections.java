package vn.ishc.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Health, home care, communication, training and the other activities, reporting. */
final class WorkSections {
  private final Desk desk;
  private final Facts facts;

  WorkSections(Desk desk) {
    this.desk = desk;
    this.facts = desk.facts();
  }

  void health(Draft draft) {
    draft.section(desk.say("section.health"));
    draft.text(desk.verdict("I17"));
    draft.text(desk.verdict("I18"));
    draft.text(desk.silence("I17"));
    if (facts.doubts().checksOfOthers() > 0) {
      draft.text(desk.say("health.others", desk.texts().number(facts.doubts().checksOfOthers()), facts.day().getYear()));
    }
    if (facts.ofProvince() && facts.result("I17").flatMap(Result::value).isPresent()) {
      draft.graph(
          new Chart.Ranking(
              desk.say("chart.health"), NumberStyle.SHARE, desk.ranked("I17", Optional.empty()), Optional.of(BigDecimal.ONE), desk.say("chart.target", desk.texts().number(BigDecimal.ONE, NumberStyle.SHARE))));
    }
  }

  void homeCare(Draft draft) {
    draft.section(desk.say("section.home-care"));
    draft.text(desk.verdict("I19"));
    List<Block.Row> rows = new ArrayList<>();
    for (Facts.CareLine line : facts.work().care()) {
      rows.add(Block.Row.of(Cell.plain(line.year()), Cell.count(line.volunteers()), Cell.count(line.recipients()), Cell.count(line.visits())));
    }
    if (rows.isEmpty()) {
      draft.text(desk.say("care.none"));
    }
    draft.grid(
        new Block.Grid(
            "home-care",
            desk.say("grid.home-care"),
            List.of(
                Block.Column.number(desk.say("column.year"), 3),
                Block.Column.number(desk.say("column.volunteers"), 6),
                Block.Column.number(desk.say("column.recipients"), 6),
                Block.Column.number(desk.say("column.visits"), 6)),
            rows,
            desk.source("source.home-care")));
  }

  void communication(Draft draft) {
    draft.section(desk.say("section.communication"));
    if (!facts.ofProvince()) {
      draft.text(desk.say("media.province-only"));
      return;
    }
    draft.text(desk.verdict("I21"));
    Map<String, Map<Integer, Long>> items = new LinkedHashMap<>();
    facts.work().media().forEach(line -> items.computeIfAbsent(line.kind(), kind -> new LinkedHashMap<>()).put(line.year(), line.items()));
    draft.grid(byYear("media", "column.media", "media.", items, "source.media"));
  }

  void activities(Draft draft) {
    draft.section(desk.say("section.activities"));
    for (String code : List.of("I20", "I22", "I23", "I24", "I25")) {
      draft.text(desk.verdict(code));
    }
    draft.text(desk.silence("I25"));
    draft.grid(byYear("activities", "column.activity", "activity.", activityCounts(Facts.ActivityLine::events), "source.activities"));
    draft.grid(byYear("participants", "column.activity", "activity.", activityCounts(Facts.ActivityLine::participants), "source.activities"));
  }

  private Map<String, Map<Integer, Long>> activityCounts(ToLongFunction<Facts.ActivityLine> what) {
    Map<String, Map<Integer, Long>> counts = new LinkedHashMap<>();
    facts.work().activities().forEach(line -> counts.computeIfAbsent(line.kind(), kind -> new LinkedHashMap<>()).put(line.year(), what.applyAsLong(line)));
    return counts;
  }

  /** A row per kind, a column per year; a year in which no list of any kind came in is missing, not zero. */
  private Block.Grid byYear(String id, String firstColumn, String names, Map<String, Map<Integer, Long>> counts, String source) {
    List<Integer> years = facts.years().stream().map(Facts.YearPoint::year).toList();
    List<Block.Column> columns = new ArrayList<>(List.of(Block.Column.words(desk.say(firstColumn), 12)));
    years.forEach(year -> columns.add(Block.Column.number(Integer.toString(year), 5)));
    List<Block.Row> rows = new ArrayList<>();
    counts.forEach((kind, byYear) -> {
      List<Cell> cells = new ArrayList<>(List.of(Cell.words(desk.texts().orSelf(names, kind))));
      for (int year : years) {
        boolean anything = counts.values().stream().anyMatch(other -> other.containsKey(year));
        cells.add(anything ? Cell.count(byYear.getOrDefault(year, 0L)) : Cell.missing());
      }
      rows.add(Block.Row.of(cells));
    });
    return new Block.Grid(id, desk.say("grid." + id), columns, rows, desk.source(source));
  }

  void reporting(Draft draft) {
    draft.section(desk.say("section.reporting"));
    draft.text(desk.verdict("I28"));
    int year = facts.day().getYear();
    List<Facts.ReportingLine> lines = facts.reporting().stream().filter(line -> line.year() == year).toList();
    List<String> silent = lines.stream().filter(line -> line.missing() == line.due()).map(line -> desk.districtInSentence(line.district())).toList();
    if (!silent.isEmpty()) {
      draft.text(desk.say("reporting.silent", silent.size(), desk.texts().list(silent)));
    }
    List<Block.Row> rows = new ArrayList<>();
    for (Facts.ReportingLine line : lines) {
      rows.add(Block.Row.of(reportingCells(desk.districtName(line.district()), line)));
    }
    if (lines.size() > 1) {
      rows.add(Block.Row.total(reportingCells(desk.say("cell.province"), total(lines))));
    }
    draft.grid(
        new Block.Grid(
            "reporting",
            desk.say("grid.reporting", year),
            List.of(
                Block.Column.words(desk.say("column.district"), 10),
                Block.Column.number(desk.say("column.due"), 5),
                Block.Column.number(desk.say("column.on-time"), 5),
                Block.Column.number(desk.say("column.late"), 5),
                Block.Column.number(desk.say("column.missing"), 5),
                Block.Column.number(desk.say("column.on-time-share"), 5)),
            rows,
            desk.source("source.reporting")));
  }

  private static Facts.ReportingLine total(List<Facts.ReportingLine> lines) {
    return new Facts.ReportingLine(
        lines.getFirst().year(),
        "",
        lines.stream().mapToLong(Facts.ReportingLine::due).sum(),
        lines.stream().mapToLong(Facts.ReportingLine::onTime).sum(),
        lines.stream().mapToLong(Facts.ReportingLine::late).sum(),
        lines.stream().mapToLong(Facts.ReportingLine::missing).sum());
  }

  private static List<Cell> reportingCells(String name, Facts.ReportingLine line) {
    return List.of(
        Cell.words(name), Cell.count(line.due()), Cell.count(line.onTime()), Cell.count(line.late()), Cell.count(line.missing()), Cell.share(line.onTime(), line.due()));
  }
}
