package vn.ishc.indicator;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static vn.ishc.db.core.Tables.FACT_INDICATOR;
import static vn.ishc.db.ops.Tables.PUBLISHED_SPAN;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record2;
import vn.ishc.row.Period;

/**
 * The days on which figures are taken: the end of every half-year from the first registry to the
 * last half-year with data that had begun when its file came ({@code ops.published_span}).
 */
final class PublishedDates {
  private PublishedDates() {}

  /** The half-years, in order; none before a registry has come in. */
  static List<Period> of(DSLContext dsl) {
    Record2<String, String> span =
        dsl.select(coalesce(PUBLISHED_SPAN.FIRST, inline("")), coalesce(PUBLISHED_SPAN.LAST, inline("")))
            .from(PUBLISHED_SPAN)
            .fetchSingle();
    return between(Period.parse(span.value1()), Period.parse(span.value2()));
  }

  private static List<Period> between(Optional<Period> first, Optional<Period> last) {
    List<Period> periods = new ArrayList<>();
    if (first.isPresent() && last.isPresent()) {
      for (Period period = first.get();
          period.compareTo(last.get()) <= 0;
          period = Period.of(period.end().plusDays(1))) {
        periods.add(period);
      }
    }
    return periods;
  }

  /** Whether the current figures were taken on other days. */
  static boolean haveChanged(DSLContext dsl, List<Period> periods) {
    Set<LocalDate> before =
        new HashSet<>(
            dsl.selectDistinct(FACT_INDICATOR.AS_OF)
                .from(FACT_INDICATOR)
                .where(FACT_INDICATOR.PUBLICATION.eq(Scratch.CURRENT))
                .fetch(FACT_INDICATOR.AS_OF));
    return !before.equals(new HashSet<>(periods.stream().map(Period::end).toList()));
  }
}
