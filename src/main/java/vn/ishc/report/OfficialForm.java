package vn.ishc.report;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.poi.xwpf.model.XWPFHeaderFooterPolicy;
import org.apache.poi.xwpf.usermodel.Borders;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableWidthType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHeader;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/**
 * What Decree 30/2020/NĐ-CP, annex I, wants of every paper: A4, margins of 20, 20, 30 and 18 mm, Times New Roman, page numbers in the
 * middle of the top margin and none on the first page, the blocks of head and signature.
 */
final class OfficialForm {
  static final String FONT = "Times New Roman";

  /** Twentieths of a point. */
  static final int TOP = 1134;

  static final int LEFT = 1701;
  static final int RIGHT = 1020;
  private static final int SHORT_SIDE = 11906;
  private static final int LONG_SIDE = 16838;
  static final int PORTRAIT_TEXT = SHORT_SIDE - LEFT - RIGHT;
  static final int LANDSCAPE_TEXT = LONG_SIDE - LEFT - RIGHT;
  private static final int FIRST_LINE = 720;
  private static final int HEADER_FROM_EDGE = 567;
  private static final int SIGNATURE_ROOM = 4;

  private final XWPFDocument document;
  private final Texts texts;

  OfficialForm(XWPFDocument document, Texts texts) {
    this.document = document;
    this.texts = texts;
  }

  void properties(String title, String creator) {
    var core = document.getProperties().getCoreProperties();
    core.setTitle(title);
    core.setCreator(creator);
  }

  /** Times New Roman 14 for everything, headings that the navigation of Word knows. */
  void styles() {
    XWPFStyles styles = document.createStyles();
    CTFonts fonts = CTFonts.Factory.newInstance();
    fonts.setAscii(FONT);
    fonts.setHAnsi(FONT);
    fonts.setCs(FONT);
    fonts.setEastAsia(FONT);
    styles.setDefaultFonts(fonts);
    for (int level = 1; level <= 3; level++) {
      CTStyle style = CTStyle.Factory.newInstance();
      style.setStyleId("Heading" + level);
      style.setType(STStyleType.PARAGRAPH);
      style.addNewName().setVal("heading " + level);
      style.addNewQFormat();
      style.addNewPPr().addNewOutlineLvl().setVal(BigInteger.valueOf(level - 1L));
      styles.addStyle(new XWPFStyle(style));
    }
  }

  /** A number stays with its sign: no line ends between 65,1 and %. */
  static String tied(String words) {
    return words.replace(" %", "\u00A0%").replace(" ▼", "\u00A0▼").replace(" ▲", "\u00A0▲");
  }

  private XWPFRun run(XWPFParagraph paragraph, String words, double points, boolean bold, boolean italic) {
    XWPFRun run = paragraph.createRun();
    run.setFontFamily(FONT);
    run.setFontSize(points);
    run.setBold(bold);
    run.setItalic(italic);
    run.setText(tied(words));
    return run;
  }

  /** The two columns above the title. */
  void head(OfficialHead head) {
    XWPFTable table = frame(PORTRAIT_TEXT * 42 / 100, PORTRAIT_TEXT - PORTRAIT_TEXT * 42 / 100);
    XWPFTableCell left = table.getRow(0).getCell(0);
    line(left, true, head.parentBody(), 13, false, false);
    line(left, false, head.issuingBody(), 13, true, false);
    rule(left, PORTRAIT_TEXT * 42 / 100, 40);
    line(left, false, head.number(), 13, false, false);
    XWPFTableCell right = table.getRow(0).getCell(1);
    line(right, true, texts.of("head.motto-1"), 12, true, false);
    line(right, false, texts.of("head.motto-2"), 13, true, false);
    rule(right, PORTRAIT_TEXT * 58 / 100, 50);
    line(right, false, head.placeAndDate(), 13, false, true);
    XWPFParagraph name = centred(18);
    run(name, head.name(), 14, true, false);
    XWPFParagraph subject = centred(0);
    run(subject, head.subject(), 14, true, false);
    XWPFParagraph under = document.createParagraph();
    underline(under, PORTRAIT_TEXT, 30);
    under.setSpacingAfter(240);
  }

