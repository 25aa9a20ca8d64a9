package vn.ishc.sheet;

/** What a file is, told by its bytes. */
public enum FileFormat {
  XLSX,
  XLSM,
  XLSB,
  XLS,
  ODS,
  DELIMITED
}
