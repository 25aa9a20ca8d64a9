package vn.ishc.indicator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Record6;
import org.jooq.Select;

/** A family of figures that come from the same facts. */
interface FigureFamily {
  /**
   * Queries that give rows of {@link Figure#TABLE}. An area that a query leaves out has the figure
   * 0, or 0 of 0.
   *
   * @param touched which districts are asked for, and the clubs in them; the province always is
   */
  List<Select<Record6<String, LocalDate, String, String, BigDecimal, BigDecimal>>> figures(
      Touched touched);
}
