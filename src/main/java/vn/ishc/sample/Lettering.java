package vn.ishc.sample;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The ways in which Vietnamese text is stored in the wild. */
enum Lettering {
  /** As it should be: precomposed Unicode, tone on the first vowel of òa, úy. */
  UNICODE("Times New Roman"),
  /** TCVN3 code points, readable only in a font of the .Vn family. */
  TCVN3(".VnTime"),
  /** VNI two-letter sequences, readable only in a VNI font. */
  VNI("VNI-Times"),
  /** Decomposed Unicode. */
  NFD("Times New Roman"),
  /** The tone on the second vowel: hoà, thuý. */
  NEW_TONE("Times New Roman"),
  /** Names in capitals. */
  CAPITALS("Times New Roman"),
  /** UTF-8 that was read as windows-1252 somewhere on its way. */
  MOJIBAKE("Times New Roman"),
  /** The Icelandic Eth in the place of Đ. */
  ETH("Times New Roman");

  private static final String TCVN3_CODES =
      "\u00a1\u00a2\u00a3\u00a4\u00a5\u00a6\u00a7\u00a8\u00a9\u00aa\u00ab\u00ac\u00ad\u00ae\u00b5\u00b6\u00b7\u00b8\u00b9\u00bb\u00bc\u00bd"
          + "\u00be\u00c6\u00c7\u00c8\u00c9\u00ca\u00cb\u00cc\u00ce\u00cf\u00d0\u00d1\u00d2\u00d3\u00d4\u00d5\u00d6\u00d7\u00d8\u00dc\u00dd"
          + "\u00de\u00df\u00e1\u00e2\u00e3\u00e4\u00e5\u00e6\u00e7\u00e8\u00e9\u00ea\u00eb\u00ec\u00ed\u00ee\u00ef\u00f1\u00f2\u00f3\u00f4"
          + "\u00f5\u00f6\u00f7\u00f8\u00f9\u00fa\u00fb\u00fc\u00fd\u00fe";
  private static final String TCVN3_LETTERS =
      "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ";
  private static final String VNI_PAIRS =
      "ẦAÀ|ẤAÁ|ÂAÂ|ẪAÃ|ẬAÄ|ẨAÅ|ẰAÈ|ẮAÉ|ĂAÊ|ẶAË|ẠAÏ|ÃAÕ|ÀAØ|ÁAÙ|ẲAÚ|ẢAÛ|ẴAÜ|ỀEÀ|ẾEÁ|ÊEÂ|ỄEÃ|ỆEÄ|ỂEÅ|ẸEÏ|ẼEÕ|ÈEØ|ÉEÙ|ẺEÛ|ỒOÀ|ỐOÁ|ÔOÂ|ỖOÃ|ỘOÄ"
          + "|ỔOÅ|ỌOÏ|ÕOÕ|ÒOØ|ÓOÙ|ỎOÛ|ỤUÏ|ŨUÕ|ÙUØ|ÚUÙ|ỦUÛ|ỸYÕ|ỲYØ|ÝYÙ|ỶYÛ|ầaà|ấaá|âaâ|ẫaã|ậaä|ẩaå|ằaè|ắaé|ăaê|ặaë|ạaï|ãaõ|àaø|áaù|ẳaú"
          + "|ảaû|ẵaü|ềeà|ếeá|êeâ|ễeã|ệeä|ểeå|ẹeï|ẽeõ|èeø|éeù|ẻeû|ồoà|ốoá|ôoâ|ỗoã|ộoä|ổoå|ọoï|õoõ|òoø|óoù|ỏoû|ụuï|ũuõ|ùuø|úuù|ủuû|ỹyõ"
          + "|ỳyø|ýyù|ỷyû|ỢÔÏ|ỠÔÕ|ỜÔØ|ỚÔÙ|ỞÔÛ|ỰÖÏ|ỮÖÕ|ỪÖØ|ỨÖÙ|ỬÖÛ|ợôï|ỡôõ|ờôø|ớôù|ởôû|ựöï|ữöõ|ừöø|ứöù|ửöû|ỈÆ|ÌÌ|ÍÍ|ỴÎ|ĐÑ|ỊÒ|ĨÓ|ƠÔ|ƯÖ"
          + "|ỉæ|ìì|íí|ỵî|đñ|ịò|ĩó|ơô|ưö";
  private static final String[] OLD_TONE = {
    "òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"
  };
  private static final String[] PLACED_ANEW = {
    "oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"
  };
  private static final Map<Character, String> TO_TCVN3 = tcvn3();
  private static final Map<Character, String> TO_VNI = vni();

  private final String font;

  Lettering(String font) {
    this.font = font;
  }

  /** The font that shows it. */
  String font() {
    return font;
  }

  /** The text as such a file stores it. */
  String write(String text) {
    return switch (this) {
      case UNICODE -> text;
      case TCVN3 -> mapped(text, TO_TCVN3);
      case VNI -> mapped(text, TO_VNI);
      case NFD -> Normalizer.normalize(text, Normalizer.Form.NFD);
      case NEW_TONE -> newTone(text);
      case CAPITALS -> text.toUpperCase(Locale.ROOT);
      case MOJIBAKE -> readAsWindows1252(text);
      case ETH -> text.replace('Đ', 'Ð');
    };
  }

  /**
   * windows-1258 has no letters with two marks: the tone follows its vowel as a character of its
   * own.
   */
  static byte[] windows1258(String text) {
    StringBuilder separated = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      String marks = Normalizer.normalize(text.substring(i, i + 1), Normalizer.Form.NFD);
      String tone = marks.replaceAll("[^\u0300\u0301\u0303\u0309\u0323]", "");
      separated
          .append(
              Normalizer.normalize(
                  marks.replaceAll("[\u0300\u0301\u0303\u0309\u0323]", ""), Normalizer.Form.NFC))
          .append(tone);
    }
    return separated.toString().getBytes(Charset.forName("windows-1258"));
  }

  private static String mapped(String text, Map<Character, String> table) {
    StringBuilder written = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      written.append(table.getOrDefault(text.charAt(i), text.substring(i, i + 1)));
    }
    return written.toString();
  }

  private static Map<Character, String> tcvn3() {
    Map<Character, String> map = new HashMap<>();
    for (int i = 0; i < TCVN3_CODES.length(); i++) {
      char letter = TCVN3_LETTERS.charAt(i);
      String code = TCVN3_CODES.substring(i, i + 1);
      map.put(letter, code);
      map.putIfAbsent(Character.toUpperCase(letter), code);
    }
    // the seven capitals that have a code of their own
    for (int i = 0; i < 7; i++) {
      map.put(TCVN3_LETTERS.charAt(i), TCVN3_CODES.substring(i, i + 1));
    }
    return map;
  }

  private static Map<Character, String> vni() {
    Map<Character, String> map = new HashMap<>();
    for (String pair : VNI_PAIRS.split("\\|", -1)) {
      map.put(pair.charAt(0), pair.substring(1));
    }
    return map;
  }

  private static String newTone(String text) {
    String written = text;
    for (int i = 0; i < OLD_TONE.length; i++) {
      written = written.replaceAll("(?<![qQ])" + OLD_TONE[i] + "(?!\\p{L})", PLACED_ANEW[i]);
    }
    return written;
  }

  private static String readAsWindows1252(String text) {
    Charset windows = Charset.forName("windows-1252");
    StringBuilder read = new StringBuilder();
    for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
      String letter = new String(new byte[] {one}, windows);
      read.append(letter.equals("\ufffd") ? Character.toString(one & 0xff) : letter);
    }
    return read.toString();
  }
}
