package vn.ishc.clean;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ishc.clean.Reading.Note;
import vn.ishc.row.Cell;
import vn.ishc.row.FindingCode;

/**
 * Reads health insurance numbers: 15 characters {@code XX Y ZZ NNNNNNNNNN} (QĐ 1351/QĐ-BHXH) in any
 * spacing and case, or the 10 digits of the cards since 1/4/2021; several cards in a cell give the
 * first.
 */
public final class InsuranceNumbers {
  private static final int DIGITS = 10;
  private static final int FULL = 15;
  private static final Map<String, String> OBJECTS = new HashMap<>();

  static {
    for (String[] row : Tables.pairs("bhyt_codes.csv")) {
      OBJECTS.put(row[0], row[1]);
    }
  }

  private InsuranceNumbers() {}

  /** The Vietnamese name of an object code, HN for Hộ nghèo; empty when unknown. */
  public static Optional<String> objectName(String objectCode) {
    return Optional.ofNullable(OBJECTS.get(objectCode));
  }

  /** Reads one number; blank for a dash or không. */
  public static Reading<InsuranceNumber> read(Cell cell) {
    return switch (cell) {
      case Cell.Blank blank -> Reading.blank();
      case Cell.Failure failure -> CellText.failed(failure);
      case Cell.Bool bool -> unreadable(CellText.of(bool));
      case Cell.Numeric number -> readText(CellText.plain(number.value()));
      case Cell.Text text -> readText(text.text().strip());
    };
  }

  private static Reading<InsuranceNumber> unreadable(String found) {
    return Reading.unreadable(FindingCode.INSURANCE_UNREADABLE, found);
  }

  private static Reading<InsuranceNumber> readText(String text) {
    if (CellText.isFiller(text) || CellText.saysNothing(text)) {
      return Reading.blank();
    }
    List<InsuranceNumber> cards = new ArrayList<>();
    boolean tidied = false;
    for (String part : text.split("[;,/|]")) {
      String bare = bare(part);
      InsuranceNumber card = card(bare);
      if (card != null && !cards.contains(card)) {
        cards.add(card);
        tidied |= !card.full().equals(bare);
      }
    }
    if (cards.isEmpty()) {
      return unreadable(text);
    }
    InsuranceNumber first = cards.getFirst();
    return tidied || cards.size() > 1
        ? Reading.of(first, Note.of(FindingCode.INSURANCE_TIDIED, first.full()))
        : Reading.of(first);
  }

  /** Letters and digits in capitals, without what stands between them. */
  private static String bare(String part) {
    StringBuilder out = new StringBuilder(part.length());
    for (char c : part.toUpperCase(Locale.ROOT).toCharArray()) {
      if (Letters.isAscii(c) || CellText.isDigit(c)) {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static @Nullable InsuranceNumber card(String bare) {
    if (bare.length() == DIGITS || bare.length() == DIGITS - 1) {
      return withoutPrefix(bare);
    }
    if (bare.length() != FULL) {
      return null;
    }
    String prefix = bare.substring(0, 2) + CellText.asDigits(bare.substring(2, 5));
    String digits = CellText.asDigits(bare.substring(5));
    return isPrefix(prefix) && CellText.isDigits(digits)
        ? new InsuranceNumber(digits, prefix)
        : null;
  }

  /** Nine digits are ten that lost the zero of a province code below 10. */
  private static @Nullable InsuranceNumber withoutPrefix(String bare) {
    String digits = CellText.asDigits(bare);
    if (!CellText.isDigits(digits)) {
      return null;
    }
    return new InsuranceNumber(digits.length() == DIGITS ? digits : "0" + digits, null);
  }

  private static boolean isPrefix(String prefix) {
    char level = prefix.charAt(2);
    return Letters.isAscii(prefix.charAt(0))
        && Letters.isAscii(prefix.charAt(1))
        && level >= '1'
        && level <= '5'
        && CellText.isDigits(prefix.substring(3));
  }
}
