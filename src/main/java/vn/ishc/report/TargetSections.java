package vn.ishc.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.ishc.indicator.AreaLevel;
import vn.ishc.indicator.PendingDoubt;

/** How full the data is, and the targets of the plan against the results. */
final class TargetSections {
  private static final Set<String> ON_ROSTERS =
      Set.of("I05", "I06", "I07", "I08", "I09", "I10", "I11", "I12", "I13", "I14", "I15", "I16", "I17", "I18", "I19", "I29", "I30", "I31");

  private final Desk desk;
  private final Facts facts;

  TargetSections(Desk desk) {
    this.desk = desk;
    this.facts = desk.facts();
  }

  /** What the figures rest on. */
  void coverage(Draft draft) {
    draft.part(desk.say("part.coverage"));
    draft.text(desk.say("coverage.intro", desk.day(facts.day()), desk.coverage()));
    if (!facts.coverage().stream().anyMatch(at -> at.day().equals(facts.day()))) {
      draft.text(desk.say("coverage.nothing", desk.day(facts.day())));
    }
    List<String> silent = desk.silentYears();
    if (!silent.isEmpty()) {
      draft.text(desk.say("coverage.silent-years", desk.texts().list(silent)));
    }
    Facts.Doubts doubts = facts.doubts();
    Texts texts = desk.texts();
    draft.text(
        desk.say(
            "coverage.doubts",
            texts.number(doubts.loansOfOthers()),
            texts.number(doubts.checksOfOthers()),
            texts.number(doubts.personsInTwoClubs()),
            texts.number(doubts.inferredClubs())));
    int pairs = facts.pending().values().stream().mapToInt(PendingDoubt::pairs).max().orElse(0);
    if (pairs > 0) {
      draft.text(desk.say("coverage.pending", texts.number(pairs)));
    }
    draft.grid(coverageGrid());
  }

  private Block.Grid coverageGrid() {
    List<Block.Row> rows = new ArrayList<>();
    for (Facts.YearPoint year : facts.years()) {
      Cell label = Cell.plain(year.year());
      if (year.day().isEmpty()) {
        Cell none = Cell.missing();
        rows.add(Block.Row.of(label, Cell.words(desk.say("cell.no-data")), none, none, none, none));
        continue;
      }
      Facts.Coverage at = facts.coverageAt(year.day().get());
      rows.add(
          Block.Row.of(
              label,
              Cell.words(desk.day(year.day().get())),
              Cell.count(at.districts()),
              Cell.count(at.clubs()),
              Cell.count(at.withRoster()),
              Cell.count(at.carriedForward())));
    }
    return new Block.Grid(
        "coverage",
        desk.say("grid.coverage"),
        List.of(
            Block.Column.number(desk.say("column.year"), 2),
            Block.Column.words(desk.say("column.as-of"), 4),
            Block.Column.number(desk.say("column.districts-with-clubs"), 4),
            Block.Column.number(desk.say("column.active-clubs"), 4),
            Block.Column.number(desk.say("column.clubs-with-roster"), 4),
            Block.Column.number(desk.say("column.carried"), 4)),
        rows,
        desk.say("source.coverage"));
  }

  /** All targets against the results. */
  void targets(Draft draft) {
    draft.part(desk.say("part.targets"));
    List<Result> official = desk.official();
    long known = official.stream().filter(result -> result.met().isPresent()).count();
    long met = official.stream().filter(result -> result.met().orElse(false)).count();
    draft.text(desk.say(known == 0 ? "targets.none" : "targets.intro", met, known, desk.day(facts.day())));
    draft.grid(targetGrid(official));
    draft.grid(yearGrid(official));
    if (!desk.silentYears().isEmpty() && facts.request().kind() == ReportKind.FINAL) {
      draft.note(desk.say("note.silent-years", desk.texts().list(desk.silentYears())));
    }
    draft.grid(pathGrid());
    trends(draft);
  }

