package vn.ishc.indicator;

import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;
import static vn.ishc.db.core.Tables.CLUB;
import static vn.ishc.db.core.Tables.DIM_CLUB;
import static vn.ishc.db.core.Tables.FACT_ACTIVITY;
import static vn.ishc.db.core.Tables.FACT_CLUB_PERIOD;
import static vn.ishc.db.core.Tables.FACT_CLUB_REPORT;
import static vn.ishc.db.core.Tables.FACT_FUND;
import static vn.ishc.db.core.Tables.FACT_HOME_CARE;
import static vn.ishc.db.core.Tables.FACT_MEMBER_PERIOD;

import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import vn.ishc.db.core.tables.FactActivity;
import vn.ishc.db.core.tables.FactClubPeriod;
import vn.ishc.db.core.tables.FactFund;
import vn.ishc.db.core.tables.FactHomeCare;
import vn.ishc.db.core.tables.FactMemberPeriod;
import vn.ishc.indicator.Behind.Place;
import vn.ishc.indicator.EvidenceRow.Kind;
import vn.ishc.indicator.Scratch.Dates;

/** The rows of registries, rosters and activity logs behind figures of clubs. */
final class ClubEvidence {
  private static final FactClubPeriod C = FACT_CLUB_PERIOD;
  private static final FactMemberPeriod M = FACT_MEMBER_PERIOD;
  private static final FactActivity A = FACT_ACTIVITY;
  private static final FactFund F = FACT_FUND;
  private static final FactHomeCare V = FACT_HOME_CARE;
  private static final Field<Integer[]> ROWS = Behind.rows(M.ROW_NUMBER).as("source_rows");

  private final IndicatorDefinitions definitions;
  private final MemberEvidence members;

  ClubEvidence(IndicatorDefinitions definitions, MemberEvidence members) {
    this.definitions = definitions;
    this.members = members;
  }

  /** Questions for an indicator of clubs; none for any other. */
  List<Select<? extends Record>> questions(String indicator, Place place) {
    return switch (indicator) {
      case "I01", "I02", "I04" -> List.of(active(noCondition(), place));
      case "I02b", "I03b" -> List.of(active(C.COHORT.eq("new"), place));
      case "I03" -> List.of(everRegistered(place));
      case "I07", "I08", "I09", "I09b", "I10", "I10b", "I11", "I11b" ->
          List.of(
              criterion(ClubFigures.meets(indicator), place),
              MemberEvidence.withoutRoster(indicator, place));
      case "I14", "I14b" ->
          withLoans(
              indicator,
              criterion(ClubFigures.meets(indicator), place),
              place);
      case "I14c" ->
          withLoans(
              indicator,
              borrowedFromClubFund(place),
              place);
      case "I19" ->
          List.of(
              criterion(ClubFigures.meets(indicator), place),
              MemberEvidence.withoutRoster(indicator, place),
              homeCare(place));
      case "I22", "I23", "I24" ->
          List.of(withActivity(new ActivityFigures(definitions).ofKind(indicator), place));
      case "I25", "I25b" -> List.of(inAllAreas(indicator, place));
      case "I26" -> List.of(withBothFunds(place), fundsOfClubs(place));
      default -> List.of();
    };
  }

  private List<Select<? extends Record>> withLoans(
      String indicator, Select<? extends Record> counted, Place place) {
    List<Select<? extends Record>> questions = new ArrayList<>();
    questions.add(counted);
    questions.add(MemberEvidence.withoutRoster(indicator, place));
    questions.addAll(members.loans(indicator, place));
    return questions;
  }

  private static Select<? extends Record> active(Condition which, Place place) {
    return select(registry(inline(1), Behind.NO_NUMBER).columns())
        .from(C)
        .join(Dates.TABLE)
        .on(C.PERIOD_KEY.eq(Dates.PERIOD_KEY))
        .where(which)
        .and(place.covers(C.PLAN_DISTRICT, C.CLUB_CODE));
  }

