package vn.ishc.report;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.noCondition;
import static vn.ishc.db.core.Tables.DIM_PLAN_DISTRICT;
import static vn.ishc.db.core.Tables.FACT_TARGET;
import static vn.ishc.db.mart.Tables.CLUB;
import static vn.ishc.db.mart.Tables.INDICATOR;
import static vn.ishc.db.mart.Tables.RECONCILIATION;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import vn.ishc.indicator.AreaLevel;
import vn.ishc.indicator.Evidence;
import vn.ishc.indicator.IndicatorDefinitions;
import vn.ishc.row.Language;
import vn.ishc.row.Period;

/** Asks the star everything a paper needs: one question per kind of fact. */
final class StarFacts {
  /** First year of the plan. */
  static final int FIRST_YEAR = 2021;

  private final DSLContext dsl;
  private final IndicatorDefinitions definitions;

  StarFacts(DSLContext dsl, IndicatorDefinitions definitions) {
    this.dsl = dsl;
    this.definitions = definitions;
  }

  /** The facts of a paper. */
  Facts ask(ReportRequest request) {
    List<LocalDate> days = publishedDays();
    List<Facts.YearPoint> years = years(days, request.asOf());
    WorkQuestions work = new WorkQuestions(dsl, request);
    SourceQuestions sources = new SourceQuestions(dsl, request);
    Map<String, String> districts = districts(request);
    SilentFeeds silent = new SilentFeeds(sources.spoken());
    return new Facts(
        request,
        request.district().map(code -> districts.getOrDefault(code, code)).orElse("Nghệ An"),
        definitions,
        years,
        results(request, days, silent),
        silent,
        districts,
        clubs(request),
        sources.history(),
        targets(request),
        work.work(),
        work.loans(),
        work.reporting(),
        reconciled(request),
        coverage(request),
        sources.doubts(),
        new Evidence(definitions).doubts(dsl, request.asOf(), request.district().orElse(AreaLevel.PROVINCE_CODE)),
        sources.findings(),
        sources.files());
  }

  /** The days that figures are published for, in order. */
  List<LocalDate> publishedDays() {
    return dsl.selectDistinct(INDICATOR.AS_OF).from(INDICATOR).orderBy(INDICATOR.AS_OF).fetch(INDICATOR.AS_OF);
  }

  private static List<Facts.YearPoint> years(List<LocalDate> days, LocalDate asOf) {
    List<Facts.YearPoint> years = new ArrayList<>();
    for (int year = FIRST_YEAR; year <= asOf.getYear(); year++) {
      int of = year;
      Optional<LocalDate> last = days.stream().filter(day -> day.getYear() == of && !day.isAfter(asOf)).max(LocalDate::compareTo);
      years.add(new Facts.YearPoint(year, last));
    }
    return years;
  }

  private Map<String, String> districts(ReportRequest request) {
    Map<String, String> names = new LinkedHashMap<>();
    dsl.select(DIM_PLAN_DISTRICT.PLAN_DISTRICT, DIM_PLAN_DISTRICT.PLAN_DISTRICT_NAME)
        .from(DIM_PLAN_DISTRICT)
        .where(DIM_PLAN_DISTRICT.PLAN_DISTRICT.ne("-1"))
        .and(within(request, DIM_PLAN_DISTRICT.PLAN_DISTRICT))
        .orderBy(DIM_PLAN_DISTRICT.PLAN_DISTRICT)
        .forEach(row -> names.put(row.value1(), row.value2()));
    return names;
  }

  /** Whether a column holds the district of the paper; always when it is about the province. */
  static Condition within(ReportRequest request, Field<String> district) {
    return request.district().map(district::eq).orElse(noCondition());
  }

  private Results results(ReportRequest request, List<LocalDate> days, SilentFeeds silent) {
    Condition area =
        request
            .district()
            .map(code -> INDICATOR.AREA_LEVEL.eq(AreaLevel.DISTRICT.code()).and(INDICATOR.AREA_CODE.eq(code)))
            .orElse(INDICATOR.AREA_LEVEL.ne(AreaLevel.CLUB.code()));
    List<Result> results = new ArrayList<>();
    dsl.selectFrom(INDICATOR)
        .where(area)
        .and(INDICATOR.AS_OF.in(days.stream().filter(day -> !day.isAfter(request.asOf())).toList()))
        .orderBy(INDICATOR.INDICATOR_CODE.collate("C"), INDICATOR.AS_OF, INDICATOR.AREA_CODE)
        .forEach(row -> definitions.find(row.getIndicatorCode()).ifPresent(known -> results.add(silent.heard(result(known, row)))));
    return new Results(results);
  }

  private static Result result(vn.ishc.indicator.IndicatorDefinition known, Record row) {
    return new Result(
        known,
        row.get(INDICATOR.AS_OF),
        row.get(INDICATOR.AREA_CODE),
        Optional.ofNullable(row.get(INDICATOR.NUMERATOR)),
        Optional.ofNullable(row.get(INDICATOR.DENOMINATOR)),
        Optional.ofNullable(row.get(INDICATOR.VALUE)).map(BigDecimal::valueOf),
        Optional.ofNullable(row.get(INDICATOR.TARGET)).map(BigDecimal::valueOf),
        Optional.ofNullable(row.get(INDICATOR.MET)));
  }

