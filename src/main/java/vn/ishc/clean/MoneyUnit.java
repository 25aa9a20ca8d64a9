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
          "(?<![a-z0-9.,])(?:(?<billion>1[.,]?000[.,]?000[.,]?000|ty|ti)|(?<million>1[.,]?000[.,]?000|trieu|tr)|(?<thousand>1[.,]?000|nghin|ngan|ng))\\.? ?"
              + CURRENCY
              + "(?![a-z])|(?<![a-z])(?<dong>dong|vnd|₫)(?![a-z])|^(?:(?<onlyBillion>ty|ti)|(?<onlyMillion>trieu|tr)|(?<onlyThousand>nghin|ngan))$|^d$");
  private static final Pattern STATED = Pattern.compile("(?:dvt|don vi tinh|don vi|d\\.v\\.t|dv tinh) ?[:;.\\-]? ?\\(?([^)\\n]*)|\\(([^)]*)\\)|\\[([^\\]]*)\\]");

  private final BigDecimal dong;

  MoneyUnit(long dong) {
    this.dong = BigDecimal.valueOf(dong);
  }

  /** The đồng in one of it. */
  public BigDecimal dong() {
    return dong;
  }

  /**
   * Finds the unit that a title line or a header states: after ĐVT or đơn vị tính, in parentheses, or as the whole text. A line that only
   * speaks of money ({@code hỗ trợ 5 triệu đồng cho CLB}) states none.
   */
  public static Optional<MoneyUnit> find(String text) {
    String loose = CellText.loose(text).strip();
    Matcher stated = STATED.matcher(loose);
    while (stated.find()) {
      Optional<MoneyUnit> unit = in(stated.group(1) != null ? stated.group(1) : stated.group(2) != null ? stated.group(2) : stated.group(3));
      if (unit.isPresent()) {
        return unit;
      }
    }
    Matcher whole = UNIT.matcher(loose);
    return whole.find() && whole.start() == 0 && whole.end() == loose.length() ? Optional.of(of(whole)) : Optional.empty();
  }

  private static Optional<MoneyUnit> in(String segment) {
    Matcher matcher = UNIT.matcher(segment.strip());
    return matcher.find() ? Optional.of(of(matcher)) : Optional.empty();
  }

  private static MoneyUnit of(Matcher matcher) {
    if (matcher.group("billion") != null || matcher.group("onlyBillion") != null) {
      return BILLION;
    }
    if (matcher.group("million") != null || matcher.group("onlyMillion") != null) {
      return MILLION;
    }
    return matcher.group("thousand") != null || matcher.group("onlyThousand") != null ? THOUSAND : DONG;
  }
}
