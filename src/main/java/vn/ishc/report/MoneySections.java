package vn.ishc.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Loans, and the five sources of money. */
final class MoneySections {
  /** The five sources of clause III.1, in its order, with the indicator of each. */
  private static final List<String> SOURCES = List.of("I27a", "I27b", "I27c", "I27d", "I27e");

  private static final List<String> SOURCE_CODES = List.of("budget", "organisations", "socialised", "local_and_members", "international");

  private final Desk desk;
  private final Facts facts;

  MoneySections(Desk desk) {
    this.desk = desk;
    this.facts = desk.facts();
  }

  void loans(Draft draft) {
    draft.section(desk.say("section.loans"));
    for (String code : List.of("I13", "I14", "I15", "I16")) {
      draft.text(desk.verdict(code));
    }
    if (facts.doubts().loansOfOthers() > 0) {
      draft.text(desk.say("loans.others", desk.texts().number(facts.doubts().loansOfOthers())));
    }
    if (!facts.loansKnown()) {
      draft.text(desk.say("loans.silent"));
      return;
    }
    draft.text(desk.silence("I13"));
    funnel(draft);
    draft.grid(lenderGrid());
  }

  private void funnel(Draft draft) {
    Optional<BigDecimal> members = facts.result("I13").flatMap(Result::denominator).filter(all -> all.signum() > 0);
    if (members.isEmpty()) {
      return;
    }
    List<Chart.Bar> bars = new ArrayList<>();
    bars.add(new Chart.Bar(desk.say("funnel.members"), members, Optional.empty()));
    bars.add(new Chart.Bar(desk.say("funnel.ever"), facts.result("I13").flatMap(Result::numerator), Optional.empty()));
    bars.add(new Chart.Bar(desk.say("funnel.now"), facts.result("I15").flatMap(Result::numerator), Optional.empty()));
    Optional<BigDecimal> half = members.map(all -> all.divide(BigDecimal.valueOf(2), 0, java.math.RoundingMode.CEILING));
    draft.graph(new Chart.Ranking(desk.say("chart.funnel"), NumberStyle.COUNT, bars, half, desk.say("chart.half")));
  }

  private Block.Grid lenderGrid() {
    List<Block.Row> rows = new ArrayList<>();
    for (Facts.LoanLine line : facts.loans()) {
      rows.add(
          Block.Row.of(
              Cell.words(desk.texts().orSelf("lender.", line.lender())),
              Cell.count(line.loans()),
              Cell.count(line.borrowers()),
              Cell.number(line.amount(), NumberStyle.MILLIONS),
              Cell.number(line.outstanding(), NumberStyle.MILLIONS),
              Cell.number(line.overdue(), NumberStyle.MILLIONS),
              Cell.count(line.overdueLoans())));
    }
    return new Block.Grid(
        "loans",
        desk.say("grid.loans"),
        List.of(
            Block.Column.words(desk.say("column.lender"), 10),
            Block.Column.number(desk.say("column.loans-count"), 5),
            Block.Column.number(desk.say("column.borrowers"), 5),
            Block.Column.number(desk.say("column.amount"), 6),
            Block.Column.number(desk.say("column.outstanding"), 6),
            Block.Column.number(desk.say("column.overdue"), 6),
            Block.Column.number(desk.say("column.overdue-loans"), 6)),
        rows,
        desk.source("source.loans"));
  }

  void funds(Draft draft) {
    draft.section(desk.say("section.funds"));
    draft.text(desk.verdict("I27"));
    draft.text(desk.verdict("I26"));
    draft.text(desk.silence("I27"));
    draft.grid(sourceGrid());
    List<Chart.Line> parts = SOURCES.stream().map(desk::line).map(line -> new Chart.Line(shortName(line.name()), line.points(), false)).toList();
    if (parts.stream().anyMatch(line -> line.points().stream().anyMatch(point -> point.filter(value -> value.signum() > 0).isPresent()))) {
      draft.graph(new Chart.Stack(desk.say("chart.sources"), NumberStyle.MILLIONS, desk.yearLabels(), parts));
    }
    draft.grid(planGrid());
  }

  /** What stands behind the colon of {@code Kinh phí …: ngân sách nhà nước}. */
  private static String shortName(String name) {
    return Texts.upper(name.substring(name.indexOf(':') + 1).strip());
  }

  private Block.Grid sourceGrid() {
    List<Block.Column> columns = new ArrayList<>(List.of(Block.Column.words(desk.say("column.source"), 14)));
    facts.years().forEach(year -> columns.add(Block.Column.number(Integer.toString(year.year()), 6)));
    List<Block.Row> rows = new ArrayList<>();
    for (String code : SOURCES) {
      rows.add(Block.Row.of(yearCells(code, shortName(desk.name(code)))));
    }
    rows.add(Block.Row.total(yearCells("I27", desk.say("cell.total"))));
    return new Block.Grid("sources", desk.say("grid.sources"), columns, rows, desk.source("source.funds"));
  }

  private List<Cell> yearCells(String code, String name) {
    List<Cell> cells = new ArrayList<>(List.of(Cell.words(name)));
    for (Facts.YearPoint year : facts.years()) {
      cells.add(year.day().flatMap(day -> facts.results().find(code, day, facts.area())).map(Result::valueCell).orElse(Cell.missing()));
    }
    return cells;
  }

  /** Planned, received and spent in the year of the day. */
  private Block.Grid planGrid() {
    List<Block.Row> rows = new ArrayList<>();
    for (int i = 0; i < SOURCE_CODES.size(); i++) {
      String code = SOURCE_CODES.get(i);
      String name = shortName(desk.name(SOURCES.get(i)));
      facts.work().funds().stream()
          .filter(line -> line.year() == facts.day().getYear() && line.source().equals(code))
          .findFirst()
          .ifPresent(
              line ->
                  rows.add(
                      Block.Row.of(
                          Cell.words(name),
                          Cell.number(line.planned(), NumberStyle.MILLIONS),
                          Cell.number(line.received(), NumberStyle.MILLIONS),
                          Cell.number(line.spent(), NumberStyle.MILLIONS))));
    }
    return new Block.Grid(
        "plan-and-spending",
        desk.say("grid.plan-and-spending", facts.day().getYear()),
        List.of(
            Block.Column.words(desk.say("column.source"), 14),
            Block.Column.number(desk.say("column.planned"), 6),
            Block.Column.number(desk.say("column.received"), 6),
            Block.Column.number(desk.say("column.spent"), 6)),
        rows,
        desk.source("source.funds"));
  }
}
