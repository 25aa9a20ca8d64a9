package vn.ishc.clean;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import vn.ishc.clean.Reading.Note;
import vn.ishc.row.Cell;
import vn.ishc.row.FindingCode;

/** Reads the name of a person: without honorifics, in proper case when it was written in capitals. */
public final class PersonName {
  private static final Pattern HONORIFIC =
      Pattern.compile("^(?:(?:\\d{1,3} ?[.)]) ?)?(?:(?:ông|bà|cụ|anh|chị|bác|cô|chú|ô|b)(?:/bà)? ?[.:] ?|(?:ông|bà|cụ|ông/bà|cụ ông|cụ bà) +)(?=\\p{L}+ )",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern ASIDE = Pattern.compile(" ?[(\\[][^)\\]]*[)\\]]?$");
  private static final Set<String> NO_NAMES = Set.of("khong", "khong co", "khong ro", "chua co", "chua ro", "x", "ko", "k", "trong", "vang", "khong ten");
  private static final int LENGTH_MAX = 80;

  private PersonName() {}

  /** The name; unreadable when it is none: digits, dashes, không. */
  public static Reading<String> read(Cell cell) {
    return switch (cell) {
      case Cell.Blank blank -> Reading.blank();
      case Cell.Failure failure -> CellText.failed(failure);
      case Cell.Numeric number -> Reading.unreadable(FindingCode.VALUE_NOT_KNOWN, "Nguyễn Văn An");
      case Cell.Bool bool -> Reading.unreadable(FindingCode.VALUE_NOT_KNOWN, "Nguyễn Văn An");
      case Cell.Text text -> text(text.text());
    };
  }

  private static Reading<String> text(String written) {
    String text = written.strip();
    if (CellText.isFiller(text)) {
      return Reading.blank();
    }
    String name = needsTidying(text) ? tidy(text) : text;
    if (!isName(name)) {
      return Reading.unreadable(FindingCode.VALUE_NOT_KNOWN, "Nguyễn Văn An");
    }
    String cased = cased(name);
    return name.equals(text) ? Reading.of(cased) : Reading.of(cased, Note.of(FindingCode.NAME_TIDIED, cased));
  }

  private static boolean needsTidying(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isLetter(c) && c != ' ' && c != '\'' && c != '-') {
        return true;
      }
    }
    char first = Letters.plain(Letters.lower(text.charAt(0)));
    return first == 'o' || first == 'b' || first == 'c' || first == 'a' || text.indexOf("  ") >= 0;
  }

  private static String tidy(String text) {
    String name = HONORIFIC.matcher(text).replaceFirst("");
    name = ASIDE.matcher(name).replaceFirst("");
    return name.replaceAll("\\s+", " ").replaceAll("[.,;:]+$", "").strip();
  }

  private static boolean isName(String name) {
    int letters = 0;
    int digits = 0;
    for (int i = 0; i < name.length(); i++) {
      letters += Character.isLetter(name.charAt(i)) ? 1 : 0;
      digits += Character.isDigit(name.charAt(i)) ? 1 : 0;
    }
    return letters >= 2 && digits == 0 && name.length() <= LENGTH_MAX && !NO_NAMES.contains(Spelling.toneless(name));
  }

  /** {@code NGUYỄN VĂN AN} and {@code nguyễn văn an} become {@code Nguyễn Văn An}; mixed case stays as written. */
  private static String cased(String name) {
    boolean upper = false;
    boolean lower = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isLetter(c)) {
        upper |= Character.isUpperCase(c);
        lower |= Character.isLowerCase(c);
      }
    }
    if (upper && lower) {
      return name;
    }
    StringBuilder cased = new StringBuilder(name.length());
    boolean start = true;
    for (String part : name.toLowerCase(Locale.ROOT).split("(?<=[ '’-])")) {
      cased.append(start || !part.isEmpty() ? part.substring(0, 1).toUpperCase(Locale.ROOT) : "").append(part.substring(1));
      start = false;
    }
    return cased.toString();
  }

  /** The name made comparable: {@link Spelling#fold}. */
  public static String key(String name) {
    return Spelling.fold(name);
  }
}
