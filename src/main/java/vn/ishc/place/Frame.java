package vn.ishc.place;

import java.time.LocalDate;

/** The administrative map of Nghệ An between two reforms. */
public enum Frame {
  /** 21 districts, 480 communes. */
  V2017_480("v2017_480", LocalDate.of(1900, 1, 1)),
  /** 21 districts, 460 communes, from NQ 831/NQ-UBTVQH14. */
  V2020_460("v2020_460", LocalDate.of(2020, 2, 1)),
  /** 20 districts, 412 communes, from NQ 1243/NQ-UBTVQH15. */
  V2024_412("v2024_412", LocalDate.of(2024, 12, 1)),
  /** No districts, 130 communes, from NQ 1678/NQ-UBTVQH15. */
  V2025_130("v2025_130", LocalDate.of(2025, 7, 1));

  private final String code;
  private final LocalDate validFrom;

  Frame(String code, LocalDate validFrom) {
    this.code = code;
    this.validFrom = validFrom;
  }

  /** The spelling in the reference tables. */
  public String code() {
    return code;
  }

  /** First day in force. */
  public LocalDate validFrom() {
    return validFrom;
  }

  /** The map in force on a day. */
  public static Frame on(LocalDate day) {
    Frame found = V2017_480;
    for (Frame frame : values()) {
      if (!day.isBefore(frame.validFrom)) {
        found = frame;
      }
    }
    return found;
  }

  /** The map of a reference table's spelling. */
  public static Frame ofCode(String code) {
    for (Frame frame : values()) {
      if (frame.code.equals(code)) {
        return frame;
      }
    }
    throw new IllegalArgumentException("no such frame: " + code);
  }
}
