package vn.ishc.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import vn.ishc.indicator.IndicatorDefinition;
import vn.ishc.indicator.Target;

/**
 * One row of {@code mart.indicator}.
 *
 * @param definition what is measured
 * @param asOf its day
 * @param area code of the area
 * @param numerator what was counted; empty where nothing is known
 * @param denominator what it is a share of; empty for counts and amounts
 * @param value the figure; empty where nothing is known
 * @param target target at 31 December 2025, the lower bound of two
 * @param met whether it is met; empty without target or where nothing is known
 */
record Result(
    IndicatorDefinition definition,
    LocalDate asOf,
    String area,
    Optional<BigDecimal> numerator,
    Optional<BigDecimal> denominator,
    Optional<BigDecimal> value,
    Optional<BigDecimal> target,
    Optional<Boolean> met) {

  String code() {
    return definition.code();
  }

  boolean isShare() {
    return definition.isShare();
  }

  /** What the numerator counts. */
  Counted counted() {
    return Counted.of(definition);
  }

  boolean missed() {
    return met.isPresent() && !met.get();
  }

  /** How the value is written. */
  NumberStyle style() {
    return switch (definition.unit()) {
      case SHARE -> NumberStyle.SHARE;
      case DONG -> NumberStyle.MILLIONS;
      case CLUBS, PERSONS, QUARTERS -> NumberStyle.COUNT;
    };
  }

  /** How its numerator and denominator are written. */
  NumberStyle partStyle() {
    return counted() == Counted.DONG ? NumberStyle.MILLIONS : NumberStyle.COUNT;
  }

  Cell valueCell() {
    return cell(value, style(), FigureKey.Part.VALUE);
  }

  /** The value where it is not judged. */
  Cell plainCell() {
    return valueCell() instanceof Cell.Number number ? number.marked(Cell.Mark.NONE) : valueCell();
  }

  Cell targetCell() {
    return cell(target, style(), FigureKey.Part.TARGET);
  }

  Cell numeratorCell() {
    return cell(numerator, partStyle(), FigureKey.Part.NUMERATOR);
  }

  Cell denominatorCell() {
    return definition.isShare() ? cell(denominator, partStyle(), FigureKey.Part.DENOMINATOR) : Cell.words("");
  }

  private Cell cell(Optional<BigDecimal> number, NumberStyle style, FigureKey.Part part) {
    boolean low = missed() && part == FigureKey.Part.VALUE;
    return number
        .<Cell>map(known -> new Cell.Number(known, style, low ? mark() : Cell.Mark.NONE, Optional.of(new FigureKey(code(), asOf, area, part))))
        .orElseGet(Cell::missing);
  }

  /** On which side of what is wanted a missed figure lies. */
  private Cell.Mark mark() {
    Optional<BigDecimal> upper = definition.target().flatMap(Target::upper);
    boolean falls = definition.target().filter(target -> target.rule() == Target.Rule.FALLS).isPresent();
    boolean above = upper.isPresent() && value.isPresent() && value.get().compareTo(upper.get()) > 0;
    return above || falls ? Cell.Mark.HIGH : Cell.Mark.LOW;
  }

  /**
   * How much is missing to the target, in the unit of the value (a share for shares); positive always. Empty where the target is met,
   * or is no number.
   */
  Optional<BigDecimal> gap() {
    if (!missed() || value.isEmpty() || target.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal told = value.get();
    Optional<BigDecimal> upper = definition.target().flatMap(Target::upper);
    return Optional.of(upper.isPresent() && told.compareTo(upper.get()) > 0 ? told.subtract(upper.get()) : target.get().subtract(told));
  }

  /** How many of what is counted are missing to the target of a share; empty where that cannot be said. */
  Optional<BigDecimal> missingCount() {
    if (!isShare() || definition.target().filter(t -> t.rule() == Target.Rule.AT_LEAST).isEmpty() || gap().isEmpty()) {
      return Optional.empty();
    }
    return denominator.map(
        whole -> whole.multiply(target.orElseThrow()).setScale(0, java.math.RoundingMode.CEILING).subtract(numerator.orElse(BigDecimal.ZERO)));
  }
}
