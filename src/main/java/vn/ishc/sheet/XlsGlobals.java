package vn.ishc.sheet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the head of an xls says for all sheets: their names and places, fonts, formats, shared
 * texts.
 */
final class XlsGlobals {
  static final int BOF = 0x809;
  static final int EOF = 0x0A;
  private static final int BIFF8 = 0x600;
  private static final int FILE_PASS = 0x2F;
  private static final int DATE_MODE = 0x22;
  private static final int FONT = 0x31;
  private static final int FORMAT = 0x41E;
  private static final int CELL_FORMAT = 0xE0;
  private static final int SHEET = 0x85;
  private static final int SHARED_TEXTS = 0xFC;
  private static final int FONT_THAT_IS_NOT = 4;

  /** Where a sheet begins. */
  record Entry(String name, boolean hidden, int offset) {}

  private final XlsStream stream;
  private final ReadLimits limits;
  private final NumberFormats formats = new NumberFormats();
  private final TextArena arena = new TextArena();
  private final List<Entry> entries = new ArrayList<>();
  private boolean epoch1904;
  final StyleTable styles = new StyleTable();
  final SharedTexts texts = new SharedTexts(arena);

  private XlsGlobals(XlsStream stream, ReadLimits limits) {
    this.stream = stream;
    this.limits = limits;
  }

  static XlsGlobals read(byte[] data, ReadLimits limits) throws IOException {
    XlsGlobals globals = new XlsGlobals(new XlsStream(data), limits);
    try {
      globals.read();
      globals.styles.freeze(globals.formats, globals.epoch1904);
      globals.arena.freeze();
      return globals;
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      globals.texts.close();
      throw e;
    }
  }

  List<Entry> entries() {
    return entries;
  }

  private void read() throws IOException {
    if (stream.next() != BOF || stream.unsignedShort() != BIFF8) {
      throw oldExcel();
    }
    for (int type = stream.next(); type != EOF; type = stream.next()) {
      if (type == XlsStream.END) {
        throw Refusal.damaged();
      }
      record(type);
    }
  }

  static Refusal oldExcel() {
    return Refusal.notAWorkbook(
        "sổ tính Excel 5.0/95 hoặc cũ hơn; hãy mở bằng Excel rồi lưu lại thành .xlsx",
        "a workbook of Excel 5.0/95 or older; open it in Excel and save it as .xlsx");
  }

  private void record(int type) throws IOException {
    switch (type) {
      case FILE_PASS -> throw Refusal.password();
      case DATE_MODE -> epoch1904 = stream.unsignedShort() == 1;
      case FONT -> styles.addFont(stream.skip(14).shortText());
      case FORMAT -> formats.put(stream.unsignedShort(), stream.text());
      case CELL_FORMAT -> addCellFormat();
      case SHEET -> addSheet();
      case SHARED_TEXTS -> addTexts();
      default -> {}
    }
  }

  private void addCellFormat() throws IOException {
    int font = fontPlace(stream.unsignedShort());
    styles.addCellFormat(stream.unsignedShort(), font);
  }

  /** Fonts are numbered without a 4 ([MS-XLS] 2.5.129). */
  private static int fontPlace(int number) {
    return number > FONT_THAT_IS_NOT ? number - 1 : number;
  }

  private void addSheet() throws IOException {
    int offset = stream.integer();
    int state = stream.unsignedByte() & 3;
    int kind = stream.unsignedByte();
    String name = stream.shortText();
    if (entries.size() >= limits.sheetsMax()) {
      throw Refusal.tooLarge(limits.sheetsMax(), "trang tính", "sheets");
    }
    if (kind == 0) {
      entries.add(new Entry(name, state != 0, offset));
    }
  }

  private void addTexts() throws IOException {
    stream.skip(4);
    int count = stream.integer();
    for (int i = 0; i < count; i++) {
      addText();
    }
  }

  private void addText() throws IOException {
    int length = stream.unsignedShort();
    int flags = stream.unsignedByte();
    int runs = (flags & 8) != 0 ? stream.unsignedShort() : 0;
    int extra = (flags & 4) != 0 ? stream.integer() : 0;
    if (length > limits.textLengthMax()) {
      throw Refusal.tooLarge(limits.textLengthMax(), "ký tự trong một ô", "characters in one cell");
    }
    String text = length == 0 ? "" : stream.characters(length, (flags & 1) != 0);
    String font = null;
    if (runs > 0) {
      font = runFont(stream.unsignedShort(), stream.unsignedShort());
      stream.skipAcross(4 * (runs - 1));
    }
    stream.skipAcross(extra);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    arena.add(bytes, 0, bytes.length, font);
  }

  /** Before the first run the font of the cell holds. */
  private @Nullable String runFont(int firstCharacter, int font) {
    return firstCharacter == 0 ? styles.font(fontPlace(font)) : null;
  }
}
