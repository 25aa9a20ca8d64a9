package vn.ishc.report;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.year;
import static vn.ishc.db.core.Tables.BRIDGE_ACTIVITY_KIND;
import static vn.ishc.db.core.Tables.CLUB;
import static vn.ishc.db.core.Tables.DIM_ACTIVITY_KIND;
import static vn.ishc.db.core.Tables.DIM_FUND_SOURCE;
import static vn.ishc.db.core.Tables.DIM_LENDER;
import static vn.ishc.db.core.Tables.DIM_PERIOD;
import static vn.ishc.db.core.Tables.FACT_ACTIVITY;
import static vn.ishc.db.core.Tables.FACT_FUND;
import static vn.ishc.db.core.Tables.FACT_HOME_CARE;
import static vn.ishc.db.core.Tables.FACT_LOAN;
import static vn.ishc.db.core.Tables.FACT_LOAN_PERIOD;
import static vn.ishc.db.core.Tables.FACT_MEMBER_PERIOD;
import static vn.ishc.db.core.Tables.FACT_SUBMISSION;
import static vn.ishc.db.mart.Tables.MEDIA_ITEM;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** What was done: activities, media, home care, money, loans, reports. */
final class WorkQuestions {
  private static final LocalDate FIRST_DAY = LocalDate.of(StarFacts.FIRST_YEAR, 1, 1);
  private static final String REPORT_FEED = "half-year-report";

  private final DSLContext dsl;
  private final ReportRequest request;

  WorkQuestions(DSLContext dsl, ReportRequest request) {
    this.dsl = dsl;
    this.request = request;
  }

  Facts.Work work() {
    return new Facts.Work(activities(), media(), care(), funds());
  }

  private static Field<BigDecimal> total(Field<Long> column) {
    return coalesce(sum(column), inline(BigDecimal.ZERO));
  }

  private Condition inPlan(Field<LocalDate> day) {
    return day.between(FIRST_DAY, request.asOf());
  }

  private Condition periodInPlan(Field<Integer> key) {
    return key.in(
        DSL.select(DIM_PERIOD.PERIOD_KEY).from(DIM_PERIOD).where(DIM_PERIOD.ENDS_ON.between(FIRST_DAY, request.asOf())));
  }

  private static Field<Integer> yearOf(Field<Integer> periodKey) {
    return periodKey.div(inline(10)).cast(SQLDataType.INTEGER);
  }

  private List<Facts.ActivityLine> activities() {
    Field<Integer> year = year(FACT_ACTIVITY.ACTIVITY_ON);
    return dsl.select(year, DIM_ACTIVITY_KIND.ACTIVITY_KIND, count(), total(FACT_ACTIVITY.PARTICIPANTS))
        .from(FACT_ACTIVITY)
        .join(BRIDGE_ACTIVITY_KIND)
        .on(BRIDGE_ACTIVITY_KIND.FILE_ID.eq(FACT_ACTIVITY.FILE_ID))
        .and(BRIDGE_ACTIVITY_KIND.TABLE_NO.eq(FACT_ACTIVITY.TABLE_NO))
        .and(BRIDGE_ACTIVITY_KIND.ROW_NUMBER.eq(FACT_ACTIVITY.ROW_NUMBER))
        .join(DIM_ACTIVITY_KIND)
        .using(BRIDGE_ACTIVITY_KIND.ACTIVITY_KIND_KEY)
        .where(inPlan(FACT_ACTIVITY.ACTIVITY_ON))
        .and(StarFacts.within(request, FACT_ACTIVITY.PLAN_DISTRICT))
        .groupBy(year, DIM_ACTIVITY_KIND.ACTIVITY_KIND)
        .orderBy(DIM_ACTIVITY_KIND.ACTIVITY_KIND.collate("C"), year)
        .fetch(row -> new Facts.ActivityLine(row.value1(), row.value2(), row.value3(), row.value4().longValue()));
  }

  /** Media speak of the province, never of one district. */
  private List<Facts.MediaLine> media() {
    Field<Integer> year = year(MEDIA_ITEM.PUBLISHED_ON);
    Field<String> kind = coalesce(MEDIA_ITEM.MEDIA_KIND, inline("unknown"));
    return dsl.select(year, kind, count())
        .from(MEDIA_ITEM)
        .where(inPlan(MEDIA_ITEM.PUBLISHED_ON))
        .groupBy(year, kind)
        .orderBy(kind.collate("C"), year)
        .fetch(row -> new Facts.MediaLine(row.value1(), row.value2(), row.value3()));
  }

