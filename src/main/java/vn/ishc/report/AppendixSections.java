package vn.ishc.report;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.ishc.indicator.IndicatorDefinition;

/** What stands behind the figures: districts, second readings, what was written, what was found, which files. */
final class AppendixSections {
  /** The indicators of the tables by district, a table each. */
  private static final Map<String, List<String>> BY_DISTRICT =
      new java.util.TreeMap<>(
          Map.of(
              "a", List.of("I03", "I04", "I05", "I06", "I07", "I08", "I09", "I10", "I11"),
              "b", List.of("I12", "I13", "I14", "I15", "I16", "I17", "I18", "I19", "I29"),
              "c", List.of("I20", "I22", "I23", "I24", "I25", "I26", "I27", "I28", "I30")));

  private static final int DIFFERENCES_ON_PAPER_MAX = 30;
  private static final int FILES_ON_PAPER_MAX = 120;

  private final Desk desk;
  private final Facts facts;

  AppendixSections(Desk desk) {
    this.desk = desk;
    this.facts = desk.facts();
  }

  void byDistrict(Draft draft) {
    draft.appendix(desk.say("appendix.districts"));
    BY_DISTRICT.forEach((part, codes) -> draft.grid(districtGrid(part, codes)));
    draft.note(desk.say("note.districts"));
  }

  private Block.Grid districtGrid(String part, List<String> codes) {
    List<Block.Column> columns = new ArrayList<>(List.of(Block.Column.words(desk.say("column.district"), 9)));
    codes.forEach(code -> columns.add(Block.Column.number(code + ": " + desk.say("short." + code), 6)));
    List<Block.Row> rows = new ArrayList<>();
    facts.districts().forEach((district, name) -> {
      List<Cell> cells = new ArrayList<>(List.of(Cell.words(name)));
      codes.forEach(code -> cells.add(desk.districtCell(code, district)));
      rows.add(Block.Row.of(cells));
    });
    if (facts.ofProvince()) {
      List<Cell> cells = new ArrayList<>(List.of(Cell.words(desk.say("cell.province"))));
      codes.forEach(code -> cells.add(facts.result(code).map(Result::valueCell).orElse(Cell.missing())));
      rows.add(Block.Row.total(cells));
    }
    return new Block.Grid("districts-" + part, desk.say("grid.districts-" + part), columns, rows, desk.source("source.indicator") + " " + desk.say("source.marks"));
  }

  void reconciliation(Draft draft) {
    draft.appendix(desk.say("appendix.reconciliation"));
    List<Facts.Reconciled> different = facts.reconciled().stream().filter(line -> line.difference().signum() != 0).toList();
    if (facts.reconciled().isEmpty()) {
      draft.text(desk.say("reconciliation.none"));
      return;
    }
    draft.text(desk.say("reconciliation.intro", desk.texts().number(different.size()), desk.texts().number(facts.reconciled().size())));
    draft.grid(causeGrid(different));
    draft.grid(differenceGrid(different.stream().sorted(Comparator.comparing(AppendixSections::distance).reversed()).toList()).atMost(DIFFERENCES_ON_PAPER_MAX));
  }

  /** How far apart both are, as a share of what is counted; what is counted nowhere is farthest. */
  private static BigDecimal distance(Facts.Reconciled line) {
    return line.counted().signum() == 0 ? BigDecimal.valueOf(Long.MAX_VALUE) : share(line).abs();
  }

  private static BigDecimal share(Facts.Reconciled line) {
    return line.difference().divide(line.counted(), 6, java.math.RoundingMode.HALF_UP);
  }

  /** Why reported and counted differ: how often each cause was found, the most frequent first. */
  private Block.Grid causeGrid(List<Facts.Reconciled> different) {
    Map<String, List<Facts.Reconciled>> byCause = new TreeMap<>();
    different.forEach(line -> byCause.computeIfAbsent(line.because(), cause -> new ArrayList<>()).add(line));
    Comparator<Map.Entry<String, List<Facts.Reconciled>>> byNumber = Comparator.comparing(entry -> entry.getValue().size());
    List<Block.Row> rows =
        byCause.entrySet().stream()
            .sorted(byNumber.reversed())
            .map(
                entry ->
                    Block.Row.of(
                        Cell.words(entry.getKey()),
                        Cell.count(entry.getValue().size()),
                        Cell.count(entry.getValue().stream().map(Facts.Reconciled::district).distinct().count())))
            .toList();
    return new Block.Grid(
        "causes",
        desk.say("grid.causes"),
        List.of(
            Block.Column.words(desk.say("column.cause"), 24), Block.Column.number(desk.say("column.differences"), 5), Block.Column.number(desk.say("column.districts"), 5)),
        rows,
        desk.source("source.reconciliation"));
  }

