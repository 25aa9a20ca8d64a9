package vn.ishc.indicator;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A line of the indicator table.
 *
 * @param definition what is measured
 * @param areaName name of the area
 * @param numerator what was counted; empty where nothing is known
 * @param denominator what it is a share of; empty for counts and amounts
 * @param value numerator over denominator (0 to 1), or the numerator; empty where nothing is known
 * @param valueYearBefore the value a year before
 * @param target target at 31 December 2025; the lower bound of two
 * @param met whether it is met; empty without target or where nothing is known
 */
public record IndicatorRow(
    IndicatorDefinition definition,
    String areaName,
    Optional<BigDecimal> numerator,
    Optional<BigDecimal> denominator,
    Optional<Double> value,
    Optional<Double> valueYearBefore,
    Optional<Double> target,
    Optional<Boolean> met) {}
