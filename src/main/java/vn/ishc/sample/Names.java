package vn.ishc.sample;

import java.util.Locale;

/**
 * Names as they are given in the province, in rough order of frequency. Made up: no combination is
 * anybody.
 */
final class Names {
  /** The peoples of the province, as a roster writes them. */
  enum People {
    KINH("Kinh"),
    THAI("Thái"),
    THO("Thổ"),
    KHO_MU("Khơ-mú"),
    MONG("Mông"),
    O_DU("Ơ Đu");

    private final String written;

    People(String written) {
      this.written = written;
    }

    /** The Vietnamese name. */
    String written() {
      return written;
    }
  }

  private static final String[] KINH = {
    "Nguyễn", "Trần", "Lê", "Phan", "Hoàng", "Phạm", "Hồ", "Võ", "Đặng", "Bùi", "Cao", "Thái",
    "Đinh", "Nguyễn", "Đậu", "Dương", "Ngô", "Chu", "Trịnh", "Hà", "Đào", "Vương", "Lưu", "Tô",
    "Tạ", "Ngũ", "Cù", "Biện", "Đoàn", "Mai", "Lương", "Vũ"
  };
  private static final String[] THAI = {
    "Lô", "Vi", "Lương", "Kha", "Hà", "Lang", "Ngân", "Quang", "Lữ", "Lộc", "Vang", "Sầm"
  };
  private static final String[] THO = {"Trương", "Lê", "Nguyễn", "Cao", "Bùi", "Hoàng", "Phạm"};
  private static final String[] KHO_MU = {
    "Moong", "Cụt", "Xeo", "Lữ", "Hủn", "Chích", "Pịt", "Lương"
  };
  private static final String[] MONG = {
    "Và", "Vừ", "Lầu", "Hờ", "Già", "Xồng", "Lỳ", "Thò", "Mùa", "Cự", "Dềnh", "Xử"
  };
  private static final String[] O_DU = {"Lo", "Lò", "Vi"};
  private static final String[] MIDDLE_MEN = {
    "Văn", "Đình", "Xuân", "Đức", "Hữu", "Ngọc", "Bá", "Công", "Viết", "Khắc", "Sỹ", "Trọng",
    "Thanh", "Quốc", "Cảnh", "Duy", "Doãn", "Minh"
  };
  private static final String[] GIVEN_MEN = {
    "Hùng", "Sơn", "Hải", "Dũng", "Bình", "Minh", "Thắng", "Tuấn", "Long", "Hoàn", "Đức", "Hòa",
        "Thành", "Lâm", "Tân", "Toàn", "Lực", "Phúc",
    "Vinh", "Quang", "Hợi", "Tý", "Mão", "Thìn", "Cần", "Luận", "Ninh", "Châu", "Đạt", "Hậu",
        "Kiên", "Nam", "Thọ", "Danh", "Chung", "Hiếu"
  };
  private static final String[] GIVEN_WOMEN = {
    "Hoa", "Lan", "Hương", "Hà", "Thủy", "Hồng", "Nga", "Bình", "Xuân", "Loan", "Vân", "Liên",
        "Thu", "Tâm", "Hòa", "Nhung", "Huệ", "Cúc",
    "Thắm", "Tuyết", "Phương", "Lý", "Quế", "Đào", "Mận", "Sen", "Nguyệt", "Oanh", "Ngân", "Thìn",
        "Tám", "Minh", "Thúy", "Hiền", "Duyên", "Mỹ"
  };
  private static final String[] SECOND_WOMEN = {
    "Thanh", "Thu", "Minh", "Kim", "Hồng", "Mai", "Xuân", "Ngọc", "Bích"
  };
  private static final String[] MONG_MEN = {
    "Bá Xồng",
    "Giống Xì",
    "Nhìa Pó",
    "Xái Lỳ",
    "Tông Chư",
    "Chống Pó",
    "Bá Lầu",
    "Vả Chống",
    "Nỏ Tu"
  };
  private static final String[] MONG_WOMEN = {
    "Dở", "Mái", "Xì", "Pà", "Chò", "Súa", "Bi", "Dia", "Ca", "Nhìa", "Mỵ", "Xua"
  };
  private static final String[] VILLAGES = {
    "Khe Ló",
    "Na Ca",
    "Huồi Lội",
    "Kẻ Nậm",
    "Pha Lài",
    "Bãi Sở",
    "Tân Hương",
    "Bủng Xát",
    "Khe Choăng",
    "Nưa",
    "Thái Hòa",
    "Nà Đười",
    "Kẻ Tắt",
    "Cằng",
    "Yên Thành",
    "Na Kho",
    "Huồi Viêng",
    "Xiềng Líp",
    "Đồn Boọng",
    "Khe Mọi"
  };
  private static final String[] HAMLETS = {
    "Đông Sơn",
    "Bắc Sơn",
    "Tân Tiến",
    "Hồng Lam",
    "Phú Thọ",
    "Quyết Tiến",
    "Trung Long",
    "Yên Phú",
    "Liên Minh",
    "Đức Thịnh",
    "Kim Sơn",
    "Hợp Thành",
    "Tân Lập",
    "Văn Đồng",
    "Minh Khai",
    "Xuân Hòa",
    "Thanh Đồng",
    "Bình Minh",
    "Hòa Bình",
    "Sen Hồ"
  };