  private XWPFParagraph centred(int pointsBefore) {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setAlignment(ParagraphAlignment.CENTER);
    paragraph.setSpacingBefore(pointsBefore * 20);
    paragraph.setSpacingAfter(0);
    return paragraph;
  }

  /** A table of two cells without borders. */
  private XWPFTable frame(int left, int right) {
    XWPFTable table = document.createTable(1, 2);
    table.removeBorders();
    table.setWidthType(TableWidthType.DXA);
    table.setWidth(Integer.toString(left + right));
    table.setCellMargins(0, 0, 0, 0);
    table.getRow(0).setCantSplitRow(true);
    int[] widths = {left, right};
    for (int i = 0; i < widths.length; i++) {
      table.getRow(0).getCell(i).setWidthType(TableWidthType.DXA);
      table.getRow(0).getCell(i).setWidth(Integer.toString(widths[i]));
    }
    return table;
  }

  private XWPFParagraph line(XWPFTableCell cell, boolean first, String words, double points, boolean bold, boolean italic) {
    XWPFParagraph paragraph = first ? cell.getParagraphs().getFirst() : cell.addParagraph();
    paragraph.setAlignment(ParagraphAlignment.CENTER);
    paragraph.setSpacingAfter(0);
    run(paragraph, words, points, bold, italic);
    return paragraph;
  }

  private void rule(XWPFTableCell cell, int width, int percent) {
    underline(cell.addParagraph(), width, percent);
  }

  /** A thin line in the middle: the lower border of a paragraph of almost no height. */
  private void underline(XWPFParagraph paragraph, int width, int percent) {
    int side = width * (100 - percent) / 200;
    paragraph.setIndentationLeft(side);
    paragraph.setIndentationRight(side);
    paragraph.setBorderTop(Borders.SINGLE);
    paragraph.setSpacingBefore(40);
    paragraph.setSpacingAfter(0);
    run(paragraph, "", 4, false, false);
    paragraph.setSpacingBetween(6, LineSpacingRule.EXACT);
  }

  void heading(Block.Heading heading) {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setStyle("Heading" + heading.level());
    paragraph.setKeepNext(true);
    paragraph.setIndentationFirstLine(FIRST_LINE);
    paragraph.setSpacingBefore(heading.level() == 1 ? 240 : 120);
    paragraph.setSpacingAfter(60);
    String words = heading.level() == 1 ? heading.text().toUpperCase(Locale.ROOT) : heading.text();
    run(paragraph, words, 14, true, heading.level() == 3);
  }

  void body(String words) {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setAlignment(ParagraphAlignment.BOTH);
    paragraph.setIndentationFirstLine(FIRST_LINE);
    paragraph.setSpacingBefore(60);
    paragraph.setSpacingAfter(60);
    paragraph.setSpacingBetween(1.1);
    run(paragraph, words, 14, false, false);
  }

  void note(String words) {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setSpacingBefore(40);
    paragraph.setSpacingAfter(160);
    run(paragraph, words, 11, false, true);
  }

  void caption(String words) {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setSpacingBefore(160);
    paragraph.setSpacingAfter(60);
    paragraph.setKeepNext(true);
    run(paragraph, words, 13, true, false);
  }

  void figureCaption(String words) {
    XWPFParagraph paragraph = centred(2);
    paragraph.setSpacingAfter(160);
    run(paragraph, words, 13, false, true);
  }

  void appendix(String number, String title) {
    XWPFParagraph first = centred(0);
    first.setStyle("Heading1");
    first.setKeepNext(true);
    run(first, number, 14, true, false);
    XWPFParagraph second = centred(0);
    second.setKeepNext(true);
    second.setSpacingAfter(120);
    run(second, title.toUpperCase(Locale.ROOT), 14, true, false);
  }

