package vn.ishc.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One walk over all bytes of a text file, to tell its encoding from what is there, not from what is
 * usual.
 */
final class TextSurvey {
  /** Letters that carry a tone in Vietnamese, as bytes of windows-1258. */
  private static final String VOWELS =
      "aeiouyAEIOUY\u00C2\u00C3\u00CA\u00D4\u00D5\u00DD\u00E2\u00E3\u00EA\u00F4\u00F5\u00FD";

  /** The five combining tones of windows-1258: grave, hook above, tilde, acute, dot below. */
  private static final String TONES = "\u00CC\u00D2\u00DE\u00EC\u00F2";

  private static final int PATTERN_BYTES = 4096;

  private final byte[] head;
  private final int headLength;
  private boolean blank = true;
  private long bytes;
  private long controls;
  private long sequences;
  private long broken;
  private long tonesOnVowels;
  private long tonesElsewhere;
  private int previous;
  private int pending;
  private int pendingLow = 0x80;
  private int pendingHigh = 0xBF;

  private TextSurvey(byte[] head, int headLength) {
    this.head = head;
    this.headLength = headLength;
  }

  /** Walks over the file. */
  static TextSurvey of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] buffer = new byte[1 << 16];
      int count = in.readNBytes(buffer, 0, buffer.length);
      TextSurvey survey =
          new TextSurvey(
              Arrays.copyOf(buffer, Math.min(count, PATTERN_BYTES)),
              Math.min(count, PATTERN_BYTES));
      while (count > 0) {
        for (int i = 0; i < count; i++) {
          survey.take(buffer[i] & 0xFF);
        }
        count = in.read(buffer);
      }
      survey.broken += survey.pending > 0 ? 1 : 0;
      return survey;
    }
  }

  private void take(int value) {
    bytes++;
    if (value < 0x80) {
      takeAscii(value);
    } else {
      blank &= bytes <= 4 && markBytes() > 0;
      takeHigh(value);
    }
    previous = value;
  }

  private void takeAscii(int value) {
    if (pending > 0) {
      broken++;
      pending = 0;
    }
    if (value > ' ') {
      blank = false;
    } else if (value < ' '
        && value != '\t'
        && value != '\n'
        && value != '\r'
        && value != '\f'
        && value != 0x1A) {
      controls++;
    }
  }

  private void takeHigh(int value) {
    if (TONES.indexOf(value) >= 0) {
      boolean onVowel = VOWELS.indexOf(previous) >= 0;
      tonesOnVowels += onVowel ? 1 : 0;
      tonesElsewhere += onVowel ? 0 : 1;
    }
    if (pending > 0 && value >= pendingLow && value <= pendingHigh) {
      pending--;
      sequences += pending == 0 ? 1 : 0;
      pendingLow = 0x80;
      pendingHigh = 0xBF;
      return;
    }
    broken += pending > 0 ? 1 : 0;
    begin(value);
  }

  /**
   * The first byte of a sequence says how many follow and from where to where the next one may go
   * (Unicode 3.9, table 3-7).
   */
  private void begin(int value) {
    pending = value >= 0xF5 || value < 0xC2 ? 0 : value >= 0xF0 ? 3 : value >= 0xE0 ? 2 : 1;
    broken += pending == 0 ? 1 : 0;
    pendingLow = value == 0xE0 ? 0xA0 : value == 0xF0 ? 0x90 : 0x80;
    pendingHigh = value == 0xED ? 0x9F : value == 0xF4 ? 0x8F : 0xBF;
  }

  /** Nothing but white space. */
  boolean isBlank() {
    return blank;
  }

  /** Not text at all. */
  boolean isBinary() {
    return wide() == null && controls > 8 && controls * 50 > bytes;
  }

  /** Bytes of a byte order mark. */
  int markBytes() {
    if (starts(0xEF, 0xBB, 0xBF)) {
      return 3;
    }
    if (starts(0xFF, 0xFE, 0, 0) || starts(0, 0, 0xFE, 0xFF)) {
      return 4;
    }
    return starts(0xFF, 0xFE) || starts(0xFE, 0xFF) ? 2 : 0;
  }

  private boolean starts(int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= headLength || (head[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /** The encoding. */
  TextEncoding encoding() {
    TextEncoding wide = wide();
    if (wide != null) {
      return wide;
    }
    // A sequence of UTF-8 is so unlikely in any other encoding that a few broken ones do not make
    // it one.
    if (broken == 0 || markBytes() == 3 || sequences > 20 * broken) {
      return TextEncoding.UTF_8;
    }
    return tonesOnVowels > 3 * tonesElsewhere
        ? TextEncoding.WINDOWS_1258
        : TextEncoding.WINDOWS_1252;
  }

  private @Nullable TextEncoding wide() {
    if (starts(0xFF, 0xFE, 0, 0)) {
      return TextEncoding.UTF_32LE;
    }
    if (starts(0, 0, 0xFE, 0xFF)) {
      return TextEncoding.UTF_32BE;
    }
    if (starts(0xFF, 0xFE)) {
      return TextEncoding.UTF_16LE;
    }
    return starts(0xFE, 0xFF) ? TextEncoding.UTF_16BE : wideByPattern();
  }

  /** Without a mark: spaces, digits and separators have their zero byte always on the same side. */
  private @Nullable TextEncoding wideByPattern() {
    int[] zeros = new int[4];
    for (int i = 0; i < headLength; i++) {
      zeros[i & 3] += head[i] == 0 ? 1 : 0;
    }
    int even = zeros[0] + zeros[2];
    int odd = zeros[1] + zeros[3];
    int quarter = headLength / 4;
    if (headLength < 4 || even + odd < headLength / 10) {
      return null;
    }
    if (zeros[2] >= quarter && zeros[3] >= quarter && zeros[0] == 0) {
      return TextEncoding.UTF_32LE;
    }
    if (zeros[0] >= quarter && zeros[1] >= quarter && zeros[3] == 0) {
      return TextEncoding.UTF_32BE;
    }
    if (odd > 10 * even) {
      return TextEncoding.UTF_16LE;
    }
    return even > 10 * odd ? TextEncoding.UTF_16BE : null;
  }
}
