package vn.ishc.report;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static vn.ishc.db.core.Tables.DIM_INDICATOR;
import static vn.ishc.db.core.Tables.FACT_INDICATOR;
import static vn.ishc.db.ops.Tables.REPORT_EDITION;
import static vn.ishc.db.ops.Tables.REPORT_FILE;
import static vn.ishc.db.ops.Tables.REPORT_INPUT;

import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import vn.ishc.db.core.tables.FactIndicator;
import vn.ishc.row.Language;

/** What was published stays published: its figures, the hashes of its inputs, and its very bytes. */
final class Editions {
  private static final String CURRENT = "current";

  private final DSLContext dsl;

  Editions(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** What is no longer as an edition published it. */
  record Difference(String edition, List<Change> changes) {}

  /** A file of an edition. */
  record Kept(String name, byte[] content, String sha256) {}

  private static String area(ReportRequest request) {
    return request.district().orElse(vn.ishc.indicator.AreaLevel.PROVINCE_CODE);
  }

  private static Condition same(ReportRequest request) {
    return REPORT_EDITION.KIND.eq(request.kind().code()).and(REPORT_EDITION.AS_OF.eq(request.asOf())).and(REPORT_EDITION.AREA_CODE.eq(area(request)));
  }

  /** The last edition of the same paper; empty when none was published. */
  Optional<String> latest(ReportRequest request) {
    return dsl.select(REPORT_EDITION.EDITION).from(REPORT_EDITION).where(same(request)).orderBy(REPORT_EDITION.EDITION_NO.desc()).limit(1).fetchOptional(REPORT_EDITION.EDITION);
  }

  /** Names the next edition of a paper and keeps its figures and the hashes of its inputs; within the caller's transaction. */
  String begin(ReportRequest request, List<Facts.FileLine> inputs, Clock clock) {
    int number = dsl.select(coalesce(max(REPORT_EDITION.EDITION_NO), inline(0))).from(REPORT_EDITION).where(same(request)).fetchSingle().value1() + 1;
    String edition = request.kind().code() + "-" + request.asOf() + "-" + area(request) + "-" + number;
    dsl.insertInto(REPORT_EDITION)
        .set(REPORT_EDITION.EDITION, edition)
        .set(REPORT_EDITION.KIND, request.kind().code())
        .set(REPORT_EDITION.AS_OF, request.asOf())
        .set(REPORT_EDITION.AREA_CODE, area(request))
        .set(REPORT_EDITION.EDITION_NO, number)
        .set(REPORT_EDITION.WRITTEN_ON, request.writtenOn())
        .set(REPORT_EDITION.PUBLISHED_AT, OffsetDateTime.now(clock))
        .execute();
    for (Facts.FileLine input : inputs) {
      dsl.insertInto(REPORT_INPUT, REPORT_INPUT.EDITION, REPORT_INPUT.FILE_ID, REPORT_INPUT.CONTENT_SHA256).values(edition, input.id(), input.sha256()).execute();
    }
    keepFigures(request, edition);
    return edition;
  }

  private void keepFigures(ReportRequest request, String edition) {
    FactIndicator f = FACT_INDICATOR;
    dsl.insertInto(
            f, f.INDICATOR_KEY, f.AS_OF, f.AREA_LEVEL, f.AREA_CODE, f.AREA_NAME, f.PUBLICATION, f.NUMERATOR, f.DENOMINATOR, f.VALUE, f.TARGET, f.MET, f.LOAD_ID)
        .select(
            DSL.select(f.INDICATOR_KEY, f.AS_OF, f.AREA_LEVEL, f.AREA_CODE, f.AREA_NAME, inline(edition), f.NUMERATOR, f.DENOMINATOR, f.VALUE, f.TARGET, f.MET, f.LOAD_ID)
                .from(f)
                .where(f.PUBLICATION.eq(CURRENT))
                .and(f.AS_OF.le(request.asOf()))
                .and(request.district().map(f.AREA_CODE::eq).orElse(f.AREA_LEVEL.ne("club"))))
        .execute();
  }

  void keep(String edition, Language language, ReportFormat format, String name, byte[] content) {
    dsl.insertInto(REPORT_FILE)
        .set(REPORT_FILE.EDITION, edition)
        .set(REPORT_FILE.LANGUAGE, language.code())
        .set(REPORT_FILE.FORMAT, format.extension())
        .set(REPORT_FILE.FILE_NAME, name)
        .set(REPORT_FILE.SHA256, sha256(content))
        .set(REPORT_FILE.CONTENT, content)
        .execute();
  }

  /** A file of an edition, as it was published; empty when there is no such edition. */
  Optional<Kept> kept(String edition, Language language, ReportFormat format) {
    return dsl.selectFrom(REPORT_FILE)
        .where(REPORT_FILE.EDITION.eq(edition))
        .and(REPORT_FILE.LANGUAGE.eq(language.code()))
        .and(REPORT_FILE.FORMAT.eq(format.extension()))
        .fetchOptional(row -> new Kept(row.getFileName(), row.getContent(), row.getSha256()));
  }

  /** Names of all editions, the newest last. */
  List<String> names() {
    return dsl.select(REPORT_EDITION.EDITION).from(REPORT_EDITION).orderBy(REPORT_EDITION.PUBLISHED_AT, REPORT_EDITION.EDITION).fetch(REPORT_EDITION.EDITION);
  }

  /** Figure by figure, what differs from the last edition; empty when none was published. */
  Optional<Difference> difference(ReportRequest request, vn.ishc.indicator.IndicatorDefinitions definitions) {
    return latest(request).map(edition -> new Difference(edition, changes(request, edition, definitions)));
  }

  private List<Change> changes(ReportRequest request, String edition, vn.ishc.indicator.IndicatorDefinitions definitions) {
    FactIndicator f = FACT_INDICATOR;
    Condition area = request.district().map(f.AREA_CODE::eq).orElse(f.AREA_LEVEL.ne("club"));
    var before = DSL.selectFrom(f).where(f.PUBLICATION.eq(edition)).and(area).asTable("before");
    var now = DSL.selectFrom(f).where(f.PUBLICATION.eq(CURRENT)).and(f.AS_OF.le(request.asOf())).and(area).asTable("now");
    var key = coalesce(now.field(f.INDICATOR_KEY), before.field(f.INDICATOR_KEY));
    var day = coalesce(now.field(f.AS_OF), before.field(f.AS_OF));
    var code = coalesce(now.field(f.AREA_CODE), before.field(f.AREA_CODE));
    return dsl
        .select(DIM_INDICATOR.INDICATOR_CODE, day.as("as_of"), code.as("area_code"), coalesce(now.field(f.AREA_NAME), before.field(f.AREA_NAME)).as("area_name"), before.field(f.VALUE).as("was"), now.field(f.VALUE).as("is"))
        .from(before)
        .fullJoin(now)
        .on(before.field(f.INDICATOR_KEY).eq(now.field(f.INDICATOR_KEY)))
        .and(before.field(f.AS_OF).eq(now.field(f.AS_OF)))
        .and(before.field(f.AREA_LEVEL).eq(now.field(f.AREA_LEVEL)))
        .and(before.field(f.AREA_CODE).eq(now.field(f.AREA_CODE)))
        .join(DIM_INDICATOR)
        .on(DIM_INDICATOR.INDICATOR_KEY.eq(key))
        .where(before.field(f.NUMERATOR).isDistinctFrom(now.field(f.NUMERATOR)))
        .or(before.field(f.DENOMINATOR).isDistinctFrom(now.field(f.DENOMINATOR)))
        .or(before.field(f.VALUE).isDistinctFrom(now.field(f.VALUE)))
        .orderBy(DIM_INDICATOR.INDICATOR_CODE.collate("C"), day, code)
        .fetch(row -> change(row, definitions));
  }

  private static Change change(Record row, vn.ishc.indicator.IndicatorDefinitions definitions) {
    String indicator = row.get(DIM_INDICATOR.INDICATOR_CODE);
    NumberStyle style =
        definitions.find(indicator)
            .map(known -> known.isShare() ? NumberStyle.SHARE : Counted.of(known) == Counted.DONG ? NumberStyle.MILLIONS : NumberStyle.COUNT)
            .orElse(NumberStyle.COUNT);
    return new Change(
        indicator,
        row.get("as_of", java.time.LocalDate.class),
        row.get("area_code", String.class),
        row.get("area_name", String.class),
        style,
        Optional.ofNullable(row.get("was", Double.class)).map(BigDecimal::valueOf),
        Optional.ofNullable(row.get("is", Double.class)).map(BigDecimal::valueOf));
  }

  static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

}
