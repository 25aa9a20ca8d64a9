package vn.ishc.feedback;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.ishc.feedback.SourceBook.NoteParts;
import vn.ishc.feedback.SourceBook.Sheet;
import vn.ishc.sheet.MergedRanges;
import vn.ishc.sheet.WorkbookPackage;

/**
 * A workbook copied part by part with marks, notes and sheets of ours put in. What is not marked is the sender's, byte for byte or tag for tag. Macros and
 * signatures do not go out: a signature would be broken by the marks, and an answer shall run nothing.
 */
final class MarkedWorkbook {
  private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PLAIN_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
  private static final String SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";
  private static final String NOTES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
  private static final String BOXES_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing";
  private static final String NOTES_RELATION = "rIdIshcNotes";
  private static final Set<String> LEFT_OUT = Set.of("vbaProject", "vbaProjectSignature", "vbaProjectSignatureAgile", "vbaProjectSignatureV3", "origin", "attachedToolbars");

  /** One of our sheets: its name, and its part once all marks are placed. */
  record Own(String name, Function<Placed, PlainSheet> content) {}

  /** Where everything went: cells by sheet and finding, and the looks of our own sheets. */
  record Placed(Map<String, SheetMarks> marks, StyleClones styles) {}

  private final SourceBook source;
  private final WorkbookPackage parts;
  private final OutputPackage out;
  private final AnswerTexts texts;
  private final Set<String> former;
  private final StyleClones styles;
  private final String stylesPart;
  private final Map<String, SheetMarks> marks = new LinkedHashMap<>();
  private final Map<String, String> types = new LinkedHashMap<>();
  private final Set<String> leftOut = new HashSet<>();

  private MarkedWorkbook(SourceBook source, OutputPackage out, AnswerTexts texts, Set<String> former) throws IOException {
    this.source = source;
    this.parts = source.parts();
    this.out = out;
    this.texts = texts;
    this.former = former;
    this.stylesPart = source.partOf("styles");
    if (stylesPart.isEmpty()) {
      throw new Unmarkable("no styles");
    }
    try (InputStream in = parts.open(stylesPart)) {
      this.styles = StyleClones.read(in);
    }
  }

  /**
   * Copies and marks.
   *
   * @param notes by name of sheet
   * @param merges by name of sheet
   * @param former names of sheets of a former answer, which are left out
   * @param own our sheets, which come first
   */
  static void write(WorkbookPackage parts, OutputPackage out, Map<String, List<Note>> notes, Map<String, MergedRanges> merges, Set<String> former, List<Own> own, AnswerTexts texts)
      throws IOException {
    MarkedWorkbook book = new MarkedWorkbook(new SourceBook(parts), out, texts, former);
    book.leaveOut("");
    book.leaveOut(parts.mainPart());
    for (Sheet sheet : book.source.sheets()) {
      book.sheet(sheet, notes.getOrDefault(sheet.name(), List.of()), merges.getOrDefault(sheet.name(), MergedRanges.NONE));
    }
    book.ownSheets(own);
    book.rest();
  }

  private void leaveOut(String part) throws IOException {
    parts.relations(part).stream().filter(relation -> LEFT_OUT.contains(relation.type())).forEach(relation -> leaveOutPart(relation.part()));
  }

  private void leaveOutPart(String part) {
    leftOut.add(part.toLowerCase(Locale.ROOT));
    leftOut.add(source.relationsPart(part).toLowerCase(Locale.ROOT));
  }

  private void sheet(Sheet sheet, List<Note> notes, MergedRanges merges) throws IOException {
    if (former.contains(sheet.name())) {
      leaveOutPart(sheet.part());
      return;
    }
    if (!sheet.table() || out.has(sheet.part())) {
      return;
    }
    SheetMarks own = new SheetMarks(notes, merges);
    marks.putIfAbsent(sheet.name(), own);
    NoteParts at = own.isEmpty() && former.isEmpty() ? new NoteParts("", "", "") : source.notes(sheet);
    boolean needed = !own.isEmpty();
    try (InputStream in = parts.open(sheet.part())) {
      out.part(sheet.part(), writer -> SheetCopy.copy(in, writer, own, styles, needed && at.boxesRelation().isEmpty() ? NOTES_RELATION : ""));
    }
    if (needed || !at.words().isEmpty()) {
      notes(sheet, at, new CellNotes(own, texts));
    }
  }

