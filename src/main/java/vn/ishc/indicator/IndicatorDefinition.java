package vn.ishc.indicator;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is measured, as {@code jobs/indicators.yml} says it.
 *
 * @param code {@code I01} to {@code I31}; a letter behind it is another reading or a part
 * @param nameVi Vietnamese name
 * @param nameEn English name
 * @param definitionVi what is counted, or divided by what, in Vietnamese
 * @param definitionEn the same in English
 * @param unit what it is counted in
 * @param target what the plan wants
 * @param clause clause of the plan, or the decision of the Prime Minister
 * @param levels where it is told
 * @param readingOf the official indicator that it is another reading of
 * @param partOf the indicator that it is a part of
 * @param codes codes of the feeds that count, by what they count as
 */
public record IndicatorDefinition(
    String code,
    String nameVi,
    String nameEn,
    String definitionVi,
    String definitionEn,
    Unit unit,
    Optional<Target> target,
    String clause,
    List<AreaLevel> levels,
    Optional<String> readingOf,
    Optional<String> partOf,
    Map<String, List<String>> codes) {

  /** Copies the lists. */
  public IndicatorDefinition {
    levels = List.copyOf(levels);
    codes = Collections.unmodifiableMap(new LinkedHashMap<>(codes));
  }

  /** Its name in a language. */
  public String name(boolean vietnamese) {
    return vietnamese ? nameVi : nameEn;
  }

  /** Whether it is told of a single club. */
  public boolean perClub() {
    return levels.contains(AreaLevel.CLUB);
  }

  /** Whether it is divided by something. */
  public boolean isShare() {
    return unit == Unit.SHARE;
  }

  /** The codes that count as something. */
  List<String> codes(String what) {
    return codes.getOrDefault(what, List.of());
  }
}
