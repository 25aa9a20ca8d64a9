package vn.ishc.clean;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Vietnamese texts for property tests, and the ways they get damaged. */
final class VietnameseText {
  static final List<String> SURNAMES =
      List.of(
          "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ",
          "Ngô", "Dương", "Lý", "Vừ", "Lô", "Kha", "Cụt");
  static final List<String> MIDDLE =
      List.of("Thị", "Văn", "Hữu", "Đức", "Xuân", "Ngọc", "Minh", "Quốc", "Bá", "Thế", "Sỹ");
  static final List<String> GIVEN =
      List.of(
          "An", "Bình", "Hòa", "Thúy", "Thủy", "Quỳ", "Quý", "Mỹ", "Đạt", "Phượng", "Cúc", "Hạnh",
          "Hà", "Khuyên", "Yên", "Tý", "Hường", "Lợi", "Mão", "Nghĩa");

  private static final String INITIALS =
      "b c ch d đ g gh gi h kh l m n ng nh ph qu r s t th tr v x";
  private static final String RHYMES =
      "a an anh ai ao ay âm ân âu ăn e en êu iêm iên inh oa oan oe ong ôn ông ơi ơn ua uân uôi uy ươi ương ưu";

  private VietnameseText() {}

  /** Full names as written in Vietnam. */
  static Arbitrary<String> names() {
    return Combinators.combine(
            Arbitraries.of(SURNAMES), Arbitraries.of(MIDDLE), Arbitraries.of(GIVEN))
        .as((a, b, c) -> a + " " + b + " " + c);
  }

  /**
   * Any possible syllables, all in small letters, all in capitals or all with a capital first
   * letter, as people write.
   */
  static Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        names(), Arbitraries.integers().between(0, 2).flatMap(VietnameseText::syllables));
  }

  private static Arbitrary<String> syllables(int form) {
    return Combinators.combine(
            Arbitraries.of(INITIALS.split(" ")),
            Arbitraries.of(RHYMES.split(" ")),
            Arbitraries.integers().between(0, 5))
        .as((initial, rhyme, tone) -> syllable(initial, rhyme, tone, form))
        .list()
        .ofMinSize(1)
        .ofMaxSize(6)
        .map(words -> String.join(" ", words));
  }

  private static String syllable(String initial, String rhyme, int tone, int form) {
    char[] word = (initial + rhyme).toCharArray();
    int at = initial.length();
    word[at] = Letters.withTone(word[at], tone);
    Tones.canonical(word, 0, word.length);
    String text = new String(word);
    return switch (form) {
      case 0 -> text;
      case 1 -> text.toUpperCase(Locale.ROOT);
      default -> text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    };
  }

  /**
   * As a cell in a .VnTime font holds it; capitals with a tone lose it in this encoding, so texts
   * must not have them.
   */
  static String tcvn3(String text) {
    return encode(text, inverse("tcvn3.csv"));
  }

  static String vni(String text) {
    return encode(text, inverse("vni.csv"));
  }

  static String nfd(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD);
  }

  /** Letters precomposed up to the shape, the tone apart. */
  static String windows1258(String text) {
    StringBuilder out = new StringBuilder();
    for (char c : text.toCharArray()) {
      out.append(Letters.shape(c));
      if (Letters.tone(c) != Letters.LEVEL) {
        out.append("\u0000\u0300\u0309\u0303\u0301\u0323".charAt(Letters.tone(c)));
      }
    }
    return out.toString();
  }

  /** UTF-8 read as Latin-1. */
  static String mojibakeLatin1(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  /** UTF-8 read as windows-1252, the five free bytes kept as C1 controls. */
  static String mojibake(String text) {
    String table = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";
    StringBuilder out = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      int value = b & 0xFF;
      out.append(value >= 0x80 && value < 0xA0 ? table.charAt(value - 0x80) : (char) value);
    }
    return out.toString();
  }

  private static Map<Character, String> inverse(String table) {
    Map<Character, String> codes = new HashMap<>();
    for (String[] row : Tables.pairs(table)) {
      codes.put(row[1].charAt(0), Tables.characters(row[0]));
    }
    return codes;
  }

  private static String encode(String text, Map<Character, String> codes) {
    StringBuilder out = new StringBuilder();
    for (char c : text.toCharArray()) {
      String code = codes.get(c);
      if (code == null && c >= 0x80) {
        throw new IllegalArgumentException(c + " has no code");
      }
      out.append(code == null ? String.valueOf(c) : code);
    }
    return out.toString();
  }
}
