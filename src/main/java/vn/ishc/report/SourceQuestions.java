package vn.ishc.report;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static vn.ishc.db.core.Tables.CLUB;
import static vn.ishc.db.core.Tables.DIM_CLUB;
import static vn.ishc.db.core.Tables.FACT_HEALTH_CHECK;
import static vn.ishc.db.core.Tables.FACT_LOAN;
import static vn.ishc.db.core.Tables.FACT_LOAN_PERIOD;
import static vn.ishc.db.core.Tables.FACT_MEMBER_PERIOD;
import static vn.ishc.db.ops.Tables.FILE;
import static vn.ishc.db.ops.Tables.FINDING;
import static vn.ishc.db.ops.Tables.SLICE;
import static vn.ishc.db.ops.Tables.SUBMITTER;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import vn.ishc.row.Language;
import vn.ishc.row.Period;

/** Where figures come from, and what is doubtful about them. */
final class SourceQuestions {
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final int EXAMPLE_LETTERS = 160;

  private final DSLContext dsl;
  private final ReportRequest request;

  SourceQuestions(DSLContext dsl, ReportRequest request) {
    this.dsl = dsl;
    this.request = request;
  }

  /** All clubs that a registry named by the day, each as it is last known then. */
  List<Facts.HistoryLine> history() {
    return dsl.select(DIM_CLUB.CLUB_CODE, DIM_CLUB.PLAN_DISTRICT, DIM_CLUB.FOUNDED_ON, DIM_CLUB.STATUS, DIM_CLUB.STATUS_ON)
        .distinctOn(DIM_CLUB.CLUB_KEY)
        .from(DIM_CLUB)
        .where(DIM_CLUB.INFERRED.isFalse())
        .and(DIM_CLUB.VALID_FROM.le(request.asOf()))
        .and(StarFacts.within(request, DIM_CLUB.PLAN_DISTRICT))
        .orderBy(DIM_CLUB.CLUB_KEY, DIM_CLUB.VALID_FROM.desc())
        .fetch(
            row ->
                new Facts.HistoryLine(
                    row.value1(), row.value2(), Optional.ofNullable(row.value3()), row.value4(), Optional.ofNullable(row.value5())));
  }

  Facts.Doubts doubts() {
    return new Facts.Doubts(loansOfOthers(), checksOfOthers(), personsInTwoClubs(), inferredClubs());
  }

  private Condition isMember(Field<Long> person) {
    return exists(
        selectOne()
            .from(FACT_MEMBER_PERIOD)
            .where(FACT_MEMBER_PERIOD.AS_OF.eq(request.asOf()))
            .and(FACT_MEMBER_PERIOD.PERSON_KEY.eq(person)));
  }

  private long loansOfOthers() {
    return dsl.selectCount()
        .from(FACT_LOAN_PERIOD)
        .join(FACT_LOAN)
        .on(FACT_LOAN.LOAN_KEY.eq(FACT_LOAN_PERIOD.LOAN_KEY))
        .where(FACT_LOAN_PERIOD.AS_OF.eq(request.asOf()))
        .and(StarFacts.within(request, FACT_LOAN.PLAN_DISTRICT))
        .and(isMember(FACT_LOAN_PERIOD.PERSON_KEY).not())
        .fetchSingle()
        .value1();
  }

  private long checksOfOthers() {
    return dsl.selectCount()
        .from(FACT_HEALTH_CHECK)
        .where(FACT_HEALTH_CHECK.EXAM_ON.between(request.asOf().withDayOfYear(1), request.asOf()))
        .and(StarFacts.within(request, FACT_HEALTH_CHECK.PLAN_DISTRICT))
        .and(isMember(FACT_HEALTH_CHECK.PERSON_KEY).not())
        .fetchSingle()
        .value1();
  }

  private long personsInTwoClubs() {
    return dsl.fetchCount(
        select(FACT_MEMBER_PERIOD.PERSON_KEY)
            .from(FACT_MEMBER_PERIOD)
            .where(FACT_MEMBER_PERIOD.AS_OF.eq(request.asOf()))
            .and(StarFacts.within(request, FACT_MEMBER_PERIOD.PLAN_DISTRICT))
            .groupBy(FACT_MEMBER_PERIOD.PERSON_KEY)
            .having(count().gt(1)));
  }