  private Block.Grid differenceGrid(List<Facts.Reconciled> different) {
    List<Block.Row> rows = new ArrayList<>();
    for (Facts.Reconciled line : different) {
      NumberStyle style = line.measure().contains("fund") || line.measure().contains("outstanding") || line.measure().startsWith("received") ? NumberStyle.MILLIONS : NumberStyle.COUNT;
      NumberStyle change = style == NumberStyle.COUNT ? NumberStyle.CHANGE : style;
      Cell share = line.counted().signum() == 0 ? Cell.missing() : Cell.number(share(line), NumberStyle.POINTS);
      rows.add(
          Block.Row.of(
              Cell.words(line.period()),
              Cell.words(desk.districtName(line.district())),
              Cell.words(desk.texts().orSelf("measure.", line.measure())),
              Cell.number(line.reported(), style),
              Cell.number(line.counted(), style),
              Cell.number(line.difference(), change),
              share,
              Cell.words(line.because())));
    }
    return new Block.Grid(
            "reconciliation",
            desk.say("grid.reconciliation"),
            List.of(
                Block.Column.words(desk.say("column.period"), 5),
                Block.Column.words(desk.say("column.district"), 8),
                Block.Column.words(desk.say("column.measure"), 12),
                Block.Column.number(desk.say("column.reported"), 6),
                Block.Column.number(desk.say("column.counted"), 6),
                Block.Column.number(desk.say("column.difference"), 6),
                Block.Column.number(desk.say("column.difference-share"), 6),
                Block.Column.words(desk.say("column.cause"), 16)),
            rows,
            desk.source("source.reconciliation"));
  }

  void definitions(Draft draft) {
    draft.appendix(desk.say("appendix.definitions"));
    draft.text(desk.say("definitions.intro"));
    draft.grid(definitionGrid());
    draft.text(desk.say("readings.intro"));
    draft.grid(readingGrid());
  }

  private Block.Grid definitionGrid() {
    boolean vietnamese = desk.texts().vietnamese();
    List<Block.Row> rows = new ArrayList<>();
    for (IndicatorDefinition known : facts.definitions()) {
      if (known.readingOf().isEmpty()) {
        rows.add(
            Block.Row.of(
                Cell.words(known.code()),
                Cell.words(known.name(vietnamese)),
                Cell.words(vietnamese ? known.definitionVi() : known.definitionEn()),
                Cell.words(known.clause())));
      }
    }
    return new Block.Grid(
        "definitions",
        desk.say("grid.definitions"),
        List.of(
            Block.Column.words(desk.say("column.code"), 4),
            Block.Column.words(desk.say("column.indicator"), 14),
            Block.Column.words(desk.say("column.definition"), 24),
            Block.Column.words(desk.say("column.clause"), 6)),
        rows,
        desk.say("source.definitions"));
  }

  private Block.Grid readingGrid() {
    boolean vietnamese = desk.texts().vietnamese();
    List<Block.Row> rows = new ArrayList<>();
    for (Result result : facts.results().of(facts.day(), facts.area())) {
      if (result.definition().readingOf().isPresent()) {
        String official = result.definition().readingOf().get();
        rows.add(
            Block.Row.of(
                Cell.words(result.code()),
                Cell.words(vietnamese ? result.definition().definitionVi() : result.definition().definitionEn()),
                result.valueCell(),
                Cell.words(official),
                facts.result(official).map(Result::valueCell).orElse(Cell.missing()),
                Cell.words(result.met().map(met -> desk.say(met ? "cell.met" : "cell.not-met")).orElse("")),
                Cell.words(facts.result(official).flatMap(Result::met).map(met -> desk.say(met ? "cell.met" : "cell.not-met")).orElse(""))));
      }
    }
    return new Block.Grid(
        "readings",
        desk.say("grid.readings"),
        List.of(
            Block.Column.words(desk.say("column.code"), 4),
            Block.Column.words(desk.say("column.other-reading"), 22),
            Block.Column.number(desk.say("column.result"), 6),
            Block.Column.words(desk.say("column.official"), 5),
            Block.Column.number(desk.say("column.official-result"), 6),
            Block.Column.words(desk.say("column.met-other"), 6),
            Block.Column.words(desk.say("column.met-official"), 6)),
        rows,
        desk.source("source.indicator"));
  }

  void quality(Draft draft) {
    draft.appendix(desk.say("appendix.quality"));
    Texts texts = desk.texts();
    long accepted = facts.files().stream().mapToLong(Facts.FileLine::accepted).sum();
    long refused = facts.files().stream().mapToLong(Facts.FileLine::refused).sum();
    draft.text(desk.say("quality.intro", texts.number(facts.files().size()), texts.number(accepted), texts.number(refused)));
    List<Block.Row> rows = new ArrayList<>();
    for (Facts.FindingLine line : facts.findings()) {
      rows.add(
          Block.Row.of(
              Cell.words(line.code()),
              Cell.words(desk.say("finding." + line.code().charAt(0))),
              Cell.words(desk.say("severity." + line.severity())),
              Cell.count(line.findings()),
              Cell.count(line.files()),
              Cell.words(line.example())));
    }
    draft.grid(
        new Block.Grid(
            "quality",
            desk.say("grid.quality"),
            List.of(
                Block.Column.words(desk.say("column.code"), 4),
                Block.Column.words(desk.say("column.kind"), 8),
                Block.Column.words(desk.say("column.severity"), 7),
                Block.Column.number(desk.say("column.findings"), 5),
                Block.Column.number(desk.say("column.files"), 5),
                Block.Column.words(desk.say("column.example"), 26)),
            rows,
            desk.say("source.findings")));
  }