  private static Behind.Told registry(
      Field<? extends Number> numerator, Field<? extends Number> denominator) {
    return new Behind.Told(
        Kind.COUNTED,
        "club-registry",
        C.CLUB_CODE,
        C.CLUB_NAME,
        numerator,
        denominator,
        C.FILE_ID,
        C.SHEET,
        array(C.ROW_NUMBER),
        Behind.noRows(),
        Behind.NO_TEXT,
        Behind.notCarried());
  }

  private static Select<? extends Record> everRegistered(Place place) {
    Table<?> last = RegistryFigures.lastWord();
    Field<String> name =
        DSL.field(
            select(DIM_CLUB.CLUB_NAME)
                .from(DIM_CLUB)
                .where(DIM_CLUB.CLUB_KEY.eq(CLUB.CLUB_KEY))
                .and(DIM_CLUB.VALID_FROM.le(Columns.of(last, Dates.AS_OF)))
                .orderBy(DIM_CLUB.VALID_FROM.desc())
                .limit(1));
    Behind.Told told =
        Behind.event(
            Kind.COUNTED,
            "club-registry",
            List.of(CLUB.CLUB_CODE, name),
            inline(1),
            List.of(
                Columns.of(last, FACT_CLUB_REPORT.FILE_ID),
                Columns.of(last, FACT_CLUB_REPORT.SHEET)),
            array(Columns.of(last, FACT_CLUB_REPORT.ROW_NUMBER)));
    return select(told.columns())
        .from(last)
        .join(CLUB)
        .on(CLUB.CLUB_KEY.eq(Columns.of(last, FACT_CLUB_REPORT.CLUB_KEY)))
        .where(
            RegistryFigures.foundedInPlan(
                Columns.of(last, FACT_CLUB_REPORT.FOUNDED_ON), Columns.of(last, Dates.AS_OF)))
        .and(place.covers(CLUB.PLAN_DISTRICT, CLUB.CLUB_CODE));
  }

  /**
   * Clubs with a known roster and whether they meet a criterion: the roster is what stands behind
   * it.
   */
  private static Select<? extends Record> criterion(Condition meets, Place place) {
    return ofClubs(clubs(), meets, "member-roster", rosters(), C.ROSTER_PERIOD.isNotNull(), place);
  }

  private Select<? extends Record> borrowedFromClubFund(Place place) {
    Table<?> borrowers = new LoanFigures(definitions).borrowers();
    Table<?> clubs = clubs().leftJoin(borrowers).on(LoanFigures.ofClub(borrowers));
    return ofClubs(
        clubs,
        LoanFigures.half(borrowers),
        "member-roster",
        rosters(),
        C.ROSTER_PERIOD.isNotNull(),
        place);
  }

  private static Table<?> clubs() {
    return C.join(Dates.TABLE).on(C.PERIOD_KEY.eq(Dates.PERIOD_KEY));
  }

  private static Table<?> rosters() {
    return select(M.PERIOD_KEY, M.CLUB_KEY, M.FILE_ID, M.SHEET, ROWS)
        .from(M)
        .join(Dates.TABLE)
        .on(M.PERIOD_KEY.eq(Dates.PERIOD_KEY))
        .groupBy(M.PERIOD_KEY, M.CLUB_KEY, M.FILE_ID, M.SHEET)
        .asTable("roster");
  }

  /**
   * One number for each club, told beside the first sheet of its source; the registry stands in
   * where there is none.
   */
  private static Select<? extends Record> ofClubs(
      Table<?> clubs, Condition meets, String feed, Table<?> source, Condition which, Place place) {
    Field<String> file = Columns.of(source, M.FILE_ID);
    Field<String> sheet = Columns.of(source, M.SHEET);
    Condition first = rowNumber().over().partitionBy(C.CLUB_KEY).orderBy(file, sheet).eq(1);
    Behind.Told told =
        new Behind.Told(
            Kind.COUNTED,
            feed,
            C.CLUB_CODE,
            C.CLUB_NAME,
            when(first, when(meets, inline(1)).otherwise(inline(0))),
            when(first, inline(1)),
            coalesce(file, C.FILE_ID),
            coalesce(sheet, C.SHEET),
            coalesce(Columns.of(source, ROWS), array(C.ROW_NUMBER)),
            Behind.noRows(),
            C.ROSTER_PERIOD,
            coalesce(C.ROSTER_CARRIED_FORWARD, inline(false)));
    return select(told.columns())
        .from(clubs)
        .leftJoin(source)
        .on(Columns.of(source, M.CLUB_KEY).eq(C.CLUB_KEY))
        .where(which)
        .and(place.covers(C.PLAN_DISTRICT, C.CLUB_CODE));
  }

