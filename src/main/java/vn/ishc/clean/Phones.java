package vn.ishc.clean;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ishc.clean.Reading.Note;
import vn.ishc.row.Cell;
import vn.ishc.row.FindingCode;

/**
 * Reads phone numbers into national digits: 10 for mobiles, 11 for landlines (0238 + 7). Mobiles of
 * 11 digits from before 2018 get their new prefix. The old landline prefix 038 of Nghệ An is today
 * a mobile prefix: such a number is taken as it stands.
 */
public final class Phones {
  private static final Map<String, String> NEW_PREFIXES = new HashMap<>();

  static {
    for (String[] row : Tables.pairs("phone_prefixes.csv")) {
      NEW_PREFIXES.put(row[0], row[1]);
    }
  }

  private static final int MOBILE = 10;
  private static final int LANDLINE = 11;

  private Phones() {}

  /** Reads one number, or the first of several; blank for a dash or không. */
  public static Reading<String> read(Cell cell) {
    return switch (cell) {
      case Cell.Blank blank -> Reading.blank();
      case Cell.Failure failure -> CellText.failed(failure);
      case Cell.Bool bool -> unreadable(CellText.of(bool));
      case Cell.Numeric number -> readText(CellText.plain(number.value()));
      case Cell.Text text -> readText(text.text().strip());
    };
  }

  private static Reading<String> unreadable(String found) {
    return Reading.unreadable(FindingCode.PHONE_UNREADABLE, found);
  }

  private static Reading<String> readText(String text) {
    if (text.length() == MOBILE && CellText.isDigits(text) && text.equals(national(text))) {
      return Reading.of(text);
    }
    if (CellText.isFiller(text) || CellText.saysNothing(text)) {
      return Reading.blank();
    }
    List<String> phones = new ArrayList<>();
    boolean tidied = false;
    for (String written : numbers(text)) {
      String phone = national(written);
      if (phone != null && !phones.contains(phone)) {
        phones.add(phone);
        tidied |= !phone.equals(written);
      }
    }
    if (phones.isEmpty()) {
      return unreadable(text);
    }
    boolean told = tidied || phones.size() > 1;
    return told
        ? new Reading<>(phones.getFirst(), List.of(new Note(FindingCode.PHONE_TIDIED, phones)))
        : Reading.of(phones.getFirst());
  }

  private static List<String> numbers(String text) {
    List<String> numbers = new ArrayList<>();
    for (String part : text.split("[/;,|]| - |hoặc|và")) {
      String digits = CellText.digits(CellText.asDigits(part));
      if (digits.length() < 2 * MOBILE - 2) {
        numbers.add(digits);
      } else if (digits.length() == 2 * MOBILE
          && digits.charAt(0) == '0'
          && digits.charAt(MOBILE) == '0') {
        numbers.add(digits.substring(0, MOBILE));
        numbers.add(digits.substring(MOBILE));
      } else {
        for (String piece : part.split("[ -]+")) {
          numbers.add(CellText.digits(piece));
        }
      }
    }
    return numbers;
  }

  /** The national form; null when it is no phone number. */
  private static @Nullable String national(String digits) {
    String number = withZero(digits);
    if (number.length() == LANDLINE && number.charAt(1) == '1') {
      String prefix = NEW_PREFIXES.get(number.substring(0, 4));
      return prefix == null ? null : prefix + number.substring(4);
    }
    boolean mobile = number.length() == MOBILE && "35789".indexOf(number.charAt(1)) >= 0;
    boolean landline = number.length() == LANDLINE && number.charAt(1) == '2';
    return (mobile || landline) && number.charAt(0) == '0' ? number : null;
  }

  /** Without the country code (84, 0084, 84 0), with the zero that numbers in a cell lose. */
  private static String withZero(String digits) {
    String number = digits.startsWith("0084") ? digits.substring(2) : digits;
    if (number.startsWith("84") && number.length() >= 11) {
      number = number.substring(2);
    }
    return number.startsWith("0") ? number : "0" + number;
  }
}
