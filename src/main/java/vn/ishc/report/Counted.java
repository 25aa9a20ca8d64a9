package vn.ishc.report;

import java.util.Locale;
import java.util.Set;
import vn.ishc.indicator.IndicatorDefinition;

/** What the numerator of an indicator counts; the word for it stands in the texts. */
enum Counted {
  DISTRICT,
  CLUB,
  PERSON,
  REPORT,
  QUARTER,
  DONG;

  private static final Set<String> OF_DISTRICTS = Set.of("I01", "I02");
  private static final Set<String> OF_PERSONS = Set.of("I12", "I13", "I15", "I17", "I18", "I29", "I30", "I31");

  /** What an indicator counts. */
  static Counted of(IndicatorDefinition definition) {
    return switch (definition.unit()) {
      case CLUBS -> CLUB;
      case PERSONS -> PERSON;
      case QUARTERS -> QUARTER;
      case DONG -> DONG;
      case SHARE -> ofShare(definition.code().substring(0, 3));
    };
  }

  private static Counted ofShare(String code) {
    if (OF_DISTRICTS.contains(code)) {
      return DISTRICT;
    }
    if (OF_PERSONS.contains(code)) {
      return PERSON;
    }
    return switch (code) {
      case "I16" -> DONG;
      case "I28" -> REPORT;
      default -> CLUB;
    };
  }

  /** Its word in the texts: {@code club}. */
  String noun() {
    return name().toLowerCase(Locale.ROOT);
  }
}
