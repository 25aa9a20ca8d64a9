package vn.ishc.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A figure that is no longer what an edition published.
 *
 * @param indicator code of the indicator
 * @param asOf its day
 * @param area code of the area
 * @param areaName name of the area
 * @param style how it is written
 * @param before what was published; empty where nothing was known
 * @param now what it is; empty where nothing is known
 */
record Change(
    String indicator, LocalDate asOf, String area, String areaName, NumberStyle style, Optional<BigDecimal> before, Optional<BigDecimal> now) {}
