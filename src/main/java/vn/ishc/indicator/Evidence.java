package vn.ishc.indicator;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static vn.ishc.db.ops.Tables.FILE;
import static vn.ishc.db.ops.Tables.FINDING;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.CommonTableExpression;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
import vn.ishc.indicator.Behind.Place;
import vn.ishc.indicator.EvidenceRow.Kind;
import vn.ishc.indicator.EvidenceRow.Source;
import vn.ishc.row.Period;

/** Shows the rows behind a figure: club, what it adds, file › sheet › row. */
public final class Evidence {
  private static final Field<Integer> REFUSED = field(name("refused_rows"), Integer.class);

  private final IndicatorDefinitions definitions;
  private final MemberEvidence members;
  private final ClubEvidence clubs;
  private final EventEvidence events;
  private final PendingLinks pending;

  /** Evidence for these indicators. */
  public Evidence(IndicatorDefinitions definitions) {
    this.definitions = definitions;
    this.members = new MemberEvidence(definitions);
    this.clubs = new ClubEvidence(definitions, members);
    this.events = new EventEvidence(definitions);
    this.pending = new PendingLinks(definitions, members);
  }

  /**
   * The rows behind a current figure, by district, club and file.
   *
   * @param indicator its code
   * @param asOf the end of a half-year
   * @param area {@code 40}, the GSO code of a plan district, or the code of a club
   * @return none when there is no such figure
   */
  public List<EvidenceRow> explain(DSLContext dsl, String indicator, LocalDate asOf, String area) {
    Place place = new Place(asOf, level(area), area);
    List<Select<? extends Record>> questions =
        Stream.of(
                members.questions(indicator, place),
                clubs.questions(indicator, place),
                events.questions(indicator, place))
            .flatMap(List::stream)
            .toList();
    List<EvidenceRow> rows = new ArrayList<>();
    for (Select<? extends Record> question : questions) {
      ask(dsl, question, Period.of(asOf)).forEach(row -> rows.add(row(row)));
    }
    return rows;
  }

  /**
   * What is to be said above them; empty when there is no such figure.
   *
   * @param rows what {@link #explain} gave for the same figure
   */
  public Optional<EvidenceSummary> summary(
      DSLContext dsl, String indicator, LocalDate asOf, String area, List<EvidenceRow> rows) {
    return new IndicatorTable(definitions)
        .read(dsl, asOf, area).stream()
            .filter(figure -> figure.definition().code().equals(indicator))
            .findFirst()
            .map(
            figure ->
                summary(
                    figure,
                    rows,
                    pending.about(
                        dsl, figure, new Place(asOf, level(area), area), date(Period.of(asOf)))));
  }

  /** Between what bounds the figures of an area lie while pairs of persons are in doubt, by indicator; figures without such a pair are left out. */
  public Map<String, PendingDoubt> doubts(DSLContext dsl, LocalDate asOf, String area) {
    Map<String, PendingDoubt> doubts = new HashMap<>();
    Place place = new Place(asOf, level(area), area);
    for (IndicatorRow figure : new IndicatorTable(definitions).read(dsl, asOf, area)) {
      pending.about(dsl, figure, place, date(Period.of(asOf))).ifPresent(doubt -> doubts.put(figure.definition().code(), doubt));
    }
    return Map.copyOf(doubts);
  }

  private static EvidenceSummary summary(
      IndicatorRow figure, List<EvidenceRow> rows, Optional<PendingDoubt> doubt) {
    List<EvidenceRow> counted = rows.stream().filter(row -> row.kind() == Kind.COUNTED).toList();
    Map<String, Integer> refused = new HashMap<>();
    rows.stream()
        .flatMap(row -> row.source().stream())
        .forEach(
            source -> refused.put(source.fileId() + "\n" + source.sheet(), source.refusedRows()));
    return new EvidenceSummary(
        figure,
        clubs(counted),
        clubs(rows.stream().filter(row -> row.kind() == Kind.WITHOUT_ROSTER).toList()),
        clubs(counted.stream().filter(EvidenceRow::carriedForward).toList()),
        personsTwice(figure, counted),
        (int)
            rows.stream()
                .flatMap(row -> row.source().stream())
                .map(Source::fileId)
                .distinct()
                .count(),
        refused.values().stream().mapToInt(Integer::intValue).sum(),
        doubt);
  }