  private Names() {}

  /** A full name. */
  static String person(Chance chance, People people, boolean woman) {
    return switch (people) {
      case KINH -> kinhLike(chance, KINH, woman);
      case THAI -> kinhLike(chance, THAI, woman);
      case THO -> kinhLike(chance, THO, woman);
      case KHO_MU -> kinhLike(chance, KHO_MU, woman);
      case O_DU -> kinhLike(chance, O_DU, woman);
      case MONG ->
          chance.usual(MONG)
              + " "
              + (woman ? "Y " + chance.usual(MONG_WOMEN) : chance.any(MONG_MEN));
    };
  }

  /** The people of a person who lives in a plan district. */
  static People people(Chance chance, String districtCode) {
    int draw = chance.between(1, 100);
    return switch (districtCode) {
      case "417" ->
          draw <= 38
              ? People.MONG
              : draw <= 68 ? People.THAI : draw <= 95 ? People.KHO_MU : People.KINH;
      case "418" ->
          draw <= 70
              ? People.THAI
              : draw <= 82
                  ? People.KHO_MU
                  : draw <= 88 ? People.MONG : draw <= 90 ? People.O_DU : People.KINH;
      case "415" ->
          draw <= 84
              ? People.THAI
              : draw <= 89 ? People.MONG : draw <= 93 ? People.KHO_MU : People.KINH;
      case "416", "422" -> draw <= 74 ? People.THAI : draw <= 76 ? People.THO : People.KINH;
      case "420" -> draw <= 44 ? People.THAI : draw <= 52 ? People.THO : People.KINH;
      case "423", "419" -> draw <= 14 ? People.THAI : draw <= 28 ? People.THO : People.KINH;
      case "424", "428" -> draw <= 7 ? People.THAI : People.KINH;
      default -> People.KINH;
    };
  }

  /**
   * A hamlet as its club is named after it: {@code xóm 6}, {@code bản Khe Ló}, {@code khối Tân
   * Tiến}.
   */
  static String hamlet(Chance chance, Places.Site site) {
    boolean town = !site.in460().fullName().startsWith("Xã");
    boolean mountain = "415 416 417 418 422".contains(site.district().code());
    if (town) {
      return "khối " + numberOrName(chance);
    }
    if (mountain) {
      return "bản " + chance.any(VILLAGES);
    }
    return chance.any("xóm ", "xóm ", "thôn ") + numberOrName(chance);
  }

  /** With capitals only at the start, {@code Xóm 6}. */
  static String capitalised(String hamlet) {
    return hamlet.substring(0, 1).toUpperCase(Locale.ROOT) + hamlet.substring(1);
  }

  private static String numberOrName(Chance chance) {
    return chance.percent(50) ? Integer.toString(chance.between(1, 15)) : chance.any(HAMLETS);
  }

  private static String kinhLike(Chance chance, String[] surnames, boolean woman) {
    String surname = chance.usual(surnames);
    if (!woman) {
      String middle = chance.usual(MIDDLE_MEN);
      String given = chance.usual(GIVEN_MEN);
      return surname + " " + middle + " " + (given.equals(middle) ? "Tài" : given);
    }
    String second = chance.percent(22) ? chance.any(SECOND_WOMEN) + " " : "";
    String given = chance.usual(GIVEN_WOMEN);
    return surname + " Thị " + second + (second.trim().equals(given) ? "Tình" : given);
  }
}
