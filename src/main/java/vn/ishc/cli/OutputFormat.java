package vn.ishc.cli;

import java.util.Locale;

/** How rows are printed. */
public enum OutputFormat {
  /** Aligned columns for a person. */
  TABLE,
  /** RFC 4180, the header first. */
  CSV,
  /** An array of objects, one a line. */
  JSON;

  /** As written on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
