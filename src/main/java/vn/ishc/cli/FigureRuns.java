package vn.ishc.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import vn.ishc.indicator.Evidence;
import vn.ishc.indicator.EvidenceRow;
import vn.ishc.indicator.EvidenceSummary;
import vn.ishc.indicator.FigureFormat;
import vn.ishc.indicator.IndicatorDefinitions;
import vn.ishc.indicator.IndicatorRow;
import vn.ishc.indicator.IndicatorTable;
import vn.ishc.place.PlaceIndex;
import vn.ishc.row.Language;
import vn.ishc.warehouse.OpenWarehouse;

/** {@code indicators} and {@code explain}: the figures, and the rows behind them. */
final class FigureRuns {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);

  private FigureRuns() {}

  static Outcome indicators(IndicatorsCommand.Request request, Session session) throws Exception {
    try (OpenWarehouse warehouse = StoreRuns.open(session);
        Connection connection = warehouse.source().getConnection()) {
      return print(DSL.using(connection), request.asOf(), request.area(), request.format(), session);
    }
  }

  /** Prints the table as of a day, the latest unless said; says so when there is none. */
  static Outcome print(DSLContext dsl, Optional<LocalDate> day, Optional<String> area, OutputFormat format, Session session) throws IOException {
    Screen screen = session.screen();
    IndicatorTable table = new IndicatorTable(definitions(session));
    Optional<LocalDate> asOf = day.or(() -> table.latest(dsl));
    if (asOf.isEmpty()) {
      screen.complain(screen.text("indicators.none"));
      return Outcome.FAILED;
    }
    if (!table.days(dsl).contains(asOf.get())) {
      String known = String.join(", ", table.days(dsl).stream().map(LocalDate::toString).toList());
      screen.complain(screen.text("indicators.no-day", asOf.get(), known));
      return Outcome.FAILED;
    }
    List<IndicatorRow> rows = table.read(dsl, asOf.get(), area.orElse(PlaceIndex.PROVINCE));
    if (rows.isEmpty()) {
      screen.complain(screen.text("indicators.no-area", area.orElse("")));
      return Outcome.FAILED;
    }
    switch (format) {
      case TABLE -> table(rows, asOf.get(), screen);
      case CSV -> csv(rows, asOf.get(), screen);
      case JSON -> screen.out().println(Json.of(rows.stream().map(row -> json(row, asOf.get())).toList()));
    }
    screen.out().flush();
    return Outcome.DONE;
  }

  private static IndicatorDefinitions definitions(Session session) throws IOException {
    return IndicatorDefinitions.read(session.settings().root().resolve("jobs/indicators.yml"));
  }

  private static void table(List<IndicatorRow> rows, LocalDate asOf, Screen screen) throws IOException {
    boolean vi = screen.language() == Language.VI;
    FigureFormat format = FigureFormat.of(vi);
    screen.out().println(screen.text("indicators.title", rows.getFirst().areaName(), DAY.format(asOf)));
    screen.out().println();
    TextTable table =
        new TextTable(
            screen.out(),
            List.of(
                new TextTable.Column(screen.text("indicators.code"), false),
                new TextTable.Column(screen.text("indicators.name"), false),
                new TextTable.Column(screen.text("indicators.numerator"), true),
                new TextTable.Column(screen.text("indicators.denominator"), true),
                new TextTable.Column(screen.text("indicators.value"), true),
                new TextTable.Column(screen.text("indicators.target"), true),
                new TextTable.Column(screen.text("indicators.met"), false)));
    for (IndicatorRow row : rows) {
      table.row(
          row.definition().code(),
          row.definition().name(vi),
          row.numerator().map(format::number).orElse(FigureFormat.NOTHING),
          row.denominator().map(format::number).orElse(""),
          format.value(row),
          format.target(row),
          row.met().map(met -> screen.text(met ? "indicators.yes" : "indicators.no")).orElse(""));
    }
    table.end();
  }

  private static void csv(List<IndicatorRow> rows, LocalDate asOf, Screen screen) throws IOException {
    Csv csv = new Csv(screen.out());
    List<String> names = new ArrayList<>(json(rows.getFirst(), asOf).keySet());
    csv.row(names);
    for (IndicatorRow row : rows) {
      List<@Nullable String> cells = new ArrayList<>();
      json(row, asOf).values().forEach(value -> cells.add(value == null ? null : value.toString()));
      csv.row(cells);
    }
  }

  private static Map<String, @Nullable Object> json(IndicatorRow row, LocalDate asOf) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("indicator_code", row.definition().code());
    json.put("indicator_name_vi", row.definition().nameVi());
    json.put("as_of", asOf.toString());
    json.put("area_name", row.areaName());
    json.put("numerator", row.numerator().orElse(null));
    json.put("denominator", row.denominator().orElse(null));
    json.put("value", row.value().map(BigDecimal::valueOf).orElse(null));
    json.put("target", row.target().map(BigDecimal::valueOf).orElse(null));
    json.put("met", row.met().orElse(null));
    return json;
  }

  static Outcome explain(ExplainCommand.Request request, Session session) throws Exception {
    Screen screen = session.screen();
    IndicatorDefinitions definitions = definitions(session);
    String code = request.indicator().strip();
    if (definitions.find(code).isEmpty()) {
      screen.complain(screen.text("explain.no-indicator", code));
      return Outcome.FAILED;
    }
    String area = request.area().orElse(PlaceIndex.PROVINCE);
    try (OpenWarehouse warehouse = StoreRuns.open(session);
        Connection connection = warehouse.source().getConnection()) {
      DSLContext dsl = DSL.using(connection);
      Evidence evidence = new Evidence(definitions);
      List<EvidenceRow> rows = evidence.explain(dsl, code, request.asOf(), area);
      Optional<EvidenceSummary> summary = evidence.summary(dsl, code, request.asOf(), area, rows);
      if (summary.isEmpty()) {
        screen.complain(screen.text("explain.no-figure", code, request.asOf(), area));
        return Outcome.FAILED;
      }
      head(summary.get(), request.asOf(), screen);
      rows(rows, screen);
      screen.out().flush();
      return Outcome.DONE;
    }
  }

  private static void head(EvidenceSummary summary, LocalDate asOf, Screen screen) {
    boolean vi = screen.language() == Language.VI;
    FigureFormat format = FigureFormat.of(vi);
    IndicatorRow figure = summary.figure();
    screen.out().println(screen.text("explain.title", figure.definition().code(), figure.definition().name(vi), figure.areaName(), DAY.format(asOf)));
    String parts = figure.numerator().map(format::number).orElse(FigureFormat.NOTHING);
    String of = figure.denominator().map(d -> " / " + format.number(d)).orElse("");
    screen.out().println(screen.text("explain.value", format.value(figure), parts + of, format.target(figure)));
    screen.out().println(
        screen.text(
            "explain.clubs",
            Integer.toString(summary.clubsCounted()),
            Integer.toString(summary.clubsWithoutRoster()),
            Integer.toString(summary.clubsCarriedForward()),
            Integer.toString(summary.personsTwice()),
            Integer.toString(summary.files()),
            Integer.toString(summary.refusedRows())));
    summary
        .doubt()
        .ifPresent(
            doubt -> {
              String low = format.inUnitOf(figure, doubt.low());
              String high = format.inUnitOf(figure, doubt.high());
              String pairs = Integer.toString(doubt.pairs());
              screen.out().println(low.equals(high) ? screen.text("explain.doubt-either-way", pairs, low) : screen.text("explain.doubt", pairs, low, high));
            });
    screen.out().println();
  }

  private static void rows(List<EvidenceRow> rows, Screen screen) throws IOException {
    boolean vi = screen.language() == Language.VI;
    FigureFormat format = FigureFormat.of(vi);
    TextTable table =
        new TextTable(
            screen.out(),
            List.of(
                new TextTable.Column(screen.text("explain.club"), false),
                new TextTable.Column(screen.text("indicators.numerator"), true),
                new TextTable.Column(screen.text("indicators.denominator"), true),
                new TextTable.Column(screen.text("explain.rows"), false),
                new TextTable.Column(screen.text("explain.note"), false)));
    for (EvidenceRow row : rows) {
      String club = row.clubName().map(name -> name + row.clubCode().map(code -> " (" + code + ")").orElse("")).orElse("");
      table.row(
          club,
          row.numerator().map(format::number).orElse(""),
          row.denominator().map(format::number).orElse(""),
          row.source().map(source -> source.submitter() + "/" + source.place()).orElse(FigureFormat.NOTHING),
          note(row, screen));
    }
    table.end();
  }

  private static String note(EvidenceRow row, Screen screen) {
    List<String> notes = new ArrayList<>();
    switch (row.kind()) {
      case COUNTED -> {}
      case SUPPORTING -> notes.add(screen.text("explain.supporting"));
      case WITHOUT_ROSTER -> notes.add(screen.text("explain.without-roster"));
    }
    if (row.carriedForward()) {
      notes.add(screen.text("explain.carried", row.rosterPeriod().orElse("")));
    }
    row.source().filter(source -> source.refusedRows() > 0).ifPresent(source -> notes.add(screen.text("explain.refused", source.refusedRows())));
    return String.join("; ", notes);
  }
}
