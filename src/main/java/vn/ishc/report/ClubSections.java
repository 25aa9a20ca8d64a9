package vn.ishc.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/** Clubs and who is in them: how many, by what rules, for whom. */
final class ClubSections {
  private static final BigDecimal FIVE = BigDecimal.valueOf(5);

  private final Desk desk;
  private final Facts facts;

  ClubSections(Desk desk) {
    this.desk = desk;
    this.facts = desk.facts();
  }

  void growth(Draft draft) {
    draft.section(desk.say("section.clubs"));
    draft.text(desk.verdict("I03"));
    draft.text(desk.verdict("I04"));
    if (facts.ofProvince()) {
      draft.text(desk.verdict("I01"));
      draft.text(desk.verdict("I02"));
    }
    draft.text(history());
    draft.grid(districtGrid());
    if (facts.ofProvince() && facts.result("I04").isPresent()) {
      draft.graph(new Chart.Ranking(desk.say("chart.clubs-by-district"), NumberStyle.COUNT, desk.ranked("I04", Optional.of(FIVE)), Optional.of(FIVE), desk.say("chart.at-least-five")));
      draft.graph(new Chart.Tiles(desk.say("chart.map"), NumberStyle.COUNT, TileMap.tiles(desk, "I04")));
    }
  }

  /** How many were there before, founded and closed in the plan. */
  private String history() {
    long baseline = facts.history().stream().filter(club -> founded(club) < StarFacts.FIRST_YEAR && founded(club) > 0).count();
    long founded = facts.history().stream().filter(club -> founded(club) >= StarFacts.FIRST_YEAR).count();
    long undated = facts.history().stream().filter(club -> founded(club) == 0).count();
    long closed = facts.history().stream().filter(ClubSections::closed).count();
    Texts texts = desk.texts();
    String all = desk.say("clubs.history", texts.number(facts.history().size()), texts.number(baseline), texts.number(founded), texts.number(closed));
    return undated == 0 ? all : all + " " + desk.say("clubs.undated", texts.number(undated));
  }

  private static int founded(Facts.HistoryLine club) {
    return club.foundedOn().map(java.time.LocalDate::getYear).orElse(0);
  }

  private static boolean closed(Facts.HistoryLine club) {
    return club.status().equals("dissolved") || club.status().equals("merged") || club.status().equals("unlisted");
  }

  private Block.Grid districtGrid() {
    List<Block.Row> rows = new ArrayList<>();
    facts.districts().forEach((code, name) -> rows.add(districtRow(code, name)));
    if (facts.ofProvince()) {
      rows.add(totalRow());
    }
    return new Block.Grid(
        "clubs-by-district",
        desk.say("grid.clubs-by-district"),
        List.of(
            Block.Column.words(desk.say("column.district"), 10),
            Block.Column.number(desk.say("column.before-plan"), 5),
            Block.Column.number(desk.say("column.baseline-active"), 6),
            Block.Column.number(desk.say("column.new-target"), 5),
            Block.Column.number(desk.say("column.new-result"), 5),
            Block.Column.number(desk.say("column.difference"), 5),
            Block.Column.number(desk.say("column.closed"), 5),
            Block.Column.number(desk.say("column.active-clubs"), 6),
            Block.Column.words(desk.say("column.five-clubs"), 6)),
        rows,
        desk.source("source.registry"));
  }

  private Block.Row districtRow(String code, String name) {
    Optional<Result> founded = desk.district("I03", code);
    Optional<BigDecimal> value = founded.flatMap(Result::value);
    Optional<BigDecimal> wanted = founded.flatMap(Result::target);
    boolean known = desk.district("I04", code).flatMap(Result::value).isPresent();
    long baseline = facts.clubsOf(code).stream().filter(club -> club.cohort().equals("baseline")).count();
    long closed = facts.history().stream().filter(club -> club.district().equals(code) && closed(club)).count();
    String five = desk.district("I02", code).flatMap(Result::met).map(met -> desk.say(met ? "cell.met" : "cell.not-met")).orElse("");
    return Block.Row.of(
        Cell.words(name),
        facts.target(code, "clubs_before").<Cell>map(Cell::count).orElse(Cell.missing()),
        known ? Cell.count(baseline) : Cell.missing(),
        founded.map(Result::targetCell).orElse(Cell.missing()),
        founded.map(Result::valueCell).orElse(Cell.missing()),
        value.isPresent() && wanted.isPresent() ? Cell.number(value.get().subtract(wanted.get()), NumberStyle.CHANGE) : Cell.missing(),
        known ? Cell.count(closed) : Cell.missing(),
        desk.districtCell("I04", code),
        Cell.words(five));
  }

