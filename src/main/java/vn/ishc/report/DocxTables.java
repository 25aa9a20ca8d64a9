package vn.ishc.report;

import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
import org.apache.poi.xwpf.usermodel.TableWidthType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTbl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

/** Tables of a text: as wide as the text, headings on every page, no row over two pages. */
final class DocxTables {
  private static final int CELL_MARGIN = 60;
  private static final int WIDE_COLUMNS = 7;
  private static final int SHORT_ROWS = 9;
  private static final int LONG_WORD = 24;

  private final XWPFDocument document;
  private final Texts texts;

  DocxTables(XWPFDocument document, Texts texts) {
    this.document = document;
    this.texts = texts;
  }

  void grid(Block.Grid grid, int width) {
    List<Block.Column> columns = grid.columns();
    XWPFTable table = document.createTable(1, columns.size());
    int[] widths = widths(columns, width);
    table.setTableAlignment(TableRowAlign.CENTER);
    table.setWidthType(TableWidthType.DXA);
    table.setWidth(Integer.toString(width));
    table.setCellMargins(20, CELL_MARGIN, 20, CELL_MARGIN);
    CTTbl raw = table.getCTTbl();
    raw.getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
    CTTblGrid lines = raw.getTblGrid() == null ? raw.addNewTblGrid() : raw.getTblGrid();
    while (lines.sizeOfGridColArray() > 0) {
      lines.removeGridCol(0);
    }
    for (int column : widths) {
      lines.addNewGridCol().setW(BigInteger.valueOf(column));
    }
    double points = columns.size() > WIDE_COLUMNS ? 10 : 11;
    XWPFTableRow heads = table.getRow(0);
    heads.setRepeatHeader(true);
    heads.setCantSplitRow(true);
    for (int i = 0; i < widths.length; i++) {
      XWPFTableCell cell = heads.getCell(i);
      cell.setColor("E6EBF0");
      cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
      fill(cell, widths[i], columns.get(i).title(), ParagraphAlignment.CENTER, true, points);
      cell.getParagraphs().getFirst().setKeepNext(true);
    }
    boolean together = grid.onPaper() <= SHORT_ROWS;
    int left = grid.onPaper();
    for (Block.Row row : grid.printed()) {
      left--;
      XWPFTableRow line = table.createRow();
      line.setCantSplitRow(true);
      for (int i = 0; i < widths.length; i++) {
        cell(line.getCell(i), widths[i], row.cells().get(i), columns.get(i).number(), row.total(), points);
        line.getCell(i).getParagraphs().getFirst().setKeepNext(together && left > 0);
      }
    }
  }

  private static int[] widths(List<Block.Column> columns, int width) {
    int weights = columns.stream().mapToInt(Block.Column::weight).sum();
    int[] widths = new int[columns.size()];
    int given = 0;
    for (int i = 0; i < widths.length; i++) {
      widths[i] = i == widths.length - 1 ? width - given : width * columns.get(i).weight() / weights;
      given += widths[i];
    }
    return widths;
  }

  private void cell(XWPFTableCell target, int width, Cell cell, boolean number, boolean total, double points) {
    boolean off = cell instanceof Cell.Number known && known.mark() != Cell.Mark.NONE;
    fill(target, width, texts.cell(cell), number ? ParagraphAlignment.RIGHT : ParagraphAlignment.LEFT, total || off, points);
    if (total) {
      target.setColor("F1F4F6");
    }
  }

  private static void fill(XWPFTableCell cell, int width, String words, ParagraphAlignment alignment, boolean bold, double points) {
    cell.setWidthType(TableWidthType.DXA);
    cell.setWidth(Integer.toString(width));
    XWPFParagraph paragraph = cell.getParagraphs().getFirst();
    paragraph.setAlignment(alignment);
    paragraph.setSpacingAfter(0);
    paragraph.setSpacingBefore(0);
    paragraph.setIndentationFirstLine(0);
    XWPFRun run = paragraph.createRun();
    run.setFontFamily(OfficialForm.FONT);
    run.setFontSize(points);
    run.setBold(bold);
    run.setText(breakable(OfficialForm.tied(words)));
  }

  /** Long words without a place to break, such as hashes and file names, get places to break. */
  private static String breakable(String words) {
    StringBuilder text = new StringBuilder();
    int run = 0;
    for (int i = 0; i < words.length(); i++) {
      char letter = words.charAt(i);
      text.append(letter);
      run = Character.isWhitespace(letter) ? 0 : run + 1;
      if (run == LONG_WORD) {
        text.append('\u200B');
        run = 0;
      }
    }
    return text.toString();
  }
}