  private static int clubs(List<EvidenceRow> rows) {
    return (int) rows.stream().flatMap(row -> row.clubCode().stream()).distinct().count();
  }

  /** Only figures of members tell a person twice; those of money have no persons to count. */
  private static int personsTwice(IndicatorRow figure, List<EvidenceRow> counted) {
    boolean ofMembers =
        counted.stream()
            .allMatch(row -> row.feed().equals("member-roster") && row.rosterPeriod().isPresent());
    boolean ofMoney = figure.definition().code().startsWith("I16");
    Optional<BigDecimal> told = figure.denominator().or(figure::numerator);
    if (!ofMembers || ofMoney || told.isEmpty()) {
      return 0;
    }
    boolean share = figure.denominator().isPresent();
    BigDecimal sum =
        counted.stream()
            .flatMap(row -> (share ? row.denominator() : row.numerator()).stream())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return sum.subtract(told.get()).intValue();
  }

  private static AreaLevel level(String area) {
    if (area.equals(AreaLevel.PROVINCE_CODE)) {
      return AreaLevel.PROVINCE;
    }
    return area.length() == 3 ? AreaLevel.DISTRICT : AreaLevel.CLUB;
  }

  private static List<? extends Record> ask(
      DSLContext dsl, Select<? extends Record> question, Period period) {
    CommonTableExpression<?> told = name("told").as(question);
    Field<String> file = field(name("told", "file_id"), String.class);
    Field<String> sheet = field(name("told", "sheet"), String.class);
    Field<Integer> refused =
        field(
            select(countDistinct(FINDING.ROW_NUMBER))
                .from(FINDING)
                .where(FINDING.FILE_ID.eq(file))
                .and(FINDING.SHEET.eq(sheet))
                .and(FINDING.SEVERITY.eq("error")));
    return dsl.with(date(period))
        .with(told)
        .select(told.fields())
        .select(FILE.SUBMITTER, FILE.FILE_NAME, coalesce(refused, inline(0)).as(REFUSED))
        .from(told)
        .leftJoin(FILE)
        .on(FILE.FILE_ID.eq(file))
        .orderBy(field(name("told", "club_code")), FILE.FILE_NAME, file, sheet)
        .fetch();
  }

  /** Stands in for the table of dates that a refresh fills. */
  private static CommonTableExpression<?> date(Period period) {
    return name("figure_date")
        .fields("period_key", "as_of", "year_start", "year_start_key")
        .as(
            select(
                inline(Scratch.key(period)),
                inline(period.end()),
                inline(LocalDate.of(period.year(), 1, 1)),
                inline(Scratch.key(new Period(period.year(), 1)))));
  }

  private static EvidenceRow row(Record row) {
    return new EvidenceRow(
        Kind.valueOf(row.get(Behind.KIND)),
        row.get(Behind.FEED),
        Optional.ofNullable(row.get(Behind.CLUB_CODE)),
        Optional.ofNullable(row.get(Behind.CLUB_NAME)),
        Optional.ofNullable(row.get(Behind.NUMERATOR)),
        Optional.ofNullable(row.get(Behind.DENOMINATOR)),
        Optional.ofNullable(row.get(Behind.FILE)).map(file -> source(file, row)),
        Optional.ofNullable(row.get(Behind.ROSTER_PERIOD)),
        row.get(Behind.CARRIED));
  }

  private static Source source(String file, Record row) {
    return new Source(
        file,
        row.get(FILE.SUBMITTER),
        row.get(FILE.FILE_NAME),
        row.get(Behind.SHEET),
        list(row.get(Behind.ROWS)),
        list(row.get(Behind.OTHER_ROWS)),
        row.get(REFUSED));
  }

  private static List<Integer> list(Integer @Nullable [] rows) {
    return rows == null ? List.of() : Arrays.asList(rows);
  }
}
