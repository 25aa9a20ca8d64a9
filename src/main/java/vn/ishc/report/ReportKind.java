package vn.ishc.report;

import java.util.Locale;

/** The three papers that the plan owes the province (clause III.2.m). */
public enum ReportKind {
  /** Sơ kết 6 tháng. */
  HALF_YEAR,
  /** Sơ kết năm. */
  ANNUAL,
  /** Tổng kết, Q1 2026. */
  FINAL;

  /** As commands and editions write it: {@code half-year}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
