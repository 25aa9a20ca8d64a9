package vn.ishc.indicator;

import java.util.Locale;
import java.util.Optional;

/** How wide a figure looks. */
public enum AreaLevel {
  /** The province, code {@link #PROVINCE_CODE}. */
  PROVINCE,
  /** A district of the plan: the 21 of 2022, fixed. */
  DISTRICT,
  /** A single club. */
  CLUB;

  /** GSO code of Nghệ An. */
  public static final String PROVINCE_CODE = "40";

  /** Name of the province. */
  static final String PROVINCE_NAME = "Nghệ An";

  /** As the star and {@code jobs/indicators.yml} write it: {@code district}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<AreaLevel> of(String code) {
    for (AreaLevel level : values()) {
      if (level.code().equals(code)) {
        return Optional.of(level);
      }
    }
    return Optional.empty();
  }
}
