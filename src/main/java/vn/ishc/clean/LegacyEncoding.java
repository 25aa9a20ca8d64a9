package vn.ishc.clean;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The encodings from before Unicode, as their bytes appear today: as signs of Latin-1. */
enum LegacyEncoding {
  /**
   * TCVN 5712 (ABC), the encoding of the {@code .Vn} fonts: one sign a letter, no toned capitals.
   */
  TCVN3 {
    @Override
    @Nullable String decode(String text) {
      return decodeSingle(text, TCVN3_LETTERS);
    }
  },
  /** VNI-Windows: a letter and, for most, a sign for its marks. */
  VNI {
    @Override
    @Nullable String decode(String text) {
      return decodeVni(text);
    }
  },
  /**
   * Windows-1258 read as windows-1252: letters precomposed up to the shape, the tone as a sign
   * after the letter.
   */
  WINDOWS_1258 {
    @Override
    @Nullable String decode(String text) {
      String decoded = decodeSingle(text, CP1258_SIGNS);
      return decoded == null ? null : Normalizer.normalize(decoded, Normalizer.Form.NFC);
    }
  };

  private static final char[] TCVN3_LETTERS = new char[0x100];
  private static final char[] CP1258_SIGNS = new char[0x100];
  private static final Map<Integer, Character> VNI_LETTERS = new HashMap<>();

  static {
    for (String[] row : Tables.pairs("tcvn3.csv")) {
      TCVN3_LETTERS[Tables.characters(row[0]).charAt(0)] = row[1].charAt(0);
    }
    for (String[] row : Tables.pairs("vni.csv")) {
      String sequence = Tables.characters(row[0]);
      VNI_LETTERS.put(
          vniKey(sequence.charAt(0), sequence.length() == 1 ? 0 : sequence.charAt(1)),
          row[1].charAt(0));
    }
    String precomposed = "ÀÁÂÈÉÊÙÚÔàáâèéêùúô";
    for (char c : precomposed.toCharArray()) {
      CP1258_SIGNS[c] = c;
    }
    String signs = "ÃÌÐÒÕÝÞãìðòõý";
    String meant = "Ă\u0300Đ\u0309ƠƯ\u0303ă\u0301đ\u0323ơư";
    for (int i = 0; i < signs.length(); i++) {
      CP1258_SIGNS[signs.charAt(i)] = meant.charAt(i);
    }
  }

  /** The text in Unicode; null when a sign in it has no meaning in this encoding. */
  abstract @Nullable String decode(String text);

  private static @Nullable String decodeSingle(String text, char[] table) {
    char[] out = new char[text.length()];
    for (int i = 0; i < out.length; i++) {
      char c = text.charAt(i);
      out[i] = c > 0xA0 && c < 0x100 ? table[c] : c;
      if (out[i] == 0 && c != 0) {
        return null;
      }
    }
    return new String(out);
  }

  private static @Nullable String decodeVni(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      Character pair =
          i + 1 < text.length() && text.charAt(i + 1) > 0xA0
              ? VNI_LETTERS.get(vniKey(c, text.charAt(i + 1)))
              : null;
      if (pair != null) {
        out.append((char) pair);
        i++;
        continue;
      }
      boolean plain = c <= 0xA0 || c >= 0x100;
      Character single = plain ? Character.valueOf(c) : VNI_LETTERS.get(vniKey(c, 0));
      if (single == null) {
        return null;
      }
      out.append((char) single);
    }
    return out.toString();
  }

  private static int vniKey(int first, int second) {
    return first << 16 | second;
  }
}
