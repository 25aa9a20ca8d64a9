package vn.ishc.sample;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A made-up person.
 *
 * @param name full name
 * @param people ethnic group
 * @param woman sex
 * @param born the true day of birth
 * @param dayKnown whether the club knows the day, or only the year
 * @param citizenId 12 digits, the fourth telling century and sex, the next two the year of birth
 * @param oldId the former identity number of 9 digits
 * @param insurance health insurance card, 15 characters
 * @param phone 10 digits
 * @param hamlet where the person lives, as a capitalised phrase
 * @param economy class of the household
 * @param lone lives alone without support
 * @param disabled has a disability
 * @param caredFor is cared for at home by a volunteer
 */
record Person(
    String name,
    Names.People people,
    boolean woman,
    LocalDate born,
    boolean dayKnown,
    @Nullable String citizenId,
    @Nullable String oldId,
    @Nullable String insurance,
    @Nullable String phone,
    String hamlet,
    Economy economy,
    boolean lone,
    boolean disabled,
    boolean caredFor) {

  /** The class of a household. */
  enum Economy {
    POOR("Nghèo"),
    NEAR_POOR("Cận nghèo"),
    HARDSHIP("Khó khăn"),
    AVERAGE("Trung bình");

    private final String written;

    Economy(String written) {
      this.written = written;
    }

    /** As a roster writes it. */
    String written() {
      return written;
    }
  }
}
