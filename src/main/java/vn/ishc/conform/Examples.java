package vn.ishc.conform;

import java.util.List;
import vn.ishc.clean.MoneyUnit;
import vn.ishc.feed.Column;

/** Examples that parse, for messages: Vietnamese first, then English. */
public final class Examples {
  private Examples() {}

  /** An example for a column whose amounts, if any, are in đồng: Vietnamese, then English. */
  public static List<String> of(Column column) {
    return of(column, MoneyUnit.DONG);
  }

  /**
   * An example for a column of a table.
   *
   * @param unit in which the table states its amounts
   */
  static List<String> of(Column column, MoneyUnit unit) {
    return switch (column.type()) {
      case BIRTH -> List.of("1950 hoặc 05/03/1950", "1950 or 05/03/1950");
      case DATE -> List.of("05/03/2025", "05/03/2025");
      case COUNT, MONTHS -> same("12");
      case MONEY -> same(money(unit));
      case DECIMAL, RATE, GLUCOSE -> same("1,5");
      case HEIGHT -> same("155");
      case PRESSURE -> same("120/80");
      case PERSON_NAME -> same("Nguyễn Văn An");
      case SEX -> List.of("Nam hoặc Nữ", "Nam or Nữ");
      case TICK -> same("x");
      case NATIONAL_ID -> same("040050001234");
      case INSURANCE_NO -> same("HN 2 40 4012345678");
      case PHONE -> same("0912345678");
      case COMMUNE -> same("Xã Nghi Lộc");
      case DISTRICT -> same("Huyện Nghi Lộc");
      case CLUB -> same("CLB xóm 6");
      case CODE, CODES, PROSE -> same(codeExample(column));
      case DECISION -> same("222/QĐ-UBND ngày 27/10/2021");
      case TEXT, NOTE, ADDRESS, IGNORED -> same("…");
    };
  }

  private static List<String> same(String example) {
    return List.of(example, example);
  }

  /** As it is typed into a table of this unit: twelve and a half million đồng, or as many tỷ. */
  private static String money(MoneyUnit unit) {
    return switch (unit) {
      case DONG -> "12500000";
      case THOUSAND -> "12500";
      case MILLION, BILLION -> "12,5";
    };
  }

  private static String codeExample(Column column) {
    return switch (column.list().orElse("")) {
      case "ethnicity" -> "Kinh, Thái, Mông";
      case "club-role" -> "Chủ nhiệm, Thành viên";
      case "club-status" -> "Hoạt động, Giải thể";
      case "economic-class" -> "Hộ nghèo, Hộ cận nghèo";
      case "leaving-reason" -> "Đã mất, Chuyển đi";
      default -> "…";
    };
  }
}
