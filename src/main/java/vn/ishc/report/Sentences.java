package vn.ishc.report;

import java.math.BigDecimal;
import java.util.Optional;
import vn.ishc.indicator.Target;

/** Sentences made from figures. */
final class Sentences {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Texts texts;

  Sentences(Texts texts) {
    this.texts = texts;
  }

  /** What a figure is, and whether the plan's target is reached; ends with a full stop. */
  String verdict(Result result) {
    return fact(result) + judgement(result) + ".";
  }

  /** The same, with the change to a day before. */
  String verdict(Result result, Optional<Result> before, String since) {
    return fact(result) + judgement(result) + change(result, before, since) + ".";
  }

  /** {@code Tỷ lệ … là 90,9 % (10/11 câu lạc bộ)}. */
  String fact(Result result) {
    String name = result.definition().name(texts.vietnamese());
    if (result.value().isEmpty()) {
      return texts.of("sentence.unknown", name);
    }
    if (!result.isShare()) {
      return texts.of("sentence.count", name, amount(result, result.value().get()));
    }
    return texts.of("sentence.share", name, texts.number(result.value().get(), NumberStyle.SHARE), parts(result));
  }

  /** {@code 10/11 câu lạc bộ}. */
  String parts(Result result) {
    BigDecimal part = result.numerator().orElse(BigDecimal.ZERO);
    BigDecimal whole = result.denominator().orElse(BigDecimal.ZERO);
    String number = texts.number(part, result.partStyle());
    return texts.of("sentence.parts", number, counted(result.counted(), whole));
  }

  private String counted(Counted what, BigDecimal number) {
    return what == Counted.DONG ? texts.of("noun.million", texts.number(number, NumberStyle.MILLIONS)) : texts.count(what.noun(), number);
  }

  private String amount(Result result, BigDecimal number) {
    return counted(result.counted(), number);
  }

  private String judgement(Result result) {
    if (result.value().isEmpty() || result.met().isEmpty()) {
      return "";
    }
    Target.Rule rule = result.definition().target().map(Target::rule).orElse(Target.Rule.AT_LEAST);
    return switch (rule) {
      case FALLS -> texts.of(result.missed() ? "sentence.not-falling" : "sentence.falling");
      case BETWEEN -> between(result);
      case AT_LEAST, MORE_THAN -> atLeast(result);
    };
  }

  private String between(Result result) {
    BigDecimal value = result.value().orElseThrow();
    Target target = result.definition().target().orElseThrow();
    String band = target(result);
    if (!result.missed()) {
      return texts.of("sentence.within", band);
    }
    boolean above = value.compareTo(target.upper().orElseThrow()) > 0;
    return texts.of(above ? "sentence.above" : "sentence.below", band, points(result.gap().orElse(BigDecimal.ZERO)));
  }

  private String atLeast(Result result) {
    BigDecimal value = result.value().orElseThrow();
    BigDecimal target = result.target().orElse(BigDecimal.ZERO);
    String wanted = target(result);
    if (result.isShare()) {
      return result.missed()
          ? texts.of("sentence.short", wanted, points(result.gap().orElse(BigDecimal.ZERO)) + missing(result))
          : texts.of("sentence.reached", wanted);
    }
    String ratio = target.signum() == 0 ? "" : texts.of("sentence.ratio", texts.decimal(value.multiply(HUNDRED).divide(target, 4, java.math.RoundingMode.HALF_UP)));
    if (result.missed()) {
      return texts.of("sentence.short-count", wanted, ratio, amount(result, result.gap().orElse(BigDecimal.ZERO)));
    }
    return texts.of(value.compareTo(target) > 0 ? "sentence.exceeded-count" : "sentence.reached-count", wanted, ratio);
  }

  private String missing(Result result) {
    return result.missingCount().map(count -> " (" + counted(result.counted(), count) + ")").orElse("");
  }

  /** The target with its unit: {@code 275 câu lạc bộ}, {@code 60–70 %}. */
  String target(Result result) {
    if (result.definition().target().filter(target -> target.rule() == Target.Rule.FALLS).isPresent()) {
      return texts.of("target.falls");
    }
    if (result.target().isEmpty()) {
      return "";
    }
    BigDecimal lower = result.target().get();
    if (!result.isShare()) {
      return amount(result, lower);
    }
    String text = texts.number(lower, NumberStyle.SHARE);
    return result
        .definition()
        .target()
        .flatMap(Target::upper)
        .map(upper -> text.replaceAll(" ?%", "") + "–" + texts.number(upper, NumberStyle.SHARE))
        .orElse(text);
  }

  /** How far a figure is from its target, for a table: {@code 9,1 điểm % (1 câu lạc bộ)}; empty when it is reached. */
  String gap(Result result) {
    if (result.gap().isEmpty()) {
      return "";
    }
    BigDecimal gap = result.gap().get();
    return result.isShare() ? texts.of("gap.points", decimalPoints(gap)) + missing(result) : amount(result, gap);
  }

  /** {@code 9,1 điểm phần trăm}. */
  String points(BigDecimal share) {
    return texts.of("sentence.points", decimalPoints(share));
  }

  private String decimalPoints(BigDecimal share) {
    return texts.decimal(share.abs().multiply(HUNDRED));
  }

  /** {@code , tăng 2,3 điểm phần trăm so với cùng kỳ năm trước}. */
  String change(Result result, Optional<Result> before, String since) {
    if (result.value().isEmpty()) {
      return "";
    }
    Optional<BigDecimal> earlier = before.flatMap(Result::value);
    if (earlier.isEmpty()) {
      return texts.of("sentence.no-before", since);
    }
    BigDecimal difference = result.value().get().subtract(earlier.get());
    String size = result.isShare() ? points(difference) : amount(result, difference.abs());
    boolean nothing = result.isShare() ? decimalPoints(difference).equals("0") : difference.signum() == 0;
    if (nothing) {
      return texts.of("sentence.same", since);
    }
    return texts.of(difference.signum() > 0 ? "sentence.rises" : "sentence.falls", size, since);
  }

  /** The change as a cell: percentage points for shares. */
  static Cell changeCell(Optional<Result> now, Optional<Result> before) {
    Optional<BigDecimal> value = now.flatMap(Result::value);
    Optional<BigDecimal> earlier = before.flatMap(Result::value);
    if (value.isEmpty() || earlier.isEmpty()) {
      return Cell.missing();
    }
    NumberStyle style = now.orElseThrow().isShare() ? NumberStyle.POINTS : now.orElseThrow().counted() == Counted.DONG ? NumberStyle.MILLIONS : NumberStyle.CHANGE;
    return Cell.number(value.get().subtract(earlier.get()), style);
  }
}
