package vn.ishc.sample;

/**
 * Something about a file that a reader must cope with. The words go into the list of the sample
 * inputs.
 */
enum Trait {
  NUMBER_ROW("a row (1) (2) (3) under the header"),
  NOTE_SHEET("a sheet with a note only"),
  EMPTY_SHEET("an empty sheet"),
  HIDDEN_SHEET("the last sheet is hidden; it is read"),
  HIDDEN_ROW("a hidden row; it is read"),
  HIDDEN_COLUMN("a hidden column; it is read"),
  BLANK_ROWS("blank rows inside the table"),
  REPEATED_HEADER("the header is repeated in the middle of the table"),
  TWO_TABLES("two tables on one sheet"),
  HEADER_BREAKS("line breaks, tabs and footnote marks in the header"),
  HEADER_BAND("a header of three rows"),
  SUBTOTALS("a sub-total after each club"),
  TOTALS("a total row"),
  TOTAL_WRONG("a total row that does not equal its rows"),
  TOTAL_FORMULA("totals are formulas with stored results"),
  EPOCH_1904("dates count from 1904"),
  LATE_PERIOD("the period stands in the file name alone"),

  ONE_CLUB("one club, named in the title"),
  SHEET_PER_CLUB("one sheet per club"),
  CLUB_SECTIONS("one long sheet, a section row before each club"),
  CLUB_COLUMN("one long sheet with a club column"),
  BIRTH_SPLIT("Năm sinh is split into Nam and Nữ: the filled column tells sex and year"),
  BIRTH_AGE("age in the place of birth"),
  NAME_SPLIT("surname and given name in two columns"),
  SEX_TICK("a tick in the column Nữ in the place of sex"),
  ECONOMY_COLUMN("class of the household in words, not ticks"),
  PEOPLE_COLUMN("ethnic group in words, not a tick"),
  LEFT_COLUMNS("columns for leaving"),
  RECIPIENT_COLUMN("a tick column for those cared for at home"),
  INSURANCE_COLUMN("health insurance numbers"),
  PHONE_COLUMN("phone numbers"),

  TCVN3("names and places are in TCVN3 (font .VnTime), headers in Unicode"),
  VNI("names and places are in VNI (font VNI-Times), headers in Unicode"),
  NFD("names and places in decomposed Unicode (NFD)"),
  NEW_TONE("tone marks in the new place (Hoà, Thuý)"),
  CAPITALS("names in capitals"),
  MOJIBAKE("names and places are UTF-8 that was read as windows-1252"),
  ETH("Ð (Eth) in the place of Đ"),
  HONORIFICS("honorifics before names (Ông, Bà, Cụ)"),
  SPACES("double spaces and no-break spaces in names"),
  DITTO("repeated clubs and communes as ditto marks"),
  MERGED_BODY("repeated clubs and communes as one merged cell"),
  OLD_COMMUNES("communes by the names they had before the last reform"),
  LOOSE_COMMUNES("communes without diacritics or with abbreviated kinds"),

  MONEY_MILLIONS("money in triệu đồng"),
  MONEY_THOUSANDS("money in nghìn đồng"),
  MONEY_TEXT("amounts as text with dots"),
  MONEY_WORDS("amounts in words of all kinds (1,5 triệu, 34tr5, 500k)"),
  ID_NUMBERS("identity numbers are numbers and lost their leading zero"),
  ID_TWO("two identity numbers in one cell"),
  ID_QR("the text of the card's QR code in the cell of the number"),
  ID_SPACED("identity numbers in groups"),
  PHONES("phones with 11 digits, dots, +84 or without the zero"),
  INSURANCE_FORMS("insurance numbers with spaces or with the last ten digits only"),
  BIRTH_FORMS("births in every form (5/3/1948, 05-03-48, / /1948, 00/00/1948, sinh năm 1948)"),
  LEFT_IN_NOTE("those who died or moved are told in the note alone"),
  PRESSURE_PAIR("blood pressure in one column, in every form (130/80, 13/8, 130-80 mmHg, HA: 140/90)"),
  HEIGHT_FORMS("heights in metres too (1,55; 1m55)"),
  GLUCOSE_COLUMN("blood sugar, in mmol/L and in mg/dL"),
  DIAGNOSIS_WORDS("diagnoses in free words"),
  RATE_A_YEAR("interest a year in the place of a month"),
  TERM_WORDS("terms of loans in words (12 tháng, 2 năm)"),
  ACTIVITY_WORDS("activities in free words"),
  BEFORE_ITS_LOANS("repayments of loans that no ledger has told yet"),
  VAGUE_DAYS("days as a month or a quarter"),
  FOUNDED_FORMS("founding dates as month, quarter or year"),
  CLOSED_CLUB("a dissolved club in the status column"),

  WRONG_FOLDER("it lies in the folder of another unit, the title decides"),
  WRONG_PERIOD_IN_NAME("the file name claims another half-year, the title decides"),
  UNKNOWN_SUBMITTER("the folder is nobody's"),
  CORRECTION("a corrected version of an earlier file"),
  FAR_TOO_BAD("half of the births are missing"),

  BAD_BIRTH("births that cannot be read"),
  IMPOSSIBLE_BIRTH("impossible births (31/4/1950)"),
  NAME_MISSING("a row without a name"),
  DUPLICATE_ROW("rows that repeat another one"),
  SEX_AGAINST_ID("the sex contradicts the fourth digit of the CCCD"),
  BIRTH_AGAINST_ID("the year of birth contradicts the CCCD"),
  ID_EXPONENT("an identity number as 4,0048E+10"),
  LEFT_BEFORE_JOINED("left before joined"),
  JOINED_AFTER_PERIOD("joined after the end of the period"),
  DATE_SWAPPED("Excel turned day and month of a true date"),
  FORMULA_FAILED("a formula that failed (#REF!)"),
  CLUB_UNKNOWN("a club that no registry names"),
  WOMEN_OVER_MEMBERS("more women than members"),
  AMOUNT_NEGATIVE("a negative amount"),
  DUE_BEFORE_DISBURSED("a loan due before it was lent"),
  PRESSURE_INVERTED("systolic below diastolic"),
  IMPOSSIBLE_DAY("an impossible day in a required column"),
  FUND_SUM_WRONG("the fund total is not the sum of the two funds");

  private final String words;

  Trait(String words) {
    this.words = words;
  }

  /** What it is, for people. */
  String words() {
    return words;
  }
}
