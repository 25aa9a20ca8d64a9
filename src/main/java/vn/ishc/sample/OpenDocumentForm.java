package vn.ishc.sample;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Saves a draft as an OpenDocument sheet, written by hand. */
final class OpenDocumentForm {
  private static final String MIME = "application/vnd.oasis.opendocument.spreadsheet";
  private static final String MANIFEST =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" "
          + "manifest:version=\"1.2\"><manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\""
          + MIME
          + "\"/><manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/></manifest:manifest>";
  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
          + "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
          + "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" xmlns:number=\"urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0\" "
          + "xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" xmlns:of=\"urn:oasis:names:tc:opendocument:xmlns:of:1.2\" "
          + "office:version=\"1.2\"><office:automatic-styles>";

  private final StringBuilder xml = new StringBuilder(HEAD);

  private OpenDocumentForm() {}

  /** An .ods. */
  static byte[] save(Draft draft) throws IOException {
    OpenDocumentForm form = new OpenDocumentForm();
    form.write(draft);
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("mimetype", MIME);
    parts.put("META-INF/manifest.xml", MANIFEST);
    parts.put("content.xml", form.xml.toString());
    return FixedZip.of(parts);
  }

  private void write(Draft draft) {
    for (Lettering lettering : Lettering.values()) {
      xml.append("<style:style style:name=\"")
          .append(lettering.name())
          .append("\" style:family=\"table-cell\"><style:text-properties " + "style:font-name=\"")
          .append(lettering.font())
          .append("\" fo:font-family=\"")
          .append(lettering.font())
          .append("\"/></style:style>");
    }
    xml.append(
        "<number:date-style style:name=\"N1\"><number:day number:style=\"long\"/><number:text>/</number:text><number:month "
            + "number:style=\"long\"/><number:text>/</number:text><number:year number:style=\"long\"/></number:date-style>"
            + "<style:style style:name=\"DAY\" style:family=\"table-cell\" style:data-style-name=\"N1\"/>"
            + "<style:style style:name=\"HIDDEN\" style:family=\"table\"><style:table-properties table:display=\"false\"/></style:style>"
            + "</office:automatic-styles><office:body><office:spreadsheet>");
    draft.sheets().forEach(this::write);
    xml.append("</office:spreadsheet></office:body></office:document-content>");
  }

  private void write(Draft.Sheet sheet) {
    xml.append("<table:table table:name=\"")
        .append(escaped(sheet.name()))
        .append(sheet.hidden() ? "\" table:style-name=\"HIDDEN\">" : "\">");
    int width = sheet.rows().stream().mapToInt(r -> r.cells().size()).max().orElse(1);
    columns(sheet, Math.max(width, 1));
    Covered covered = new Covered(sheet.merges());
    int blank = 0;
    for (int r = 0; r < sheet.rows().size(); r++) {
      if (sheet.rows().get(r).kind() == Draft.Kind.BLANK) {
        blank++;
        continue;
      }
      blankRows(blank);
      blank = 0;
      row(sheet, r, covered, width);
    }
    // a sheet ends, as LibreOffice writes it, in a million repeated empty rows
    blankRows(1_048_576 - sheet.rows().size());
    xml.append("</table:table>");
  }

  private void columns(Draft.Sheet sheet, int width) {
    for (int c = 0; c < width; c++) {
      boolean hidden = sheet.hiddenColumns().contains(c);
      xml.append("<table:table-column").append(hidden ? " table:visibility=\"collapse\"/>" : "/>");
    }
  }

  private void blankRows(int count) {
    if (count > 0) {
      xml.append("<table:table-row table:number-rows-repeated=\"")
          .append(count)
          .append("\"><table:table-cell/></table:table-row>");
    }
  }

