package vn.ishc.feed;

import java.util.Locale;
import java.util.Optional;

/** How the cells of a column are read. A new feed uses these; a new way of reading is the only reason to touch Java. */
public enum ColumnType {
  /** Words as written. */
  TEXT(false),
  /** Free remarks; may tell of a death or a move; kept in the vault. */
  NOTE(true),
  /** The name of a club, with or without its commune. */
  CLUB(false),
  /** The name of a commune-level unit. */
  COMMUNE(false),
  /** The name of a district of the plan. */
  DISTRICT(false),
  /** A hamlet or an address. */
  ADDRESS(true),
  /** A person's name, in one column or in surname and given name. */
  PERSON_NAME(true),
  /** Birth as date, year, age, or a year in the column of the sex. */
  BIRTH(false),
  /** A date as far as it is known. */
  DATE(false),
  /** male or female; also ticks under the name of a sex. */
  SEX(false),
  /** A mark for yes. */
  TICK(false),
  /** Citizen identity number (12 digits) or the older one (9 digits). */
  NATIONAL_ID(true),
  /** Health insurance card number. */
  INSURANCE_NO(true),
  /** Telephone number. */
  PHONE(true),
  /** A count of things or persons. */
  COUNT(false),
  /** An amount of money in đồng, scaled by the unit the sheet states. */
  MONEY(false),
  /** A measure. */
  DECIMAL(false),
  /** A height in centimetres; also {@code 1,52} and {@code 1m52}. */
  HEIGHT(false),
  /** A blood pressure in mmHg; the part {@code pair} holds both, {@code 120/80}, and tells the column below as well. */
  PRESSURE(false),
  /** Blood glucose in mmol/L; values above 40 are mg/dL. */
  GLUCOSE(false),
  /** An interest rate, in percent a year; per month where heading or cell say so. */
  RATE(false),
  /** A duration in months. */
  MONTHS(false),
  /** One member of a code list. */
  CODE(false),
  /** Several members of a code list. */
  CODES(false),
  /** Free words that tell members of a code list; words of none are {@code other}. What was written is kept in the vault. */
  PROSE(false),
  /** Number (and day) of a decision. */
  DECISION(false),
  /** Recognised, so that it is not called unknown, and left out: running numbers, signatures. */
  IGNORED(false);

  private final boolean personal;

  ColumnType(boolean personal) {
    this.personal = personal;
  }

  /** Whether cells of this type name or identify a person: they are kept in the vault only. */
  public boolean personal() {
    return personal;
  }

  /** Whether its cells are held against a code list. */
  boolean ofAList() {
    return this == CODE || this == CODES || this == PROSE;
  }

  /** The spelling in contracts: {@code person_name}. */
  public String spelling() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads the spelling of contracts. */
  public static Optional<ColumnType> parse(String spelling) {
    for (ColumnType type : values()) {
      if (type.spelling().equals(spelling)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
