package vn.ishc.sheet;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The text of an OpenDocument cell: its paragraphs joined by line breaks, white space as ODF 1.2
 * part 1, 6.1.2 has it, notes left out.
 */
final class OdsText {
  private final ByteText words;
  private final ByteText piece;
  private @Nullable String spanStyle;
  private int paragraphs;
  private boolean afterSpace;

  OdsText(int charsMax) {
    words = new ByteText(charsMax);
    piece = new ByteText(charsMax);
  }

  /** After the start of a cell: reads to its end. */
  void read(XmlScanner xml) throws IOException {
    words.clear();
    spanStyle = null;
    paragraphs = 0;
    int level = xml.depth();
    for (int event = xml.next();
        event != XmlScanner.END || xml.depth() >= level;
        event = xml.next()) {
      if (event == XmlScanner.START && xml.name() == OdsNames.TEXT_P) {
        paragraph(xml);
      } else if (event == XmlScanner.START) {
        xml.skipElement();
      }
    }
  }

  private void paragraph(XmlScanner xml) throws IOException {
    if (paragraphs++ > 0) {
      words.append((byte) '\n');
    }
    afterSpace = true;
    int level = xml.depth();
    for (int event = xml.next();
        event != XmlScanner.END || xml.depth() >= level;
        event = xml.next()) {
      if (event == XmlScanner.TEXT) {
        piece.clear();
        xml.appendText(piece);
        appendCollapsed();
      } else if (event == XmlScanner.START) {
        inline(xml);
      }
    }
  }

  private void inline(XmlScanner xml) throws IOException {
    switch (xml.name()) {
      case OdsNames.TEXT_S -> {
        int count = Math.min(xml.attributeInt(OdsNames.TEXT_C, 1), 1 << 15);
        for (int i = 0; i < count; i++) {
          words.append((byte) ' ');
        }
      }
      case OdsNames.TEXT_TAB -> words.append((byte) '\t');
      case OdsNames.TEXT_LINE_BREAK -> words.append((byte) '\n');
      case OdsNames.TEXT_SPAN -> {
        if (words.length() == 0) {
          spanStyle = xml.attribute(OdsNames.TEXT_STYLE_NAME);
        }
        return;
      }
      case OdsNames.OFFICE_ANNOTATION -> xml.skipElement();
      default -> {
        return;
      }
    }
    afterSpace = false;
  }

  private void appendCollapsed() throws IOException {
    byte[] bytes = piece.bytes();
    for (int i = 0; i < piece.length(); i++) {
      boolean space = bytes[i] == ' ' || bytes[i] == '\n' || bytes[i] == '\t' || bytes[i] == '\r';
      if (!space || !afterSpace) {
        words.append(space ? (byte) ' ' : bytes[i]);
      }
      afterSpace = space;
    }
  }

  ByteText words() {
    return words;
  }

  /** The style of the span the text begins with. */
  @Nullable String spanStyle() {
    return spanStyle;
  }
}
