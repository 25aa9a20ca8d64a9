package vn.ishc.row;

import java.util.Locale;
import java.util.Optional;

/** The language of everything a person reads; Vietnamese unless asked otherwise. */
public enum Language {
  VI,
  EN;

  /** The code as written on the command line, for example {@code vi}. */
  public String code() {
    return this == VI ? "vi" : "en";
  }

  /** The language of a code, in any letter case; empty for any other text. */
  public static Optional<Language> of(String code) {
    return switch (code.toLowerCase(Locale.ROOT)) {
      case "vi" -> Optional.of(VI);
      case "en" -> Optional.of(EN);
      default -> Optional.empty();
    };
  }
}