  private Block.Row totalRow() {
    long before = facts.districts().keySet().stream().mapToLong(code -> facts.target(code, "clubs_before").orElse(0L)).sum();
    long baseline = facts.clubs().stream().filter(club -> club.cohort().equals("baseline")).count();
    Optional<Result> founded = facts.result("I03");
    Optional<BigDecimal> value = founded.flatMap(Result::value);
    Optional<BigDecimal> wanted = founded.flatMap(Result::target);
    boolean five = facts.result("I02").flatMap(Result::met).orElse(false);
    return Block.Row.total(
        List.of(
            Cell.words(desk.say("cell.province")),
            before == 0 ? Cell.missing() : Cell.count(before),
            Cell.count(baseline),
            founded.map(Result::targetCell).orElse(Cell.missing()),
            founded.map(Result::valueCell).orElse(Cell.missing()),
            value.isPresent() && wanted.isPresent() ? Cell.number(value.get().subtract(wanted.get()), NumberStyle.CHANGE) : Cell.missing(),
            Cell.count(facts.history().stream().filter(ClubSections::closed).count()),
            facts.result("I04").map(Result::valueCell).orElse(Cell.missing()),
            Cell.words(facts.result("I02").isEmpty() ? "" : desk.say(five ? "cell.met" : "cell.not-met"))));
  }

  void structure(Draft draft) {
    draft.section(desk.say("section.structure"));
    for (String code : List.of("I05", "I06", "I30", "I31", "I07", "I08", "I09", "I10", "I11")) {
      draft.text(desk.verdict(code));
    }
    List<Chart.Band> bands = new ArrayList<>();
    band(bands, "band.women", 0.6, 0.7, Facts.Members::women);
    band(bands, "band.older", 0.6, 0.7, Facts.Members::older);
    band(bands, "band.younger", 0.3, 0.4, Facts.Members::younger);
    if (bands.stream().anyMatch(band -> !band.dots().isEmpty())) {
      draft.graph(new Chart.Bands(desk.say("chart.bands"), bands));
    }
    draft.grid(structureGrid());
  }

  private void band(List<Chart.Band> bands, String key, double lower, double upper, ToIntFunction<Facts.Members> part) {
    List<Double> dots =
        facts.clubs().stream().flatMap(club -> club.members().stream()).filter(members -> members.all() > 0).map(members -> (double) part.applyAsInt(members) / members.all()).toList();
    bands.add(new Chart.Band(desk.say(key), lower, upper, dots));
  }

  private Block.Grid structureGrid() {
    List<Block.Row> rows = new ArrayList<>();
    facts.districts().forEach((code, name) -> rows.add(Block.Row.of(structureCells(name, facts.clubsOf(code), facts.loansKnown(code)))));
    if (facts.ofProvince()) {
      rows.add(Block.Row.total(structureCells(desk.say("cell.province"), facts.clubs(), facts.loansKnown())));
    }
    List<Block.Column> columns = new ArrayList<>(List.of(Block.Column.words(desk.say("column.district"), 10)));
    for (String key : List.of("clubs-with-roster", "size", "women", "older", "younger", "all-four", "loans")) {
      columns.add(Block.Column.number(desk.say("column." + key), 6));
    }
    return new Block.Grid("structure", desk.say("grid.structure"), columns, rows, desk.source("source.roster"));
  }

  private static List<Cell> structureCells(String name, List<Facts.ClubLine> clubs, boolean loansKnown) {
    List<Facts.Members> known = clubs.stream().flatMap(club -> club.members().stream()).toList();
    List<Predicate<Facts.Members>> rules =
        List.of(Facts.Members::size, Facts.Members::womenBand, Facts.Members::olderBand, Facts.Members::youngerBand, ClubSections::allFour);
    List<Cell> cells = new ArrayList<>(List.of(Cell.words(name), clubs.isEmpty() ? Cell.missing() : Cell.count(known.size())));
    rules.forEach(rule -> cells.add(known.isEmpty() ? Cell.missing() : Cell.count(known.stream().filter(rule).count())));
    cells.add(known.isEmpty() || !loansKnown ? Cell.missing() : Cell.count(known.stream().filter(Facts.Members::loans).count()));
    return cells;
  }

  static boolean allFour(Facts.Members members) {
    return members.size() && members.womenBand() && members.olderBand() && members.youngerBand();
  }

  void priority(Draft draft) {
    draft.section(desk.say("section.priority"));
    draft.text(desk.verdict("I12"));
    draft.text(desk.verdict("I29"));
    draft.text(poverty());
  }

  /** The change of the poor among the members over the plan. */
  private String poverty() {
    Optional<Result> first =
        facts.years().stream()
            .flatMap(year -> year.day().stream())
            .flatMap(day -> facts.results().find("I29", day, facts.area()).stream())
            .filter(result -> result.value().isPresent())
            .findFirst();
    Optional<Result> last = facts.result("I29").filter(result -> result.value().isPresent());
    if (first.isEmpty() || last.isEmpty() || first.get().asOf().equals(last.get().asOf())) {
      return desk.say("poverty.unknown");
    }
    Texts texts = desk.texts();
    String change = desk.sentences().change(last.get(), first, desk.day(first.get().asOf()));
    return desk.say("poverty.change", texts.number(last.get().value().orElseThrow(), NumberStyle.SHARE), change);
  }
}