  void evidence(Draft draft) {
    draft.appendix(desk.say("appendix.evidence"));
    draft.text(desk.say("evidence.intro", desk.texts().number(facts.files().size()), seal()));
    draft.grid(feedGrid());
    draft.grid(fileGrid());
  }

  /** One hash for all: of the hashes of the files in ascending order, a line each. A signed text with it vouches for the list that lies beside it. */
  private String seal() {
    String lines = facts.files().stream().map(Facts.FileLine::sha256).sorted().map(hash -> hash + "\n").collect(Collectors.joining());
    return Editions.sha256(lines.getBytes(StandardCharsets.UTF_8));
  }

  /** Which feeds how many files brought. */
  private Block.Grid feedGrid() {
    Map<String, List<Facts.FileLine>> byFeed = new TreeMap<>();
    facts.files().forEach(file -> byFeed.computeIfAbsent(feeds(file.feed()), feed -> new ArrayList<>()).add(file));
    List<Block.Row> rows = new ArrayList<>();
    byFeed.forEach(
        (feed, files) ->
            rows.add(
                Block.Row.of(
                    Cell.words(feed),
                    Cell.count(files.size()),
                    Cell.count(files.stream().map(Facts.FileLine::submitter).distinct().count()),
                    Cell.count(files.stream().mapToLong(Facts.FileLine::accepted).sum()),
                    Cell.count(files.stream().mapToLong(Facts.FileLine::refused).sum()))));
    return new Block.Grid(
        "evidence-feeds",
        desk.say("grid.evidence-feeds"),
        List.of(
            Block.Column.words(desk.say("column.feed"), 20),
            Block.Column.number(desk.say("column.files"), 5),
            Block.Column.number(desk.say("column.senders"), 5),
            Block.Column.number(desk.say("column.accepted"), 5),
            Block.Column.number(desk.say("column.refused"), 5)),
        rows,
        desk.say("source.files"));
  }

  /** Feeds as people call them: {@code Danh sách hội viên, sổ cho vay}. */
  private String feeds(String codes) {
    return Texts.upper(String.join(", ", java.util.Arrays.stream(codes.split(",\\s*")).map(code -> Texts.lower(desk.texts().orSelf("feed.", code))).toList()));
  }

  private Block.Grid fileGrid() {
    List<Block.Row> rows = new ArrayList<>();
    for (Facts.FileLine file : facts.files()) {
      rows.add(
          Block.Row.of(
              Cell.words(file.submitter()),
              Cell.words(file.name()),
              Cell.words(feeds(file.feed())),
              Cell.words(file.period()),
              Cell.words(desk.day(file.receivedOn())),
              Cell.count(file.accepted()),
              Cell.count(file.refused()),
              Cell.words(file.sha256())));
    }
    Block.Grid all =
        new Block.Grid(
            "evidence",
            desk.say("grid.evidence"),
            List.of(
                Block.Column.words(desk.say("column.submitter"), 8),
                Block.Column.words(desk.say("column.file"), 13),
                Block.Column.words(desk.say("column.feed"), 8),
                Block.Column.words(desk.say("column.period"), 6),
                Block.Column.words(desk.say("column.received-on"), 6),
                Block.Column.number(desk.say("column.accepted"), 4),
                Block.Column.number(desk.say("column.refused"), 4),
                Block.Column.words(desk.say("column.sha256"), 17)),
            rows,
            desk.say("source.files"));
    return rows.size() > FILES_ON_PAPER_MAX ? all.atMost(0) : all;
  }

  /** What has changed since an edition was published. */
  void changes(Draft draft, String edition, List<Change> changes) {
    draft.appendix(desk.say("appendix.changes"));
    draft.text(desk.say(changes.isEmpty() ? "changes.none" : "changes.intro", edition, changes.size()));
    List<Block.Row> rows = new ArrayList<>();
    for (Change change : changes) {
      rows.add(
          Block.Row.of(
              Cell.words(change.indicator()),
              Cell.words(desk.name(change.indicator())),
              Cell.words(desk.day(change.asOf())),
              Cell.words(change.areaName()),
              number(change.before(), change),
              number(change.now(), change)));
    }
    draft.grid(
        new Block.Grid(
            "changes",
            desk.say("grid.changes"),
            List.of(
                Block.Column.words(desk.say("column.code"), 4),
                Block.Column.words(desk.say("column.indicator"), 18),
                Block.Column.words(desk.say("column.as-of"), 6),
                Block.Column.words(desk.say("column.area"), 9),
                Block.Column.number(desk.say("column.published"), 6),
                Block.Column.number(desk.say("column.now"), 6)),
            rows,
            desk.say("source.changes")));
  }

  private static Cell number(java.util.Optional<BigDecimal> value, Change change) {
    return value.<Cell>map(known -> Cell.number(known, change.style())).orElse(Cell.missing());
  }
}
