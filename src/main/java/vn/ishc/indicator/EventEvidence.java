package vn.ishc.indicator;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;
import static vn.ishc.db.core.Tables.CLUB;
import static vn.ishc.db.core.Tables.DIM_FUND_SOURCE;
import static vn.ishc.db.core.Tables.DIM_OUTLET;
import static vn.ishc.db.core.Tables.FACT_ACTIVITY;
import static vn.ishc.db.core.Tables.FACT_FUND;
import static vn.ishc.db.core.Tables.FACT_MEDIA_ITEM;
import static vn.ishc.db.core.Tables.FACT_SUBMISSION;

import java.math.BigDecimal;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.impl.DSL;
import vn.ishc.db.core.tables.FactActivity;
import vn.ishc.db.core.tables.FactFund;
import vn.ishc.db.core.tables.FactMediaItem;
import vn.ishc.db.core.tables.FactSubmission;
import vn.ishc.indicator.Behind.Place;
import vn.ishc.indicator.EvidenceRow.Kind;
import vn.ishc.indicator.Scratch.Dates;

/** The rows of activity logs, ledgers and media lists behind figures that are no clubs and no members. */
final class EventEvidence {
  private static final FactActivity A = FACT_ACTIVITY;
  private static final FactFund F = FACT_FUND;
  private static final FactMediaItem I = FACT_MEDIA_ITEM;
  private static final FactSubmission S = FACT_SUBMISSION;

  private final IndicatorDefinitions definitions;

  EventEvidence(IndicatorDefinitions definitions) {
    this.definitions = definitions;
  }

  /** Questions for such an indicator; none for any other. */
  List<Select<? extends Record>> questions(String indicator, Place place) {
    return switch (indicator) {
      case "I20" -> List.of(trainings(place));
      case "I21" -> List.of(mediaItems());
      case "I27", "I27a", "I27b", "I27c", "I27d", "I27e" -> List.of(money(indicator, place));
      case "I28" -> List.of(submissions(place));
      default -> List.of();
    };
  }

  private Select<? extends Record> trainings(Place place) {
    Behind.Told told =
        Behind.event(
            Kind.COUNTED,
            "activity-log",
            clubOrNone(),
            coalesce(sum(A.PARTICIPANTS), inline(BigDecimal.ZERO)),
            List.of(A.FILE_ID, A.SHEET),
            Behind.rows(A.ROW_NUMBER));
    return select(told.columns())
        .from(A)
        .join(Dates.TABLE)
        .on(Columns.inYear(A.ACTIVITY_ON))
        .join(CLUB)
        .on(CLUB.CLUB_KEY.eq(A.CLUB_KEY))
        .where(new ActivityFigures(definitions).ofKind("I20"))
        .and(place.covers(A.PLAN_DISTRICT, CLUB.CLUB_CODE))
        .groupBy(CLUB.CLUB_KEY, CLUB.CLUB_CODE, A.CLUB_SOURCE_VALUE, A.FILE_ID, A.SHEET);
  }

  private Select<? extends Record> money(String indicator, Place place) {
    Behind.Told told =
        Behind.event(
            Kind.COUNTED,
            "fund-ledger",
            List.of(when(CLUB.CLUB_KEY.ne(Indicators.UNKNOWN), CLUB.CLUB_CODE), F.CLUB_SOURCE_VALUE),
            coalesce(sum(F.RECEIVED), inline(BigDecimal.ZERO)),
            List.of(F.FILE_ID, F.SHEET),
            Behind.rows(F.ROW_NUMBER));
    return select(told.columns())
        .from(F)
        .join(Dates.TABLE)
        .on(Columns.periodInYear(F.PERIOD_KEY))
        .join(DIM_FUND_SOURCE)
        .on(DIM_FUND_SOURCE.FUND_SOURCE_KEY.eq(F.FUND_SOURCE_KEY))
        .join(CLUB)
        .on(CLUB.CLUB_KEY.eq(F.CLUB_KEY))
        .where(F.COUNTED)
        .and(new FundFigures(definitions).ofSource(indicator))
        .and(place.covers(F.PLAN_DISTRICT, CLUB.CLUB_CODE))
        .groupBy(CLUB.CLUB_KEY, CLUB.CLUB_CODE, F.CLUB_SOURCE_VALUE, F.FILE_ID, F.SHEET);
  }

  private static List<Field<String>> clubOrNone() {
    return List.of(when(CLUB.CLUB_KEY.ne(Indicators.UNKNOWN), CLUB.CLUB_CODE), A.CLUB_SOURCE_VALUE);
  }

  private Select<? extends Record> mediaItems() {
    ReportingFigures reporting = new ReportingFigures(definitions);
    Behind.Told told =
        Behind.event(
            Kind.COUNTED,
            "media-item",
            List.of(Behind.NO_TEXT, DIM_OUTLET.OUTLET_NAME),
            Behind.NO_NUMBER,
            List.of(I.FILE_ID, I.SHEET),
            Behind.rows(I.ROW_NUMBER));
    return select(told.columns())
        .from(I)
        .join(Dates.TABLE)
        .on(Columns.inYear(I.PUBLISHED_ON))
        .join(DIM_OUTLET)
        .on(DIM_OUTLET.OUTLET_KEY.eq(I.OUTLET_KEY))
        .where(reporting.from("newspaper").or(reporting.from("broadcast")))
        .groupBy(DIM_OUTLET.OUTLET_NAME, I.FILE_ID, I.SHEET);
  }

  private Select<? extends Record> submissions(Place place) {
    Behind.Told told =
        new Behind.Told(
            Kind.COUNTED,
            "half-year-report",
            Behind.NO_TEXT,
            S.UNIT_NAME,
            when(S.STATE.eq("on_time"), inline(1)).otherwise(inline(0)),
            inline(1),
            S.FILE_ID,
            inline(""),
            Behind.noRows(),
            Behind.noRows(),
            S.PERIOD,
            DSL.inline(false));
    return select(told.columns())
        .from(S)
        .join(Dates.TABLE)
        .on(Columns.periodInYear(S.PERIOD_KEY))
        .where(S.FEED.in(definitions.codes("I28", "feed")))
        .and(place.covers(S.PLAN_DISTRICT, S.UNIT_CODE));
  }
}
