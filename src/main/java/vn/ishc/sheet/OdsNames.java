package vn.ishc.sheet;

import java.util.Map;

/** The element and attribute names we listen to in an OpenDocument spreadsheet. */
final class OdsNames {
  static final int OFFICE_ANNOTATION = 0;
  static final int OFFICE_VALUE_TYPE = 1;
  static final int OFFICE_VALUE = 2;
  static final int OFFICE_DATE_VALUE = 3;
  static final int OFFICE_TIME_VALUE = 4;
  static final int OFFICE_BOOLEAN_VALUE = 5;
  static final int OFFICE_STRING_VALUE = 6;
  static final int CALCEXT_VALUE_TYPE = 7;
  static final int TABLE = 8;
  static final int TABLE_NAME = 9;
  static final int TABLE_STYLE_NAME = 10;
  static final int TABLE_DISPLAY = 11;
  static final int TABLE_ROW = 12;
  static final int TABLE_CELL = 13;
  static final int TABLE_COVERED_TABLE_CELL = 14;
  static final int TABLE_NUMBER_ROWS_REPEATED = 15;
  static final int TABLE_NUMBER_COLUMNS_REPEATED = 16;
  static final int TABLE_NUMBER_ROWS_SPANNED = 17;
  static final int TABLE_NUMBER_COLUMNS_SPANNED = 18;
  static final int TABLE_VISIBILITY = 19;
  static final int TABLE_DEFAULT_CELL_STYLE_NAME = 20;
  static final int TABLE_COLUMN = 21;
  static final int TABLE_SHAPES = 22;
  static final int TABLE_TRACKED_CHANGES = 23;
  static final int TEXT_P = 24;
  static final int TEXT_S = 25;
  static final int TEXT_C = 26;
  static final int TEXT_TAB = 27;
  static final int TEXT_LINE_BREAK = 28;
  static final int TEXT_SPAN = 29;
  static final int TEXT_STYLE_NAME = 30;
  static final int STYLE_STYLE = 31;
  static final int STYLE_DEFAULT_STYLE = 32;
  static final int STYLE_NAME = 33;
  static final int STYLE_FAMILY = 34;
  static final int STYLE_PARENT_STYLE_NAME = 35;
  static final int STYLE_DATA_STYLE_NAME = 36;
  static final int STYLE_TEXT_PROPERTIES = 37;
  static final int STYLE_TABLE_PROPERTIES = 38;
  static final int STYLE_FONT_NAME = 39;
  static final int FO_FONT_FAMILY = 40;
  static final int STYLE_FONT_FACE = 41;
  static final int SVG_FONT_FAMILY = 42;
  static final int NUMBER_NUMBER_STYLE = 43;
  static final int NUMBER_DATE_STYLE = 44;
  static final int NUMBER_TIME_STYLE = 45;
  static final int NUMBER_PERCENTAGE_STYLE = 46;
  static final int NUMBER_CURRENCY_STYLE = 47;
  static final int NUMBER_DAY = 48;
  static final int NUMBER_MONTH = 49;
  static final int NUMBER_YEAR = 50;
  static final int NUMBER_HOURS = 51;
  static final int NUMBER_MINUTES = 52;
  static final int NUMBER_SECONDS = 53;
  static final int NUMBER_TEXT = 54;
  static final int NUMBER_TEXTUAL = 55;
  static final int NUMBER_STYLE = 56;

  private static final String URN = "urn:oasis:names:tc:opendocument:xmlns:";
  private static final Map<String, String> PREFIXES =
      Map.of(
          URN + "office:1.0", "office",
          URN + "table:1.0", "table",
          URN + "text:1.0", "text",
          URN + "style:1.0", "style",
          URN + "datastyle:1.0", "number",
          URN + "xsl-fo-compatible:1.0", "fo",
          URN + "svg-compatible:1.0", "svg");

  private static final String[] NAMES = {
    "office:annotation",
    "office:value-type",
    "office:value",
    "office:date-value",
    "office:time-value",
    "office:boolean-value",
    "office:string-value",
    "calcext:value-type",
    "table:table",
    "table:name",
    "table:style-name",
    "table:display",
    "table:table-row",
    "table:table-cell",
    "table:covered-table-cell",
    "table:number-rows-repeated",
    "table:number-columns-repeated",
    "table:number-rows-spanned",
    "table:number-columns-spanned",
    "table:visibility",
    "table:default-cell-style-name",
    "table:table-column",
    "table:shapes",
    "table:tracked-changes",
    "text:p",
    "text:s",
    "text:c",
    "text:tab",
    "text:line-break",
    "text:span",
    "text:style-name",
    "style:style",
    "style:default-style",
    "style:name",
    "style:family",
    "style:parent-style-name",
    "style:data-style-name",
    "style:text-properties",
    "style:table-properties",
    "style:font-name",
    "fo:font-family",
    "style:font-face",
    "svg:font-family",
    "number:number-style",
    "number:date-style",
    "number:time-style",
    "number:percentage-style",
    "number:currency-style",
    "number:day",
    "number:month",
    "number:year",
    "number:hours",
    "number:minutes",
    "number:seconds",
    "number:text",
    "number:textual",
    "number:style"
  };

  private OdsNames() {}

  /** A fresh listener. */
  static XmlNames listener() {
    return XmlNames.qualified(PREFIXES, NAMES);
  }
}