  private List<Facts.ClubLine> clubs(ReportRequest request) {
    return dsl.selectFrom(CLUB)
        .where(CLUB.AS_OF.eq(request.asOf()))
        .and(within(request, CLUB.DISTRICT_CODE))
        .orderBy(CLUB.DISTRICT_CODE, CLUB.CLUB_NAME.collate("vi-x-icu"), CLUB.CLUB_CODE)
        .fetch(
            row ->
                new Facts.ClubLine(
                    row.getClubCode(),
                    row.getClubName(),
                    row.getDistrictCode(),
                    row.getCommuneName(),
                    row.getCohort(),
                    row.getMembers() == null ? Optional.empty() : Optional.of(members(row)),
                    Boolean.TRUE.equals(row.getRosterCarriedForward()),
                    Optional.ofNullable(row.getRosterPeriod())));
  }

  private static Facts.Members members(Record row) {
    return new Facts.Members(
        row.get(CLUB.MEMBERS),
        row.get(CLUB.WOMEN),
        row.get(CLUB.OLDER_60),
        row.get(CLUB.YOUNGER),
        number(row.get(CLUB.PRIORITY)),
        number(row.get(CLUB.POOR)),
        number(row.get(CLUB.BORROWERS_EVER)),
        number(row.get(CLUB.BORROWERS_CURRENT)),
        number(row.get(CLUB.CHECKED_THIS_YEAR)),
        number(row.get(CLUB.VOLUNTEERS)),
        Boolean.TRUE.equals(row.get(CLUB.MEETS_SIZE)),
        Boolean.TRUE.equals(row.get(CLUB.MEETS_WOMEN)),
        Boolean.TRUE.equals(row.get(CLUB.MEETS_OLDER)),
        Boolean.TRUE.equals(row.get(CLUB.MEETS_YOUNGER)),
        Boolean.TRUE.equals(row.get(CLUB.MEETS_LOANS)));
  }

  private static int number(@org.jspecify.annotations.Nullable Integer known) {
    return known == null ? 0 : known;
  }

  private List<Facts.TargetLine> targets(ReportRequest request) {
    return dsl.select(FACT_TARGET.PLAN_DISTRICT, FACT_TARGET.YEAR, FACT_TARGET.MEASURE, FACT_TARGET.TARGET)
        .from(FACT_TARGET)
        .where(within(request, FACT_TARGET.PLAN_DISTRICT))
        .orderBy(FACT_TARGET.PLAN_DISTRICT, FACT_TARGET.YEAR, FACT_TARGET.MEASURE)
        .fetch(row -> new Facts.TargetLine(row.value1(), row.value2(), row.value3(), row.value4()));
  }

  private List<Facts.Reconciled> reconciled(ReportRequest request) {
    return dsl.select(
            RECONCILIATION.PERIOD,
            RECONCILIATION.DISTRICT_CODE,
            RECONCILIATION.MEASURE,
            RECONCILIATION.REPORTED.cast(BigDecimal.class),
            RECONCILIATION.COUNTED.cast(BigDecimal.class),
            RECONCILIATION.CAUSE,
            request.language() == Language.VI ? RECONCILIATION.CAUSE_VI : RECONCILIATION.CAUSE_EN)
        .from(RECONCILIATION)
        .where(RECONCILIATION.PERIOD.le(Period.of(request.asOf()).code()))
        .and(RECONCILIATION.PERIOD.ge(Period.of(request.asOf().minusMonths(11)).code()))
        .and(within(request, RECONCILIATION.DISTRICT_CODE))
        .and(RECONCILIATION.REPORTED.isNotNull())
        .and(RECONCILIATION.COUNTED.isNotNull())
        .orderBy(RECONCILIATION.PERIOD, RECONCILIATION.DISTRICT_CODE, RECONCILIATION.MEASURE)
        .fetch(row -> new Facts.Reconciled(row.value1(), row.value2(), row.value3(), row.value4(), row.value5(), row.value6(), row.value7()));
  }

  private List<Facts.Coverage> coverage(ReportRequest request) {
    Field<Integer> districts = org.jooq.impl.DSL.countDistinct(CLUB.DISTRICT_CODE);
    Field<Integer> rosters = count(CLUB.ROSTER_PERIOD);
    Field<Integer> carried = count().filterWhere(CLUB.ROSTER_CARRIED_FORWARD);
    return dsl.select(CLUB.AS_OF, districts, count(), rosters, carried)
        .from(CLUB)
        .where(within(request, CLUB.DISTRICT_CODE))
        .groupBy(CLUB.AS_OF)
        .orderBy(CLUB.AS_OF)
        .fetch(row -> new Facts.Coverage(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
  }
}
