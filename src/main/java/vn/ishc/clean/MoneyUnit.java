package vn.ishc.clean;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The unit in which a table states its amounts, as its title or header says: ĐVT: triệu đồng. */
public enum MoneyUnit {
  DONG(1),
  THOUSAND(1_000),
  MILLION(1_000_000),
  BILLION(1_000_000_000);

  private static final String CURRENCY = "(?:dong|d|vnd|dvn|vn dong|₫)";
  private static final Pattern UNIT =
      Pattern.compile(
          "(?:(?<billion>1[.,]?000[.,]?000[.,]?000|ty|ti)|(?<million>1[.,]?000[.,]?000|trieu|tr)|"
              + "(?<thousand>1[.,]?000|nghin|ngan|ng))\\.? ?"
              + CURRENCY
              + "(?![a-z])|(?<onlyBillion>ty|ti)(?![a-z ])|(?<onlyMillion>trieu|tr)(?![a-z ])|"
              + "(?<onlyThousand>nghin|ngan)(?![a-z ])|"
              + CURRENCY
              + "(?: viet nam)?$");

  /**
   * What is stated: after ĐVT other words may follow the unit, after đơn vị (also: of whom) and in
   * parentheses only further units.
   */
  private static final Pattern STATED =
      Pattern.compile(
          "(?:dvt|don vi tinh|d\\.v\\.t|dv tinh) ?[:;.\\-]? ?\\(?([^)]*)|don vi ?: ?([^)]*)|\\((?! ?(?:dvt|"
              + "don vi|d\\.v|dv tinh))([^)]*)\\)|\\[([^\\]]*)\\]");

  private final BigDecimal dong;

  MoneyUnit(long dong) {
    this.dong = BigDecimal.valueOf(dong);
  }

  /** The đồng in one of it. */
  public BigDecimal dong() {
    return dong;
  }

  /**
   * Finds the unit that a title line or a header states: after ĐVT or đơn vị tính, in parentheses,
   * or as the whole text. A line that only speaks of money ({@code hỗ trợ 5 triệu đồng cho CLB})
   * states none.
   */
  public static Optional<MoneyUnit> find(String text) {
    String loose = CellText.loose(text).strip();
    Matcher stated = STATED.matcher(loose);
    while (stated.find()) {
      Optional<MoneyUnit> unit =
          stated.group(1) != null ? leading(stated.group(1)) : whole(segment(stated));
      if (unit.isPresent()) {
        return unit;
      }
    }
    return whole(loose);
  }

  private static String segment(Matcher stated) {
    String owner = stated.group(2);
    String round = stated.group(3);
    return owner != null ? owner : round != null ? round : stated.group(4);
  }

  private static Optional<MoneyUnit> leading(String segment) {
    Matcher matcher = UNIT.matcher(segment.strip());
    return matcher.lookingAt() ? Optional.of(of(matcher)) : pieces(segment);
  }

  private static Optional<MoneyUnit> whole(String segment) {
    Matcher matcher = UNIT.matcher(segment.strip());
    return matcher.matches() ? Optional.of(of(matcher)) : pieces(segment);
  }

  /** {@code người, triệu đồng}. */
  private static Optional<MoneyUnit> pieces(String segment) {
    for (String piece : segment.split("[,;/]")) {
      Matcher matcher = UNIT.matcher(piece.strip());
      if (matcher.matches()) {
        return Optional.of(of(matcher));
      }
    }
    return Optional.empty();
  }

  private static MoneyUnit of(Matcher matcher) {
    if (matcher.group("billion") != null || matcher.group("onlyBillion") != null) {
      return BILLION;
    }
    if (matcher.group("million") != null || matcher.group("onlyMillion") != null) {
      return MILLION;
    }
    return matcher.group("thousand") != null || matcher.group("onlyThousand") != null
        ? THOUSAND
        : DONG;
  }
}
