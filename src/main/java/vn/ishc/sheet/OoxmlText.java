package vn.ishc.sheet;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A text of an OOXML workbook, plain or in runs: its words without the phonetic ones, and the font
 * of its first run.
 */
final class OoxmlText {
  private final ByteText words;
  private final ByteText piece;
  private final ByteText unescaped;
  private @Nullable String font;

  OoxmlText(int charsMax) {
    words = new ByteText(charsMax);
    piece = new ByteText(charsMax);
    unescaped = new ByteText(charsMax);
  }

  /** After the start of {@code si} or {@code is}: reads to its end. */
  void read(XmlScanner xml) throws IOException {
    words.clear();
    font = null;
    int level = xml.depth();
    int runs = 0;
    while (true) {
      int event = xml.next();
      if (event == XmlScanner.END && xml.depth() < level) {
        unescape();
        return;
      }
      if (event == XmlScanner.START) {
        runs += xml.name() == OoxmlNames.R ? 1 : 0;
        child(xml, runs);
      }
    }
  }

  private void child(XmlScanner xml, int runs) throws IOException {
    switch (xml.name()) {
      case OoxmlNames.T -> {
        xml.elementText(piece);
        words.append(piece);
      }
      case OoxmlNames.R_FONT -> {
        if (runs == 1 && words.length() == 0) {
          font = xml.attribute(OoxmlNames.VAL);
        }
      }
      case OoxmlNames.R_PH -> xml.skipElement();
      default -> {}
    }
  }

  private void unescape() throws IOException {
    unescape(words, unescaped);
  }

  /**
   * Turns {@code _x000D_} into the character it stands for (ECMA-376 part 1, 22.9.2.19), in place.
   */
  static void unescape(ByteText text, ByteText scratch) throws IOException {
    byte[] bytes = text.bytes();
    int length = text.length();
    boolean changed = false;
    int start = 0;
    for (int i = 0; i + 6 < length; i++) {
      if (bytes[i] == '_' && bytes[i + 1] == 'x' && bytes[i + 6] == '_') {
        int code = hex(bytes, i + 2);
        if (code >= 0) {
          if (!changed) {
            scratch.clear();
          }
          changed = true;
          scratch.append(bytes, start, i);
          scratch.appendCodePoint(code);
          i += 6;
          start = i + 1;
        }
      }
    }
    if (changed) {
      scratch.append(bytes, start, length);
      text.clear();
      text.append(scratch);
    }
  }

  private static int hex(byte[] bytes, int from) {
    int code = 0;
    for (int i = from; i < from + 4; i++) {
      int digit = Character.digit(bytes[i], 16);
      if (digit < 0) {
        return -1;
      }
      code = code * 16 + digit;
    }
    return code;
  }

  ByteText words() {
    return words;
  }

  @Nullable String font() {
    return font;
  }
}
