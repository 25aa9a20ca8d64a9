package vn.ishc.clean;

import org.jspecify.annotations.Nullable;

/**
 * A health insurance number.
 *
 * @param digits the 10 digits of the social insurance code, the key of the person
 * @param prefix object code, benefit level and province before them ({@code HN240}); null on the
 *     cards since 1/4/2021
 */
public record InsuranceNumber(String digits, @Nullable String prefix) {
  /** As printed on a card: 15 characters, or the 10 digits alone. */
  public String full() {
    return prefix == null ? digits : prefix + digits;
  }

  /** The object code, for example HN for poor households; empty without a prefix. */
  public String objectCode() {
    return prefix == null ? "" : prefix.substring(0, 2);
  }
}
