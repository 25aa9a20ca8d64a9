package vn.ishc.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import vn.ishc.sheet.OoxmlPackage.Relation;

/** An xlsx or xlsm: its sheets stream from their parts, shared texts lie in an arena. */
final class XlsxWorkbook implements Workbook {
  /** What the workbook part says of a sheet. */
  private record Entry(String name, boolean hidden, String relation) {}

  private final OoxmlPackage parts;
  private final FileFormat format;
  private final ReadLimits limits;
  private final List<Entry> entries = new ArrayList<>();
  private final List<Sheet> sheets = new ArrayList<>();
  private boolean epoch1904;
  private StyleTable styles = new StyleTable();
  private SharedTexts texts = new SharedTexts(new TextArena());

  private XlsxWorkbook(OoxmlPackage parts, FileFormat format, ReadLimits limits) {
    this.parts = parts;
    this.format = format;
    this.limits = limits;
  }

  /** Reads everything but the sheets. */
  static XlsxWorkbook open(
      OoxmlPackage parts, String mainPart, FileFormat format, ReadLimits limits)
      throws IOException {
    XlsxWorkbook book = new XlsxWorkbook(parts, format, limits);
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
    styles = XlsxStyles.read(parts.zip(), partOf(relations, "styles"), epoch1904);
    readTexts(partOf(relations, "sharedStrings"));
    entries.forEach(entry -> addSheet(entry, relations));
  }

  private void readMain(String part) throws IOException {
    try (XmlScanner xml = new XmlScanner(parts.zip().open(part), OoxmlNames.listener())) {
      for (int event = xml.next(); event != XmlScanner.END_OF_DOCUMENT; event = xml.next()) {
        if (event == XmlScanner.START && xml.name() == OoxmlNames.WORKBOOK_PR) {
          epoch1904 = xml.attributeFlag(OoxmlNames.DATE1904);
        } else if (event == XmlScanner.START
            && xml.name() == OoxmlNames.SHEET
            && xml.depth() == 3) {
          addEntry(xml);
        }
      }
    }
  }

  private void addEntry(XmlScanner xml) throws IOException {
    if (entries.size() >= limits.sheetsMax()) {
      throw Refusal.tooLarge(limits.sheetsMax(), "trang tính", "sheets");
    }
    String state = xml.attribute(OoxmlNames.STATE, "visible");
    entries.add(
        new Entry(
            xml.attribute(OoxmlNames.NAME, ""),
            !state.equals("visible"),
            xml.attribute(OoxmlNames.RELATION_ID, "")));
  }

  private static String partOf(List<Relation> relations, String type) {
    return relations.stream()
        .filter(r -> r.type().equals(type))
        .map(Relation::part)
        .findFirst()
        .orElse("");
  }

  private void readTexts(String part) throws IOException {
    TextArena arena = new TextArena();
    texts = new SharedTexts(arena);
    if (parts.zip().has(part)) {
      OoxmlText text = new OoxmlText(limits.textLengthMax());
      try (XmlScanner xml = new XmlScanner(parts.zip().open(part), OoxmlNames.listener())) {
        for (int event = xml.next(); event != XmlScanner.END_OF_DOCUMENT; event = xml.next()) {
          if (event == XmlScanner.START && xml.name() == OoxmlNames.SI) {
            text.read(xml);
            arena.add(text.words().bytes(), 0, text.words().length(), text.font());
          }
        }
      }
    }
    arena.freeze();
  }

  /** Chart sheets, dialog sheets and macro sheets hold no table. */
  private void addSheet(Entry entry, List<Relation> relations) {
    for (Relation relation : relations) {
      if (relation.id().equals(entry.relation()) && relation.type().equals("worksheet")) {
        String part = relation.part();
        sheets.add(
            new StoredSheet(
                entry.name(),
                entry.hidden(),
                () -> XlsxMerges.read(parts.zip().open(part)),
                () -> new XlsxRows(parts.zip().open(part), styles, texts, limits)));
        return;
      }
    }
  }

  @Override
  public FileFormat format() {
    return format;
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
