package vn.ishc.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import vn.ishc.row.Language;

/** The form of Decree 30/2020/NĐ-CP, annex I, read back from a written text. */
class OfficialFormTest {
  private static final double TWENTIETHS_PER_MM = 1440 / 25.4;

  private static XWPFDocument document() throws IOException {
    OfficialHead head =
        new OfficialHead(
            "UBND TỈNH NGHỆ AN", "HỘI NGƯỜI CAO TUỔI TỈNH", "Số:        /BC-HNCT", "Nghệ An, ngày 05 tháng 01 năm 2026", "BÁO CÁO", "Tổng kết",
            List.of("TM. BAN THƯỜNG VỤ", "CHỦ TỊCH"), List.of("- UBND tỉnh;", "- Lưu: VT."));
    Draft body = new Draft().part("Kết quả").text("Đoạn văn có 65,1 % và 8.450 người.");
    body.grid(
        new Block.Grid("t", "Bảng", List.of(Block.Column.words("Tên", 2), Block.Column.number("Số", 1)), List.of(Block.Row.of(Cell.words("a"), Cell.count(8450))), "Nguồn: x."));
    Draft appendices = new Draft().appendix("Một").text("a").appendix("Hai").text("b");
    Paper paper = new Paper(head, body.blocks(), appendices.blocks(), Language.VI, LocalDate.of(2026, 1, 5));
    return new XWPFDocument(new ByteArrayInputStream(DocxWriter.write(paper)));
  }

  private static List<CTSectPr> sections(XWPFDocument document) {
    List<CTSectPr> sections = new ArrayList<>();
    for (XWPFParagraph paragraph : document.getParagraphs()) {
      if (paragraph.getCTP().isSetPPr() && paragraph.getCTP().getPPr().isSetSectPr()) {
        sections.add(paragraph.getCTP().getPPr().getSectPr());
      }
    }
    sections.add(document.getDocument().getBody().getSectPr());
    return sections;
  }

  private static double millimetres(Object twentieths) {
    return new BigInteger(twentieths.toString()).doubleValue() / TWENTIETHS_PER_MM;
  }

  @Test
  void marginsAreThoseOfTheDecree() throws IOException {
    try (XWPFDocument document = document()) {
      for (CTSectPr section : sections(document)) {
        CTPageMar margins = section.getPgMar();
        assertThat(millimetres(margins.getTop())).isBetween(20.0, 25.0);
        assertThat(millimetres(margins.getBottom())).isBetween(20.0, 25.0);
        assertThat(millimetres(margins.getLeft())).isBetween(30.0, 35.0);
        assertThat(millimetres(margins.getRight())).isBetween(15.0, 20.0);
      }
    }
  }

  @Test
  void thePaperIsA4UprightAndItsAppendicesLieWithTheirOwnPageNumbers() throws IOException {
    try (XWPFDocument document = document()) {
      List<CTSectPr> sections = sections(document);
      assertThat(sections).hasSize(3);
      assertThat(millimetres(sections.getFirst().getPgSz().getW())).isBetween(209.9, 210.1);
      assertThat(millimetres(sections.getFirst().getPgSz().getH())).isBetween(296.9, 297.1);
      for (CTSectPr appendix : sections.subList(1, 3)) {
        assertThat(appendix.getPgSz().getOrient()).isEqualTo(STPageOrientation.LANDSCAPE);
        assertThat(appendix.getPgNumType().getStart()).isEqualTo(BigInteger.ONE);
      }
    }
  }

  @Test
  void pageNumbersStandInTheMiddleOfTheTopAndNotOnTheFirstPage() throws IOException {
    try (XWPFDocument document = document()) {
      assertThat(sections(document).getFirst().isSetTitlePg()).isTrue();
      assertThat(document.getHeaderList()).hasSize(1);
      XWPFParagraph header = document.getHeaderList().getFirst().getParagraphs().getFirst();
      assertThat(header.getAlignment()).isEqualTo(org.apache.poi.xwpf.usermodel.ParagraphAlignment.CENTER);
      assertThat(header.getCTP().xmlText()).contains("PAGE");
      assertThat(header.getRuns().getFirst().getFontSizeAsDouble()).isBetween(13.0, 14.0);
    }
  }

  @Test
  void everythingIsTimesNewRomanAndTheBodyIsThirteenOrFourteen() throws IOException {
    try (XWPFDocument document = document()) {
      List<XWPFRun> runs = new ArrayList<>();
      document.getParagraphs().forEach(paragraph -> runs.addAll(paragraph.getRuns()));
      for (XWPFTable table : document.getTables()) {
        table.getRows().forEach(row -> row.getTableCells().forEach(cell -> cell.getParagraphs().forEach(paragraph -> runs.addAll(paragraph.getRuns()))));
      }
      assertThat(runs).isNotEmpty().allSatisfy(run -> assertThat(run.getFontFamily()).isEqualTo("Times New Roman"));
      XWPFRun body = document.getParagraphs().stream().filter(p -> p.getText().startsWith("Đoạn văn")).findFirst().orElseThrow().getRuns().getFirst();
      assertThat(body.getFontSizeAsDouble()).isBetween(13.0, 14.0);
    }
  }

  @Test
  void theBlocksOfHeadAndSignatureAreThere() throws IOException {
    try (XWPFDocument document = document()) {
      List<XWPFTable> tables = document.getTables();
      String left = tables.getFirst().getRow(0).getCell(0).getText();
      String right = tables.getFirst().getRow(0).getCell(1).getText();
      assertThat(left).contains("UBND TỈNH NGHỆ AN", "HỘI NGƯỜI CAO TUỔI TỈNH", "/BC-HNCT");
      assertThat(right).contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Nghệ An, ngày 05 tháng 01 năm 2026");
      String foot = tables.getLast().getRow(0).getCell(0).getText() + tables.getLast().getRow(0).getCell(1).getText();
      assertThat(foot).contains("Nơi nhận:", "- Lưu: VT.", "TM. BAN THƯỜNG VỤ", "CHỦ TỊCH");
      assertThat(document.getParagraphs()).anySatisfy(paragraph -> assertThat(paragraph.getText()).isEqualTo("BÁO CÁO"));
    }
  }

  @Test
  void headingsOfTablesComeAgainOnEveryPageAndPercentSignsStayWithTheirNumbers() throws IOException {
    try (XWPFDocument document = document()) {
      assertThat(document.getTables().get(1).getRow(0).isRepeatHeader()).isTrue();
      assertThat(document.getTables().get(1).getRow(1).isCantSplitRow()).isTrue();
      assertThat(document.getParagraphs()).anySatisfy(paragraph -> assertThat(paragraph.getText()).contains("65,1\u00A0%"));
    }
  }
}
