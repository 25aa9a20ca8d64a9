package vn.ishc.feedback;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ishc.feedback.SheetMarks.Cell;

/**
 * The notes of one sheet: a part with their words and a drawing with their boxes. The sender's own notes stay; those of a former answer go; where both
 * meet in a cell, ours stands above theirs.
 */
final class CellNotes {
  /** How each of our notes begins; tells them in an answer that comes back, whatever program saved it. */
  private static final Pattern OURS = Pattern.compile("(?:PHẢN HỒI|FEEDBACK) · .*", Pattern.DOTALL);

  private static final String BETWEEN = "\n\n—— ";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String AUTHOR = "Kho số liệu CLB liên thế hệ";
  private static final int DRAWING_BYTES_MAX = 16 << 20;
  private static final int LETTERS_PER_LINE = 46;
  private static final Pattern NOTE_SHAPE =
      Pattern.compile("<v:shape\\b(?:(?!</v:shape>).)*?ObjectType=\"Note\"(?:(?!</v:shape>).)*+</v:shape>", Pattern.DOTALL);

  private final Map<Cell, String> ours = new TreeMap<>();
  private final Map<Cell, Integer> boxes = new TreeMap<>();

  CellNotes(SheetMarks marks, AnswerTexts texts) {
    marks.placed().forEach((cell, notes) -> ours.put(cell, words(notes, texts)));
  }

  private static String words(List<Note> notes, AnswerTexts texts) {
    List<String> lines = new ArrayList<>();
    notes.stream().distinct().forEach(note -> lines.add(texts.of("note.sign") + " · " + texts.of(note.isQuestion() ? "severity.QUESTION" : "severity." + note.severity().name()) + " · " + note.code() + "\n" + note.message() + (note.isQuestion() ? "\n" + texts.of("note.confirm") : "")));
    return String.join("\n\n", lines);
  }

  boolean isEmpty() {
    return ours.isEmpty();
  }

  /** Writes the words, taking over what the sheet has; null for a sheet without notes. */
  void writeWords(@Nullable InputStream existing, Writer out) throws IOException {
    if (existing == null) {
      out.write(XmlCopy.DECLARATION + "<comments xmlns=\"" + MAIN + "\"><authors><author>" + XmlText.words(AUTHOR) + "</author></authors><commentList>");
      writeOurs(new TreeMap<>(ours), 0, "", out);
      out.write("</commentList></comments>");
      return;
    }
    try (XmlCopy xml = XmlCopy.begin(existing, out)) {
      takeOver(xml, out);
    }
  }

  private void takeOver(XmlCopy xml, Writer out) throws IOException {
    Map<Cell, String> left = new TreeMap<>(ours);
    int authors = 0;
    for (int event = xml.next(); event != XmlCopy.NOTHING_MORE; event = xml.next()) {
      if (event == XmlCopy.START && xml.name().equals("author")) {
        authors++;
        xml.copy();
      } else if (event == XmlCopy.START && xml.name().equals("comment")) {
        theirs(xml, xml.take(), left, authors);
      } else {
        if (event == XmlCopy.END && xml.name().equals("authors")) {
          xml.write("<" + xml.prefix() + "author>" + XmlText.words(AUTHOR) + "</" + xml.prefix() + "author>");
        } else if (event == XmlCopy.END && xml.name().equals("commentList")) {
          writeOurs(left, authors, xml.prefix(), out);
        }
        xml.copy();
      }
    }
  }

  private void theirs(XmlCopy xml, XmlCopy.Element comment, Map<Cell, String> left, int authors) throws IOException {
    Cell cell = cell(comment.attributes().getOrDefault("ref", ""));
    String text = plain(comment.inner());
    if (OURS.matcher(text).matches()) {
      int kept = text.indexOf(BETWEEN);
      if (kept < 0) {
        return;
      }
      text = text.substring(kept + BETWEEN.length());
    } else if (!ours.containsKey(cell)) {
      boxes.put(cell, lines(text));
      xml.write(comment.xml(Map.of()));
      return;
    }
    @Nullable String own = left.remove(cell);
    String both = own == null ? text : own + BETWEEN + text;
    int prefix = comment.name().indexOf(':') + 1;
    write(cell, both, authors, comment.name().substring(0, prefix), xml::write);
  }

