package vn.ishc.feedback;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Copies one sheet and gives the marked cells another style; values and formulas pass as they are. Streams: holds one tag at a time, whatever the size of
 * the sheet.
 */
final class SheetCopy {
  /** What may only follow after {@code legacyDrawing} (ECMA-376, CT_Worksheet). */
  private static final Set<String> AFTER_NOTES =
      Set.of("legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "AlternateContent", "webPublishItems", "tableParts", "extLst");

  private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private final XmlCopy xml;
  private final SheetMarks marks;
  private final StyleClones styles;
  private final String notesRelation;
  private boolean data;
  private boolean dataEnded;
  private boolean firstRow = true;
  private boolean notesTold;
  private int row;

  private SheetCopy(XmlCopy xml, SheetMarks marks, StyleClones styles, String notesRelation) {
    this.xml = xml;
    this.marks = marks;
    this.styles = styles;
    this.notesRelation = notesRelation;
  }

  /**
   * Copies a sheet.
   *
   * @param notesRelation id of the relationship to the drawing of notes; empty when the sheet has one already, or shall have none
   */
  static void copy(InputStream in, Writer out, SheetMarks marks, StyleClones styles, String notesRelation) throws IOException {
    try (XmlCopy xml = XmlCopy.begin(in, out)) {
      new SheetCopy(xml, marks, styles, notesRelation).run();
    }
  }

  private void run() throws IOException {
    for (int event = xml.next(); event != XmlCopy.NOTHING_MORE; event = xml.next()) {
      if (event == XmlCopy.START) {
        start();
      } else {
        if (event == XmlCopy.END && xml.name().equals("sheetData")) {
          data = false;
          dataEnded = true;
        }
        if (event == XmlCopy.END && xml.depth() == 0) {
          tellNotes();
        }
        xml.copy();
      }
    }
    marks.placeRest();
  }

  private void start() throws IOException {
    String name = xml.name();
    if (data && name.equals("row")) {
      row();
    } else if (name.equals("sheetView")) {
      // Two sheets selected at once would be edited at once.
      xml.copy(Map.of("tabSelected", ""));
    } else {
      if (xml.depth() == 2 && dataEnded && AFTER_NOTES.contains(name)) {
        tellNotes();
      }
      data |= name.equals("sheetData");
      xml.copy();
    }
  }

  private void tellNotes() throws IOException {
    if (!notesRelation.isEmpty() && !notesTold) {
      xml.write("<" + xml.prefix() + "legacyDrawing xmlns:r=\"" + RELATIONS + "\" r:id=\"" + notesRelation + "\"/>");
      notesTold = true;
    }
  }

  private void row() throws IOException {
    row = xml.number("r", row + 1);
    NavigableMap<Integer, List<Note>> own = new TreeMap<>(marks.row(row, firstRow));
    firstRow = false;
    // A hint only, and wrong once a cell is put beyond it.
    xml.copy(own.isEmpty() ? Map.of() : Map.of("spans", ""));
    int level = xml.depth();
    int column = -1;
    for (int event = xml.next(); xml.depth() >= level; event = xml.next()) {
      if (event == XmlCopy.START && xml.name().equals("c") && xml.depth() == level + 1) {
        column = columnOf(xml.attribute("r"), column + 1);
        cell(column, own);
      } else {
        xml.copy();
      }
    }
    @Nullable List<Note> whole = own.remove(-1);
    if (whole != null) {
      own.computeIfAbsent(0, c -> new ArrayList<>()).addAll(whole);
    }
    missing(own, Integer.MAX_VALUE);
    xml.copy();
  }

  private void cell(int column, NavigableMap<Integer, List<Note>> own) throws IOException {
    @Nullable List<Note> whole = own.remove(-1);
    if (whole != null) {
      own.computeIfAbsent(column, c -> new ArrayList<>()).addAll(whole);
    }
    missing(own, column);
    @Nullable List<Note> here = own.remove(column);
    if (here == null) {
      xml.copy();
      return;
    }
    Map<String, String> changed = new HashMap<>();
    changed.put("s", Integer.toString(styles.marked(xml.number("s", 0), marks.place(row, column, here))));
    xml.copy(changed);
  }

  /** Cells that the file does not hold, because nothing is written in them. */
  private void missing(NavigableMap<Integer, List<Note>> own, int before) throws IOException {
    while (!own.isEmpty() && own.firstKey() < before) {
      var next = own.pollFirstEntry();
      int style = styles.marked(0, marks.place(row, next.getKey(), next.getValue()));
      xml.write("<" + xml.prefix() + "c r=\"" + new SheetMarks.Cell(row, next.getKey()).name() + "\" s=\"" + style + "\"/>");
    }
  }

  private static int columnOf(@Nullable String place, int otherwise) throws IOException {
    if (place == null) {
      return otherwise;
    }
    int column = 0;
    for (int i = 0; i < place.length() && place.charAt(i) >= 'A' && place.charAt(i) <= 'Z' && column < 1 << 20; i++) {
      column = column * 26 + place.charAt(i) - 'A' + 1;
    }
    if (column == 0) {
      throw new Unmarkable("a cell without a place");
    }
    return column - 1;
  }
}
