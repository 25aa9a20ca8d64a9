package vn.ishc.clean;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ishc.clean.Reading.Note;
import vn.ishc.row.Cell;
import vn.ishc.row.FindingCode;

/**
 * A person's name as a list writes it, without what stands around it.
 *
 * @param display the name: Nguyễn Thị Hòa, Vừ Y Xì, H'Mông Á; the spelling of tone and i/y as the
 *     person's list has it
 * @param remark what stood behind the name, in parentheses or after a dash; empty when nothing did
 * @param sex what an honorific told (Ông, Bà); null when none did
 */
public record PersonName(String display, String remark, @Nullable Sex sex) {
  private static final int LENGTH_MAX = 80;
  /** Loops over groups give nothing back: a greedy one is a recursion for each turn, and a cell may hold ten thousand. */
  private static final Pattern NUMBERING =
      Pattern.compile("^(?:\\d{1,4} ?[.)/:\\-–]+ ?|\\d{1,4} +|[-–+•*] +|[-–+•*](?=\\p{L}))++");
  private static final Pattern HONORIFIC =
      Pattern.compile(
          "^(?:(ông bà|ông/bà|ông|bà|cụ ông|cụ bà|cụ cố|cụ|cố|chị|cô|chú|bác|anh|đ/c|đồng chí|đc|hv|thầy)(?:(?: ?[.:,\\-–])++ ?| )|(ô|o|b|ô/b)(?:[.:](?: ?[.:,\\-–])*+ ?| (?=\\p{L}+ \\p{L})))",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern ONLY_HONORIFICS =
      Pattern.compile("(?:(?:ông|bà|cụ|cụ ông|cụ bà|đồng chí|ô|b|o)(?: |$))++");
  private static final Pattern REMARK =
      Pattern.compile(" ?[(\\[{].*$| ?[,;/|*].*$| [-–—] .*$|[ .]+\\d.*$");
  private static final Pattern EDGES = Pattern.compile("^[\\s.,;:'\"`\\-–_]+|[\\s.,;:\"`\\-–_]+$");
  private static final Pattern SPACES = Pattern.compile("\\s{2,}");
  private static final Pattern GLUED = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu}\\p{Ll})");
  private static final Set<String> NO_NAMES =
      Set.of(
          "x",
          "xx",
          "khong",
          "khong co",
          "chua co",
          "trong",
          "khuyet",
          "ho va ten",
          "ho ten",
          "ten",
          "v",
          "co",
          "chua ro",
          "khong ro",
          "nt",
          "nhu tren",
          "n a",
          "null");
  private static final Pattern AFTER_SURNAME =
      Pattern.compile("^(?:thị|văn) \\p{L}", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /**
   * Reads a name: honorifics, numbering and remarks taken off, capitals put right, double spaces
   * gone.
   *
   * @return the name, with NAME_TIDIED when letters went; unreadable when it is none: digits, x,
   *     không
   */
  public static Reading<PersonName> read(Cell cell) {
    return switch (cell) {
      case Cell.Blank blank -> Reading.blank();
      case Cell.Failure failure -> CellText.failed(failure);
      case Cell.Numeric number -> unreadable();
      case Cell.Bool bool -> unreadable();
      case Cell.Text text -> read(text.text().strip());
    };
  }

  /** Reads a name that stands in two columns, Họ đệm and Tên. */
  public static Reading<PersonName> read(Cell surname, Cell given) {
    String joined = (CellText.of(surname) + " " + CellText.of(given)).strip();
    return surname.isBlank() ? read(given) : given.isBlank() ? read(surname) : read(joined);
  }

  /** The key under which two writings of a name are one: without honorific, folded. */
  public static String key(String name) {
    PersonName read = read(name.strip()).value();
    return Spelling.fold(read == null ? name : read.display);
  }

  /** The key of this name. */
  public String key() {
    return Spelling.fold(display);
  }

  private static Reading<PersonName> unreadable() {
    return Reading.unreadable(FindingCode.VALUE_NOT_KNOWN, "Nguyễn Văn An");
  }

  private static Reading<PersonName> read(String text) {
    if (isTidy(text)) {
      return Reading.of(new PersonName(text, "", null));
    }
    if (text.isEmpty() || CellText.isFiller(text)) {
      return Reading.blank();
    }
    String spaced = SPACES.matcher(text).replaceAll(" ");
    String body = EDGES.matcher(NUMBERING.matcher(spaced).replaceFirst("")).replaceAll("");
    String honorific = honorific(body);
    String rest = withoutHonorifics(body);
    Matcher behind = REMARK.matcher(rest);
    String remark = behind.find() && behind.start() > 0 ? rest.substring(behind.start()) : "";
    String name = EDGES.matcher(rest.substring(0, rest.length() - remark.length())).replaceAll("");
    String display = cased(GLUED.matcher(name).replaceAll(" "));
    if (!isName(display)) {
      return unreadable();
    }
    PersonName read = new PersonName(display, bare(remark), sexOf(honorific));
    boolean tidied = !letters(text).equals(letters(display));
    return tidied ? Reading.of(read, Note.of(FindingCode.NAME_TIDIED, display)) : Reading.of(read);
  }

  /** The usual name, two words and more, each a capital and small letters: nothing to do. */
  private static boolean isTidy(String text) {
    boolean start = true;
    int words = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ') {
        if (start) {
          return false;
        }
        start = true;
      } else if (start ? !Character.isUpperCase(c) : !Character.isLowerCase(c)) {
        return false;
      } else {
        words += start ? 1 : 0;
        start = false;
      }
    }
    return words >= 2 && !start && text.length() <= LENGTH_MAX && honorific(text).isEmpty();
  }

  private static String honorific(String text) {
    char first = text.isEmpty() ? ' ' : Letters.lower(text.charAt(0));
    if ("ôobcađht".indexOf(first) < 0) {
      return "";
    }
    Matcher matcher = HONORIFIC.matcher(text);
    if (!matcher.find()) {
      return "";
    }
    String rest = text.substring(matcher.end());
    boolean surname = isOng(matcher.group()) && AFTER_SURNAME.matcher(rest).find();
    boolean given = rest.indexOf(' ') < 0 && !mayPrecedeOneWord(matcher.group());
    return surname || given ? "" : matcher.group();
  }

  private static String withoutHonorifics(String text) {
    String rest = text;
    for (String found = honorific(rest); !found.isEmpty(); found = honorific(rest)) {
      rest = EDGES.matcher(rest.substring(found.length())).replaceAll("");
    }
    return rest;
  }

  /** Ông is a surname too: Ông Thị Hoa. */
  private static boolean isOng(String honorific) {
    return Spelling.fold(honorific).equals("ông") && honorific.endsWith(" ");
  }

  /** Ông Nam is Nam, but Cố Anh, Anh Hòa may be a name of two words. */
  private static boolean mayPrecedeOneWord(String honorific) {
    String key = Spelling.fold(honorific);
    return key.startsWith("ông")
        || key.startsWith("bà")
        || key.startsWith("cụ")
        || !honorific.endsWith(" ");
  }

  private static @Nullable Sex sexOf(String honorific) {
    String key = Spelling.fold(honorific);
    if (key.equals("ông")
        || key.equals("ô")
        || key.equals("o")
        || key.equals("cụ ông")
        || key.equals("anh")
        || key.equals("chú")) {
      return Sex.MALE;
    }
    return Set.of("bà", "b", "cụ bà", "chị", "cô").contains(key) ? Sex.FEMALE : null;
  }

  /** Every word with a capital first letter, also after an apostrophe or a hyphen. */
  private static String cased(String name) {
    StringBuilder out = new StringBuilder(name.length());
    boolean start = true;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      out.append(start ? Letters.upper(c) : Letters.lower(c));
      start = !Character.isLetterOrDigit(c);
    }
    return out.toString();
  }

  private static boolean isName(String display) {
    if (display.length() < 2
        || "([{".indexOf(display.charAt(0)) >= 0
        || display.length() > LENGTH_MAX
        || CellText.hasDigit(display)) {
      return false;
    }
    long count = display.chars().filter(Character::isLetter).count();
    return count >= 2
        && !ONLY_HONORIFICS.matcher(Spelling.fold(display)).matches()
        && count * 2 > display.length()
        && !NO_NAMES.contains(Spelling.toneless(display));
  }

  private static String bare(String remark) {
    String text = remark.strip();
    String inner =
        text.startsWith("(") && text.endsWith(")") ? text.substring(1, text.length() - 1) : text;
    return EDGES.matcher(inner.replaceAll("^[,;/|*(\\[{\\-–— ]+", "")).replaceAll("");
  }

  /** Letters and digits in lower case: what a change of spaces, signs or capitals leaves equal. */
  private static String letters(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (Character.isLetterOrDigit(text.charAt(i))) {
        out.append(Letters.lower(text.charAt(i)));
      }
    }
    return out.toString();
  }
}