  private Block.Grid targetGrid(List<Result> official) {
    List<Block.Row> rows = new ArrayList<>();
    for (Result result : official) {
      rows.add(
          Block.Row.of(
              Cell.words(result.code()),
              Cell.words(result.definition().name(desk.texts().vietnamese())),
              Cell.words(desk.sentences().target(result)),
              result.numeratorCell(),
              result.denominatorCell(),
              result.valueCell(),
              Cell.words(verdict(result)),
              Cell.words(desk.sentences().gap(result)),
              Cell.words(coverage(result))));
    }
    return new Block.Grid(
        "targets",
        desk.say("grid.targets"),
        List.of(
            Block.Column.words(desk.say("column.code"), 5),
            Block.Column.words(desk.say("column.indicator"), 15),
            Block.Column.words(desk.say("column.target"), 7),
            Block.Column.number(desk.say("column.numerator"), 8),
            Block.Column.number(desk.say("column.denominator"), 8),
            Block.Column.number(desk.say("column.result"), 9),
            Block.Column.words(desk.say("column.met"), 6),
            Block.Column.words(desk.say("column.gap"), 8),
            Block.Column.words(desk.say("column.coverage"), 12)),
        rows,
        desk.source("source.indicator") + " " + desk.say("source.millions") + (facts.pending().isEmpty() ? "" : " " + desk.say("source.pending")));
  }

  private String verdict(Result result) {
    if (result.value().isEmpty()) {
      return desk.say("cell.no-data");
    }
    return result.met().map(met -> desk.say(met ? "cell.met" : "cell.not-met")).orElse("");
  }

  /** Who spoke for this figure. */
  private String coverage(Result result) {
    Facts.Coverage at = facts.coverageAt(facts.day());
    Texts texts = desk.texts();
    List<String> said = new ArrayList<>();
    if (ON_ROSTERS.contains(result.code())) {
      said.add(desk.say("cell.clubs-spoke", texts.number(at.withRoster()), texts.number(at.clubs()), texts.number(at.carriedForward())));
    }
    if (facts.ofProvince()) {
      SilentFeeds.feedOf(result.code())
          .filter(feed -> result.definition().levels().contains(AreaLevel.DISTRICT))
          .ifPresent(feed -> said.add(desk.say("cell.districts-sent", facts.silent().districts(feed, facts.day()).size(), Facts.DISTRICTS)));
    }
    if (said.isEmpty()) {
      said.add(facts.ofProvince() ? desk.say("cell.districts-spoke", at.districts(), Facts.DISTRICTS) : desk.say("cell.clubs-listed", texts.number(at.clubs())));
    }
    doubt(result).ifPresent(said::add);
    return String.join("; ", said);
  }

  /** Between what bounds it lies while pairs of persons are in doubt; empty when that does not show in the digits printed. */
  private Optional<String> doubt(Result result) {
    return Optional.ofNullable(facts.pending().get(result.code()))
        .filter(known -> result.value().isPresent())
        .map(known -> List.of(bound(known.low(), result), bound(known.high(), result)))
        .filter(bounds -> !bounds.getFirst().equals(bounds.getLast()))
        .map(bounds -> bounds.getFirst() + "–" + bounds.getLast());
  }

  private String bound(double figure, Result result) {
    return desk.texts().number(BigDecimal.valueOf(figure), result.style());
  }

