package vn.ishc.sheet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ishc.sheet.OoxmlPackage.Relation;

/** An xlsb: the package of an xlsx with binary parts ([MS-XLSB]). */
final class XlsbWorkbook implements Workbook {
  private static final int WORKBOOK_PROPERTIES = 153;
  private static final int SHEET = 156;
  private static final int SHARED_TEXT = 19;
  private static final int FONT = 43;
  private static final int NUMBER_FORMAT = 44;
  private static final int CELL_FORMAT = 47;
  private static final int CELL_FORMATS_BEGIN = 617;
  private static final int CELL_FORMATS_END = 618;
  private static final int MERGED = 176;

  /** What the workbook part says of a sheet. */
  private record Entry(String name, boolean hidden, String relation) {}

  private final OoxmlPackage parts;
  private final ReadLimits limits;
  private final List<Entry> entries = new ArrayList<>();
  private final List<Sheet> sheets = new ArrayList<>();
  private final TextArena arena = new TextArena();
  private final SharedTexts texts = new SharedTexts(arena);
  private final StyleTable styles = new StyleTable();
  private boolean epoch1904;

  private XlsbWorkbook(OoxmlPackage parts, ReadLimits limits) {
    this.parts = parts;
    this.limits = limits;
  }

  /** Reads everything but the sheets. */
  static XlsbWorkbook open(OoxmlPackage parts, String mainPart, ReadLimits limits)
      throws IOException {
    XlsbWorkbook book = new XlsbWorkbook(parts, limits);
    try {
      book.read(mainPart);
      return book;
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      book.texts.close();
      throw e;
    }
  }

  private void read(String mainPart) throws IOException {
    readMain(mainPart);
    List<Relation> relations = parts.relations(mainPart);
    readStyles(partOf(relations, "styles"));
    readTexts(partOf(relations, "sharedStrings"));
    arena.freeze();
    entries.forEach(entry -> addSheet(entry, relations));
  }

  private static String partOf(List<Relation> relations, String type) {
    return relations.stream()
        .filter(r -> r.type().equals(type))
        .map(Relation::part)
        .findFirst()
        .orElse("");
  }

  private XlsbRecords records(String part) throws IOException {
    return new XlsbRecords(parts.zip().open(part));
  }

  /** The records of a part a workbook may lack. */
  private XlsbRecords recordsOrNone(String part) throws IOException {
    return new XlsbRecords(parts.zip().openOrEmpty(part));
  }

  private void readMain(String part) throws IOException {
    try (XlsbRecords records = records(part)) {
      for (int type = records.next(); type != XlsbRecords.END; type = records.next()) {
        if (type == WORKBOOK_PROPERTIES) {
          epoch1904 = (records.integer() & 1) != 0;
        } else if (type == SHEET) {
          addEntry(records);
        }
      }
    }
  }

  private void addEntry(XlsbRecords records) throws IOException {
    if (entries.size() >= limits.sheetsMax()) {
      throw Refusal.tooLarge(limits.sheetsMax(), "trang tính", "sheets");
    }
    boolean hidden = records.integer() != 0;
    String relation = records.skip(4).text();
    entries.add(new Entry(records.text(), hidden, relation));
  }

  private void readStyles(String part) throws IOException {
    NumberFormats formats = new NumberFormats();
    boolean cellFormats = false;
    try (XlsbRecords records = recordsOrNone(part)) {
      for (int type = records.next(); type != XlsbRecords.END; type = records.next()) {
        switch (type) {
          case NUMBER_FORMAT -> formats.put(records.unsignedShort(), records.text());
          case FONT -> styles.addFont(records.skip(21).text());
          case CELL_FORMATS_BEGIN -> cellFormats = true;
          case CELL_FORMATS_END -> cellFormats = false;
          case CELL_FORMAT -> {
            if (cellFormats) {
              styles.addCellFormat(records.skip(2).unsignedShort(), records.unsignedShort());
            }
          }
          default -> {}
        }
      }
    }
    styles.freeze(formats, epoch1904);
  }

  private void readTexts(String part) throws IOException {
    try (XlsbRecords records = recordsOrNone(part)) {
      for (int type = records.next(); type != XlsbRecords.END; type = records.next()) {
        if (type == SHARED_TEXT) {
          boolean rich = (records.unsignedByte() & 1) != 0;
          byte[] text = records.text().getBytes(StandardCharsets.UTF_8);
          arena.add(text, 0, text.length, rich ? firstRunFont(records) : null);
        }
      }
    }
  }

  /**
   * The font of the first run, when the runs begin with the text; before the first run the font of
   * the cell holds.
   */
  private @Nullable String firstRunFont(XlsbRecords records) throws IOException {
    int runs = records.integer();
    return runs > 0 && records.unsignedShort() == 0 ? styles.font(records.unsignedShort()) : null;
  }

  private void addSheet(Entry entry, List<Relation> relations) {
    for (Relation relation : relations) {
      if (relation.id().equals(entry.relation()) && relation.type().equals("worksheet")) {
        String part = relation.part();
        sheets.add(
            new StoredSheet(
                entry.name(),
                entry.hidden(),
                () -> readMerges(part),
                () -> new XlsbRows(records(part), styles, texts, limits)));
        return;
      }
    }
  }

  private MergedRanges readMerges(String part) throws IOException {
    List<MergedRanges.Range> ranges = new ArrayList<>();
    try (XlsbRecords records = records(part)) {
      for (int type = records.next(); type != XlsbRecords.END; type = records.next()) {
        if (type == MERGED) {
          ranges.add(
              new MergedRanges.Range(
                  records.integer() + 1,
                  records.integer() + 1,
                  records.integer(),
                  records.integer()));
        }
      }
    }
    return new MergedRanges(ranges);
  }

  @Override
  public FileFormat format() {
    return FileFormat.XLSB;
  }

  @Override
  public List<Sheet> sheets() {
    return List.copyOf(sheets);
  }

  @Override
  public void close() throws IOException {
    try {
      texts.close();
    } finally {
      parts.zip().close();
    }
  }
}