  private long inferredClubs() {
    return dsl.fetchCount(CLUB, CLUB.INFERRED.isTrue().and(CLUB.CLUB_KEY.ne(-1L)).and(StarFacts.within(request, CLUB.PLAN_DISTRICT)));
  }

  /** Whether a file came from the district of the paper. */
  private Condition ofDistrict() {
    return request
        .district()
        .map(code -> FILE.SUBMITTER.in(select(SUBMITTER.SUBMITTER_).from(SUBMITTER).where(SUBMITTER.PLAN_DISTRICT.eq(code))))
        .orElse(noCondition());
  }

  private Condition speaksBy(Condition more) {
    return exists(
        selectOne().from(SLICE).where(SLICE.FILE_ID.eq(FILE.FILE_ID)).and(SLICE.PERIOD.le(Period.of(request.asOf()).code())).and(more));
  }

  List<Facts.FindingLine> findings() {
    Field<String> message = request.language() == Language.VI ? FINDING.MESSAGE_VI : FINDING.MESSAGE_EN;
    Condition silent = notExists(selectOne().from(SLICE).where(SLICE.FILE_ID.eq(FILE.FILE_ID)));
    return dsl.select(FINDING.CODE, FINDING.SEVERITY, count(), countDistinct(FINDING.FILE_ID), min(message.collate("C")))
        .from(FINDING)
        .join(FILE)
        .on(FILE.FILE_ID.eq(FINDING.FILE_ID))
        .where(ofDistrict())
        .and(speaksBy(DSL.noCondition()).or(silent))
        .and(FINDING.SEVERITY.ne("info"))
        .groupBy(FINDING.CODE, FINDING.SEVERITY)
        .orderBy(FINDING.SEVERITY, FINDING.CODE)
        .fetch(row -> new Facts.FindingLine(row.value1(), row.value2(), row.value3(), row.value4(), shortened(row.value5())));
  }

  private static String shortened(String message) {
    return message.length() <= EXAMPLE_LETTERS ? message : message.substring(0, EXAMPLE_LETTERS).stripTrailing() + "…";
  }

  /** What anybody spoke of: feed, half-year, district. */
  List<SilentFeeds.Spoken> spoken() {
    Field<String> own = DSL.when(SLICE.UNIT_KIND.eq("district"), SLICE.UNIT_KEY);
    Field<String> district = DSL.coalesce(SLICE.PLAN_DISTRICT, own, SUBMITTER.PLAN_DISTRICT);
    return dsl.selectDistinct(SLICE.FEED, SLICE.PERIOD, district)
        .from(SLICE)
        .join(FILE)
        .on(FILE.FILE_ID.eq(SLICE.FILE_ID))
        .leftJoin(SUBMITTER)
        .on(SUBMITTER.SUBMITTER_.eq(FILE.SUBMITTER))
        .where(SLICE.IN_FORCE.isTrue())
        .fetch(row -> new SilentFeeds.Spoken(row.value1(), Period.parse(row.value2()).orElseThrow(), Optional.ofNullable(row.value3())));
  }

  /** The files whose slices are in force at the day. */
  List<Facts.FileLine> files() {
    return dsl.selectFrom(FILE)
        .where(ofDistrict())
        .and(speaksBy(SLICE.IN_FORCE.isTrue()))
        .orderBy(FILE.SUBMITTER.collate("C"), FILE.FILE_NAME.collate("C"), FILE.FILE_ID)
        .fetch(
            row ->
                new Facts.FileLine(
                    row.getFileId(),
                    row.getContentSha256(),
                    row.getSubmitter(),
                    row.getFileName(),
                    Optional.ofNullable(row.getFeed()).orElse(""),
                    Optional.ofNullable(row.getPeriod()).orElse(""),
                    day(row.getReceivedAt()),
                    row.getRowsAccepted(),
                    row.getRowsRefused()));
  }

  private static LocalDate day(java.time.OffsetDateTime instant) {
    return instant.atZoneSameInstant(ZONE).toLocalDate();
  }
}