  private void notes(Sheet sheet, NoteParts at, CellNotes notes) throws IOException {
    int number = marks.size();
    String words = at.words().isEmpty() ? free("xl/comments-ishc%d.xml", number) : at.words();
    String boxes = at.boxes().isEmpty() ? free("xl/drawings/vmlDrawing-ishc%d.vml", number) : at.boxes();
    try (InputStream in = openOrNothing(at.words())) {
      out.part(words, writer -> notes.writeWords(at.words().isEmpty() ? null : in, writer));
    }
    try (InputStream in = openOrNothing(at.boxes())) {
      out.part(boxes, writer -> notes.writeBoxes(at.boxes().isEmpty() ? null : in, writer));
    }
    Map<String, String> added = new LinkedHashMap<>();
    if (at.words().isEmpty()) {
      types.put(words, NOTES_TYPE);
      added.put("comments", words);
    }
    if (at.boxes().isEmpty()) {
      types.put(boxes, BOXES_TYPE);
      added.put("vmlDrawing", boxes);
    }
    relations(source.relationsPart(sheet.part()), added);
  }

  private InputStream openOrNothing(String part) throws IOException {
    return part.isEmpty() ? InputStream.nullInputStream() : parts.open(part);
  }

  private String free(String pattern, int number) {
    for (int i = number; ; i++) {
      String name = String.format(Locale.ROOT, pattern, i);
      if (parts.written(name).isEmpty() && !out.has(name)) {
        return name;
      }
    }
  }

  /** Takes the relationships of a part over and adds ours: by type, the part each leads to. */
  private void relations(String name, Map<String, String> added) throws IOException {
    StringBuilder ours = new StringBuilder();
    added.forEach((type, part) -> ours.append(relation(type.equals("vmlDrawing") ? NOTES_RELATION : "rIdIshc-" + type, type.startsWith("worksheet") ? "worksheet" : type, part)));
    boolean exists = parts.written(name).isPresent();
    try (InputStream in = openOrNothing(exists ? name : "")) {
      out.part(
          name,
          writer -> {
            if (exists) {
              withRelations(in, writer, ours.toString());
            } else {
              writer.write(XmlCopy.DECLARATION + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + ours + "</Relationships>");
            }
          });
    }
  }

  private static String relation(String id, String type, String part) {
    return "<Relationship Id=\"" + id + "\" Type=\"" + RELATIONS + "/" + type + "\" Target=\"/" + XmlText.attributeWords(part) + "\"/>";
  }

  private void withRelations(InputStream in, Writer writer, String ours) throws IOException {
    Set<String> gone = new HashSet<>();
    source.sheets().stream().filter(sheet -> former.contains(sheet.name())).forEach(sheet -> gone.add(sheet.relation()));
    try (XmlCopy xml = XmlCopy.begin(in, writer)) {
      for (int event = xml.next(); event != XmlCopy.NOTHING_MORE; event = xml.next()) {
        if (event == XmlCopy.START && xml.name().equals("Relationship")) {
          XmlCopy.Element relation = xml.take();
          String type = relation.attributes().getOrDefault("Type", "");
          String word = type.substring(type.lastIndexOf('/') + 1);
          boolean formerSheet = word.equals("worksheet") && gone.contains(relation.attributes().getOrDefault("Id", ""));
          if (!LEFT_OUT.contains(word) && !formerSheet) {
            xml.write(relation.xml(Map.of()));
          }
        } else {
          if (event == XmlCopy.END && xml.depth() == 0) {
            xml.write(ours.replace("<Relationship ", "<" + xml.prefix() + "Relationship "));
          }
          xml.copy();
        }
      }
    }
  }

  private void ownSheets(List<Own> own) throws IOException {
    Placed placed = new Placed(marks, styles);
    Map<String, String> added = new LinkedHashMap<>();
    for (int i = 0; i < own.size(); i++) {
      String part = free("xl/worksheets/sheet-ishc%d.xml", i + 1);
      String xml = own.get(i).content().apply(placed).xml(i == 0);
      out.part(part, writer -> writer.write(xml));
      types.put(part, SHEET_TYPE);
      added.put("worksheet" + (i + 1), part);
    }
    relations(source.relationsPart(parts.mainPart()), added);
    try (InputStream in = parts.open(parts.mainPart())) {
      out.part(parts.mainPart(), writer -> workbook(in, writer, own));
    }
    try (InputStream in = parts.open(stylesPart)) {
      out.part(stylesPart, writer -> styles.write(in, writer));
    }
  }

  private void workbook(InputStream in, Writer writer, List<Own> own) throws IOException {
    try (XmlCopy xml = XmlCopy.begin(in, writer)) {
      for (int event = xml.next(); event != XmlCopy.NOTHING_MORE; event = xml.next()) {
        if (event == XmlCopy.START && xml.depth() == 2 && xml.name().equals("sheets")) {
          xml.copy();
          xml.write(ourSheets(own, xml.prefix()));
        } else if (event == XmlCopy.START && xml.name().equals("sheet") && former.contains(String.valueOf(xml.attribute("name")))) {
          xml.skip();
        } else if (event == XmlCopy.START && xml.name().equals("workbookView")) {
          xml.copy(Map.of("activeTab", "0", "firstSheet", "0"));
        } else if (event == XmlCopy.START && xml.name().equals("definedName") && xml.attribute("localSheetId") != null) {
          definedName(xml, own.size());
        } else {
          xml.copy();
        }
      }
    }
  }