  private void row(Draft.Sheet sheet, int r, Covered covered, int width) {
    List<Draft.@Nullable Cell> cells = sheet.rows().get(r).cells();
    xml.append(
        sheet.hiddenRows().contains(r)
            ? "<table:table-row table:visibility=\"collapse\">"
            : "<table:table-row>");
    int empty = 0;
    for (int c = 0; c < width; c++) {
      Draft.Cell cell = c < cells.size() ? cells.get(c) : null;
      Draft.Merge merge = covered.startingAt(r, c);
      boolean under = covered.covers(r, c);
      if (cell == null && merge == null && !under) {
        empty++;
        continue;
      }
      emptyCells(empty);
      empty = 0;
      cell(cell, merge, under);
    }
    emptyCells(empty);
    xml.append("</table:table-row>");
  }

  private void emptyCells(int count) {
    if (count > 0) {
      xml.append("<table:table-cell")
          .append(count > 1 ? " table:number-columns-repeated=\"" + count + "\"/>" : "/>");
    }
  }

  private void cell(Draft.@Nullable Cell cell, Draft.@Nullable Merge merge, boolean under) {
    String tag = under ? "table:covered-table-cell" : "table:table-cell";
    xml.append('<').append(tag);
    if (merge != null) {
      xml.append(" table:number-columns-spanned=\"")
          .append(merge.lastColumn() - merge.firstColumn() + 1)
          .append("\" table:number-rows-spanned=\"")
          .append(merge.lastRow() - merge.firstRow() + 1)
          .append('"');
    }
    switch (cell) {
      case null -> xml.append("/>");
      case Draft.Text text -> {
        xml.append(" table:style-name=\"")
            .append(text.lettering())
            .append("\" office:value-type=\"string\">");
        paragraphs(text.text(), tag);
      }
      case Draft.Number number -> value(number.number(), "", tag);
      case Draft.Day day -> {
        xml.append(" table:style-name=\"DAY\" office:value-type=\"date\" office:date-value=\"")
            .append(day.day())
            .append("\">");
        paragraphs(Written.slashed(day.day(), true), tag);
      }
      case Draft.Formula formula ->
          value(
              formula.result(),
              " table:formula=\"of:="
                  + escaped(
                      formula.formula().replaceAll("([A-Z]+[0-9]+):([A-Z]+[0-9]+)", "[.$1:.$2]"))
                  + "\"",
              tag);
      case Draft.Failed failed -> {
        xml.append(
            " table:formula=\"of:=#REF!\" office:value-type=\"string\" office:string-value=\"\">");
        paragraphs("#REF!", tag);
      }
    }
  }

  private void value(double number, String formula, String tag) {
    String digits = Written.plain(number);
    xml.append(formula)
        .append(" office:value-type=\"float\" office:value=\"")
        .append(digits)
        .append("\">");
    paragraphs(digits, tag);
  }

  private void paragraphs(String text, String tag) {
    for (String line : text.split("\n", -1)) {
      xml.append("<text:p>").append(spaced(escaped(line))).append("</text:p>");
    }
    xml.append("</").append(tag).append('>');
  }

  /** OpenDocument folds spaces unless told not to. */
  private static String spaced(String line) {
    return line.replace("  ", " <text:s/>").replace("\t", "<text:tab/>");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** Which cells a merged area starts in or covers. */
  private static final class Covered {
    private final Map<Long, Draft.Merge> starts = new HashMap<>();
    private final Map<Long, Draft.Merge> under = new HashMap<>();

    Covered(List<Draft.Merge> merges) {
      for (Draft.Merge merge : merges) {
        for (int r = merge.firstRow(); r <= merge.lastRow(); r++) {
          for (int c = merge.firstColumn(); c <= merge.lastColumn(); c++) {
            boolean start = r == merge.firstRow() && c == merge.firstColumn();
            (start ? starts : under).put(key(r, c), merge);
          }
        }
      }
    }

    Draft.@Nullable Merge startingAt(int row, int column) {
      return starts.get(key(row, column));
    }

    boolean covers(int row, int column) {
      return under.containsKey(key(row, column));
    }

    private static long key(int row, int column) {
      return ((long) row << 20) + column;
    }
  }
}