  void signature(OfficialHead head) {
    document.createParagraph().setSpacingAfter(0);
    XWPFTable table = frame(PORTRAIT_TEXT / 2, PORTRAIT_TEXT - PORTRAIT_TEXT / 2);
    XWPFTableCell to = table.getRow(0).getCell(0);
    line(to, true, texts.of("head.to"), 12, true, true).setAlignment(ParagraphAlignment.LEFT);
    head.recipients().forEach(words -> line(to, false, words, 11, false, false).setAlignment(ParagraphAlignment.LEFT));
    XWPFTableCell signature = table.getRow(0).getCell(1);
    List<String> lines = head.signature();
    for (int i = 0; i < lines.size(); i++) {
      line(signature, i == 0, lines.get(i), 14, true, false);
    }
    for (int i = 0; i < SIGNATURE_ROOM; i++) {
      line(signature, false, "", 14, true, false);
    }
  }

  /** Ends the upright part: page numbers from 1, none on the first page. */
  void endOfBody() {
    CTSectPr section = sectionHere();
    page(section, false);
    section.addNewTitlePg();
    XWPFHeader header = new XWPFHeaderFooterPolicy(document, section).createHeader(XWPFHeaderFooterPolicy.DEFAULT);
    XWPFParagraph paragraph = header.getParagraphs().isEmpty() ? header.createParagraph() : header.getParagraphs().getFirst();
    paragraph.setAlignment(ParagraphAlignment.CENTER);
    field(paragraph);
  }

  private void field(XWPFParagraph paragraph) {
    XWPFRun run = paragraph.createRun();
    run.setFontFamily(FONT);
    run.setFontSize(13);
    run.getCTR().addNewFldChar().setFldCharType(org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType.BEGIN);
    run.getCTR().addNewInstrText().setStringValue(" PAGE ");
    run.getCTR().addNewFldChar().setFldCharType(org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType.END);
  }

  /** Ends an appendix: lying, its own page numbers. */
  void endOfAppendix() {
    CTSectPr section = sectionHere();
    page(section, true);
    section.addNewPgNumType().setStart(BigInteger.ONE);
  }

  /** The last appendix reaches to the end of the document. */
  void lastSection() {
    CTSectPr section = Optional.ofNullable(document.getDocument().getBody().getSectPr()).orElseGet(() -> document.getDocument().getBody().addNewSectPr());
    page(section, true);
    section.addNewPgNumType().setStart(BigInteger.ONE);
  }

  private CTSectPr sectionHere() {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setSpacingAfter(0);
    paragraph.setSpacingBetween(1, LineSpacingRule.EXACT);
    var properties = paragraph.getCTP().isSetPPr() ? paragraph.getCTP().getPPr() : paragraph.getCTP().addNewPPr();
    return properties.addNewSectPr();
  }

  private static void page(CTSectPr section, boolean landscape) {
    CTPageSz size = section.addNewPgSz();
    size.setW(BigInteger.valueOf(landscape ? LONG_SIDE : SHORT_SIDE));
    size.setH(BigInteger.valueOf(landscape ? SHORT_SIDE : LONG_SIDE));
    if (landscape) {
      size.setOrient(STPageOrientation.LANDSCAPE);
    }
    CTPageMar margins = section.addNewPgMar();
    margins.setTop(BigInteger.valueOf(TOP));
    margins.setBottom(BigInteger.valueOf(TOP));
    margins.setLeft(BigInteger.valueOf(LEFT));
    margins.setRight(BigInteger.valueOf(RIGHT));
    margins.setHeader(BigInteger.valueOf(HEADER_FROM_EDGE));
    margins.setFooter(BigInteger.valueOf(HEADER_FROM_EDGE));
    margins.setGutter(BigInteger.ZERO);
  }
}
