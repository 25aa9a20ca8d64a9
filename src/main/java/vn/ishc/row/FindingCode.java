package vn.ishc.row;

import static vn.ishc.row.Severity.ERROR;
import static vn.ishc.row.Severity.INFO;
import static vn.ishc.row.Severity.WARNING;

/**
 * Every kind of finding, by stage: {@code F} file and header, {@code C} value, {@code R} rule, {@code L} link, {@code W} warehouse. Codes
 * are a public contract: never reused, never renumbered; numbers that are missing were never given out. Their words are in {@code findings.yml} beside this class.
 */
public enum FindingCode {
  FILE_EMPTY("F01", ERROR),
  FILE_PASSWORD("F02", ERROR),
  FILE_DAMAGED("F03", ERROR),
  FILE_BOMB("F04", ERROR),
  FILE_TOO_LARGE("F05", ERROR),
  FILE_NOT_A_WORKBOOK("F06", ERROR),
  FILE_NO_TABLE("F07", ERROR),
  SUBMITTER_UNKNOWN("F08", ERROR),
  FEED_TIED("F09", ERROR),
  FEED_NOT_RECOGNISED("F10", ERROR),
  TOO_MANY_REFUSED("F11", ERROR),
  PERIOD_CONTRADICTION("F12", WARNING),
  PERIOD_ASSUMED("F13", WARNING),
  UNIT_CONTRADICTION("F14", WARNING),
  FORM_CONTRADICTION("F15", WARNING),
  SHEET_WITHOUT_TABLE("F16", INFO),
  COLUMN_UNUSED("F17", INFO),
  HIDDEN_READ("F18", INFO),
  PERIOD_NOT_BEGUN("F19", WARNING),

  REQUIRED_MISSING("C01", ERROR),
  REQUIRED_UNREADABLE("C02", ERROR),
  NUMBER_UNREADABLE("C03", WARNING),
  DATE_IMPOSSIBLE("C04", WARNING),
  DATE_UNREADABLE("C05", WARNING),
  DATE_SWAP_SUSPECTED("C06", WARNING, true),
  ID_UNREADABLE("C07", WARNING),
  ID_SECOND("C08", INFO),
  ID_ZERO_RESTORED("C09", INFO),
  INSURANCE_UNREADABLE("C10", WARNING),
  PHONE_UNREADABLE("C11", WARNING),
  VALUE_NOT_KNOWN("C12", WARNING),
  AMOUNT_NEGATIVE("C13", ERROR),
  TEXT_REPAIRED("C14", INFO),
  DITTO_FILLED("C15", INFO),
  MERGED_FILLED("C16", INFO),
  NAME_TIDIED("C17", INFO),
  UNIT_SCALED("C18", INFO),
  PHONE_TIDIED("C19", INFO),
  FORMULA_FAILED("C20", WARNING),
  NUMBER_TIDIED("C21", INFO),
  AGE_TO_YEAR("C22", INFO),
  LEFT_FROM_NOTE("C23", INFO),
  YEAR_TWO_DIGITS("C24", INFO),
  DATE_TIDIED("C25", INFO),
  INSURANCE_TIDIED("C26", INFO),
  NUMBER_NOT_WHOLE("C28", WARNING),
  VALUE_TOO_LONG("C29", WARNING),
  KIND_OTHER("C30", INFO),

  DUPLICATE_ROW("R01", WARNING),
  SEX_VS_ID("R02", WARNING, true),
  BIRTH_VS_ID("R03", WARNING, true),
  TOTAL_DIFFERS("R04", WARNING),
  PART_OVER_WHOLE("R05", WARNING),
  LEFT_BEFORE_JOINED("R06", WARNING),
  AFTER_PERIOD("R07", WARNING, true),
  AGE_IMPLAUSIBLE("R08", WARNING, true),
  RANGE_DOUBTFUL("R09", WARNING, true),
  RANGE_IMPOSSIBLE("R10", WARNING),
  DUE_BEFORE_DISBURSED("R11", WARNING),
  PRESSURE_INVERTED("R12", WARNING),
  BMI_CONTRADICTS("R13", WARNING),
  OUTSTANDING_OVER_AMOUNT("R14", WARNING, true),
  ROSTER_JUMPED("R15", WARNING, true),
  CLASSES_CONTRADICT("R16", WARNING),
  ID_TWICE("R17", WARNING),
  SUM_DIFFERS("R18", WARNING),

  COMMUNE_UNKNOWN("L01", WARNING),
  COMMUNE_AMBIGUOUS("L02", WARNING),
  CLUB_UNKNOWN("L03", WARNING),
  CLUB_AMBIGUOUS("L04", WARNING),
  PERSON_IN_TWO_CLUBS("L05", INFO),
  DISTRICT_UNKNOWN("L06", WARNING),
  COMMUNE_MATCHED_LOOSELY("L07", INFO),
  COMMUNE_OF_OTHER_FRAME("L08", INFO),

  SLICE_REPLACED("W01", INFO),
  SLICE_OLDER("W02", INFO),
  REPORT_DIFFERS("W03", INFO);

  private final String code;
  private final Severity severity;
  private final boolean question;

  FindingCode(String code, Severity severity) {
    this(code, severity, false);
  }

  FindingCode(String code, Severity severity, boolean question) {
    this.code = code;
    this.severity = severity;
    this.question = question;
  }

  /** The code as printed, for example {@code C03}. */
  public String code() {
    return code;
  }

  /** The severity unless the contract makes it heavier. */
  public Severity severity() {
    return severity;
  }

  /** Whether what was found may be true after all: the sender is asked, and a yes silences it for that value. */
  public boolean isQuestion() {
    return question;
  }
}
