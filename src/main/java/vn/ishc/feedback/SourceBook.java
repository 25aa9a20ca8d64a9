package vn.ishc.feedback;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.ishc.sheet.WorkbookPackage;
import vn.ishc.sheet.WorkbookPackage.Relation;

/** What is to be known of a workbook before it is copied: its sheets, its styles, its notes. */
final class SourceBook {
  private static final String TRANSITIONAL = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

  /** Kinds of sheets that cannot stand in a workbook without macros. */
  private static final Set<String> MACRO_SHEETS = Set.of("xlMacrosheet", "xlIntlMacrosheet");

  /**
   * A sheet.
   *
   * @param name as people see it
   * @param number its lasting number in the workbook
   * @param relation id of the relationship that leads to it
   * @param part where it lies
   * @param table whether it has cells (a chart sheet has none)
   */
  record Sheet(String name, int number, String relation, String part, boolean table) {}

  /** Where the notes of a sheet lie; empty names for what is not there. */
  record NoteParts(String words, String boxes, String boxesRelation) {}

  private final WorkbookPackage parts;
  private final List<Sheet> sheets = new ArrayList<>();

  SourceBook(WorkbookPackage parts) throws IOException {
    this.parts = parts;
    Map<String, Relation> relations = new HashMap<>();
    parts.relations(parts.mainPart()).forEach(relation -> relations.put(relation.id(), relation));
    if (relations.values().stream().anyMatch(relation -> MACRO_SHEETS.contains(relation.type()))) {
      throw new Unmarkable("a macro sheet");
    }
    try (InputStream in = parts.open(parts.mainPart());
        XmlCopy xml = XmlCopy.begin(in, Writer.nullWriter())) {
      for (int event = xml.next(); event != XmlCopy.NOTHING_MORE; event = xml.next()) {
        if (event == XmlCopy.START && xml.depth() == 1 && !xml.namespace().equals(TRANSITIONAL)) {
          throw new Unmarkable("a strict workbook");
        }
        if (event == XmlCopy.START && xml.depth() == 3 && xml.name().equals("sheet")) {
          sheets.add(sheet(xml, relations));
        }
      }
    }
  }

  private Sheet sheet(XmlCopy xml, Map<String, Relation> relations) throws IOException {
    String id = text(xml.attribute("id"));
    @Nullable Relation relation = relations.get(id);
    String part = relation == null ? "" : parts.written(relation.part()).orElse("");
    boolean table = relation != null && relation.type().equals("worksheet");
    return new Sheet(text(xml.attribute("name")), xml.number("sheetId", 0), id, part, table && !part.isEmpty());
  }

  private static String text(@Nullable String attribute) {
    return attribute == null ? "" : attribute;
  }

  WorkbookPackage parts() {
    return parts;
  }

  List<Sheet> sheets() {
    return sheets;
  }

  /** The part of a relationship of the workbook; the first of its type. */
  String partOf(String type) throws IOException {
    return first(parts.relations(parts.mainPart()), relation -> relation.type().equals(type));
  }

  private String first(List<Relation> relations, Predicate<Relation> which) {
    return relations.stream().filter(which).findFirst().flatMap(relation -> parts.written(relation.part())).orElse("");
  }

  /** Where the notes of a sheet lie. */
  NoteParts notes(Sheet sheet) throws IOException {
    List<Relation> relations = parts.relations(sheet.part());
    String words = first(relations, relation -> relation.type().equals("comments"));
    if (relations.stream().noneMatch(relation -> relation.type().equals("vmlDrawing"))) {
      if (!words.isEmpty()) {
        throw new Unmarkable("notes without boxes");
      }
      return new NoteParts("", "", "");
    }
    String id = drawing(sheet);
    return new NoteParts(words, first(relations, relation -> relation.id().equals(id)), id);
  }

  /** The relationship to the boxes of its notes; the drawing of its page header is another one. */
  private String drawing(Sheet sheet) throws IOException {
    try (InputStream in = parts.open(sheet.part());
        XmlCopy xml = XmlCopy.begin(in, Writer.nullWriter())) {
      for (int event = xml.next(); event != XmlCopy.NOTHING_MORE; event = xml.next()) {
        if (event == XmlCopy.START && xml.depth() == 2 && xml.name().equals("legacyDrawing")) {
          return text(xml.attribute("id"));
        }
      }
    }
    return "";
  }

  /** The relationships part of a part, written or yet to be written. */
  String relationsPart(String part) {
    int slash = part.lastIndexOf('/') + 1;
    String name = part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels";
    return parts.written(name).orElse(name);
  }
}
