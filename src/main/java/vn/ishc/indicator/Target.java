package vn.ishc.indicator;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/**
 * What the plan wants on 31 December 2025. A share has the same target in every area, a count that
 * of the province.
 *
 * @param rule how it is compared
 * @param value target, or lower bound; empty for {@link Rule#FALLS}
 * @param upper upper bound of {@link Rule#BETWEEN}
 * @param districtMeasure measure of {@code core.fact_target} that a district answers to
 */
public record Target(
    Rule rule,
    Optional<BigDecimal> value,
    Optional<BigDecimal> upper,
    Optional<String> districtMeasure) {

  /** How a target is compared; bounds are inclusive, and compared in whole numbers. */
  public enum Rule {
    /** The value or more. */
    AT_LEAST,
    /** More than the value. */
    MORE_THAN,
    /** From the value to the upper bound. */
    BETWEEN,
    /** Lower than a year before. */
    FALLS;

    /** As the star and {@code jobs/indicators.yml} write it: {@code at_least}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Rule> of(String code) {
      for (Rule rule : values()) {
        if (rule.code().equals(code)) {
          return Optional.of(rule);
        }
      }
      return Optional.empty();
    }
  }

  /** Refuses a target that its rule cannot be held against. */
  public Target {
    if ((rule == Rule.FALLS) == value.isPresent()) {
      throw new IllegalArgumentException("the rule falls has no value, every other rule has one");
    }
    if ((rule == Rule.BETWEEN) != upper.isPresent()) {
      throw new IllegalArgumentException(
          "the rule between has an upper bound, no other rule has one");
    }
  }
}