  private List<Facts.CareLine> care() {
    Field<Integer> year = yearOf(FACT_HOME_CARE.PERIOD_KEY);
    return dsl.select(
            year,
            countDistinct(DSL.nullif(FACT_HOME_CARE.VOLUNTEER_KEY, inline(-1L))),
            countDistinct(DSL.nullif(FACT_HOME_CARE.RECIPIENT_KEY, inline(-1L))),
            total(FACT_HOME_CARE.VISITS))
        .from(FACT_HOME_CARE)
        .join(CLUB)
        .on(CLUB.CLUB_KEY.eq(FACT_HOME_CARE.CLUB_KEY))
        .where(periodInPlan(FACT_HOME_CARE.PERIOD_KEY))
        .and(StarFacts.within(request, CLUB.PLAN_DISTRICT))
        .groupBy(year)
        .orderBy(year)
        .fetch(row -> new Facts.CareLine(row.value1(), row.value2(), row.value3(), row.value4().longValue()));
  }

  private List<Facts.FundLine> funds() {
    Field<Integer> year = yearOf(FACT_FUND.PERIOD_KEY);
    return dsl.select(
            year, DIM_FUND_SOURCE.FUND_SOURCE, total(FACT_FUND.PLANNED), total(FACT_FUND.RECEIVED), total(FACT_FUND.SPENT))
        .from(FACT_FUND)
        .join(DIM_FUND_SOURCE)
        .using(FACT_FUND.FUND_SOURCE_KEY)
        .where(FACT_FUND.COUNTED)
        .and(periodInPlan(FACT_FUND.PERIOD_KEY))
        .and(StarFacts.within(request, FACT_FUND.PLAN_DISTRICT))
        .groupBy(year, DIM_FUND_SOURCE.FUND_SOURCE)
        .orderBy(DIM_FUND_SOURCE.FUND_SOURCE.collate("C"), year)
        .fetch(row -> new Facts.FundLine(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
  }

  /** Loans of those who are members at the day: what I13 to I16 rest on. */
  List<Facts.LoanLine> loans() {
    Condition member =
        exists(
            selectOne()
                .from(FACT_MEMBER_PERIOD)
                .where(FACT_MEMBER_PERIOD.AS_OF.eq(request.asOf()))
                .and(FACT_MEMBER_PERIOD.PERSON_KEY.eq(FACT_LOAN_PERIOD.PERSON_KEY))
                .and(StarFacts.within(request, FACT_MEMBER_PERIOD.PLAN_DISTRICT)));
    return dsl.select(
            DIM_LENDER.LENDER,
            count(),
            countDistinct(FACT_LOAN_PERIOD.PERSON_KEY),
            total(FACT_LOAN.AMOUNT),
            total(FACT_LOAN_PERIOD.OUTSTANDING),
            total(FACT_LOAN_PERIOD.OVERDUE),
            count().filterWhere(FACT_LOAN_PERIOD.OVERDUE.gt(0L)))
        .from(FACT_LOAN_PERIOD)
        .join(FACT_LOAN)
        .on(FACT_LOAN.LOAN_KEY.eq(FACT_LOAN_PERIOD.LOAN_KEY))
        .join(DIM_LENDER)
        .on(DIM_LENDER.LENDER_KEY.eq(FACT_LOAN.LENDER_KEY))
        .where(FACT_LOAN_PERIOD.AS_OF.eq(request.asOf()))
        .and(member)
        .groupBy(DIM_LENDER.LENDER)
        .orderBy(total(FACT_LOAN_PERIOD.OUTSTANDING).desc(), DIM_LENDER.LENDER)
        .fetch(
            row ->
                new Facts.LoanLine(
                    row.value1(), row.value2(), row.value3(), row.value4(), row.value5(), row.value6(), row.value7()));
  }

  List<Facts.ReportingLine> reporting() {
    Field<Integer> year = yearOf(FACT_SUBMISSION.PERIOD_KEY);
    return dsl.select(
            year,
            FACT_SUBMISSION.PLAN_DISTRICT,
            count(),
            count().filterWhere(FACT_SUBMISSION.STATE.eq("on_time")),
            count().filterWhere(FACT_SUBMISSION.STATE.eq("late")),
            count().filterWhere(FACT_SUBMISSION.STATE.eq("missing")))
        .from(FACT_SUBMISSION)
        .where(FACT_SUBMISSION.FEED.eq(REPORT_FEED))
        .and(periodInPlan(FACT_SUBMISSION.PERIOD_KEY))
        .and(StarFacts.within(request, FACT_SUBMISSION.PLAN_DISTRICT))
        .groupBy(year, FACT_SUBMISSION.PLAN_DISTRICT)
        .orderBy(year, FACT_SUBMISSION.PLAN_DISTRICT)
        .fetch(
            row ->
                new Facts.ReportingLine(
                    row.value1(), row.value2(), row.value3(), row.value4(), row.value5(), row.value6()));
  }
}
