package vn.ishc.row;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** A cell after cleaning: typed, never a string that means a number. */
public sealed interface Value {
  /** Nothing is known. */
  Value ABSENT = new Absent();

  /** Nothing is known: nothing written, or not readable (then a finding says so). */
  record Absent() implements Value {}

  /** Words, in NFC, without stray white space. */
  record Text(String text) implements Value {}

  /** A count or an amount of whole units (money: đồng). */
  record Whole(long number) implements Value {}

  /** A measure or a rate. */
  record Decimal(BigDecimal number) implements Value {}

  /** A date as far as it is known. */
  record Date(PartialDate date) implements Value {}

  /** Yes or no. */
  record Flag(boolean on) implements Value {}

  /** A member of a code list, for example {@code female}, {@code chair}. */
  record Code(String code) implements Value {}

  /** Several members of a code list, for example the priority classes of a person. */
  record Codes(Set<String> codes) implements Value {
    /** Copies the codes; in alphabetical order, so that the same codes are the same text in every run. */
    public Codes {
      codes = Collections.unmodifiableSortedSet(new TreeSet<>(codes));
    }
  }

  /** True when nothing is known. */
  default boolean isAbsent() {
    return this == ABSENT;
  }
}
