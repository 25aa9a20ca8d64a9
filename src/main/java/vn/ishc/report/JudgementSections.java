package vn.ishc.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was reached, what was not, who falls short and by how much, what to do. */
final class JudgementSections {
  private static final int NAMED_MAX = 5;
  private static final int CLUBS_IN_BODY_MAX = 10;
  private static final int CLUBS_ON_PAPER_MAX = 40;
  private static final int DISTRICT_ROWS_ON_PAPER_MAX = 30;

  private final Desk desk;
  private final Facts facts;

  JudgementSections(Desk desk) {
    this.desk = desk;
    this.facts = desk.facts();
  }

  void judgement(Draft draft) {
    draft.part(desk.say("part.judgement"));
    List<Result> official = desk.official();
    draft.section(desk.say("section.reached"));
    list(draft, official.stream().filter(result -> result.met().orElse(false)).toList(), "judgement.nothing-reached");
    draft.section(desk.say("section.missed"));
    list(draft, official.stream().filter(Result::missed).toList(), "judgement.nothing-missed");
    List<String> unknown = official.stream().filter(result -> result.value().isEmpty()).map(result -> Texts.lower(result.definition().name(desk.texts().vietnamese()))).toList();
    if (!unknown.isEmpty()) {
      draft.text(desk.say("judgement.unknown", String.join("; ", unknown)));
    }
    draft.section(desk.say("section.short-districts"));
    districts(draft);
    draft.section(desk.say("section.short-clubs"));
    clubs(draft);
  }

  private void list(Draft draft, List<Result> results, String nothing) {
    if (results.isEmpty()) {
      draft.text(desk.say(nothing));
    }
    results.forEach(result -> draft.item(desk.sentences().verdict(result, desk.before(result.code()), desk.since())));
  }

  /** The figures of a district that miss their target. */
  private List<Result> missedBy(String district) {
    return facts.results().of(facts.day(), district).stream().filter(Desk::isOfficial).filter(Result::missed).toList();
  }

  private long heldAgainst(String district) {
    return facts.results().of(facts.day(), district).stream().filter(Desk::isOfficial).filter(result -> result.met().isPresent()).count();
  }

  private void districts(Draft draft) {
    List<String> without = facts.districts().keySet().stream().filter(code -> !desk.hasClubs(code)).map(desk::districtInSentence).toList();
    List<String> with = facts.districts().keySet().stream().filter(desk::hasClubs).toList();
    if (!without.isEmpty()) {
      draft.text(desk.say("districts.without-clubs", without.size(), desk.texts().list(without)));
    }
    if (with.size() > 1) {
      Comparator<String> byReached = Comparator.comparing((String code) -> (double) missedBy(code).size() / Math.max(1, heldAgainst(code)));
      List<String> ranked = with.stream().sorted(byReached).toList();
      int named = Math.min(NAMED_MAX, (ranked.size() + 1) / 2);
      draft.text(desk.say("districts.best", desk.texts().list(ranked.subList(0, named).stream().map(this::standing).toList())));
      draft.text(desk.say("districts.weakest", desk.texts().list(ranked.reversed().subList(0, Math.min(named, ranked.size() - named)).stream().map(this::standing).toList())));
    }
    draft.text(desk.say("districts.see-appendix"));
  }

  /** {@code Nghi Lộc (đạt 4/12 chỉ tiêu)}. */
  private String standing(String district) {
    long held = heldAgainst(district);
    return desk.say("districts.standing", desk.districtInSentence(district), held - missedBy(district).size(), held);
  }