  /** Where words go. */
  private interface Sink {
    void write(String xml) throws IOException;
  }

  private void writeOurs(Map<Cell, String> notes, int author, String prefix, Writer out) throws IOException {
    for (Map.Entry<Cell, String> note : notes.entrySet()) {
      write(note.getKey(), note.getValue(), author, prefix, out::write);
    }
  }

  private void write(Cell cell, String text, int author, String prefix, Sink out) throws IOException {
    boxes.put(cell, lines(text));
    out.write("<%1$scomment ref=\"%2$s\" authorId=\"%3$s\"><%1$stext><%1$sr><%1$srPr><%1$ssz val=\"10\"/><%1$srFont val=\"Tahoma\"/><%1$sfamily val=\"2\"/></%1$srPr>".formatted(prefix, cell.name(), author)
        + "<%1$st xml:space=\"preserve\">".formatted(prefix) + XmlText.words(text) + "</%1$st></%1$sr></%1$stext></%1$scomment>".formatted(prefix));
  }

  private static int lines(String text) {
    return text.lines().mapToInt(line -> line.length() / LETTERS_PER_LINE + 1).sum();
  }

  private static String plain(String inner) {
    Matcher texts = Pattern.compile("<(?:\\w+:)?t(?:\\s[^>]*)?>([^<]*)<").matcher(inner);
    StringBuilder text = new StringBuilder();
    while (texts.find()) {
      text.append(texts.group(1));
    }
    return text.toString().replace("&#13;", "").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
  }

  private static Cell cell(String name) throws IOException {
    Matcher parts = Pattern.compile("\\$?([A-Z]{1,3})\\$?(\\d{1,7})").matcher(name);
    if (!parts.matches()) {
      throw new Unmarkable("a note without a place");
    }
    int column = 0;
    for (char letter : parts.group(1).toCharArray()) {
      column = column * 26 + letter - 'A' + 1;
    }
    return new Cell(Integer.parseInt(parts.group(2)), column - 1);
  }

  /** Writes the boxes, after the words; other drawings of the part (buttons, pictures) stay. */
  void writeBoxes(@Nullable InputStream existing, Writer out) throws IOException {
    String before = DRAWING;
    if (existing != null) {
      byte[] bytes = existing.readNBytes(DRAWING_BYTES_MAX + 1);
      if (bytes.length > DRAWING_BYTES_MAX) {
        throw new Unmarkable("a drawing beyond measure");
      }
      before = NOTE_SHAPE.matcher(new String(bytes, StandardCharsets.UTF_8)).replaceAll("");
    }
    int end = before.lastIndexOf("</xml>");
    if (end < 0) {
      throw new Unmarkable("a drawing without end");
    }
    out.write(before, 0, end);
    int number = before.contains("<v:shape ") ? 500_000 : 1_025;
    for (Map.Entry<Cell, Integer> box : boxes.entrySet()) {
      out.write(shape(number++, box.getKey(), box.getValue()));
    }
    out.write("</xml>");
  }

  private static String shape(int number, Cell cell, int lines) {
    int row = cell.row() - 1;
    int top = Math.max(row - 1, 0);
    int bottom = top + Math.clamp(lines + 1L, 4, 24);
    return String.format(Locale.ROOT, SHAPE, number, number, cell.column() + 1, top, cell.column() + 5, bottom, row, cell.column());
  }

  private static final String DRAWING =
      "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\">"
          + "<o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"1\"/></o:shapelayout>"
          + "<v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\">"
          + "<v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype></xml>";

  private static final String SHAPE =
      "<v:shape id=\"_x0000_s%d\" type=\"#_x0000_t202\" style=\"position:absolute;margin-left:80pt;margin-top:5pt;width:240pt;height:90pt;z-index:%d;visibility:hidden\""
          + " fillcolor=\"#ffffe1\" o:insetmode=\"auto\"><v:fill color2=\"#ffffe1\"/><v:shadow color=\"black\" obscured=\"t\"/><v:path o:connecttype=\"none\"/>"
          + "<v:textbox style=\"mso-direction-alt:auto\"><div style=\"text-align:left\"></div></v:textbox><x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/>"
          + "<x:Anchor>%d, 15, %d, 2, %d, 31, %d, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>%d</x:Row><x:Column>%d</x:Column></x:ClientData></v:shape>";
}
