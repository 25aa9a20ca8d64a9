package vn.ishc.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/** A docx as a person reads it: paragraphs, then rows of tables with bars between the cells. */
public final class ReadBack {
  private ReadBack() {}

  /** All text, a line per paragraph and table row. */
  public static String text(byte[] docx) throws IOException {
    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx))) {
      List<String> lines = new ArrayList<>();
      for (IBodyElement element : document.getBodyElements()) {
        if (element instanceof XWPFParagraph paragraph && !paragraph.getText().isBlank()) {
          lines.add(plain(paragraph.getText()));
        } else if (element instanceof XWPFTable table) {
          rows(table).forEach(row -> lines.add("| " + String.join(" | ", row) + " |"));
        }
      }
      return String.join("\n", lines) + "\n";
    }
  }

  /** Rows of a table, their cells as text. */
  static List<List<String>> rows(XWPFTable table) {
    List<List<String>> rows = new ArrayList<>();
    for (XWPFTableRow row : table.getRows()) {
      rows.add(row.getTableCells().stream().map(cell -> plain(cell.getText().replace("\n", " / "))).toList());
    }
    return rows;
  }

  static String plain(String text) {
    return text.replace('\u00A0', ' ').replace("\u200B", "").strip();
  }
}
