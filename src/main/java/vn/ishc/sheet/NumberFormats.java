package vn.ishc.sheet;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import vn.ishc.row.NumberStyle;

/**
 * Number formats by id, as the Excel formats share them: the built-in ones and those a file brings.
 */
final class NumberFormats {
  /** ECMA-376 part 1, 18.8.30; 14 and 22 follow the country of the reader, so here Vietnam's. */
  private static final Map<Integer, String> BUILT_IN = new HashMap<>();

  static {
    String[] from0 = {
      "General",
      "0",
      "0.00",
      "#,##0",
      "#,##0.00",
      "$#,##0_);($#,##0)",
      "$#,##0_);[Red]($#,##0)",
      "$#,##0.00_);($#,##0.00)",
      "$#,##0.00_);[Red]($#,##0.00)",
      "0%",
      "0.00%",
      "0.00E+00",
      "# ?/?",
      "# ??/??",
      "dd/mm/yyyy",
      "d-mmm-yy",
      "d-mmm",
      "mmm-yy",
      "h:mm AM/PM",
      "h:mm:ss AM/PM",
      "h:mm",
      "h:mm:ss",
      "dd/mm/yyyy h:mm"
    };
    String[] from37 = {
      "#,##0_);(#,##0)",
      "#,##0_);[Red](#,##0)",
      "#,##0.00_);(#,##0.00)",
      "#,##0.00_);[Red](#,##0.00)",
      "#,##0",
      "$#,##0",
      "#,##0.00",
      "$#,##0.00",
      "mm:ss",
      "[h]:mm:ss",
      "mm:ss.0",
      "##0.0E+0",
      "@"
    };
    for (int i = 0; i < from0.length; i++) {
      BUILT_IN.put(i, from0[i]);
    }
    for (int i = 0; i < from37.length; i++) {
      BUILT_IN.put(37 + i, from37[i]);
    }
  }

  private final Map<Integer, String> own = new HashMap<>();

  /** A format the file brings. */
  void put(int id, String code) {
    own.put(id, code);
  }

  /** The style of a format. */
  NumberStyle style(int id, boolean epoch1904) {
    String code = own.getOrDefault(id, BUILT_IN.getOrDefault(id, ""));
    // 27 to 36 and 50 to 58 are dates whose look depends on an East Asian locale.
    boolean eastAsianDate = code.isEmpty() && ((id >= 27 && id <= 36) || (id >= 50 && id <= 58));
    if (code.equals("General") && !epoch1904) {
      return NumberStyle.GENERAL;
    }
    return new NumberStyle(code, eastAsianDate || isDate(code), epoch1904);
  }

  /**
   * Whether a format shows a date or a time: it has a part of one outside of quotes, escapes and
   * brackets, and no place for a digit.
   */
  static boolean isDate(String code) {
    if (code.toLowerCase(Locale.ROOT).startsWith("general")) {
      return false;
    }
    boolean found = false;
    for (int i = 0; i < code.length() && code.charAt(i) != ';'; i++) {
      switch (code.charAt(i)) {
        case '"' -> i = endOf(code, '"', i);
        case '\\', '_', '*' -> i++;
        case '[' -> {
          found |= isElapsed(code, i);
          i = endOf(code, ']', i);
        }
        case '#', '?', '@' -> {
          return false;
        }
        case 'd', 'D', 'm', 'M', 'y', 'Y', 'h', 'H', 's', 'S' -> found = true;
        default -> {}
      }
    }
    return found;
  }

  private static int endOf(String code, char closing, int from) {
    int end = code.indexOf(closing, from + 1);
    return end < 0 ? code.length() : end;
  }

  /**
   * {@code [h]}, {@code [mm]}, {@code [ss]}: time that runs past a day; colours and locales are
   * not.
   */
  private static boolean isElapsed(String code, int open) {
    int close = code.indexOf(']', open);
    String inside = close < 0 ? "" : code.substring(open + 1, close).toLowerCase(Locale.ROOT);
    return inside.matches("h+|m+|s+");
  }
}
