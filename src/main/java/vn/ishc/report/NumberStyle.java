package vn.ishc.report;

/** How a number is written: the same in every format. */
enum NumberStyle {
  /** {@code 8.450}. */
  COUNT("#,##0"),
  /** A share of 0 to 1: {@code 65,1 %}. */
  SHARE("0.0%"),
  /** Percentage points, held as a share of 0 to 1: {@code +2,3}. */
  POINTS("+0.0%;-0.0%;0.0%"),
  /** A change in number: {@code +12}. */
  CHANGE("+#,##0;-#,##0;0"),
  /** Millions of đồng, held in đồng: {@code 138,8}. */
  MILLIONS("#,##0.0,,"),
  /** A calendar year or an ordinal: no grouping. */
  PLAIN("0");

  private final String workbookFormat;

  NumberStyle(String workbookFormat) {
    this.workbookFormat = workbookFormat;
  }

  /** The number format of a workbook; its signs follow the reader's own settings. */
  String workbookFormat() {
    return workbookFormat;
  }
}