  private Block.Grid yearGrid(List<Result> official) {
    List<Facts.YearPoint> years = desk.years();
    boolean all = facts.request().kind() == ReportKind.FINAL;
    List<Block.Column> columns = new ArrayList<>();
    columns.add(Block.Column.words(desk.say("column.code"), 4));
    columns.add(Block.Column.words(desk.say("column.indicator"), 17));
    columns.add(Block.Column.words(desk.say("column.target"), 8));
    List<LocalDate> days = new ArrayList<>();
    for (Facts.YearPoint year : years) {
      days.add(all ? year.day().orElse(LocalDate.of(year.year(), 12, 31)) : year.year() == facts.day().getYear() ? facts.day() : facts.yearBefore());
      columns.add(Block.Column.number(all ? Integer.toString(year.year()) : desk.day(days.getLast()), all ? 7 : 9));
    }
    if (!all) {
      columns.add(Block.Column.number(desk.say("column.change"), 6));
    }
    List<Block.Row> rows = new ArrayList<>();
    for (Result result : official) {
      List<Cell> cells = new ArrayList<>();
      cells.add(Cell.words(result.code()));
      cells.add(Cell.words(result.definition().name(desk.texts().vietnamese())));
      cells.add(Cell.words(desk.sentences().target(result)));
      days.forEach(day -> cells.add(facts.results().find(result.code(), day, facts.area()).map(Result::valueCell).orElse(Cell.missing())));
      if (!all) {
        cells.add(Sentences.changeCell(Optional.of(result), desk.before(result.code())));
      }
      rows.add(Block.Row.of(cells));
    }
    return new Block.Grid("years", desk.say(all ? "grid.years" : "grid.year-before"), columns, rows, desk.source("source.indicator") + " " + desk.say("source.millions"));
  }

  /** What the annex wants by the end of a year, all districts together; empty when no annex came in. */
  private Optional<BigDecimal> wantedNewClubs(int year) {
    List<Facts.TargetLine> told = facts.targets().stream().filter(line -> line.measure().equals("new_clubs")).toList();
    return told.isEmpty()
        ? Optional.empty()
        : Optional.of(BigDecimal.valueOf(told.stream().filter(line -> line.year() <= year).mapToLong(Facts.TargetLine::target).sum()));
  }

  private Block.Grid pathGrid() {
    List<Block.Row> rows = new ArrayList<>();
    for (Facts.YearPoint year : facts.years()) {
      Optional<BigDecimal> wanted = wantedNewClubs(year.year());
      Optional<Result> result = year.day().flatMap(day -> facts.results().find("I03", day, facts.area()));
      Optional<BigDecimal> value = result.flatMap(Result::value);
      Cell difference =
          wanted.isPresent() && value.isPresent() ? Cell.number(value.get().subtract(wanted.get()), NumberStyle.CHANGE) : Cell.missing();
      if (wanted.isPresent()) {
        rows.add(
            Block.Row.of(
                Cell.plain(year.year()),
                Cell.number(wanted.get(), NumberStyle.COUNT),
                result.map(Result::plainCell).orElse(Cell.missing()),
                difference));
      }
    }
    return new Block.Grid(
        "path",
        desk.say("grid.path"),
        List.of(
            Block.Column.number(desk.say("column.year"), 2),
            Block.Column.number(desk.say("column.path"), 5),
            Block.Column.number(desk.say("column.founded"), 5),
            Block.Column.number(desk.say("column.difference"), 4)),
        rows,
        desk.source("source.targets"));
  }

  private void trends(Draft draft) {
    if (facts.years().stream().noneMatch(year -> year.day().isPresent())) {
      return;
    }
    Chart.Line founded = desk.line("I03");
    List<Chart.Line> lines = new ArrayList<>(List.of(desk.line("I04"), founded));
    if (wantedNewClubs(facts.day().getYear()).isPresent()) {
      lines.add(new Chart.Line(desk.say("chart.path"), facts.years().stream().map(year -> wantedNewClubs(year.year())).toList(), true));
    }
    Optional<BigDecimal> wanted = facts.result("I04").flatMap(Result::target);
    if (wanted.isPresent()) {
      lines.add(new Chart.Line(desk.say("chart.target", desk.texts().number(wanted.get(), NumberStyle.COUNT)), facts.years().stream().map(year -> wanted).toList(), true));
    }
    draft.graph(new Chart.Trend(desk.say("chart.clubs"), NumberStyle.COUNT, desk.yearLabels(), lines));
  }
}
