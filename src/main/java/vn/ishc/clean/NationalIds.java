package vn.ishc.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.ishc.clean.Reading.Note;
import vn.ishc.row.Cell;
import vn.ishc.row.FindingCode;

/**
 * Reads identity numbers: 12 digits (CCCD, since 2016: province, century and sex, year, six random)
 * or 9 (CMND), apart by spaces or dots, two in a cell, or the whole string of the card's QR code.
 * There is no check digit; the structure is all that can be held against a number.
 */
public final class NationalIds {
  /** Birth-registration provinces by TT 07/2016/TT-BCA; 101 and up are countries. */
  private static final Set<String> PROVINCES =
      Set.of(
          ("001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 "
                  + "037 038 040 042 044 045 046 048 "
                  + "049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 "
                  + "086 087 089 091 092 093 094 095 096")
              .split(" "));

  /**
   * Provinces whose code loses two zeros; not 004, for 4012345678 is rather a social insurance
   * number of Nghệ An.
   */
  private static final Set<String> SMALL_PROVINCES = Set.of("001", "002", "006", "008");

  private static final int CCCD_DIGITS = 12;
  private static final int CMND_DIGITS = 9;
  private static final double EXACT_MAX = 1e12;

  private NationalIds() {}

  /**
   * Reads one or two numbers; blank for a dash or không; a number with lost digits (4,0048E+10) or
   * a passport is unreadable.
   */
  public static Reading<NationalId> read(Cell cell) {
    return switch (cell) {
      case Cell.Blank blank -> Reading.blank();
      case Cell.Failure failure -> CellText.failed(failure);
      case Cell.Bool bool -> unreadable(CellText.of(bool));
      case Cell.Numeric number -> readNumber(number.value());
      case Cell.Text text -> readText(text.text().strip());
    };
  }

  private static Reading<NationalId> unreadable(String found) {
    return Reading.unreadable(FindingCode.ID_UNREADABLE, found);
  }

  private static Reading<NationalId> readNumber(double value) {
    if (value != Math.rint(value) || value < 1 || value >= EXACT_MAX) {
      return unreadable(CellText.plain(value));
    }
    String digits = Long.toString((long) value);
    return found(List.of(digits), digits);
  }

  private static Reading<NationalId> readText(String text) {
    if (isPlain(text)) {
      return found(List.of(text), text);
    }
    if (CellText.isFiller(text) || CellText.saysNothing(text)) {
      return Reading.blank();
    }
    return found(numbers(text), text);
  }

  private static boolean isPlain(String text) {
    return (text.length() == CCCD_DIGITS || text.length() == CMND_DIGITS)
        && CellText.isDigits(text);
  }

  /** The numbers written in a cell, without the signs within each. */
  private static List<String> numbers(String text) {
    if (text.indexOf('|') != text.lastIndexOf('|')) {
      String[] fields = text.split("\\|", 3);
      return fields[1].isBlank()
          ? List.of(CellText.digits(fields[0]))
          : List.of(CellText.digits(fields[0]), CellText.digits(fields[1]));
    }
    List<String> numbers = new ArrayList<>();
    for (String part : text.split("[/;,|()&+:]|và")) {
      addNumbers(part.strip(), numbers);
    }
    return numbers;
  }

  private static void addNumbers(String part, List<String> numbers) {
    String bare = CellText.asDigits(withoutLabel(part));
    String joined = CellText.digits(bare);
    boolean clean = isDigitsAndSigns(bare);
    if (clean && joined.length() > CCCD_DIGITS) {
      for (String piece : bare.split("[ -]+")) {
        addNumber(CellText.digits(piece), numbers);
      }
    } else if (clean) {
      addNumber(joined, numbers);
    } else {
      addLeading(bare, numbers);
    }
  }

  /** Digits followed by words: {@code 040048001234 cấp 2021}. */
  private static void addLeading(String text, List<String> numbers) {
    int end = 0;
    while (end < text.length()
        && (CellText.isDigit(text.charAt(end))
            || text.charAt(end) == '.'
            || text.charAt(end) == ' ')) {
      end++;
    }
    boolean separate = end > 0 && end < text.length() && text.charAt(end - 1) == ' ';
    String digits = separate ? CellText.digits(text.substring(0, end)) : "";
    if (digits.length() == CCCD_DIGITS || digits.length() == CMND_DIGITS) {
      numbers.add(digits);
    }
  }

  private static void addNumber(String digits, List<String> numbers) {
    if (digits.length() > 4) {
      numbers.add(digits);
    }
  }

  /**
   * Drops a label before the number: CCCD, Số CMND; a single letter stays, for it makes a passport.
   */
  private static String withoutLabel(String part) {
    int letters = 0;
    int i = 0;
    while (i < part.length() && !CellText.isDigit(part.charAt(i))) {
      letters += Character.isLetter(part.charAt(i)) ? 1 : 0;
      i++;
    }
    boolean passport = letters == 1 && "oO".indexOf(part.charAt(i - 1)) < 0;
    boolean zero = letters == 1 && !passport;
    return passport || zero ? part : part.substring(i);
  }

  private static boolean isDigitsAndSigns(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!CellText.isDigit(text.charAt(i)) && " .-'`’_".indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private static Reading<NationalId> found(List<String> numbers, String text) {
    String cccd = null;
    String cmnd = null;
    List<Note> notes = new ArrayList<>();
    for (String number : numbers) {
      String full = restored(number);
      boolean known = full != null && (full.equals(cccd) || full.equals(cmnd));
      if (full == null || known) {
        continue;
      }
      boolean isCccd = full.length() == CCCD_DIGITS;
      note(notes, number, full, cccd != null || cmnd != null);
      cccd = isCccd && cccd == null ? full : cccd;
      cmnd = !isCccd && cmnd == null ? full : cmnd;
    }
    return cccd == null && cmnd == null
        ? unreadable(text)
        : new Reading<>(new NationalId(cccd, cmnd), notes);
  }

  private static void note(List<Note> notes, String number, String full, boolean second) {
    if (full.length() > number.length()) {
      notes.add(Note.of(FindingCode.ID_ZERO_RESTORED, full));
    }
    if (second) {
      notes.add(Note.of(FindingCode.ID_SECOND, full));
    }
  }

  /** The number with its lost zeros; null when it can be neither card. */
  private static @Nullable String restored(String digits) {
    return switch (digits.length()) {
      case CMND_DIGITS -> isRepeated(digits) ? null : digits;
      case CCCD_DIGITS -> hasStructure(digits) ? digits : null;
      case CCCD_DIGITS - 1 -> hasStructure("0" + digits) ? "0" + digits : null;
      case CCCD_DIGITS - 2 ->
          SMALL_PROVINCES.contains("00" + digits.charAt(0)) && hasStructure("00" + digits)
              ? "00" + digits
              : null;
      default -> null;
    };
  }

  private static boolean isRepeated(String digits) {
    return digits.chars().allMatch(c -> c == digits.charAt(0));
  }

  /** True for a known place of registration and a century from 1900 to 2099. */
  static boolean hasStructure(String digits) {
    String place = digits.substring(0, 3);
    boolean known =
        PROVINCES.contains(place) || (place.compareTo("101") >= 0 && place.compareTo("299") <= 0);
    return known && digits.charAt(3) <= '3';
  }
}