  private void clubs(Draft draft) {
    List<Shortfall> shortfalls = shortfalls();
    long without = facts.clubs().stream().filter(club -> club.members().isEmpty()).count();
    long known = facts.clubs().size() - without;
    if (known == 0) {
      draft.text(desk.say("clubs.no-roster"));
      return;
    }
    Texts texts = desk.texts();
    draft.text(desk.say("clubs.short", texts.number(shortfalls.size()), texts.number(known)));
    draft.item(criterion("clubs.size", facts.clubs().stream().filter(club -> club.members().filter(m -> !m.size()).isPresent()).count()));
    draft.item(criterion("clubs.women", facts.clubs().stream().filter(club -> club.members().filter(m -> !m.womenBand()).isPresent()).count()));
    draft.item(criterion("clubs.older", facts.clubs().stream().filter(club -> club.members().filter(m -> !m.olderBand()).isPresent()).count()));
    draft.item(criterion("clubs.younger", facts.clubs().stream().filter(club -> club.members().filter(m -> !m.youngerBand()).isPresent()).count()));
    if (facts.loansKnown()) {
      draft.item(criterion("clubs.loans", facts.clubs().stream().filter(club -> club.members().filter(m -> !m.loans()).isPresent()).count()));
    }
    if (without > 0) {
      draft.text(desk.say("clubs.without-roster", texts.number(without)));
    }
    List<Shortfall> worst = shortfalls.stream().sorted(Comparator.comparing(Shortfall::missed).reversed()).limit(CLUBS_IN_BODY_MAX).toList();
    draft.grid(clubGrid("clubs-most-short", desk.say("grid.clubs-most-short", worst.size()), worst));
  }

  private String criterion(String key, long count) {
    return desk.say(key, desk.texts().count("club", count));
  }

  private List<Shortfall> shortfalls() {
    return facts.clubs().stream().map(club -> Shortfall.of(club, facts.loansKnown(club.district()))).filter(shortfall -> shortfall.missed() > 0).toList();
  }

  private Block.Grid clubGrid(String id, String title, List<Shortfall> shortfalls) {
    List<Block.Row> rows = new ArrayList<>();
    for (Shortfall shortfall : shortfalls) {
      Facts.ClubLine club = shortfall.club();
      List<Cell> cells = new ArrayList<>();
      cells.add(Cell.words(desk.districtName(club.district())));
      cells.add(Cell.words(club.name() + ", " + Texts.lower(club.commune())));
      cells.addAll(shortfall.cells());
      cells.add(Cell.count(shortfall.missed()));
      cells.add(Cell.words(club.carriedForward() ? desk.say("cell.carried", club.rosterPeriod().orElse("")) : ""));
      rows.add(Block.Row.of(cells));
    }
    return new Block.Grid(
        id,
        title,
        List.of(
            Block.Column.words(desk.say("column.district"), 8),
            Block.Column.words(desk.say("column.club"), 14),
            Block.Column.number(desk.say("column.members"), 7),
            Block.Column.number(desk.say("column.women-share"), 6),
            Block.Column.number(desk.say("column.older-share"), 6),
            Block.Column.number(desk.say("column.younger-share"), 6),
            Block.Column.number(desk.say("column.borrowed-share"), 6),
            Block.Column.number(desk.say("column.missed"), 6),
            Block.Column.words(desk.say("column.note"), 6)),
        rows,
        desk.source("source.roster") + " " + desk.say("source.marks"));
  }

  /** What the rules of the plan say to do. */
  void recommendations(Draft draft) {
    draft.part(desk.say("part.recommendations"));
    Texts texts = desk.texts();
    List<Shortfall> small = facts.clubs().stream().map(club -> Shortfall.of(club, facts.loansKnown(club.district()))).filter(shortfall -> shortfall.membersMissing() > 0).toList();
    if (!small.isEmpty()) {
      draft.item(desk.say("advice.small", texts.count("club", small.size()), texts.number(small.stream().mapToInt(Shortfall::membersMissing).sum()), byDistrict(small)));
    }
    missing("I03").ifPresent(count -> draft.item(desk.say("advice.new-clubs", count)));
    facts.result("I17").filter(Result::missed).flatMap(Result::missingCount).ifPresent(count -> draft.item(desk.say("advice.health", texts.count("person", count))));
    facts.result("I14").filter(Result::missed).flatMap(Result::missingCount).ifPresent(count -> draft.item(desk.say("advice.loans", texts.count("club", count))));
    facts.result("I16").flatMap(Result::numerator).filter(overdue -> overdue.signum() > 0).ifPresent(overdue -> draft.item(desk.say("advice.overdue", texts.number(overdue, NumberStyle.MILLIONS))));
    facts.result("I26").filter(Result::missed).flatMap(Result::missingCount).ifPresent(count -> draft.item(desk.say("advice.funds", texts.count("club", count))));
    facts.result("I28").filter(Result::missed).ifPresent(result -> draft.item(desk.say("advice.reporting", desk.sentences().parts(result))));
    long without = facts.clubs().stream().filter(club -> club.members().isEmpty()).count();
    if (without > 0) {
      draft.item(desk.say("advice.rosters", texts.count("club", without)));
    }
    if (facts.clubs().isEmpty()) {
      draft.item(desk.say("advice.registry"));
    }
    draft.item(desk.say("advice.data"));
  }

