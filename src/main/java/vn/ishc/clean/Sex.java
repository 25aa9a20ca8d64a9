package vn.ishc.clean;

/** The sex of a person as lists write it. */
public enum Sex {
  MALE("male"),
  FEMALE("female");

  private final String code;

  Sex(String code) {
    this.code = code;
  }

  /** The member of the code list {@code sex}. */
  public String code() {
    return code;
  }
}
