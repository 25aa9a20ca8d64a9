package vn.ishc.sample;

/** The format a draft is saved in. */
enum FileForm {
  XLSX(".xlsx"),
  XLSM(".xlsm"),
  XLS(".xls"),
  ODS(".ods"),
  /** UTF-8 with a byte order mark, semicolons. */
  CSV(".csv"),
  /** windows-1258, semicolons. */
  CSV_WINDOWS(".csv"),
  /** UTF-16 little endian, tabs: Excel's "Unicode Text". */
  UNICODE_TEXT(".txt"),
  /** UTF-8 without mark, tabs. */
  TSV(".tsv");

  private final String extension;

  FileForm(String extension) {
    this.extension = extension;
  }

  String extension() {
    return extension;
  }

  /** Whether it holds nothing but one table of text. */
  boolean delimited() {
    return switch (this) {
      case XLSX, XLSM, XLS, ODS -> false;
      case CSV, CSV_WINDOWS, UNICODE_TEXT, TSV -> true;
    };
  }
}