  private String ourSheets(List<Own> own, String prefix) {
    int number = source.sheets().stream().mapToInt(Sheet::number).max().orElse(0);
    StringBuilder xml = new StringBuilder();
    for (int i = 0; i < own.size(); i++) {
      xml.append("<%ssheet name=\"%s\" sheetId=\"%s\" xmlns:r=\"%s\" r:id=\"rIdIshc-worksheet%s\"/>".formatted(prefix, XmlText.attributeWords(freeName(own.get(i).name())), ++number, RELATIONS, i + 1));
    }
    return xml.toString();
  }

  private String freeName(String wanted) {
    List<String> taken = new ArrayList<>();
    source.sheets().stream().filter(sheet -> !former.contains(sheet.name())).forEach(sheet -> taken.add(sheet.name().toLowerCase(Locale.ROOT)));
    String name = wanted;
    for (int i = 2; taken.contains(name.toLowerCase(Locale.ROOT)); i++) {
      name = wanted + " (" + i + ")";
    }
    return name;
  }

  /** Names that hold on one sheet tell it by its place, and ours come before it. */
  private void definedName(XmlCopy xml, int added) throws IOException {
    int place = xml.number("localSheetId", 0);
    int gone = 0;
    for (int i = 0; i < Math.min(place, source.sheets().size()); i++) {
      gone += former.contains(source.sheets().get(i).name()) ? 1 : 0;
    }
    if (place < source.sheets().size() && former.contains(source.sheets().get(place).name())) {
      xml.skip();
      return;
    }
    xml.copy(Map.of("localSheetId", Integer.toString(place - gone + added)));
  }

  private void rest() throws IOException {
    for (String name : parts.names()) {
      boolean sound = !name.startsWith("/") && !name.contains("\\") && !name.contains("..") && !name.endsWith("/");
      boolean signature = name.toLowerCase(Locale.ROOT).startsWith("_xmlsignatures/");
      if (!sound || signature || out.has(name) || leftOut.contains(name.toLowerCase(Locale.ROOT))) {
        continue;
      }
      if (name.equalsIgnoreCase("[Content_Types].xml")) {
        try (InputStream in = parts.open(name)) {
          out.part(name, writer -> contentTypes(in, writer));
        }
      } else if (name.equalsIgnoreCase("_rels/.rels")) {
        relations(name, Map.of());
      } else if (isChartSheet(name)) {
        try (InputStream in = parts.open(name)) {
          out.part(name, writer -> SheetCopy.copy(in, writer, new SheetMarks(List.of(), MergedRanges.NONE), styles, ""));
        }
      } else {
        out.hand(parts, name);
      }
    }
  }

  private boolean isChartSheet(String name) {
    return source.sheets().stream().anyMatch(sheet -> !sheet.table() && sheet.part().equals(name));
  }

  private void contentTypes(InputStream in, Writer writer) throws IOException {
    try (XmlCopy xml = XmlCopy.begin(in, writer)) {
      for (int event = xml.next(); event != XmlCopy.NOTHING_MORE; event = xml.next()) {
        @Nullable String part = event == XmlCopy.START && xml.name().equals("Override") ? xml.attribute("PartName") : null;
        if (part != null) {
          String plain = part.startsWith("/") ? part.substring(1) : part;
          XmlCopy.Element override = xml.take();
          boolean signature = plain.toLowerCase(Locale.ROOT).startsWith("_xmlsignatures/");
          if (!leftOut.contains(plain.toLowerCase(Locale.ROOT)) && !signature) {
            Map<String, String> changed = new HashMap<>();
            if (plain.equalsIgnoreCase(parts.mainPart())) {
              changed.put("ContentType", PLAIN_TYPE);
            }
            xml.write(override.xml(changed));
          }
        } else {
          if (event == XmlCopy.END && xml.depth() == 0) {
            xml.write(ourTypes(xml.prefix()));
          }
          xml.copy();
        }
      }
    }
  }

  private String ourTypes(String prefix) {
    StringBuilder xml = new StringBuilder();
    types.forEach((part, type) -> xml.append("<%sOverride PartName=\"/%s\" ContentType=\"%s\"/>".formatted(prefix, XmlText.attributeWords(part), type)));
    return xml.toString();
  }
}
