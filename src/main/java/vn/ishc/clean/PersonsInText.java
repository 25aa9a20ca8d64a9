package vn.ishc.clean;

import java.util.regex.Pattern;

/**
 * Free text without the persons it names: a name after its honorific ({@code cụ Hoa}), a full name that begins with a surname, a
 * telephone, any number of nine digits and more that is not alone in its cell (a loan's number is). Anh with a capital is
 * the district Anh Sơn and no honorific. Errs towards hiding, so that a street that bears a person's name may be hidden too; a
 * name in small letters or without honorific and surname goes through, for nothing tells it from other words. Addresses on the web
 * are left alone.
 */
public final class PersonsInText {
  /** Stands for what was hidden. */
  public static final String MASK = "•••";

  private static final String CAPITALISED = "\\p{Lu}[\\p{L}\\p{M}]*";
  private static final Pattern HONOURED =
      Pattern.compile("(?<![\\p{L}\\p{M}])([Ôô]ng|[Bb]à|[Cc]ụ|anh|chị|cô|chú|bác|em|mệ)\\s+" + CAPITALISED + "(?:\\s+" + CAPITALISED + "){0,4}");
  /** With a capital: a small {@code và} joins two places, {@code Và} is a surname. */
  private static final String SURNAME =
      "(?<![\\p{L}\\p{M}])(?=\\p{Lu})(?iu:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Trịnh|Đào|Đậu|Cao|Lô|Lương|Vi|Kha"
          + "|Lữ|Vừ|Và|Mùa|Xồng|Nguyen|Tran|Pham|Hoang|Huynh|Dang|Bui|Ngo|Duong|Dinh|Trinh|Dao|Dau|Luong)";
  private static final Pattern FULL_NAME = Pattern.compile(SURNAME + "(?:\\s+" + CAPITALISED + "){2,4}");
  private static final Pattern NUMBER = Pattern.compile("(?<!\\d)(?:\\+?84|0)(?:[ .-]?\\d){9,11}(?!\\d)|\\p{Lu}{0,2}\\d{9,}");

  private static final Pattern HONOURED_ALONE = Pattern.compile("(?:[Ôô]ng|[Bb]à|[Cc]ụ|anh|chị|cô|chú|bác)\\s+" + CAPITALISED + "(?:\\s+" + CAPITALISED + "){0,4}");
  private static final Pattern SURE_NAME = Pattern.compile(SURNAME + "\\s+(?iu:Văn|Thị)(?:\\s+" + CAPITALISED + "){1,3}");

  private PersonsInText() {}

  /** Free text, persons hidden. */
  public static String masked(String text) {
    if (text.indexOf(' ') < 0 || text.contains("://")) {
      return text;
    }
    String numbers = NUMBER.matcher(text).replaceAll(MASK);
    String names = FULL_NAME.matcher(numbers).replaceAll(MASK);
    return HONOURED.matcher(names).replaceAll("$1 " + MASK);
  }

  /**
   * The name of a club, a place, a decision. Many bear the names of persons ({@code khối Lê Hồng Phong}), so only what cannot be one is
   * hidden: the whole where it holds a telephone or a card, or is nothing but a person; a full name with {@code Văn} or {@code Thị}.
   */
  public static String maskedInName(String text) {
    if (NUMBER.matcher(text).find() || HONOURED_ALONE.matcher(text).matches()) {
      return MASK;
    }
    return SURE_NAME.matcher(text).replaceAll(MASK);
  }
}