  private static Table<?> activities(Condition which) {
    return select(A.CLUB_KEY, A.FILE_ID, A.SHEET, Behind.rows(A.ROW_NUMBER).as(ROWS))
        .from(A)
        .join(Dates.TABLE)
        .on(Columns.inYear(A.ACTIVITY_ON))
        .where(ActivityFigures.ofOneClub())
        .and(which)
        .groupBy(A.CLUB_KEY, A.FILE_ID, A.SHEET)
        .asTable("activity");
  }

  private static Select<? extends Record> withActivity(Condition ofKind, Place place) {
    Table<?> source = activities(ofKind);
    return ofClubs(
        clubs(),
        Columns.of(source, A.FILE_ID).isNotNull(),
        "activity-log",
        source,
        noCondition(),
        place);
  }

  private Select<? extends Record> inAllAreas(String indicator, Place place) {
    ActivityAreas areas = new ActivityAreas(definitions);
    Table<?> seen = indicator.equals("I25") ? areas.logged() : areas.evident();
    Condition all =
        DSL.exists(
            DSL.selectOne().from(seen).where(areas.of(seen, C.CLUB_KEY)).and(areas.areAll(seen)));
    return ofClubs(
        clubs(),
        all,
        "activity-log",
        activities(DSL.cardinality(A.AREAS).gt(0)),
        noCondition(),
        place);
  }

  private Select<? extends Record> withBothFunds(Place place) {
    FundFigures funds = new FundFigures(definitions);
    return select(
            registry(when(funds.hasBoth(), inline(1)).otherwise(inline(0)), inline(1)).columns())
        .from(C)
        .join(Dates.TABLE)
        .on(C.PERIOD_KEY.eq(Dates.PERIOD_KEY))
        .where(place.covers(C.PLAN_DISTRICT, C.CLUB_CODE));
  }

  private static Select<? extends Record> fundsOfClubs(Place place) {
    Behind.Told told =
        Behind.event(
            Kind.SUPPORTING,
            "fund-ledger",
            List.of(C.CLUB_CODE, C.CLUB_NAME),
            Behind.NO_NUMBER,
            List.of(F.FILE_ID, F.SHEET),
            Behind.rows(F.ROW_NUMBER));
    return select(told.columns())
        .from(C)
        .join(Dates.TABLE)
        .on(C.PERIOD_KEY.eq(Dates.PERIOD_KEY))
        .join(F)
        .on(
            F.CLUB_KEY
                .eq(C.CLUB_KEY)
                .and(F.PERIOD_KEY.le(Dates.PERIOD_KEY))
                .and(F.COUNTED)
                .and(FundFigures.hasMoney()))
        .where(place.covers(C.PLAN_DISTRICT, C.CLUB_CODE))
        .groupBy(C.CLUB_CODE, C.CLUB_NAME, F.FILE_ID, F.SHEET);
  }

  private static Select<? extends Record> homeCare(Place place) {
    Behind.Told told =
        Behind.event(
            Kind.SUPPORTING,
            "home-care",
            List.of(C.CLUB_CODE, C.CLUB_NAME),
            Behind.NO_NUMBER,
            List.of(V.FILE_ID, V.SHEET),
            Behind.rows(V.ROW_NUMBER));
    return select(told.columns())
        .from(C)
        .join(Dates.TABLE)
        .on(C.PERIOD_KEY.eq(Dates.PERIOD_KEY))
        .join(V)
        .on(V.CLUB_KEY.eq(C.CLUB_KEY).and(V.PERIOD_KEY.eq(Dates.PERIOD_KEY)))
        .where(place.covers(C.PLAN_DISTRICT, C.CLUB_CODE))
        .groupBy(C.CLUB_CODE, C.CLUB_NAME, V.FILE_ID, V.SHEET);
  }
}
