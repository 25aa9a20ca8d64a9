package vn.ishc.sheet;

/**
 * The element and attribute names we listen to in an OOXML workbook, by local name: so both
 * namespace variants (transitional, strict) read alike.
 */
final class OoxmlNames {
  static final int SHEET = 0;
  static final int SHEETS = 1;
  static final int WORKBOOK_PR = 2;
  static final int DATE1904 = 3;
  static final int NAME = 4;
  static final int STATE = 5;
  static final int RELATION_ID = 6;
  static final int RELATIONSHIP = 7;
  static final int TYPE = 8;
  static final int TARGET = 9;
  static final int TARGET_MODE = 10;
  static final int ID_OF_RELATION = 11;
  static final int OVERRIDE = 12;
  static final int DEFAULT = 13;
  static final int PART_NAME = 14;
  static final int EXTENSION = 15;
  static final int CONTENT_TYPE = 16;
  static final int NUM_FMTS = 17;
  static final int NUM_FMT = 18;
  static final int NUM_FMT_ID = 19;
  static final int FORMAT_CODE = 20;
  static final int FONTS = 21;
  static final int FONT = 22;
  static final int VAL = 23;
  static final int CELL_XFS = 24;
  static final int XF = 25;
  static final int FONT_ID = 26;
  static final int SI = 27;
  static final int T = 28;
  static final int R = 29;
  static final int R_FONT = 30;
  static final int R_PH = 31;
  static final int ROW = 32;
  static final int C = 33;
  static final int S = 34;
  static final int V = 35;
  static final int IS = 36;
  static final int HIDDEN = 37;
  static final int SHEET_DATA = 38;
  static final int R_PR = 39;
  static final int SST = 40;
  static final int F = 41;

  private static final String[] NAMES = {
    "sheet",
    "sheets",
    "workbookPr",
    "date1904",
    "name",
    "state",
    "id",
    "Relationship",
    "Type",
    "Target",
    "TargetMode",
    "Id",
    "Override",
    "Default",
    "PartName",
    "Extension",
    "ContentType",
    "numFmts",
    "numFmt",
    "numFmtId",
    "formatCode",
    "fonts",
    "font",
    "val",
    "cellXfs",
    "xf",
    "fontId",
    "si",
    "t",
    "r",
    "rFont",
    "rPh",
    "row",
    "c",
    "s",
    "v",
    "is",
    "hidden",
    "sheetData",
    "rPr",
    "sst",
    "f"
  };

  private OoxmlNames() {}

  /** A fresh listener. */
  static XmlNames listener() {
    return XmlNames.local(NAMES);
  }
}