  private Optional<String> missing(String code) {
    return facts.result(code).filter(Result::missed).flatMap(Result::gap).map(gap -> desk.texts().count("club", gap));
  }

  private String byDistrict(List<Shortfall> shortfalls) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    shortfalls.forEach(shortfall -> counts.merge(desk.districtInSentence(shortfall.club().district()), 1, Integer::sum));
    return desk.texts().list(counts.entrySet().stream().map(entry -> entry.getKey() + " (" + entry.getValue() + ")").toList());
  }

  /** The appendix of districts and clubs that fall short. */
  void appendix(Draft draft) {
    draft.appendix(desk.say("appendix.short"));
    if (facts.ofProvince()) {
      draft.grid(standings());
    }
    draft.grid(districtGrid());
    if (facts.districts().keySet().stream().allMatch(district -> missedBy(district).isEmpty())) {
      draft.text(desk.say("judgement.nothing-missed"));
    }
    Comparator<Shortfall> worst = Comparator.comparing(Shortfall::missed).reversed();
    draft.grid(clubGrid("short-clubs", desk.say("grid.short-clubs"), shortfalls().stream().sorted(worst).toList()).atMost(CLUBS_ON_PAPER_MAX));
  }

  /** A line per district: how many targets it reaches, which it misses and by how much. */
  private Block.Grid standings() {
    List<Block.Row> rows = new ArrayList<>();
    for (String district : facts.districts().keySet()) {
      long held = heldAgainst(district);
      String reached = held == 0 ? desk.say("cell.no-data") : desk.say("cell.reached", held - missedBy(district).size(), held);
      String missed = String.join("; ", missedBy(district).stream().map(this::miss).toList());
      rows.add(Block.Row.of(Cell.words(desk.districtName(district)), Cell.words(reached), Cell.words(missed)));
    }
    return new Block.Grid(
        "standings",
        desk.say("grid.standings"),
        List.of(
            Block.Column.words(desk.say("column.district"), 6), Block.Column.words(desk.say("column.reached"), 4), Block.Column.words(desk.say("column.missed-by"), 36)),
        rows,
        desk.source("source.indicator"));
  }

  /** {@code I07 đủ quy mô: 9,1 điểm % (1 câu lạc bộ)}. */
  private String miss(Result result) {
    String key = "short." + result.code();
    String name = result.code() + (desk.texts().has(key) ? " " + desk.say(key) : "");
    String gap = result.counted() == Counted.DISTRICT ? "" : desk.sentences().gap(result);
    return gap.isEmpty() ? name : name + ": " + gap;
  }

  private Block.Grid districtGrid() {
    List<Block.Row> rows = new ArrayList<>();
    for (String district : facts.districts().keySet()) {
      for (Result result : missedBy(district)) {
        rows.add(
            Block.Row.of(
                Cell.words(desk.districtName(district)),
                Cell.words(result.code()),
                Cell.words(result.definition().name(desk.texts().vietnamese())),
                Cell.words(desk.sentences().target(result)),
                result.numeratorCell(),
                result.denominatorCell(),
                result.valueCell(),
                Cell.words(desk.sentences().gap(result))));
      }
    }
    Block.Grid all =
        new Block.Grid(
            "short-districts",
            desk.say("grid.short-districts"),
            List.of(
                Block.Column.words(desk.say("column.district"), 7),
                Block.Column.words(desk.say("column.code"), 4),
                Block.Column.words(desk.say("column.indicator"), 18),
                Block.Column.words(desk.say("column.target"), 7),
                Block.Column.number(desk.say("column.numerator"), 5),
                Block.Column.number(desk.say("column.denominator"), 5),
                Block.Column.number(desk.say("column.result"), 6),
                Block.Column.words(desk.say("column.gap"), 10)),
            rows,
            desk.source("source.indicator"));
    return rows.size() > DISTRICT_ROWS_ON_PAPER_MAX ? all.atMost(0) : all;
  }
}
