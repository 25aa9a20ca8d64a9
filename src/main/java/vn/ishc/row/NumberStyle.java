package vn.ishc.row;

/**
 * How a file shows a number.
 *
 * @param code the number format code, for example {@code General}, {@code dd/mm/yyyy}, {@code 0.00E+00}; empty when unknown
 * @param date whether the number is a date serial
 * @param epoch1904 whether serials count from 1904-01-01 (workbooks made on old Macs)
 */
public record NumberStyle(String code, boolean date, boolean epoch1904) {
  /** A plain number. */
  public static final NumberStyle GENERAL = new NumberStyle("General", false, false);
}
